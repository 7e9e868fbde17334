package org.safecontact.incident.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.HumanTime;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Noted;
import org.safecontact.incident.store.IncidentRecord;
import org.safecontact.incident.store.NoteRepository;
import org.safecontact.record.EntryKind;
import org.safecontact.record.Statement;
import org.springframework.stereotype.Component;

/** What the record keeps of a report beside its answers: who reported what about whom, and when. */
@Component
public class ReportOnRecord {

    /** Heading of who reported what about whom, and when. */
    public static final String REPORTED = "Reported";

    private final IncidentRecord record;
    private final NoteRepository notes;
    private final Agency agency;
    private final HumanTime times;

    ReportOnRecord(IncidentRecord record, NoteRepository notes, Agency agency, HumanTime times) {
        this.record = record;
        this.notes = notes;
        this.agency = agency;
        this.times = times;
    }

    void write(Incident incident, Child child, Report report, Instant reported, Instant now) {
        record.write(
                incident.reference(),
                EntryKind.FACT,
                REPORTED,
                reported(incident, child, whenItHappened(report), incident.knownAt(), reported, now),
                incident.happenedAt().orElse(incident.knownAt()),
                incident.knownAt(),
                report.by());
        if (report.everything()) {
            notes.add(incident.reference(), Noted.EVERYTHING, "yes", report.by(), now);
        }
    }

    /** By its reference only: each child's authority hears of its own child (practice, section 1). */
    void touches(String reference, String how, String other, String by) {
        record.write(
                reference,
                EntryKind.ACTION,
                "The same contact touches another child of the home",
                List.of(new Statement(how, other)),
                by);
    }

    private String whenItHappened(Report report) {
        return report.happenedAt()
                .map(times::full)
                .orElse(report.justNow() ? "just before it was reported" : "not known");
    }

    private List<Statement> reported(
            Incident incident, Child child, String happened, Instant known, Instant reported, Instant now) {
        List<Statement> statements = new ArrayList<>();
        statements.add(new Statement("By", agency.nameOf(incident.reporterId())));
        incident.takenBy()
                .ifPresent(takenBy -> statements.add(new Statement("Taken by telephone by", agency.nameOf(takenBy))));
        statements.add(new Statement("About", child.label()));
        statements.add(new Statement("When it happened", happened));
        statements.add(new Statement("Known since", times.full(known)));
        statements.add(new Statement("Reported", times.full(reported)));
        statements.add(new Statement("Written", times.full(now)));
        return statements;
    }
}
