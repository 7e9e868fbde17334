package org.safecontact.agency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Who is who: people, homes, teams, children, authorities, the rota. Read only; what holds is what the agency's
 * folder said at the last start of any node and {@link AgencyKeeping} has changed since, from the next request on. Unknown ids give empty
 * answers, never errors.
 * Whoever is suspended has no role and is never there, from that moment on.
 */
@Service
public class Agency {

    private final AgencyInForce inForce;

    private final Clock clock;

    Agency(AgencyInForce inForce, Clock clock) {
        this.inForce = inForce;
        this.clock = clock;
    }

    /** The name of the agency. */
    public String name() {
        return state().settings().map(Settings::name).orElse("");
    }

    /**
     * How long one of the agency's own times is.
     *
     * @param time one that runs by the clock; a deadline is asked of {@link WorkingTime#due(Instant, HouseTime)}
     */
    public Duration length(HouseTime time) {
        return Duration.parse(rule(time));
    }

    /** What the folder says of a time, else what is usual. */
    String rule(HouseTime time) {
        return state().settings().map(agency -> agency.times().get(time.id())).orElse(time.usual());
    }

    public Optional<Person> person(String id) {
        return state().person(id).map(this::now);
    }

    /** What people read instead of an id: the name of a person or of an adult of a home; the id itself when unknown. */
    public String nameOf(String id) {
        return person(id)
                .map(Person::name)
                .or(() -> state().households().stream()
                        .flatMap(home -> home.otherAdults().stream())
                        .filter(adult -> adult.id().equals(id))
                        .map(Household.Adult::name)
                        .findFirst())
                .orElse(id);
    }

    /** The same after what they do: <i>duty social worker Frankie Nightingale</i>. */
    public String roleAndNameOf(String id) {
        return person(id)
                .flatMap(known -> known.roles().stream().sorted().findFirst())
                .map(role -> role.words() + " " + nameOf(id))
                .orElseGet(() -> nameOf(id));
    }

    /** Whether that is somebody of this role; nobody known is of none. */
    public boolean is(String personId, Role role) {
        return person(personId).filter(known -> known.is(role)).isPresent();
    }

    /** Everybody with that role, in the order of the file. */
    public List<Person> holdersOf(Role role) {
        return people().filter(person -> person.is(role)).toList();
    }

    public Optional<Household> household(String id) {
        return state().one(ItemKind.HOUSEHOLDS, id, Household.class);
    }

    /** All homes, in the order of the file. */
    public List<Household> households() {
        return List.copyOf(state().households());
    }

    /** The home of a carer; empty for workers. */
    public Optional<Household> householdOf(String personId) {
        return person(personId).flatMap(Person::householdId).flatMap(this::household);
    }

    /** The carers of a home, in the order of the file. */
    public List<Person> carersOf(String householdId) {
        return people().filter(person -> person.is(Role.CARER))
                .filter(person ->
                        person.householdId().filter(householdId::equals).isPresent())
                .toList();
    }

    public Optional<Child> child(String id) {
        return state().one(ItemKind.CHILDREN, id, Child.class);
    }

    /** All children, in the order of the file. */
    public List<Child> children() {
        return List.copyOf(state().children());
    }

    /** The children who live in a home, in the order of the file. */
    public List<Child> childrenOf(String householdId) {
        return state().children().stream()
                .filter(child -> child.householdId().equals(householdId))
                .toList();
    }

    /** Ids of the homes that this worker supervises. */
    public List<String> householdsSupervisedBy(String personId) {
        return state().households().stream()
                .filter(home -> home.supervisingSocialWorkerId().equals(personId))
                .map(Household::id)
                .toList();
    }

    /** Ids of the homes of the teams that this person manages. */
    public List<String> householdsOfTeamsManagedBy(String personId) {
        List<String> teams = state().teams().stream()
                .filter(team -> team.managerIds().contains(personId))
                .map(Team::id)
                .toList();
        return state().households().stream()
                .filter(home -> teams.contains(home.teamId()))
                .map(Household::id)
                .toList();
    }

    /** The children whose authority named this person as their social worker. */
    public List<Child> childrenOfChildsSocialWorker(String personId) {
        return state().children().stream()
                .filter(child -> child.childsSocialWorkerId().equals(personId))
                .toList();
    }

    public Optional<Person> supervisingSocialWorkerOf(String householdId) {
        return household(householdId).map(Household::supervisingSocialWorkerId).flatMap(this::person);
    }

    public Optional<Team> teamOf(String householdId) {
        return household(householdId).flatMap(home -> state().one(ItemKind.TEAMS, home.teamId(), Team.class));
    }

    /** The managers of a home's team, in the order of the file. */
    public List<Person> teamManagersOf(String householdId) {
        return teamOf(householdId).stream()
                .flatMap(team -> team.managerIds().stream())
                .flatMap(id -> person(id).stream())
                .toList();
    }

    /** Whether somebody is there at that moment, by the absences in the file; false for an unknown id. */
    public boolean available(String personId, Instant moment) {
        return person(personId).filter(person -> person.isThere(moment)).isPresent();
    }

    /**
     * Who answers duty at that moment: whoever the rota names and is there, else every duty social worker who is
     * there, else all of them. Never empty: the start is refused when nobody is a duty social worker.
     */
    public List<Person> onDuty(Instant moment) {
        return firstNotEmpty(List.of(
                onShift(Role.DUTY_SOCIAL_WORKER, moment),
                holdersOf(Role.DUTY_SOCIAL_WORKER).stream()
                        .filter(person -> person.isThere(moment))
                        .toList(),
                holdersOf(Role.DUTY_SOCIAL_WORKER)));
    }

