package org.safecontact.contact;

import java.util.Set;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.PersonCleared;
import org.safecontact.access.PersonExcluded;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.named.NamedBefore;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Who is kept away from a report about a child sees nothing of what was told of its agreed contacts, and has nothing to do on it, until nothing but
 * that report itself keeps them away (contract, section 5.6; practice, section 1).
 */
@Component
class KeptFromContacts {

    private static final String WHY = "kept away from a report about this child";

    private final ContactRepository repository;
    private final CaseFiles files;
    private final Incidents incidents;
    private final NamedBefore named;

    KeptFromContacts(ContactRepository repository, CaseFiles files, Incidents incidents, NamedBefore named) {
        this.repository = repository;
        this.files = files;
        this.incidents = incidents;
        this.named = named;
    }

    /** Whoever only lives with somebody named keeps what they told themselves. */
    void fromTheBeginning(Contact contact) {
        Set<String> away = named.awayFromReportsAbout(contact.childId());
        away.remove(contact.begunBy());
        away.addAll(named.about(contact.childId()));
        away.forEach(personId -> files.exclude(contact.reference(), personId, WHY));
    }

    @EventListener
    void on(PersonExcluded excluded) {
        incidents
                .find(excluded.reference())
                .flatMap(Incident::childId)
                .ifPresent(child -> repository
                        .toldOf(child)
                        .forEach(reference -> files.exclude(reference, excluded.personId(), WHY)));
    }

    @EventListener
    void on(PersonCleared cleared) {
        repository.toldOf(cleared.childId()).forEach(reference -> files.letBack(reference, cleared.personId(), WHY));
    }
}
