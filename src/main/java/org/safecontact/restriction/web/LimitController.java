package org.safecontact.restriction.web;

import java.util.List;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.NotYours;
import org.safecontact.restriction.LimitReading;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How a limit stands, said to whoever has just sent something about it. */
@RestController
class LimitController {

    record Stands(List<String> lines) {}

    private final LimitReading reading;
    private final CurrentPerson person;

    LimitController(LimitReading reading, CurrentPerson person) {
        this.reading = reading;
        this.person = person;
    }

    @GetMapping("/safe-contact/api/limits/{reference}")
    ResponseEntity<Stands> stands(@PathVariable("reference") String reference) {
        List<String> lines = reading.stands(reference, person.id().orElseThrow(NotYours::new));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Stands(lines));
    }
}
