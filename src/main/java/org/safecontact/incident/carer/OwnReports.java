package org.safecontact.incident.carer;

import java.util.List;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.NotYours;
import org.safecontact.incident.Incident;
import org.safecontact.incident.store.IncidentRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The reports that somebody finds as their own. Whoever wrote one always does; whoever told it on the telephone only while they may read the
 * case: a caller who is named in the worry must not learn from the product that it exists (contract, 5.6).
 */
@Service
@Transactional(readOnly = true)
public class OwnReports {

    private final IncidentRepository repository;
    private final CaseAccess access;

    OwnReports(IncidentRepository repository, CaseAccess access) {
        this.repository = repository;
        this.access = access;
    }

    /** Of the last so many that were sent, the newest first. */
    public List<Incident> of(String personId, int most) {
        return repository.reportedBy(personId, most).stream()
                .filter(incident -> isOwn(incident.reference(), personId))
                .toList();
    }

    /** @throws NotYours when it is not one of theirs, or there is none */
    public void require(String reference, String personId) {
        Incident incident = repository.find(reference).orElseThrow(NotYours::new);
        if (!isOwn(incident.reference(), personId)) {
            throw new NotYours();
        }
    }

    private boolean isOwn(String reference, String personId) {
        return repository.startedBy(reference).equals(personId) || access.mayRead(personId, reference);
    }
}
