package org.safecontact.agency.web;

import java.time.Clock;
import org.safecontact.agency.Agency;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What every screen says before anybody has logged in: the telephone number of whoever is on duty now, and whether
 * this is the demonstration. Open to everybody, so it says nothing else.
 */
@RestController
class HouseController {

    record House(boolean demo, String dutyTelephone) {}

    private final Agency agency;
    private final Environment environment;
    private final Clock clock;

    HouseController(Agency agency, Environment environment, Clock clock) {
        this.agency = agency;
        this.environment = environment;
        this.clock = clock;
    }

    @GetMapping("/safe-contact/api/house")
    ResponseEntity<House> house() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new House(
                        environment.acceptsProfiles(Profiles.of("demo")), agency.dutyTelephone(clock.instant())));
    }
}
