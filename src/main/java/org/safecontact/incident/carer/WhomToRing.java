package org.safecontact.incident.carer;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.safecontact.incident.Incident;
import org.safecontact.incident.store.IncidentRepository;
import org.springframework.stereotype.Component;

/** Whom a carer rings about a case at this moment: never somebody who is told nothing of it (contract, 5.6). */
@Component
public class WhomToRing {

    private final CaseFiles files;
    private final IncidentRepository incidents;
    private final Agency agency;
    private final Clock clock;

    WhomToRing(CaseFiles files, IncidentRepository incidents, Agency agency, Clock clock) {
        this.files = files;
        this.incidents = incidents;
        this.agency = agency;
        this.clock = clock;
    }

    /**
     * @param words to stand behind "ring": duty, or the registered manager by name
     * @param telephone their number at this moment
     */
    public record Whom(String words, String telephone) {}

    /** Duty, unless somebody on duty is kept away, or nobody but the managers may know; for whoever is on duty, the next who would be asked. */
    public Whom about(String reference, String personId) {
        Instant now = clock.instant();
        Set<String> excluded = files.excluded(reference);
        boolean walled = files.walled(reference);
        boolean managersOnly =
                walled || agency.onDuty(now).stream().map(Person::id).anyMatch(excluded::contains);
        if (!managersOnly && !isOnDuty(personId)) {
            return new Whom("duty", agency.dutyTelephone(now));
        }
        Stream<Whom> teams = teamManagers(reference).stream()
                .filter(manager -> !walled && isOnDuty(personId) && agency.available(manager.id(), now))
                .filter(manager -> mayBeRung(manager, personId, excluded))
                .map(manager -> new Whom("the team manager, " + manager.name(), manager.telephone()));
        Stream<Whom> registered = Stream.concat(
                        agency.onCallManager(now).stream(), agency.holdersOf(Role.REGISTERED_MANAGER).stream())
                .filter(manager -> mayBeRung(manager, personId, excluded))
                .map(manager -> new Whom("the registered manager, " + manager.name(), manager.telephone()));
        return Stream.concat(teams, registered)
                .findFirst()
                .orElseGet(() -> new Whom("duty", agency.dutyTelephone(now)));
    }

    boolean isOnDuty(String personId) {
        return agency.onDuty(clock.instant()).stream().map(Person::id).anyMatch(personId::equals);
    }

    private List<Person> teamManagers(String reference) {
        return incidents
                .find(reference)
                .flatMap(Incident::householdId)
                .map(agency::teamManagersOf)
                .orElse(List.of());
    }

    private static boolean mayBeRung(Person manager, String personId, Set<String> excluded) {
        return !manager.id().equals(personId) && !excluded.contains(manager.id());
    }
}
