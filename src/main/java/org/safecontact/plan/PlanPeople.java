package org.safecontact.plan;

import java.time.Clock;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.LegalStatus;
import org.safecontact.agency.PlainWords;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Of whom what is agreed speaks: people entered with it, and those of the agency's folder. Who is spoken of in the same words is the same
 * person to a child.
 */
@Service
@Transactional(readOnly = true)
public class PlanPeople {

    /** Ids of the folder have letters and digits only, so none begins like this. */
    static final String OWN = "p-";

    private static final Set<LegalStatus> IN_CARE =
            EnumSet.of(LegalStatus.CARE_ORDER, LegalStatus.INTERIM_CARE_ORDER, LegalStatus.PLACEMENT_ORDER);

    private final PlanRepository repository;
    private final Agency agency;
    private final Clock clock;

    PlanPeople(PlanRepository repository, Agency agency, Clock clock) {
        this.repository = repository;
        this.agency = agency;
        this.clock = clock;
    }

    /** Everybody, those who were entered first. */
    public List<PlanPerson> of(String childId) {
        Map<String, PlanPerson> people = new LinkedHashMap<>();
        repository.people(childId).forEach(person -> people.putIfAbsent(key(person.label()), person));
        agency.ordersOf(childId).forEach(order -> folder(people, order.id(), childId, order.person()));
        agency.dangerousPeople(childId).forEach(person -> folder(people, person.id(), childId, person.label()));
        return List.copyOf(people.values());
    }

    /** Somebody whom this child's entries, or the folder, speak of. */
    public Optional<PlanPerson> find(String childId, String personId) {
        return of(childId).stream()
                .filter(person -> person.id().equals(personId))
                .findFirst();
    }

    /**
     * Whether only a court can forbid this person's contact: a parent's, as long as the child is in nobody's care by a court's order (contract,
     * section 4; Children Act 1989, section 34).
     */
    boolean onlyACourtBars(String childId, String personId) {
        boolean inCare = agency.child(childId)
                .map(Child::legalStatus)
                .filter(IN_CARE::contains)
                .isPresent();
        boolean parent = find(childId, personId)
                .flatMap(PlanPerson::relationship)
                .filter(Relationship::isParent)
                .isPresent();
        return parent && !inCare;
    }

    /** Whether the folder speaks of this person, by the same words, as dangerous. */
    boolean isDangerous(String childId, String personId) {
        return find(childId, personId)
                .filter(person -> agency.dangerousPeople(childId).stream()
                        .anyMatch(dangerous -> key(dangerous.label()).equals(key(person.label()))))
                .isPresent();
    }

    /** Who is spoken of in these words. */
    public Optional<PlanPerson> called(String childId, String label) {
        return of(childId).stream()
                .filter(person -> key(person.label()).equals(key(label)))
                .findFirst();
    }

    /** Somebody who is spoken of so from now on; who already is stays who they are. */
    @Transactional
    public PlanPerson add(String childId, String label, Relationship relationship, String by) {
        if (called(childId, label).isEmpty()) {
            repository.addPerson(childId, label.strip(), relationship, by, clock.instant());
        }
        return called(childId, label).orElseThrow();
    }

    private static void folder(Map<String, PlanPerson> people, String id, String childId, String label) {
        people.putIfAbsent(key(label), new PlanPerson(id, childId, label, Optional.empty()));
    }

    private static String key(String label) {
        return PlainWords.of(label);
    }
}
