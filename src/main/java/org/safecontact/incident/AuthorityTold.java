package org.safecontact.incident;

import java.time.Instant;
import java.util.Optional;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.incident.store.IncidentRepository;
import org.safecontact.incident.store.NoteRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether the child's social worker knows of a report: every report reaches them (contract, who-to-tell). */
@Service
@Transactional(readOnly = true)
public class AuthorityTold {

    private final IncidentRepository repository;
    private final NoteRepository notes;
    private final Agency agency;

    AuthorityTold(IncidentRepository repository, NoteRepository notes, Agency agency) {
        this.repository = repository;
        this.notes = notes;
        this.agency = agency;
    }

    /** Somebody told them and says when and how, or the report is their own; the emergency duty team knows for the night, not for them. */
    public boolean onRecord(String reference) {
        return byUs(reference)
                || repository.find(reference).filter(this::reportedThemself).isPresent();
    }

    /** Somebody told them, in writing or by telephone, and says when and how. */
    public boolean byUs(String reference) {
        return byUsAt(reference).isPresent();
    }

    /** When somebody wrote last that they had told them. */
    public Optional<Instant> byUsAt(String reference) {
        return notes.newestAt(reference, Noted.AUTHORITY_TOLD);
    }

    private boolean reportedThemself(Incident incident) {
        Optional<String> worker = incident.childId().flatMap(agency::child).map(Child::childsSocialWorkerId);
        return worker.filter(incident.reporterId()::equals).isPresent();
    }
}
