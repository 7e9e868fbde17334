package org.safecontact.incident.named;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.KeptFromChildren;
import org.safecontact.access.PersonCleared;
import org.safecontact.access.PersonExcluded;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.Person;
import org.safecontact.incident.Incident;
import org.safecontact.incident.store.IncidentRepository;
import org.safecontact.plan.PlanOpened;
import org.safecontact.plan.PlanRegister;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A worker who is kept away from a report about a child has no part in what is agreed about it, from the moment that stores the report until it
 * is decided that they keep access to the child's other cases (practice, section 1).
 */
@Component
@Transactional
class KeptFromPlan implements KeptFromChildren {

    private static final String WHY = "kept away from a report about this child";

    private final IncidentRepository repository;
    private final NamedBefore named;
    private final PlanRegister register;
    private final CaseFiles files;
    private final Agency agency;

    KeptFromPlan(
            IncidentRepository repository, NamedBefore named, PlanRegister register, CaseFiles files, Agency agency) {
        this.repository = repository;
        this.named = named;
        this.register = register;
        this.files = files;
        this.agency = agency;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> from(String childId) {
        Set<String> away = new LinkedHashSet<>(named.awayFromReportsAbout(childId));
        agency.child(childId).map(Child::householdId).map(agency::carersOf).orElse(List.of()).stream()
                .map(Person::id)
                .forEach(away::remove);
        return away;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> fromRequests(String childId) {
        return named.awayFromReportsAbout(childId);
    }

    @EventListener
    void on(PersonExcluded excluded) {
        repository.find(excluded.reference()).flatMap(Incident::childId).ifPresent(this::follow);
    }

    @EventListener
    void on(PlanOpened opened) {
        follow(opened.childId());
    }

    @EventListener
    void on(LookedAgain again) {
        follow(again.childId());
    }

    @EventListener
    void on(PersonCleared cleared) {
        follow(cleared.childId());
    }

    private void follow(String childId) {
        register.reference(childId).ifPresent(reference -> {
            Set<String> away = from(childId);
            files.excludedBecause(reference, WHY).stream()
                    .filter(personId -> !away.contains(personId))
                    .forEach(personId -> files.letBack(reference, personId, WHY));
            away.forEach(personId -> files.exclude(reference, personId, WHY));
        });
    }
}
