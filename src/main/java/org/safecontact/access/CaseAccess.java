package org.safecontact.access;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one place that decides who may see and do what on which case. Nothing is remembered between two questions:
 * leaving, moving, a change of the rota, an exclusion or a wall count on the very next one.
 * Rules: issue, section 6; contract 5.6; practice notes, section 1.
 */
@Service
@Transactional(readOnly = true)
public class CaseAccess {

    private static final Set<Role> SEES_ONLY_WHAT_IS_MEANT =
            EnumSet.of(Role.CARER, Role.CHILDS_SOCIAL_WORKER, Role.EMERGENCY_DUTY_TEAM, Role.ADMINISTRATOR);

    private final Agency agency;
    private final CaseFileRepository files;
    private final Clock clock;

    CaseAccess(Agency agency, CaseFileRepository files, Clock clock) {
        this.agency = agency;
        this.files = files;
        this.clock = clock;
    }

    /** Whether this person may read the case: its to-dos, its record, its evidence. */
    public boolean mayRead(String personId, String reference) {
        return files.find(reference)
                .filter(file -> sees(personId, file))
                .filter(file -> file.closedAt().isEmpty() || seesBeyondDuty(personId, file))
                .isPresent();
    }

    /** @throws NotYours when this person may not read the case, or there is none of that reference */
    public void requireRead(String personId, String reference) {
        if (!mayRead(personId, reference)) {
            throw new NotYours();
        }
    }

    /** Whether this person sees this on their lists and may open it. */
    public boolean mayRead(String personId, CaseTask task) {
        return files.find(task.reference())
                .filter(file -> sees(personId, file))
                .filter(file -> !sightOf(personId).onlyMeant() || task.meant(personId))
                .isPresent();
    }

    /**
     * Whether this person may take it, or having taken it, send its form. Somebody else's is nobody's; an open one
     * belongs to whom it was offered by name, and to the holders of the roles it was offered to who stand in the right
     * relation to the child. What a second person has to agree to is never the first one's.
     */
    public boolean mayWork(String personId, CaseTask task) {
        if (!mayRead(personId, task) || task.first().filter(personId::equals).isPresent()) {
            return false;
        }
        if (task.assignee().isPresent()) {
            return task.assignee().get().equals(personId);
        }
        if (task.candidateUsers().contains(personId)) {
            return true;
        }
        CaseFile file = files.find(task.reference()).orElseThrow();
        return task.candidateGroups().stream()
                .map(Role::ofGroup)
                .flatMap(Optional::stream)
                .anyMatch(role -> standsAs(personId, role, file));
    }

    /** Everybody who may take it now; for handing over by name. */
    public List<Person> whoMayWork(CaseTask task) {
        CaseTask open = new CaseTask(
                task.reference(), Optional.empty(), task.candidateUsers(), task.candidateGroups(), task.first());
        Set<Person> people = new LinkedHashSet<>();
        for (Role role : Role.values()) {
            agency.holdersOf(role).stream()
                    .filter(person -> mayWork(person.id(), open))
                    .forEach(people::add);
        }
        return List.copyOf(people);
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
        return agency.person(personId).map(this::sight).orElseGet(() -> Sight.none(personId));
    }

    private Sight sight(Person person) {
        Set<Role> roles = person.roles();
        boolean service = relationOf(person.id()) == Relation.SERVICE;
        boolean onDuty = isOnDuty(person);
        Optional<String> ownHome = roles.contains(Role.CARER) ? person.householdId() : Optional.empty();
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
        boolean onlyMeant = SEES_ONLY_WHAT_IS_MEANT.containsAll(roles);
        return new Sight(
                person.id(),
                service || onDuty,
                service,
                List.copyOf(new LinkedHashSet<>(households)),
                ownHome,
                children,
                files.grantsOf(person.id()),
                inHand(person, ownHome, onDuty),
                onlyMeant);
    }

    /**
     * Reports begun and not sent; for a carer those of the own home with something to do that was given to them by name,
     * such as ringing the police; and for a duty worker whose turn is over what they took or were told of during it, so
     * that an answer given a minute later still counts.
     */
    private List<String> inHand(Person person, Optional<String> ownHome, boolean onDuty) {
        List<String> references = new ArrayList<>(files.begunBy(person.id()));
        ownHome.ifPresent(home -> references.addAll(files.unsentHeldBy(person.id(), home)));
        if (person.is(Role.DUTY_SOCIAL_WORKER) && !onDuty) {
            references.addAll(files.heldBy(person.id()));
        }
        return references;
    }

    private boolean sees(String personId, CaseFile file) {
        return !files.isExcluded(file.reference(), personId)
                && sightOf(personId).covers(file);
    }

    /** Duty sees what is open; a closed case only those whose own work it is. */
    private boolean seesBeyondDuty(String personId, CaseFile file) {
        Sight sight = sightOf(personId);
        boolean service = relationOf(personId) == Relation.SERVICE;
        return new Sight(
                        personId,
                        service,
                        service,
                        sight.households(),
                        sight.ownHome(),
                        sight.children(),
                        sight.references(),
                        sight.inHand(),
                        sight.onlyMeant())
                .covers(file);
    }

    private boolean standsAs(String personId, Role role, CaseFile file) {
        Optional<Person> holder = agency.person(personId);
        if (holder.isEmpty()) {
            return false;
        }
        Person person = holder.get();
        return switch (role) {
            case SUPERVISING_SOCIAL_WORKER -> supervises(person, file);
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
    private boolean supervises(Person person, CaseFile file) {
        Optional<Person> own = file.householdId().flatMap(agency::supervisingSocialWorkerOf);
        if (own.filter(person::equals).isPresent()) {
            return true;
        }
        Instant now = clock.instant();
        boolean standIn = own.isEmpty()
                || !agency.available(own.get().id(), now)
                || files.isExcluded(file.reference(), own.get().id());
        return standIn && isOnDuty(person);
    }

    private boolean isOnDuty(Person person) {
        return agency.onDuty(clock.instant()).stream()
                .anyMatch(duty -> duty.id().equals(person.id()));
    }
}
