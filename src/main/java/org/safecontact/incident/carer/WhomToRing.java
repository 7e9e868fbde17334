package org.safecontact.incident.carer;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.springframework.stereotype.Component;

/** Whom a carer rings about a case at this moment: never somebody who is told nothing of it (contract, 5.6). */
@Component
public class WhomToRing {

    private final CaseFiles files;
    private final Agency agency;
    private final Clock clock;

    WhomToRing(CaseFiles files, Agency agency, Clock clock) {
        this.files = files;
        this.agency = agency;
        this.clock = clock;
    }

    /**
     * @param words to stand behind "ring": duty, or the registered manager by name
     * @param telephone their number at this moment
     */
    public record Whom(String words, String telephone) {}

    /** Duty, unless somebody on duty is kept away, or nobody but the managers may know. */
    public Whom about(String reference) {
        Instant now = clock.instant();
        Set<String> excluded = files.excluded(reference);
        boolean notDuty = files.walled(reference)
                || agency.onDuty(now).stream().map(Person::id).anyMatch(excluded::contains);
        return Stream.concat(agency.onCallManager(now).stream(), agency.holdersOf(Role.REGISTERED_MANAGER).stream())
                .filter(manager -> notDuty && !excluded.contains(manager.id()))
                .map(manager -> new Whom("the registered manager, " + manager.name(), manager.telephone()))
                .findFirst()
                .orElseGet(() -> new Whom("duty", agency.dutyTelephone(now)));
    }
}
