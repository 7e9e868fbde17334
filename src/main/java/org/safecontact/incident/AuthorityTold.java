package org.safecontact.incident;

import java.util.Optional;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.incident.store.IncidentRepository;
import org.safecontact.incident.store.NoteRepository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether the child's social worker knows of a report: every report reaches them (contract, who-to-tell). */
@Service
@Transactional(readOnly = true)
public class AuthorityTold {

    private final IncidentRepository repository;
    private final NoteRepository notes;
    private final Agency agency;
    private final ObjectProvider<WhoWasTold> telling;

    AuthorityTold(
            IncidentRepository repository, NoteRepository notes, Agency agency, ObjectProvider<WhoWasTold> telling) {
        this.repository = repository;
        this.notes = notes;
        this.agency = agency;
        this.telling = telling;
    }

    /** Somebody told them and says when and how, a call reached them, or the report is their own. */
    public boolean onRecord(String reference) {
        return byUs(reference)
                || repository.find(reference).filter(this::reportedThemself).isPresent();
    }

    /** Somebody told them and says when and how, or a call reached them. */
    public boolean byUs(String reference) {
        return notes.newest(reference, Incidents.AUTHORITY_TOLD).isPresent()
                || telling.stream().anyMatch(each -> each.authorityReached(reference));
    }

    private boolean reportedThemself(Incident incident) {
        Optional<String> worker = incident.childId().flatMap(agency::child).map(Child::childsSocialWorkerId);
        return worker.filter(incident.reporterId()::equals).isPresent();
    }
}
