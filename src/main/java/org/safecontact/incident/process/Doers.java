package org.safecontact.incident.process;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.safecontact.agency.WorkingTime;
import org.safecontact.engine.InDiagrams;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.RiskDecision;
import org.safecontact.incident.RiskLevel;
import org.safecontact.incident.WhoWasTold;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who gets a to-do: the person who reported, or who stands in; never anybody who is named in the worry (practice, section 1). */
@Component("doers")
@InDiagrams
public class Doers {

    private final Incidents incidents;
    private final CaseAccess access;
    private final CaseFiles files;
    private final Agency agency;
    private final WorkingTime working;
    private final ObjectProvider<WhoWasTold> telling;
    private final Clock clock;

    Doers(
            Incidents incidents,
            CaseAccess access,
            CaseFiles files,
            Agency agency,
            WorkingTime working,
            ObjectProvider<WhoWasTold> telling,
            Clock clock) {
        this.incidents = incidents;
        this.access = access;
        this.files = files;
        this.agency = agency;
        this.working = working;
        this.telling = telling;
        this.clock = clock;
    }

    /**
     * Whoever reported it.
     *
     * @return null when that person may not see the case or works for another authority: then {@link #insteadOfReporter} says who
     */
    public String reporter(DelegateExecution execution) {
        return reporterOf(Case.reference(execution)).orElse(null);
    }

    /** Whoever reported it; empty when that person may not see the case or works for another authority. */
    Optional<String> reporterOf(String reference) {
        return Optional.of(incidents.get(reference).reporterId())
                .filter(id -> maySee(reference, id))
                .filter(id -> !onlyChildsSocialWorker(id));
    }

    /**
     * Where a child's social worker reported it, the carers of the home; where nobody of the home may know of it, a registered manager, who
     * gives it to a worker.
     *
     * @return empty when {@link #reporter} does it
     */
    public Collection<String> insteadOfReporter(DelegateExecution execution) {
        if (reporter(execution) != null) {
            return List.of();
        }
        String reference = Case.reference(execution);
        Set<String> carers = carers(reference);
        return carers.isEmpty() ? managers(reference) : carers;
    }

    /** Whether any carer of the home may see it. */
    boolean homeMayKnow(String reference) {
        return !carers(reference).isEmpty();
    }

    /**
     * When somebody is in danger, whoever reported it; else the worker who answered, or took over since (practice, section 1).
     *
     * @return null while nobody has answered, when another carer of the home says that somebody is in danger now, or when that person may not
     *     see the case: then {@link #insteadOfPolice} says who
     */
    public String police(DelegateExecution execution) {
        Incident incident = incident(execution);
        if (worriedToo(execution).isPresent()) {
            return null;
        }
        String rings = Case.level(execution) == RiskLevel.IMMEDIATE
                ? incident.reporterId()
                : hasIt(incident.reference()).orElse(Case.text(execution, CaseNames.ACKNOWLEDGED_BY));
        return rings != null && maySee(incident.reference(), rings) ? rings : null;
    }

    private Optional<String> hasIt(String reference) {
        return telling.stream()
                .flatMap(each -> each.taken(reference).stream())
                .filter(WhoWasTold.Taken::answered)
                .map(WhoWasTold.Taken::personId)
                .findFirst();
    }

    /** Whether ringing the police is for who reported, not for a worker who answered. */
    public boolean reporterRings(DelegateExecution execution) {
        return incident(execution).reporterId().equals(police(execution));
    }

    /**
     * Where nobody has answered yet, or that person is kept away, everybody who was told: whoever takes it first. Where another carer of the
     * home is the one who is with the danger, that carer and whoever reported it.
     *
     * @return empty when {@link #police} names somebody
     */
    public Collection<String> insteadOfPolice(DelegateExecution execution) {
        Optional<String> worried = worriedToo(execution);
        if (worried.isPresent()) {
            return Stream.concat(worried.stream(), reporterOf(Case.reference(execution)).stream())
                    .toList();
        }
        return police(execution) != null ? List.of() : everybodyTold(execution);
    }

