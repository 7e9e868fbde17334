package org.safecontact.access;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.Household;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one place that decides who may see and do what on which case. Nothing is remembered between two questions:
 * leaving, moving, a change of the rota, an exclusion or a wall count on the very next one.
 * Rules: contract, section 5.6; practice notes, section 1.
 */
@Service
@Transactional(readOnly = true)
public class CaseAccess {

    private static final Set<Role> SEES_ONLY_WHAT_IS_MEANT =
            EnumSet.of(Role.CARER, Role.CHILDS_SOCIAL_WORKER, Role.EMERGENCY_DUTY_TEAM, Role.ADMINISTRATOR);

    private final Agency agency;
    private final CaseFileRepository files;
    private final CaseGrants grants;
    private final CasesInHand inHand;
    private final Clock clock;

    CaseAccess(Agency agency, CaseFileRepository files, CaseGrants grants, CasesInHand inHand, Clock clock) {
        this.agency = agency;
        this.files = files;
        this.grants = grants;
        this.inHand = inHand;
        this.clock = clock;
    }

    /** Whether this person may read the case: its to-dos, its record, its evidence. */
    public boolean mayRead(String personId, String reference) {
        return facts(reference)
                .filter(facts -> sightOn(personId, facts)
                        .map(sight -> facts.file().closedAt().isPresent() ? sight.withoutDuty() : sight)
                        .filter(sight -> sight.covers(facts.file()))
                        .isPresent())
                .isPresent();
    }

    /** @throws NotYours when this person may not read the case, or there is none of that reference */
    public void requireRead(String personId, String reference) {
        if (!mayRead(personId, reference)) {
            throw new NotYours();
        }
    }

    /** Whether this person is to hear nothing more of the case: excluded, or outside its wall (contract, 5.6). */
    public boolean keptAway(String personId, String reference) {
        return facts(reference)
                .filter(facts ->
                        facts.excluded().contains(personId) || facts.file().walled() && !mayRead(personId, reference))
                .isPresent();
    }

    /** Whether this person sees this on their lists and may open it. */
    public boolean mayRead(String personId, CaseTask task) {
        return facts(task.reference())
                .filter(facts -> mayRead(personId, task, facts))
                .isPresent();
    }

    /**
     * Whether this person may take it, or having taken it, send its form. Somebody else's is nobody's; an open one
     * belongs to whom it was offered by name, and to the holders of the roles it was offered to who stand in the right
     * relation to the child. What a second person has to agree to is never the first one's.
     */
    public boolean mayWork(String personId, CaseTask task) {
        return facts(task.reference())
                .filter(facts -> mayWork(personId, task, facts))
                .isPresent();
    }

    /** Everybody who may take it now; for handing over by name. */
    public List<Person> whoMayWork(CaseTask task) {
        CaseTask open = new CaseTask(
                task.reference(), Optional.empty(), task.candidateUsers(), task.candidateGroups(), task.first());
        return facts(task.reference()).stream()
                .flatMap(facts -> Stream.of(Role.values())
                        .flatMap(role -> agency.holdersOf(role).stream())
                        .distinct()
                        .filter(person -> mayWork(person.id(), open, facts)))
                .toList();
    }

    /** What somebody's work is towards cases, the widest first. */
    public Relation relationOf(String personId) {
        Optional<Person> known = agency.person(personId);
        if (known.isEmpty()) {
            return Relation.NONE;
        }
        Person person = known.get();
        if (person.is(Role.REGISTERED_MANAGER) || person.is(Role.RESPONSIBLE_INDIVIDUAL)) {
            return Relation.SERVICE;
        }
        if (isOnDuty(person)) {
            return Relation.DUTY_NOW;
        }
        if (person.is(Role.TEAM_MANAGER)) {
            return Relation.TEAM;
        }
        if (person.is(Role.SUPERVISING_SOCIAL_WORKER)) {
            return Relation.CASELOAD;
        }
        if (person.is(Role.CHILDS_SOCIAL_WORKER)) {
            return Relation.CHILDS_AUTHORITY;
        }
        return person.is(Role.CARER) ? Relation.OWN_HOUSEHOLD : Relation.NONE;
    }

