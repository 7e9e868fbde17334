package org.safecontact.wellbeing.web;

import java.util.Map;
import org.safecontact.access.CurrentPerson;
import org.safecontact.wellbeing.AfterLooking;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What whoever looked how the child is reads after sending. */
@RestController
@RequestMapping("/safe-contact/api/looks/{reference}")
class LookController {

    private final AfterLooking after;
    private final CurrentPerson person;

    LookController(AfterLooking after, CurrentPerson person) {
        this.after = after;
        this.person = person;
    }

    /** The report whose own thanks follow; empty where nobody is asked for what was seen. */
    @GetMapping("/thank-you")
    ResponseEntity<Map<String, String>> thankYou(@PathVariable("reference") String reference) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(Map.of("report", after.waits(reference, person.required()).orElse("")));
    }
}
