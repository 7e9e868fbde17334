package org.safecontact.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may read what is kept about a child in no case, such as what is agreed: the child's home, whoever works for it, its authority and the
 * managers of the service; duty only while a report about the child is open that they may read, or in the place of whoever supervises; never a
 * worker whom a report about the child keeps away (practice, section 1).
 */
@Service
@Transactional(readOnly = true)
public class ChildAccess {

    private final CaseAccess access;
    private final Relations relations;
    private final Sights sights;
    private final CaseFileRepository files;
    private final ExclusionRepository exclusions;
    private final KeptFromChildren kept;
    private final Agency agency;

    ChildAccess(
            CaseAccess access,
            Relations relations,
            Sights sights,
            CaseFileRepository files,
            ExclusionRepository exclusions,
            KeptFromChildren kept,
            Agency agency) {
        this.access = access;
        this.relations = relations;
        this.sights = sights;
        this.files = files;
        this.exclusions = exclusions;
        this.kept = kept;
        this.agency = agency;
    }

    /** Whether it is this person's to read. */
    public boolean mayRead(String personId, String childId) {
        boolean theirs = agency.child(childId)
                        .filter(child -> ownWork(sights.of(personId), child))
                        .isPresent()
                || becauseOf(personId, childId).isPresent()
                || mayKeep(personId, childId);
        return theirs && !kept.from(childId).contains(personId);
    }

    /** @throws NotYours when it is not this person's to read, or there is no such child */
    public void requireRead(String personId, String childId) {
        if (!mayRead(personId, childId)) {
            throw new NotYours();
        }
    }

    /**
     * Whether this person keeps it: whoever supervises the child's home, or stands in; while that worker is kept away, whoever answers for the
     * service (practice, section 1).
     */
    public boolean mayKeep(String personId, String childId) {
        Optional<Person> person = agency.person(personId);
        Optional<String> home = agency.child(childId).map(Child::householdId);
        Set<String> away = kept.from(childId);
        if (person.isEmpty() || home.isEmpty() || away.contains(personId)) {
            return false;
        }
        boolean keeperIsAway = home.flatMap(agency::supervisingSocialWorkerOf)
                .map(Person::id)
                .filter(away::contains)
                .isPresent();
        return keeperIsAway
                ? relations.of(personId) == Relation.SERVICE
                : relations.supervises(person.get(), home, Set.of());
    }

    /** The children of whom it is this person's to read, in the agency's order. */
    public List<Child> readable(String personId) {
        Sight sight = sights.of(personId);
        Optional<Person> onDuty = agency.person(personId).filter(person -> sight.everyCase());
        List<String> open = files.childrenWithOpenCases();
        Set<String> perhapsKept = exclusions.childrenOfExclusions(personId);
        return agency.children().stream()
                .filter(child -> ownWork(sight, child)
                        || open.contains(child.id())
                                && becauseOf(personId, child.id()).isPresent()
                        || onDuty.filter(duty -> relations.supervises(duty, Optional.of(child.householdId()), Set.of()))
                                .isPresent())
                .filter(child -> !perhapsKept.contains(child.id())
                        || !kept.from(child.id()).contains(personId))
                .toList();
    }

    /**
     * Whether this person may ask the authority for contact for the child: whose own work or home it is, and whoever is on duty, for somebody
     * who rang; nobody who is kept away from a report about the child, as long as nobody has decided that they keep access to its other cases.
     */
    public boolean mayAsk(String personId, String childId) {
        return agency.child(childId)
                        .filter(child -> isTheirs(sights.of(personId), child))
                        .isPresent()
                && !kept.fromRequests(childId).contains(personId);
    }

    /** The children for whom this person may ask, in the agency's order. */
    public List<Child> mayAskFor(String personId) {
        Sight sight = sights.of(personId);
        Set<String> perhapsKept = exclusions.childrenOfExclusions(personId);
        return agency.children().stream()
                .filter(child -> isTheirs(sight, child))
                .filter(child -> !perhapsKept.contains(child.id())
                        || !kept.fromRequests(child.id()).contains(personId))
                .toList();
    }

    private static boolean isTheirs(Sight sight, Child child) {
        return sight.everyCase() || ownWork(sight, child);
    }

    /** The open case because of which somebody on duty reads; empty where it is their own work, or not theirs to read. */
    public Optional<String> becauseOf(String personId, String childId) {
        Sight sight = sights.of(personId);
        if (!sight.everyCase()
                || agency.child(childId).filter(child -> ownWork(sight, child)).isPresent()) {
            return Optional.empty();
        }
        return openReports(childId)
                .filter(reference -> access.mayRead(personId, reference))
                .findFirst();
    }

    /** Whether somebody on duty may read a report about the child that is open; whoever is kept away from another one about it does not count. */
    boolean isOpenToDuty(String personId, String childId) {
        return sights.of(personId).everyCase()
                && openReports(childId).anyMatch(reference -> access.mayRead(personId, reference))
                && !kept.from(childId).contains(personId);
    }

    /** Practice, section 1, speaks of an open case: an ordinary limit that runs for weeks does not open what is agreed to duty. */
    private Stream<String> openReports(String childId) {
        return files.openAbout(childId).stream().filter(CaseReference::isReport);
    }

    private static boolean ownWork(Sight sight, Child child) {
        Sight own = sight.withoutDuty();
        return own.everyCase()
                || own.households().contains(child.householdId())
                || own.ownHome().filter(child.householdId()::equals).isPresent()
                || own.children().contains(child.id());
    }
}