    /** What this person's work shows them now; exclusions still to be taken away case by case. */
    public Sight sightOf(String personId) {
        return agency.person(personId)
                .map(person -> sight(person, grants.of(personId), begunOrInHand(person), homesStoodInFor(person)))
                .orElseGet(() -> Sight.none(personId));
    }

    private List<String> homesStoodInFor(Person person) {
        return isOnDuty(person)
                ? agency.households().stream()
                        .map(Household::id)
                        .filter(home -> supervises(person, Optional.of(home), Set.of()))
                        .toList()
                : List.of();
    }

    private Sight sight(Person person, List<String> granted, List<String> inHand, List<String> standsInFor) {
        Set<Role> roles = person.roles();
        boolean service = relationOf(person.id()) == Relation.SERVICE;
        List<String> households = new ArrayList<>();
        if (roles.contains(Role.SUPERVISING_SOCIAL_WORKER)) {
            households.addAll(agency.householdsSupervisedBy(person.id()));
        }
        if (roles.contains(Role.TEAM_MANAGER)) {
            households.addAll(agency.householdsOfTeamsManagedBy(person.id()));
        }
        List<String> children = roles.contains(Role.CHILDS_SOCIAL_WORKER)
                ? agency.childrenOfChildsSocialWorker(person.id()).stream()
                        .map(Child::id)
                        .toList()
                : List.of();
        return new Sight(
                person.id(),
                service || isOnDuty(person),
                service,
                List.copyOf(new LinkedHashSet<>(households)),
                standsInFor,
                ownHome(person),
                children,
                granted,
                inHand,
                mayStandAs(person),
                SEES_ONLY_WHAT_IS_MEANT.containsAll(roles));
    }

    /**
     * Reports begun and not sent; for a carer those of the own home with something to do that was given to them by name,
     * such as ringing the police; and what a duty worker has in hand.
     */
    private List<String> begunOrInHand(Person person) {
        List<String> references = new ArrayList<>(files.begunBy(person.id()));
        List<String> unsentAtHome = ownHome(person).map(files::unsentOf).orElse(List.of());
        if (!unsentAtHome.isEmpty()) {
            inHand.of(person.id()).stream().filter(unsentAtHome::contains).forEach(references::add);
        }
        references.addAll(inHandOfDuty(person));
        return references;
    }

    /**
     * What a duty worker took or was asked for by name: an answer given a minute after the turn still counts, and so does what is kept in no case
     * and nobody else did in time.
     */
    private List<String> inHandOfDuty(Person person) {
        return person.is(Role.DUTY_SOCIAL_WORKER) ? inHand.of(person.id()) : List.of();
    }

    /** Something of an unsent report of the own home that this carer was given by name. */
    private boolean isGivenAtHome(Person person, CaseFile file) {
        return !file.sent()
                && file.householdId().isPresent()
                && file.householdId().equals(ownHome(person))
                && inHand.of(person.id()).contains(file.reference());
    }

    private static Optional<String> ownHome(Person person) {
        return person.is(Role.CARER) ? person.householdId() : Optional.empty();
    }

    /** What decides who may see one case, loaded once however many people are asked about. */
    private record Facts(CaseFile file, Set<String> excluded, Set<String> granted) {}

    private Optional<Facts> facts(String reference) {
        return files.find(reference).map(file -> new Facts(file, files.excluded(reference), grants.letInTo(reference)));
    }

