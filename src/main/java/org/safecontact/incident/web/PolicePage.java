package org.safecontact.incident.web;

import org.safecontact.access.CurrentPerson;
import org.safecontact.incident.process.PoliceFacts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What the police will ask, on a page of its own beside the to-do. */
@Controller
class PolicePage {

    private final PoliceFacts facts;
    private final CurrentPerson person;

    PolicePage(PoliceFacts facts, CurrentPerson person) {
        this.facts = facts;
        this.person = person;
    }

    @GetMapping("/safe-contact/c/{reference}/p")
    String police(@PathVariable("reference") String reference, Model model) {
        model.addAttribute("facts", facts.look(reference, person.required()));
        model.addAttribute("reference", reference);
        return "pages/police";
    }
}
