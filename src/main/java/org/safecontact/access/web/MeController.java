package org.safecontact.access.web;

import org.safecontact.access.CurrentPerson;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Role;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is logged in, for scripts that show each role what it has a use for. */
@RestController
class MeController {

    /** @param carer whether this person looks after children at home, and reads no levels and no clocks that press */
    record Me(String id, boolean carer) {}

    private final CurrentPerson person;
    private final Agency agency;

    MeController(CurrentPerson person, Agency agency) {
        this.person = person;
        this.agency = agency;
    }

    @GetMapping("/safe-contact/api/me")
    ResponseEntity<Me> me() {
        String id = person.required();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Me(id, agency.is(id, Role.CARER)));
    }
}
