package org.safecontact.restriction;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.ChildAccess;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who asks for a limit, looks at it again, and hears what was decided; never who is kept away. */
@Service
@Transactional(readOnly = true)
public class LimitPeople {

    private final RestrictionRepository repository;
    private final ChildAccess children;
    private final CaseAccess access;
    private final Agency agency;
    private final Clock clock;

    LimitPeople(RestrictionRepository repository, ChildAccess children, CaseAccess access, Agency agency, Clock clock) {
        this.repository = repository;
        this.children = children;
        this.access = access;
        this.agency = agency;
        this.clock = clock;
    }

    /** The carers of the child's home, whoever supervises it, and the managers. */
    public boolean mayPropose(String personId, String childId) {
        Optional<Person> person = agency.person(personId);
        Optional<Child> child = agency.child(childId);
        if (person.isEmpty() || child.isEmpty() || !children.mayRead(personId, childId)) {
            return false;
        }
        return caresFor(person.get(), child.get()) || children.mayKeep(personId, childId) || isManager(person.get());
    }

    /** Whoever may ask for one, except a carer who cannot lift it; the child's social worker too. */
    public boolean mayLook(String personId, String reference) {
        Optional<Restriction> restriction = repository.find(reference);
        Optional<Person> person = agency.person(personId);
        if (restriction.isEmpty()
                || person.isEmpty()
                || !restriction.get().runs()
                || restriction.get().toRatify()) {
            return false;
        }
        boolean sees = access.mayRead(personId, reference);
        Child child = agency.child(restriction.get().childId()).orElseThrow();
        if (caresFor(person.get(), child)) {
            return sees && restriction.get().terms().orElseThrow().lifts() == Lifts.CARER;
        }
        return sees
                && (mayPropose(personId, child.id())
                        || childsWorker(restriction.get()).contains(personId));
    }

    /** A registered manager, and the responsible individual, who is asked where no manager looked in time. */
    boolean mayRatify(String personId, String reference) {
        return (agency.is(personId, Role.REGISTERED_MANAGER) || agency.is(personId, Role.RESPONSIBLE_INDIVIDUAL))
                && access.mayRead(personId, reference);
    }

    /**
     * Before anything is decided, whoever writes it down: it was given back already. What was made because of danger, whoever ratifies it; and
     * then whoever may look at it, or supervises homes.
     */
    boolean mayLift(String personId, String reference) {
        Restriction restriction = repository.find(reference).orElseThrow();
        if (restriction.answer().isEmpty()) {
            return access.mayRead(personId, reference);
        }
        if (restriction.toRatify()) {
            return mayRatify(personId, reference);
        }
        return mayLook(personId, reference)
                || agency.is(personId, Role.SUPERVISING_SOCIAL_WORKER) && access.mayRead(personId, reference);
    }

    /** Whether this person may say that it goes on; a carer only lifts it. */
    public boolean mayKeep(String personId) {
        return agency.person(personId).filter(person -> !person.is(Role.CARER)).isPresent();
    }

    /** The child's social worker, where they may read it. */
    public Set<String> childsWorker(Restriction restriction) {
        return agency.child(restriction.childId()).map(Child::childsSocialWorkerId).stream()
                .filter(id -> access.mayRead(id, restriction.reference()))
                .collect(LinkedHashSet::new, Set::add, Set::addAll);
    }

    /**
     * Who reads what was decided: the carers of the home and whoever asked for it, except whoever decided; of what was never limited only whoever
     * asked. Where force was spoken of (domain brief, DMN-5), or it was written down when its longest time was over, the registered manager on call
     * reads it as well, or whoever answers for the service in their place.
     */
    public Set<String> readers(Restriction restriction) {
        Set<String> readers = new LinkedHashSet<>();
        readers.add(restriction.proposer());
        if (restriction.wasLimited()
                || restriction.state() == Restriction.State.WAITS_FOR_OTHERS
                || restriction.state() == Restriction.State.NOT_DECIDED) {
            carers(restriction).stream().map(Person::id).forEach(readers::add);
        }
        readers.remove(restriction.lastBy());
        boolean force = restriction
                .answer()
                .filter(answer -> answer.needs(Need.FORCE_ON_RECORD))
                .isPresent();
        boolean overBeforeAnybodyLooked = restriction.state() == Restriction.State.LAPSED
                && !restriction.has(Step.What.RATIFIED)
                && restriction.answer().filter(Answer::temporary).isPresent();
        if (force
                || overBeforeAnybodyLooked
                || restriction.writtenLongAfter(agency.length(HouseTime.EMERGENCY_LIMIT))) {
            managerOf(restriction).ifPresent(readers::add);
        }
        readers.removeIf(personId -> !access.mayRead(personId, restriction.reference()));
        return readers;
    }

    /**
     * Where something that took force has to be undone, the registered manager on call, or whoever answers for the service in the place of one who is
     * kept away; else nobody.
     */
    public Set<String> managerForForce(Restriction restriction) {
        return restriction.undoForce() ? managerOf(restriction).map(Set::of).orElse(Set.of()) : Set.of();
    }

    private Optional<String> managerOf(Restriction restriction) {
        return agency.answersForService(clock.instant())
                .map(Person::id)
                .filter(id -> access.mayRead(id, restriction.reference()))
                .findFirst();
    }

    private List<Person> carers(Restriction restriction) {
        return agency.child(restriction.childId())
                .map(Child::householdId)
                .map(agency::carersOf)
                .orElse(List.of());
    }

    private boolean isManager(Person person) {
        return person.is(Role.TEAM_MANAGER) || person.is(Role.REGISTERED_MANAGER);
    }

    private static boolean caresFor(Person person, Child child) {
        return person.is(Role.CARER) && person.householdId().equals(Optional.of(child.householdId()));
    }
}
