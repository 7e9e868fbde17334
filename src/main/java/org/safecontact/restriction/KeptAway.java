package org.safecontact.restriction;

import java.util.List;
import java.util.Optional;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.CaseUnwalled;
import org.safecontact.access.CaseWalled;
import org.safecontact.access.PersonCleared;
import org.safecontact.access.PersonExcluded;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.named.NamedBefore;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Who is kept away from a case about a child sees nothing of the limits that are begun or run beside it, and does not learn of them (contract,
 * section 5.6). House default: also of those that were made in no case.
 */
@Component
class KeptAway {

    private static final String WHY = "kept away from a report about this child";

    private final RestrictionRepository repository;
    private final CaseFiles files;
    private final Incidents incidents;
    private final NamedBefore named;

    KeptAway(RestrictionRepository repository, CaseFiles files, Incidents incidents, NamedBefore named) {
        this.repository = repository;
        this.files = files;
        this.incidents = incidents;
        this.named = named;
    }

    /**
     * The rules of its own case count for it too. Where it has none, those of the reports about the child; whoever begins it writes it first: also
     * somebody who is named has something to tell.
     */
    void fromTheBeginning(Restriction restriction) {
        Optional<String> own = restriction.caseReference();
        own.map(files::excluded).orElseGet(() -> named.awayFromReportsAbout(restriction.childId())).stream()
                .filter(personId -> own.isPresent() || !personId.equals(restriction.openedBy()))
                .forEach(personId -> files.exclude(restriction.reference(), personId, WHY));
        if (own.filter(files::walled).isPresent()) {
            files.wall(restriction.reference());
        }
    }

    @EventListener
    void on(PersonExcluded excluded) {
        beside(excluded.reference()).stream()
                .filter(restriction -> !isBegunBy(excluded.personId(), restriction))
                .forEach(restriction -> files.exclude(restriction.reference(), excluded.personId(), WHY));
    }

    private static boolean isBegunBy(String personId, Restriction restriction) {
        return restriction.caseReference().isEmpty()
                && restriction.state() == Restriction.State.BEGUN
                && restriction.openedBy().equals(personId);
    }

    /** Who is still kept away from the case in which one was made stays kept away from that. */
    @EventListener
    void on(PersonCleared cleared) {
        repository.ofChild(cleared.childId()).stream()
                .filter(restriction -> restriction
                        .caseReference()
                        .filter(own -> files.excluded(own).contains(cleared.personId()))
                        .isEmpty())
                .forEach(restriction -> files.letBack(restriction.reference(), cleared.personId(), WHY));
    }

    /** Of those that were made in it: who else it is about is not known yet. */
    @EventListener
    void on(CaseWalled walled) {
        repository.ofCase(walled.reference()).stream()
                .filter(restriction -> !restriction.returned())
                .forEach(restriction -> files.wall(restriction.reference()));
    }

    @EventListener
    void on(CaseUnwalled unwalled) {
        repository.ofCase(unwalled.reference()).forEach(restriction -> files.unwall(restriction.reference()));
    }

    private List<Restriction> beside(String caseReference) {
        return incidents
                .find(caseReference)
                .flatMap(Incident::childId)
                .map(repository::ofChild)
                .orElse(List.of())
                .stream()
                .filter(restriction -> !restriction.returned())
                .filter(restriction -> restriction
                        .caseReference()
                        .filter(own -> !own.equals(caseReference))
                        .isEmpty())
                .toList();
    }
}