    /** The manager on call: whom the rota names and who is there, else the first registered manager who is there. */
    public Optional<Person> onCallManager(Instant moment) {
        return firstNotEmpty(List.of(
                        onShift(Role.REGISTERED_MANAGER, moment),
                        holdersOf(Role.REGISTERED_MANAGER).stream()
                                .filter(person -> person.isThere(moment))
                                .toList(),
                        holdersOf(Role.REGISTERED_MANAGER)))
                .stream()
                .findFirst();
    }

    /** Who answers for the service, in the order in which they are asked: the manager on call, the other registered managers, the responsible individual. */
    public Stream<Person> answersForService(Instant moment) {
        return Stream.of(
                        onCallManager(moment).stream(),
                        thereFirst(Role.REGISTERED_MANAGER, moment),
                        thereFirst(Role.RESPONSIBLE_INDIVIDUAL, moment))
                .flatMap(people -> people)
                .distinct();
    }

    private Stream<Person> thereFirst(Role role, Instant moment) {
        return holdersOf(role).stream().sorted(Comparator.comparing(person -> !person.isThere(moment)));
    }

    /** The number of duty at that moment: that of the shift, else that of the agency. */
    public String dutyTelephone(Instant moment) {
        return state().rota().stream()
                .filter(shift -> shift.role() == Role.DUTY_SOCIAL_WORKER && shift.covers(moment))
                .flatMap(shift -> shift.telephone().stream())
                .findFirst()
                .or(() -> state().settings().map(Settings::dutyTelephone))
                .orElse("");
    }

    /** Every telephone number and e-mail address of people here, of duty, and of authorities, as the agency writes them. */
    public Stream<String> ownNumbersAndAddresses() {
        return Stream.of(
                        state().people().stream().flatMap(person -> Stream.of(person.telephone(), person.email())),
                        state().authorities().stream()
                                .flatMap(authority ->
                                        Stream.of(authority.telephone(), authority.emergencyDutyTeamTelephone())),
                        state().rota().stream().flatMap(shift -> shift.telephone().stream()),
                        state().settings().map(Settings::dutyTelephone).stream())
                .flatMap(written -> written);
    }

    /** The authority that placed a child. */
    public Optional<Authority> authorityOf(String childId) {
        return child(childId).flatMap(child -> state().one(ItemKind.AUTHORITIES, child.authorityId(), Authority.class));
    }

    /** Whoever outside is known to be a danger to this child. */
    public List<DangerousPerson> dangerousPeople(String childId) {
        return state().dangerousPeople().stream()
                .filter(person -> person.childIds().contains(childId))
                .toList();
    }

    /** The policies that the agency's folder lists, in the order of the file. */
    public List<Policy> policies() {
        return List.copyOf(state().policies());
    }

    /** The court orders about contact with this child, old ones too. */
    public List<CourtOrder> ordersOf(String childId) {
        return state().orders().stream()
                .filter(order -> order.childId().equals(childId))
                .toList();
    }

    /** Age in full years on that day; 0 for an unknown child. */
    public int ageOf(String childId, LocalDate day) {
        return child(childId)
                .map(child -> Period.between(child.dateOfBirth(), day).getYears())
                .orElse(0);
    }

    /**
     * Everybody with a login who must hear nothing when these people are named in a concern: they themselves, whoever
     * lives with them (a shared home), and whoever is related to them by the agency's file (contract, who-to-tell).
     *
     * @param namedIds ids of people or of adults of a home
     */
    public Set<String> namedOrConnected(Set<String> namedIds) {
        Set<String> homes = new LinkedHashSet<>();
        namedIds.forEach(id -> person(id).flatMap(Person::householdId).ifPresent(homes::add));
        state().households().stream()
                .filter(home -> home.otherAdults().stream().anyMatch(adult -> namedIds.contains(adult.id())))
                .forEach(home -> homes.add(home.id()));
        Set<String> connected = new LinkedHashSet<>();
        for (Person person : state().people()) {
            boolean named = namedIds.contains(person.id());
            boolean sameHome = person.householdId().filter(homes::contains).isPresent();
            boolean related = Stream.concat(
                            person.relatedTo().stream().filter(namedIds::contains),
                            namedIds.stream()
                                    .filter(id -> person(id)
                                            .filter(other -> other.relatedTo().contains(person.id()))
                                            .isPresent()))
                    .findAny()
                    .isPresent();
            if (named || sameHome || related) {
                connected.add(person.id());
            }
        }
        return connected;
    }

    /** Whether the agency itself keeps its office closed on that day. */
    boolean ownDay(LocalDate day) {
        return state().ownDays().stream().anyMatch(own -> own.date().equals(day));
    }

    private List<Person> onShift(Role role, Instant moment) {
        return state().rota().stream()
                .filter(shift -> shift.role() == role && shift.covers(moment))
                .flatMap(shift -> shift.people().stream())
                .flatMap(id -> person(id).stream())
                .filter(person -> person.isThere(moment))
                .toList();
    }

    private static List<Person> firstNotEmpty(List<List<Person>> lists) {
        return lists.stream().filter(list -> !list.isEmpty()).findFirst().orElse(List.of());
    }

    private Stream<Person> people() {
        return state().people().stream().map(this::now);
    }

    private Person now(Person person) {
        return person.at(clock.instant());
    }

    private AgencyState state() {
        return inForce.state();
    }
}
