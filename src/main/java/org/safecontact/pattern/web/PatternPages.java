package org.safecontact.pattern.web;

import org.safecontact.access.CurrentPerson;
import org.safecontact.engine.SameMoment;
import org.safecontact.pattern.ContactsOverTime;
import org.safecontact.pattern.ContactsOverTime.Chosen;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** <i>Contacts over time</i>, a page for each child. */
@Controller
class PatternPages {

    private final ContactsOverTime contacts;
    private final SameMoment moment;
    private final CurrentPerson person;

    PatternPages(ContactsOverTime contacts, SameMoment moment, CurrentPerson person) {
        this.contacts = contacts;
        this.moment = moment;
        this.person = person;
    }

    @GetMapping("/safe-contact/v/{child}")
    String overTime(
            @PathVariable("child") String child,
            @RequestParam(name = "s", defaultValue = "") String span,
            @RequestParam(name = "w", defaultValue = "") String with,
            @RequestParam(name = "h", defaultValue = "") String how,
            Model model) {
        String me = person.required();
        model.addAttribute("it", moment.again(() -> contacts.read(child, me, new Chosen(span, with, how))));
        return "pages/contacts-over-time";
    }
}
