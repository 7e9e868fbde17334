package org.safecontact.agency;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What must be true of all files together: whoever is named exists, and somebody stands on every rung of a ladder. */
final class AgencyCheck {

    /** Words that the product uses where an id may stand. */
    private static final Set<String> RESERVED = Set.of("system", "somebodyElse", "none", "unsure", "emergencyDutyTeam");

    private static final Set<Role> ON_THE_ROTA = Set.of(Role.DUTY_SOCIAL_WORKER, Role.REGISTERED_MANAGER);
    private static final LocalDate LONG_AGO = LocalDate.of(1990, 1, 1);

    private final AgencyState state;
    private final Map<ItemKind, Map<String, AgencyFolder.Place>> places;
    private final List<Problem> problems;

    AgencyCheck(AgencyState state, Map<ItemKind, Map<String, AgencyFolder.Place>> places, List<Problem> problems) {
        this.state = state;
        this.places = places;
        this.problems = problems;
    }

    /** What is wrong with an agency that stands in no folder as it is: items of the folder and of pages together. */
    static List<Problem> problems(AgencyState state) {
        Map<ItemKind, Map<String, AgencyFolder.Place>> places = new EnumMap<>(ItemKind.class);
        state.items()
                .forEach((kind, items) -> places.put(
                        kind,
                        items.keySet().stream()
                                .collect(Collectors.toMap(
                                        id -> id,
                                        id -> new AgencyFolder.Place(kind.file(), YamlFile.Entry.nowhere())))));
        List<Problem> problems = new ArrayList<>();
        new AgencyCheck(state, places, problems).check();
        return problems;
    }

    void check() {
        state.settings().ifPresent(this::times);
        everyIdOnce();
        state.people().forEach(this::person);
        state.teams()
                .forEach(team -> team.managerIds()
                        .forEach(id -> holds(ItemKind.TEAMS, team, "managers", id, Role.TEAM_MANAGER)));
        state.households().forEach(this::household);
        state.children().forEach(this::child);
        rota();
        state.dangerousPeople()
                .forEach(person -> person.childIds().stream()
                        .sorted()
                        .forEach(id -> known(ItemKind.DANGEROUS_PEOPLE, person, "children", ItemKind.CHILDREN, id)));
        state.orders().forEach(this::order);
        state.policies()
                .forEach(policy -> known(ItemKind.POLICIES, policy, "owner", ItemKind.PEOPLE, policy.ownerId()));
        somebodyHolds(Role.DUTY_SOCIAL_WORKER);
        somebodyHolds(Role.REGISTERED_MANAGER);
        somebodyHolds(Role.RESPONSIBLE_INDIVIDUAL);
        somebodyHolds(Role.TEAM_MANAGER);
    }

    private void times(Settings agency) {
        agency.times().forEach((id, value) -> {
            Optional<String> sentence = HouseTime.of(id).isEmpty()
                    ? Optional.of("has " + id + ", which is not known here; docs/agency-folder.md has all names")
                    : HouseTime.of(id)
                            .flatMap(time -> time.problem(value))
                            .map(wrong -> id + " says '" + value + "', " + wrong);
            sentence.ifPresent(words ->
                    problems.add(places.get(ItemKind.AGENCY).get(agency.id()).problem("", "times", "times: " + words)));
        });
    }

    private void everyIdOnce() {
        Map<String, String> seen = new HashMap<>();
        state.people().forEach(person -> {
            seen.put(person.id(), "people.yaml");
            if (RESERVED.contains(person.id())) {
                add(ItemKind.PEOPLE, person, "id", "is a word that the product uses itself; choose another id");
            }
        });
        state.households()
                .forEach(home -> home.otherAdults().forEach(adult -> {
                    String elsewhere = seen.putIfAbsent(adult.id(), "households.yaml");
                    if (elsewhere != null || RESERVED.contains(adult.id())) {
                        add(ItemKind.HOUSEHOLDS, home, "otherAdults", "uses the id " + adult.id() + ", which is taken");
                    }
                }));
    }

    private void person(Person person) {
        boolean carer = person.is(Role.CARER);
        if (carer && person.householdId().isEmpty()) {
            add(ItemKind.PEOPLE, person, "roles", "is a carer and needs a household");
        }
        if (!carer && person.householdId().isPresent()) {
            add(ItemKind.PEOPLE, person, "household", "is no carer and must not have a household");
        }
        person.householdId().ifPresent(id -> known(ItemKind.PEOPLE, person, "household", ItemKind.HOUSEHOLDS, id));
        if (person.is(Role.ADMINISTRATOR) && person.roles().size() > 1) {
            add(
                    ItemKind.PEOPLE,
                    person,
                    "roles",
                    "looks after the machine and can have no other role: it sees no case");
        }
        if (person.is(Role.EMERGENCY_DUTY_TEAM)) {
            add(ItemKind.PEOPLE, person, "roles", "cannot be an emergency duty team: that is an authority's number");
        }
        for (Absence absence : person.absences()) {
            if (!absence.until().isAfter(absence.from())) {
                add(ItemKind.PEOPLE, person, "absences", "has an absence that ends before it begins");
            }
        }
        Set<String> adults = state.households().stream()
                .flatMap(home -> home.otherAdults().stream())
                .map(Household.Adult::id)
                .collect(Collectors.toSet());
        person.relatedTo().stream()
                .sorted()
                .filter(id -> !adults.contains(id))
                .forEach(id -> known(ItemKind.PEOPLE, person, "relatedTo", ItemKind.PEOPLE, id));
    }

