package org.safecontact.incident.web;

import org.safecontact.access.CurrentPerson;
import org.safecontact.incident.ActionLog;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Who did what on a case, by when, and what is still to do: a view of its own beside the record. */
@Controller
class ActionPage {

    private final ActionLog log;
    private final WhatWaits waiting;
    private final CurrentPerson person;

    ActionPage(ActionLog log, WhatWaits waiting, CurrentPerson person) {
        this.log = log;
        this.waiting = waiting;
        this.person = person;
    }

    @GetMapping("/safe-contact/c/{reference}/d")
    String done(@PathVariable("reference") String reference, Model model) {
        String me = person.required();
        model.addAttribute("log", log.read(reference, me));
        model.addAttribute("open", waiting.lines(reference, me));
        model.addAttribute("reference", reference);
        return "pages/actions";
    }
}
