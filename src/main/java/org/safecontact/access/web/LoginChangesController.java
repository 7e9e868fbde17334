package org.safecontact.access.web;

import java.util.List;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.LoginChanges;
import org.safecontact.access.LoginChanges.LoginChange;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was done to logins, for Tasklist's first screen of registered managers and of whoever it was done to. */
@RestController
class LoginChangesController {

    record Shown(String what, String when) {}

    private final LoginChanges changes;
    private final CurrentPerson person;
    private final Agency agency;
    private final HumanTime times;

    LoginChangesController(LoginChanges changes, CurrentPerson person, Agency agency, HumanTime times) {
        this.changes = changes;
        this.person = person;
        this.agency = agency;
        this.times = times;
    }

    @GetMapping("/safe-contact/api/logins/changed")
    ResponseEntity<List<Shown>> changed() {
        String me = person.required();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(changes.shownTo(me).stream().map(this::inWords).toList());
    }

    private Shown inWords(LoginChange change) {
        return new Shown(
                agency.nameOf(change.login()) + " " + change.change() + " by " + agency.nameOf(change.by()),
                times.at(change.at()));
    }
}