    private void household(Household home) {
        known(ItemKind.HOUSEHOLDS, home, "team", ItemKind.TEAMS, home.teamId());
        holds(
                ItemKind.HOUSEHOLDS,
                home,
                "supervisedBy",
                home.supervisingSocialWorkerId(),
                Role.SUPERVISING_SOCIAL_WORKER);
        boolean carers = state.people().stream()
                .anyMatch(person -> person.is(Role.CARER)
                        && person.householdId().filter(home.id()::equals).isPresent());
        if (!carers) {
            add(ItemKind.HOUSEHOLDS, home, "id", "has no carer in people.yaml");
        }
    }

    private void child(Child child) {
        known(ItemKind.CHILDREN, child, "household", ItemKind.HOUSEHOLDS, child.householdId());
        known(ItemKind.CHILDREN, child, "authority", ItemKind.AUTHORITIES, child.authorityId());
        holds(ItemKind.CHILDREN, child, "childsSocialWorker", child.childsSocialWorkerId(), Role.CHILDS_SOCIAL_WORKER);
        if (!child.label().startsWith(child.id())) {
            add(ItemKind.CHILDREN, child, "label", "has a label that does not begin with the id");
        }
        if (child.dateOfBirth().isBefore(LONG_AGO)) {
            add(
                    ItemKind.CHILDREN,
                    child,
                    "dateOfBirth",
                    "was born in " + child.dateOfBirth().getYear() + ", which is no child");
        }
    }

    private void rota() {
        List<Shift> earlier = new ArrayList<>();
        for (Shift shift : state.rota()) {
            if (!ON_THE_ROTA.contains(shift.role())) {
                add(ItemKind.ROTA, shift, "role", "can only be for dutySocialWorker or registeredManager");
            } else {
                shift.people().forEach(id -> holds(ItemKind.ROTA, shift, "people", id, shift.role()));
            }
            if (shift.until().isPresent() && !shift.until().get().isAfter(shift.from())) {
                add(ItemKind.ROTA, shift, "until", "ends before it begins");
            }
            earlier.stream()
                    .filter(shift::overlaps)
                    .forEach(other ->
                            add(ItemKind.ROTA, shift, "from", "overlaps with " + other.id() + " for the same role"));
            earlier.add(shift);
        }
    }

    private void order(CourtOrder order) {
        known(ItemKind.ORDERS, order, "child", ItemKind.CHILDREN, order.childId());
        if (order.until().isPresent() && order.until().get().isBefore(order.madeOn())) {
            add(ItemKind.ORDERS, order, "until", "ends before it was made");
        }
    }

    private void somebodyHolds(Role role) {
        List<Person> holders =
                state.people().stream().filter(person -> person.is(role)).toList();
        boolean held =
                holders.stream().anyMatch(person -> person.suspendedFrom().isEmpty());
        boolean somebodyUnreadable = !places.getOrDefault(ItemKind.PEOPLE, Map.of()).keySet().stream()
                .allMatch(id -> state.person(id).isPresent());
        if (!held && !somebodyUnreadable) {
            problems.add(new Problem(
                    ItemKind.PEOPLE.file(),
                    0,
                    "",
                    "roles",
                    (holders.isEmpty() ? "nobody is " : "nobody who is not suspended is ")
                            + role.words() + " (" + role.groupId()
                            + "); somebody must be, or an alarm would end in silence"));
        }
    }

    private void holds(ItemKind kind, Item item, String field, String personId, Role role) {
        known(kind, item, field, ItemKind.PEOPLE, personId);
        state.person(personId)
                .filter(person -> !person.is(role))
                .ifPresent(person -> add(kind, item, field, "names " + personId + ", who is no " + role.words()));
    }

    /** An entry that could not be read counts as known here: its own problem is enough. */
    private void known(ItemKind kind, Item item, String field, ItemKind wanted, String id) {
        if (!places.getOrDefault(wanted, Map.of()).containsKey(id)) {
            add(kind, item, field, "names " + id + ", which is not in " + wanted.file());
        }
    }

    private void add(ItemKind kind, Item item, String field, String sentence) {
        problems.add(places.get(kind).get(item.id()).problem(item.id(), field, sentence));
    }
}