    /** Another carer of the home than who reported it, who was more worried last while somebody is in danger. */
    private Optional<String> worriedToo(DelegateExecution execution) {
        Incident incident = incident(execution);
        return incidents
                .decision(incident.reference())
                .filter(decision -> decision.byPerson() && decision.level() == RiskLevel.IMMEDIATE)
                .map(RiskDecision::decidedBy)
                .filter(by -> !by.equals(incident.reporterId()))
                .filter(carers(incident.reference())::contains);
    }

    /**
     * Where every registered manager is kept away, the responsible individual; where that person is too, whoever is on duty.
     *
     * @return empty when there is a registered manager for it
     */
    public Collection<String> insteadOfManagers(DelegateExecution execution) {
        String reference = Case.reference(execution);
        return ids(reference, agency.holdersOf(Role.REGISTERED_MANAGER)).isEmpty() ? managers(reference) : List.of();
    }

    /** Everybody who was told so far; before anybody was, whoever is told first: duty, or the managers where anybody is kept away. */
    public Collection<String> everybodyTold(DelegateExecution execution) {
        return everybodyTold(Case.reference(execution));
    }

    /** Who can ring the police instead of a worker who gives it back: everybody who was told, duty, and the registered managers. */
    Set<String> alsoRingThePolice(String reference) {
        Set<String> people = new LinkedHashSet<>(everybodyTold(reference));
        people.addAll(ids(reference, agency.onDuty(clock.instant())));
        people.addAll(ids(reference, agency.holdersOf(Role.REGISTERED_MANAGER)));
        people.removeIf(id -> agency.is(id, Role.CARER) || !maySee(reference, id));
        return people;
    }

    Collection<String> everybodyTold(String reference) {
        Set<String> told = new LinkedHashSet<>();
        telling.stream().forEach(each -> told.addAll(each.toldSoFar(reference)));
        told.removeAll(files.excluded(reference));
        if (!told.isEmpty()) {
            return told;
        }
        boolean keptAway =
                files.walled(reference) || !files.excludedHere(reference).isEmpty();
        return keptAway ? managers(reference) : dutyOrManagers(reference);
    }

    /** In office hours, the supervising social worker of the home that the report was begun in. */
    public Collection<String> ringsAboutUnsent(DelegateExecution execution) {
        Instant now = clock.instant();
        if (!working.isOfficeHours(now)) {
            return List.of();
        }
        return incident(execution)
                .householdId()
                .flatMap(agency::supervisingSocialWorkerOf)
                .filter(worker -> agency.available(worker.id(), now))
                .map(worker -> List.of(worker.id()))
                .orElse(List.of());
    }

    private Set<String> carers(String reference) {
        return ids(
                reference,
                incidents.get(reference).householdId().map(agency::carersOf).orElse(List.of()));
    }

    private Collection<String> dutyOrManagers(String reference) {
        Set<String> duty = ids(reference, agency.onDuty(clock.instant()));
        return duty.isEmpty() ? managers(reference) : duty;
    }

    /** The responsible individual when all registered managers are kept away, duty when that person is too. */
    private Set<String> managers(String reference) {
        return Stream.of(
                        agency.holdersOf(Role.REGISTERED_MANAGER),
                        agency.holdersOf(Role.RESPONSIBLE_INDIVIDUAL),
                        agency.onDuty(clock.instant()))
                .map(people -> ids(reference, people))
                .filter(people -> !people.isEmpty())
                .findFirst()
                .orElse(Set.of());
    }

    private Set<String> ids(String reference, List<Person> people) {
        Set<String> ids = new LinkedHashSet<>();
        Stream<String> all = people.stream().map(Person::id);
        all.filter(id -> maySee(reference, id)).forEach(ids::add);
        return ids;
    }

    private boolean maySee(String reference, String personId) {
        return access.mayRead(personId, reference);
    }

    private boolean onlyChildsSocialWorker(String personId) {
        return agency.person(personId)
                .map(person -> person.roles().equals(Set.of(Role.CHILDS_SOCIAL_WORKER)))
                .orElse(false);
    }

    private Incident incident(DelegateExecution execution) {
        return incidents.get(Case.reference(execution));
    }
}
