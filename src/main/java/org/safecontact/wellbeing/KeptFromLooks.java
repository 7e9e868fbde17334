package org.safecontact.wellbeing;

import org.safecontact.access.PersonExcluded;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.named.NamedBefore;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Who is named in a report that joined the child's schedule has no part in that schedule either: they see nothing of the report that opened it,
 * until it is decided that they keep access to the child's other cases (practice, section 1).
 */
@Component
class KeptFromLooks {

    private final WellbeingRepository repository;
    private final Incidents incidents;
    private final NamedBefore named;

    KeptFromLooks(WellbeingRepository repository, Incidents incidents, NamedBefore named) {
        this.repository = repository;
        this.incidents = incidents;
        this.named = named;
    }

    @EventListener
    void on(PersonExcluded excluded) {
        repository.joinedBy(excluded.reference()).stream()
                .filter(opened -> incidents.find(opened).isPresent())
                .forEach(named::startWithout);
    }
}