    /** The same as {@link #sightOf}, as far as it matters for one case; empty for whoever is excluded from it. */
    private Optional<Sight> sightOn(String personId, Facts facts) {
        if (facts.excluded().contains(personId)) {
            return Optional.empty();
        }
        CaseFile file = facts.file();
        List<String> thisCase = List.of(file.reference());
        boolean begun = file.openedBy().equals(personId)
                && !file.sent()
                && !(file.noCase() && files.hasMoved(file.reference()));
        return agency.person(personId)
                .map(person -> sight(
                        person,
                        facts.granted().contains(personId) ? thisCase : List.of(),
                        begun || isGivenAtHome(person, file) ? thisCase : inHandOfDuty(person),
                        file.noCase() ? homesStoodInFor(person) : List.of()));
    }

    private boolean mayRead(String personId, CaseTask task, Facts facts) {
        return sightOn(personId, facts)
                .filter(sight -> sight.covers(facts.file()))
                .filter(sight -> !sight.onlyMeant() || task.meant(personId))
                .isPresent();
    }

    private boolean mayWork(String personId, CaseTask task, Facts facts) {
        if (!mayRead(personId, task, facts)
                || task.first().filter(personId::equals).isPresent()) {
            return false;
        }
        if (task.assignee().isPresent()) {
            return task.assignee().get().equals(personId);
        }
        return task.candidateUsers().contains(personId)
                || task.candidateGroups().stream()
                        .map(Role::ofGroup)
                        .flatMap(Optional::stream)
                        .anyMatch(role -> standsAs(personId, role, facts));
    }

    /** The roles of {@link #standsAs} that this person has on some case; on which, only that one knows. */
    private List<String> mayStandAs(Person person) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(person.roles());
        roles.removeAll(Set.of(Role.DUTY_SOCIAL_WORKER, Role.EMERGENCY_DUTY_TEAM, Role.ADMINISTRATOR));
        if (isOnDuty(person)) {
            roles.add(Role.DUTY_SOCIAL_WORKER);
            roles.add(Role.SUPERVISING_SOCIAL_WORKER);
        }
        return roles.stream().map(Role::groupId).toList();
    }

    private boolean standsAs(String personId, Role role, Facts facts) {
        CaseFile file = facts.file();
        Optional<Person> holder = agency.person(personId);
        if (holder.isEmpty()) {
            return false;
        }
        Person person = holder.get();
        return switch (role) {
            case SUPERVISING_SOCIAL_WORKER -> supervises(person, file.householdId(), facts.excluded());
            case DUTY_SOCIAL_WORKER -> isOnDuty(person);
            case TEAM_MANAGER ->
                person.is(role)
                        && file.householdId().map(agency::teamManagersOf).orElse(List.of()).stream()
                                .anyMatch(manager -> manager.id().equals(personId));
            case REGISTERED_MANAGER, RESPONSIBLE_INDIVIDUAL -> person.is(role);
            case CARER ->
                person.is(role)
                        && person.householdId().equals(file.householdId())
                        && file.householdId().isPresent();
            case CHILDS_SOCIAL_WORKER ->
                person.is(role)
                        && file.childId()
                                .filter(child -> agency.childrenOfChildsSocialWorker(personId).stream()
                                        .anyMatch(own -> own.id().equals(child)))
                                .isPresent();
            case EMERGENCY_DUTY_TEAM, ADMINISTRATOR -> false;
        };
    }

    /** The child's own supervising social worker, or whoever is on duty while that one is away or excluded. */
    boolean supervises(Person person, Optional<String> householdId, Set<String> excluded) {
        Optional<Person> own = householdId.flatMap(agency::supervisingSocialWorkerOf);
        if (own.filter(person::equals).isPresent()) {
            return true;
        }
        Instant now = clock.instant();
        boolean standIn = own.isEmpty()
                || !agency.available(own.get().id(), now)
                || excluded.contains(own.get().id());
        return standIn && isOnDuty(person);
    }

    private boolean isOnDuty(Person person) {
        return agency.onDuty(clock.instant()).stream()
                .anyMatch(duty -> duty.id().equals(person.id()));
    }
}
