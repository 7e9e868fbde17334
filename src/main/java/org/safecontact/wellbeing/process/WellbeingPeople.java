package org.safecontact.wellbeing.process;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.safecontact.engine.InDiagrams;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.Noted;
import org.safecontact.wellbeing.LooksSoFar;
import org.safecontact.wellbeing.Schedules;
import org.safecontact.wellbeing.Seen;
import org.safecontact.wellbeing.WellbeingSchedule;
import org.safecontact.wellbeing.WhatHappened;
import org.springframework.stereotype.Component;

/**
 * Who looks how the child is: the person who reported; when that is no carer of the home, its carers; when the child stays somewhere else
 * (respite, hospital), the supervising social worker, who rings there; when nothing may reach the home, the worker whom the
 * registered manager named for it, until then a registered manager (practice, sections 1 and 3). Never anybody who is excluded.
 */
@Component("wellbeingPeople")
@InDiagrams
public class WellbeingPeople {

    private final Schedules schedules;
    private final LooksSoFar soFar;
    private final WhatHappened happened;
    private final Incidents incidents;
    private final Agency agency;
    private final CaseFiles files;
    private final Clock clock;

    WellbeingPeople(
            Schedules schedules,
            LooksSoFar soFar,
            WhatHappened happened,
            Incidents incidents,
            Agency agency,
            CaseFiles files,
            Clock clock) {
        this.schedules = schedules;
        this.soFar = soFar;
        this.happened = happened;
        this.incidents = incidents;
        this.agency = agency;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Whoever reported it, where that is a carer of the home.
     *
     * @return null when several people may look: then {@link #mayLook} says who
     */
    public String looks(DelegateExecution execution) {
        Set<String> people = people(execution);
        return people.size() == 1 ? people.iterator().next() : null;
    }

    /**
     * Else the carers of the home; where the child stays somewhere else, the supervising social worker; where nothing may reach the home, the
     * worker named for it or a registered manager.
     */
    public Collection<String> mayLook(DelegateExecution execution) {
        return people(execution);
    }

    /**
     * Where nothing may reach the home, a registered manager.
     *
     * @return empty when the home may be asked
     */
    public Collection<String> managersInstead(DelegateExecution execution) {
        return schedules.withHome(Names.reference(execution)) ? List.of() : managers(execution);
    }

    /**
     * At HIGH and IMMEDIATE the team managers of the home too, where nobody looked or was reached the time before either; where nothing may
     * reach the home, a registered manager.
     */
    public Collection<String> ringsToo(DelegateExecution execution) {
        String reference = Names.reference(execution);
        if (!schedules.withHome(reference) || !soFar.afterMissed(soFar.look(Names.look(execution)))) {
            return managersInstead(execution);
        }
        List<Person> managers =
                happened.get(reference).householdId().map(agency::teamManagersOf).orElse(List.of()).stream()
                        .filter(manager -> agency.available(manager.id(), clock.instant()))
                        .toList();
        Set<String> ring = ids(managers, files.excluded(reference));
        return ring.isEmpty() ? managers(execution) : ring;
    }

    /** {@link #ringsToo}, and whoever supervises the home where it may be asked. */
    Set<String> everybodyWhoRings(DelegateExecution execution) {
        Set<String> ring = new LinkedHashSet<>(ringsToo(execution));
        ring.addAll(whoSupervises(Names.reference(execution)));
        return ring;
    }

    /** Whoever supervises the home, where it may be asked; else nobody. */
    Set<String> whoSupervises(String reference) {
        return schedules.withHome(reference) ? supervising(reference) : Set.of();
    }

    /** The carers of the home who may look, when the home may be asked and the child is there; else nobody. */
    Set<String> homeOfLook(DelegateExecution execution) {
        return homeOf(Names.schedule(execution));
    }

    /** See {@link #homeOfLook}. */
    Set<String> homeOf(long scheduleId) {
        WellbeingSchedule schedule = soFar.schedule(scheduleId);
        Optional<String> household = happened.get(schedule.reference()).householdId();
        boolean childIsThere = soFar.place(schedule.id()) == Seen.Place.HOME
                && agency.child(schedule.childId())
                        .filter(child ->
                                household.filter(child.householdId()::equals).isPresent())
                        .isPresent();
        if (!childIsThere) {
            return Set.of();
        }
        return schedules.carersToAsk(schedule.reference()).stream()
                .map(Person::id)
                .collect(LinkedHashSet::new, Set::add, Set::addAll);
    }

    private Set<String> people(DelegateExecution execution) {
        String reference = Names.reference(execution);
        if (!schedules.withHome(reference)) {
            return observer(reference).map(Set::of).orElseGet(() -> managers(execution));
        }
        Set<String> home = homeOfLook(execution);
        if (home.isEmpty()) {
            return supervising(reference);
        }
        return soFar.askedFor(Names.look(execution)).stream()
                .map(asked -> happened.get(asked).by())
                .filter(home::contains)
                .findFirst()
                .map(Set::of)
                .orElse(home);
    }

    /** The child's supervising social worker, or whoever is on duty while that one is away or excluded. */
    private Set<String> supervising(String reference) {
        Set<String> excluded = files.excluded(reference);
        return happened.get(reference)
                .householdId()
                .flatMap(agency::supervisingSocialWorkerOf)
                .map(Person::id)
                .filter(worker -> agency.available(worker, clock.instant()) && !excluded.contains(worker))
                .map(Set::of)
                .orElseGet(() -> ids(agency.onDuty(clock.instant()), excluded));
    }

    /** The worker to whom the registered manager gave the following of this child. */
    private Optional<String> observer(String reference) {
        return incidents
                .noted(reference, Noted.OBSERVER)
                .filter(worker -> agency.available(worker, clock.instant()))
                .filter(worker -> !files.excluded(reference).contains(worker));
    }

    private Set<String> managers(DelegateExecution execution) {
        Set<String> excluded = files.excluded(Names.reference(execution));
        Set<String> managers = ids(agency.holdersOf(Role.REGISTERED_MANAGER), excluded);
        return managers.isEmpty() ? ids(agency.holdersOf(Role.RESPONSIBLE_INDIVIDUAL), excluded) : managers;
    }

    private static Set<String> ids(List<Person> people, Set<String> without) {
        return people.stream()
                .map(Person::id)
                .filter(id -> !without.contains(id))
                .collect(LinkedHashSet::new, Set::add, Set::addAll);
    }
}
