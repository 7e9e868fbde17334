package org.safecontact.evidence.web;

import org.safecontact.access.CurrentPerson;
import org.safecontact.evidence.EvidenceKind;
import org.safecontact.evidence.OnlyWords;
import org.safecontact.evidence.Tick;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The evidence of a case on a page of its own, made for a phone. */
@Controller
class EvidencePage {

    private final EvidenceView view;
    private final CurrentPerson person;

    EvidencePage(EvidenceView view, CurrentPerson person) {
        this.view = view;
        this.person = person;
    }

    @GetMapping({"/safe-contact/e/{reference}", "/safe-contact/c/{reference}/e"})
    String page(@PathVariable("reference") String reference, Model model) {
        model.addAttribute("list", view.of(reference, person.required()));
        model.addAttribute("reference", reference);
        model.addAttribute("kinds", EvidenceKind.values());
        model.addAttribute("ticks", Tick.values());
        model.addAttribute("confirmation", OnlyWords.WORDS);
        return "pages/evidence";
    }
}
