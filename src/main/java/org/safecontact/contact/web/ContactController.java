package org.safecontact.contact.web;

import java.util.Map;
import org.safecontact.access.CurrentPerson;
import org.safecontact.contact.AfterTelling;
import org.safecontact.contact.ContactReports;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.SameMoment;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the screen asks beside the form of an agreed contact. Who is logged in decides; nothing says who somebody is. */
@RestController
@RequestMapping("/safe-contact/api/contacts/{reference}")
class ContactController {

    record Tapped(String question) {}

    private final ContactReports reports;
    private final AfterTelling after;
    private final SameMoment moment;
    private final CurrentPerson person;

    ContactController(ContactReports reports, AfterTelling after, SameMoment moment, CurrentPerson person) {
        this.reports = reports;
        this.after = after;
        this.moment = moment;
        this.person = person;
    }

    /** A tap on danger before it is sent; the same tap twice is one. */
    @PostMapping("/danger")
    Map<String, Object> danger(@PathVariable("reference") String reference, @RequestBody Tapped tapped) {
        if (tapped.question() == null) {
            throw new FormRefused("answer", "Please tap again. In danger now: ring 999.");
        }
        String me = me();
        moment.again(() -> reports.danger(reference, me, tapped.question()));
        return Map.of("taken", true);
    }

    /** What whoever told it reads after sending. */
    @GetMapping("/thank-you")
    ResponseEntity<AfterTelling.Words> thankYou(@PathVariable("reference") String reference) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(after.words(reference, me()));
    }

    private String me() {
        return person.required();
    }
}
