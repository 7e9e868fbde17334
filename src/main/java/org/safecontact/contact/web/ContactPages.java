package org.safecontact.contact.web;

import org.safecontact.access.CurrentPerson;
import org.safecontact.contact.ContactReading;
import org.safecontact.contact.process.BeginContact;
import org.safecontact.engine.SameMoment;
import org.safecontact.incident.carer.WithTheChild;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** <i>Agreed contact</i>: what is agreed in one sentence, telling of it, and what was told lately. */
@Controller
class ContactPages {

    private final ContactReading reading;
    private final BeginContact begin;
    private final SameMoment moment;
    private final CurrentPerson person;
    private final WithTheChild withTheChild;

    ContactPages(
            ContactReading reading,
            BeginContact begin,
            SameMoment moment,
            CurrentPerson person,
            WithTheChild withTheChild) {
        this.reading = reading;
        this.begin = begin;
        this.moment = moment;
        this.person = person;
        this.withTheChild = withTheChild;
    }

    /** The children of whom this person may read; for a carer those of the own home. */
    @GetMapping("/safe-contact/t")
    String children(Model model) {
        model.addAttribute("children", reading.children(me()));
        model.addAttribute("words", withTheChild.ofAgreedContact());
        return "pages/contacts";
    }

    @GetMapping("/safe-contact/t/{child}")
    String last(@PathVariable("child") String child, Model model) {
        model.addAttribute("it", reading.read(child, me()));
        return "pages/contacts-child";
    }

    /** Begins to tell of one, or goes on with the one that was begun, in Tasklist. */
    @PostMapping("/safe-contact/t/{child}")
    String tell(@PathVariable("child") String child) {
        String me = me();
        String task = moment.again(() -> begin.about(child, me));
        return "redirect:/camunda/app/tasklist/default/#/?task=" + task;
    }

    private String me() {
        return person.required();
    }
}
