package org.safecontact.incident;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.CaseFile;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.safecontact.incident.store.IncidentRepository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Who looks after a case: who took it or answered, else the home's supervising social worker, else duty, else whoever
 * answers for the service; of those, who is there and may read it.
 */
@Component
class WhoHasIt {

    private final CaseAccess access;
    private final CaseFiles files;
    private final IncidentRepository repository;
    private final Agency agency;
    private final ObjectProvider<WhoWasTold> telling;
    private final Clock clock;

    WhoHasIt(
            CaseAccess access,
            CaseFiles files,
            IncidentRepository repository,
            Agency agency,
            ObjectProvider<WhoWasTold> telling,
            Clock clock) {
        this.access = access;
        this.files = files;
        this.repository = repository;
        this.agency = agency;
        this.telling = telling;
        this.clock = clock;
    }

    /** Who took it or answered, and may read it. */
    Set<String> taken(String reference) {
        return telling.stream()
                .flatMap(each -> each.taken(reference).stream())
                .map(WhoWasTold.Taken::personId)
                .filter(id -> access.mayRead(id, reference))
                .collect(Collectors.toSet());
    }

    Set<String> of(String reference) {
        Instant now = clock.instant();
        Optional<Incident> incident = repository.find(reference);
        return Stream.<List<String>>of(
                        telling.stream()
                                .flatMap(each -> each.taken(reference).stream())
                                .map(WhoWasTold.Taken::personId)
                                .toList(),
                        incident
                                .flatMap(Incident::householdId)
                                .or(() -> incident.isEmpty() ? homeOfFile(reference) : Optional.empty())
                                .flatMap(agency::supervisingSocialWorkerOf)
                                .stream()
                                .map(Person::id)
                                .toList(),
                        ids(agency.onDuty(now)),
                        ids(agency.onCallManager(now).stream().toList()),
                        ids(agency.holdersOf(Role.RESPONSIBLE_INDIVIDUAL)))
                .map(people -> people.stream()
                        .filter(id -> agency.available(id, now) && access.mayRead(id, reference))
                        .collect(Collectors.toSet()))
                .filter(people -> !people.isEmpty())
                .findFirst()
                .orElse(Set.of());
    }

    /** Of what is kept about a child beside its reports, such as a limit. */
    private Optional<String> homeOfFile(String reference) {
        return files.find(reference).flatMap(CaseFile::householdId);
    }

    private static List<String> ids(List<Person> people) {
        return people.stream().map(Person::id).toList();
    }
}
