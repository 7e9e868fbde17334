package org.safecontact.incident;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
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
    private final Clock clock;

    AuthorityTold(IncidentRepository repository, NoteRepository notes, Agency agency, Clock clock) {
        this.repository = repository;
        this.notes = notes;
        this.agency = agency;
        this.clock = clock;
    }

    /**
     * Somebody told them.
     *
     * @param how in which way, as the forms call it
     * @param said when, as that person says; what got worse between that and the writing they do not know. Empty means now.
     */
    @Transactional
    public void told(String reference, String how, String by, Optional<Instant> said) {
        Instant now = clock.instant();
        notes.add(
                reference,
                Noted.AUTHORITY_TOLD,
                how,
                by,
                said.filter(now::isAfter).orElse(now));
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

    /** When somebody told them last, as they say. */
    public Optional<Instant> byUsAt(String reference) {
        return notes.newestAt(reference, Noted.AUTHORITY_TOLD);
    }

    /** Ids of who wrote that. */
    public Set<String> byWhom(String reference) {
        return notes.notedBy(reference, Noted.AUTHORITY_TOLD);
    }

    private boolean reportedThemself(Incident incident) {
        Optional<String> worker = incident.childId().flatMap(agency::child).map(Child::childsSocialWorkerId);
        return worker.filter(incident.reporterId()::equals).isPresent();
    }
}
