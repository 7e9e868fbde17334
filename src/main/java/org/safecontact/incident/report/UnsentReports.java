package org.safecontact.incident.report;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.CaseReference;
import org.safecontact.access.NotYours;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Household;
import org.safecontact.agency.London;
import org.safecontact.incident.Incident;
import org.safecontact.incident.IncidentEnded;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.NotAllowed;
import org.safecontact.incident.store.IncidentRecord;
import org.safecontact.incident.store.IncidentRepository;
import org.safecontact.incident.store.Turns;
import org.safecontact.record.EntryKind;
import org.safecontact.record.Statement;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A report until it is sent: begun, or nothing to report after all. */
@NamedInterface("report")
@Service
@Transactional
public class UnsentReports {

    static final String CLOSED = "This report is closed. Please start a new one, or ring duty.";

    private final IncidentRepository repository;
    private final Incidents incidents;
    private final Turns turns;
    private final CaseFiles files;
    private final Agency agency;
    private final IncidentRecord record;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    UnsentReports(
            IncidentRepository repository,
            Incidents incidents,
            Turns turns,
            CaseFiles files,
            Agency agency,
            IncidentRecord record,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.incidents = incidents;
        this.turns = turns;
        this.files = files;
        this.agency = agency;
        this.record = record;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Begins an unsent report; duty sees who and when, not what.
     *
     * @param personId who begins it
     * @return the new reference, {@code INC-<year in England>-<six digits>}; it comes from here and never from a caller
     */
    public String start(String personId) {
        Instant now = clock.instant();
        Optional<String> home = agency.householdOf(personId).map(Household::id);
        String reference = open(personId, home, now);
        record.write(
                reference,
                EntryKind.ACTION,
                "A report was begun",
                List.of(new Statement("By", agency.nameOf(personId))),
                personId);
        return reference;
    }

    /**
     * Whether its reporter may say that there is nothing to report: nobody was told of it, or whoever answered has settled that it is not
     * serious. House default.
     */
    @Transactional(readOnly = true)
    public boolean mayClose(Incident incident) {
        return incident.state() == Incident.State.UNSENT
                || incident.state() == Incident.State.OPEN
                        && !incident.sent()
                        && incidents.settled(incident.reference());
    }

    /**
     * Its reporter says that there is nothing to report after all.
     *
     * @throws NotAllowed when it was sent, or a tap already said that there may be danger
     */
    public void nothingToReport(String reference, String by) {
        Incident incident = own(reference, by);
        if (!mayClose(incident)) {
            throw new NotAllowed("People have been told already. If it was a mistake, tell whoever rings you.");
        }
        record.write(
                reference,
                EntryKind.ACTION,
                "Closed without sending",
                List.of(new Statement("By", agency.nameOf(by))),
                by);
        repository.end(reference, Incident.State.NOTHING_TO_REPORT, by, clock.instant());
        files.close(reference);
        events.publishEvent(new IncidentEnded(reference, Incident.State.NOTHING_TO_REPORT));
    }

    /**
     * The report that this person began last and did not send; with it, one whose danger was tapped and the rest is still open. Whoever asks
     * begins another one only in the same transaction: two presses in the same second find the same.
     */
    public Optional<Incident> of(String personId) {
        turns.withReporter(personId);
        return repository.notSentBy(personId).stream().findFirst();
    }

    /** Reports that were begun and not sent, the oldest first: duty sees who and when. */
    @Transactional(readOnly = true)
    public List<Incident> all() {
        return repository.unsent();
    }

    /** A report that nothing is written in yet, with its reference. */
    String open(String personId, Optional<String> householdId, Instant now) {
        int year = now.atZone(London.ZONE).getYear();
        String reference = CaseReference.of(year, repository.nextNumber(year));
        repository.insert(reference, personId, householdId, now);
        files.open(reference, personId, null);
        return reference;
    }

    /**
     * The report of whoever began it.
     *
     * @throws NotYours when somebody else began it
     * @throws NotAllowed when it is over
     */
    Incident own(String reference, String by) {
        Incident incident = turns.at(reference);
        if (!repository.startedBy(reference).equals(by)) {
            throw new NotYours();
        }
        if (incident.state().isOver()) {
            throw new NotAllowed(CLOSED);
        }
        return incident;
    }
}
