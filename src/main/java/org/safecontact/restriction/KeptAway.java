package org.safecontact.restriction;

import java.util.List;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.CaseUnwalled;
import org.safecontact.access.CaseWalled;
import org.safecontact.access.PersonExcluded;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
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

    KeptAway(RestrictionRepository repository, CaseFiles files, Incidents incidents) {
        this.repository = repository;
        this.files = files;
        this.incidents = incidents;
    }

    /** Whoever begins one without a case writes it first; also somebody who is named has something to tell. */
    void fromTheBeginning(Restriction restriction) {
        cases(restriction).forEach(reference -> {
            files.excluded(reference).stream()
                    .filter(personId ->
                            restriction.caseReference().isPresent() || !personId.equals(restriction.openedBy()))
                    .forEach(personId -> files.exclude(restriction.reference(), personId, WHY));
            if (restriction.caseReference().isPresent() && files.walled(reference)) {
                files.wall(restriction.reference());
            }
        });
    }

    @EventListener
    void on(PersonExcluded excluded) {
        beside(excluded.reference())
                .forEach(restriction -> files.exclude(restriction.reference(), excluded.personId(), WHY));
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

    /** Its own case, whose rules count for it too; where it has none, every open one about the child. */
    private List<String> cases(Restriction restriction) {
        return restriction
                .caseReference()
                .map(List::of)
                .orElseGet(() -> files.openAbout(restriction.childId()).stream()
                        .filter(reference -> incidents.find(reference).isPresent())
                        .toList());
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
