package org.safecontact.incident.report;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.Household;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.safecontact.incident.named.NamedPeople;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/**
 * What a person may choose from while reporting: carers the children of their home, workers their caseload, a child's social worker the own
 * children, duty and managers any child; and who can be named in the worry (practice, section 1).
 */
@NamedInterface("report")
@Component
public class Offered {

    /** Up to so many, choices stand on the screen; beyond, they are searched. */
    public static final int FEW = 12;

    /** Stands for who is not on a list; a form then asks in words. */
    public static final String SOMEBODY_ELSE = NamedPeople.SOMEBODY_ELSE;

    private static final Set<Role> ANY_CHILD =
            Set.of(Role.DUTY_SOCIAL_WORKER, Role.TEAM_MANAGER, Role.REGISTERED_MANAGER, Role.RESPONSIBLE_INDIVIDUAL);

    private final Agency agency;
    private final Clock clock;

    Offered(Agency agency, Clock clock) {
        this.agency = agency;
        this.clock = clock;
    }

    /** The children whom this person may report about, in the agency's order. */
    public List<Child> childrenFor(String personId) {
        if (mayTakeCalls(personId)) {
            return agency.children();
        }
        Map<String, Child> children = new LinkedHashMap<>();
        agency.householdOf(personId)
                .map(Household::id)
                .map(agency::childrenOf)
                .orElse(List.of())
                .forEach(child -> children.put(child.id(), child));
        agency.householdsSupervisedBy(personId).stream()
                .flatMap(home -> agency.childrenOf(home).stream())
                .forEach(child -> children.put(child.id(), child));
        agency.childrenOfChildsSocialWorker(personId).forEach(child -> children.put(child.id(), child));
        return List.copyOf(children.values());
    }

    /** Whether this person takes calls and writes reports down for others: duty and managers. */
    public boolean mayTakeCalls(String personId) {
        return agency.person(personId)
                .map(person -> person.roles().stream().anyMatch(ANY_CHILD::contains))
                .orElse(false);
    }

    /** Children with the home that they live in, where they live in several. */
    public Map<String, String> withTheirHomes(List<Child> children) {
        boolean several = children.stream().map(Child::householdId).distinct().count() > 1;
        Map<String, String> labels = new LinkedHashMap<>();
        children.forEach(child -> labels.put(child.id(), child.label() + (several ? ", " + home(child) : "")));
        return labels;
    }

    private String home(Child child) {
        return agency.household(child.householdId()).map(Household::name).orElse("");
    }

    /** Who can have rung: carers, children's social workers, or somebody else, by id and name. */
    public Map<String, String> callers() {
        Map<String, String> callers = new LinkedHashMap<>();
        for (Role role : List.of(Role.CARER, Role.CHILDS_SOCIAL_WORKER)) {
            agency.holdersOf(role).forEach(person -> callers.put(person.id(), named(person)));
        }
        callers.put(SOMEBODY_ELSE, "Somebody else");
        return callers;
    }

    /** Whether this person can have rung about the child: who lives with it, its social worker, or somebody who works for the agency. */
    public boolean mayHaveRungAbout(String callerId, Child child) {
        return child.childsSocialWorkerId().equals(callerId)
                || agency.carersOf(child.householdId()).stream()
                        .anyMatch(carer -> carer.id().equals(callerId))
                || agency.person(callerId)
                        .filter(person -> !person.is(Role.CARER) && !person.is(Role.CHILDS_SOCIAL_WORKER))
                        .isPresent();
    }

    /**
     * Who can be named in the worry, by id and name: whoever lives with these children, their workers and the managers. With many children
     * the homes are left out: who lives there is told in words then, and the home as a whole is kept away anyway.
     */
    public Map<String, String> people(List<Child> children, String exceptPersonId) {
        Map<String, String> people = new LinkedHashMap<>();
        Set<String> homes = children.size() > FEW
                ? Set.of()
                : children.stream().map(Child::householdId).collect(Collectors.toCollection(LinkedHashSet::new));
        for (String home : homes) {
            agency.carersOf(home).forEach(carer -> people.put(carer.id(), named(carer)));
            agency.household(home)
                    .map(Household::otherAdults)
                    .orElse(List.of())
                    .forEach(adult -> people.put(adult.id(), adult.name() + ", lives in the home"));
        }
        List<Person> workers = new ArrayList<>();
        homes.forEach(home -> agency.supervisingSocialWorkerOf(home).ifPresent(workers::add));
        if (children.size() > FEW) {
            workers.addAll(agency.holdersOf(Role.SUPERVISING_SOCIAL_WORKER));
        } else {
            children.forEach(
                    child -> agency.person(child.childsSocialWorkerId()).ifPresent(workers::add));
        }
        for (Role role : List.of(
                Role.DUTY_SOCIAL_WORKER, Role.TEAM_MANAGER, Role.REGISTERED_MANAGER, Role.RESPONSIBLE_INDIVIDUAL)) {
            workers.addAll(agency.holdersOf(role));
        }
        workers.forEach(worker -> people.put(worker.id(), named(worker)));
        people.remove(exceptPersonId);
        people.put(NamedPeople.SOMEBODY_ELSE, "Somebody else");
        return people;
    }

    /** Workers who can follow a child instead of the home, by id and name. */
    public Map<String, String> workers(Set<String> excluded) {
        Map<String, String> workers = new LinkedHashMap<>();
        for (Role role : List.of(Role.SUPERVISING_SOCIAL_WORKER, Role.DUTY_SOCIAL_WORKER, Role.TEAM_MANAGER)) {
            agency.holdersOf(role).stream()
                    .filter(person -> !excluded.contains(person.id()) && person.isThere(clock.instant()))
                    .forEach(person -> workers.put(person.id(), named(person)));
        }
        return workers;
    }

    private static String named(Person person) {
        String roles = person.roles().stream().sorted().map(Role::words).collect(Collectors.joining(", "));
        return person.name() + ", " + roles;
    }
}
