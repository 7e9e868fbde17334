package org.safecontact.contact;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.NotYours;
import org.safecontact.engine.Authors;
import org.safecontact.engine.FormRefused;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.RiskQuestions;
import org.safecontact.incident.report.CarriedOver;
import org.safecontact.incident.report.CarriedOver.Brought;
import org.safecontact.plan.Supervision;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.EntryKind;
import org.safecontact.record.NewEntry;
import org.safecontact.record.Statement;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An agreed contact that becomes a report: not as agreed, a worry, danger that was tapped, or what was seen of the child in the days after
 * it. One report for each contact, with everything that was answered.
 */
@Service
@Transactional
public class ContactReports {

    /** Heading of what was answered, in the record of the contact. */
    public static final String ANSWERS = "What was told of an agreed contact";

    private static final String TAPPED = "Tapped before the agreed contact was sent";

    private static final String UNSURE = "unsure";

    private static final String WITH_ITS_REPORT = "kept away from the report that this contact became";

    private final ContactRepository repository;
    private final CarriedOver carried;
    private final Incidents incidents;
    private final CaseFiles files;
    private final CaseRecord record;
    private final Authors authors;
    private final Clock clock;

    ContactReports(
            ContactRepository repository,
            CarriedOver carried,
            Incidents incidents,
            CaseFiles files,
            CaseRecord record,
            Authors authors,
            Clock clock) {
        this.repository = repository;
        this.carried = carried;
        this.incidents = incidents;
        this.files = files;
        this.record = record;
        this.authors = authors;
        this.clock = clock;
    }

    /**
     * A tap on danger before it is sent counts at once, everything else unanswered; the same tap twice is one as long as its report
     * is not over, else a new report (practice, section 1).
     *
     * @param question one of {@link RiskQuestions#DANGER}, or {@code unsure} for all of them
     * @throws NotYours when somebody else tells of it
     */
    public void danger(String reference, String by, String question) {
        record.takeTurn(reference);
        Contact contact = repository.find(reference).orElseThrow(NotYours::new);
        if (!contact.begunBy().equals(by)) {
            throw new NotYours();
        }
        Map<String, Object> answers = new LinkedHashMap<>();
        if (RiskQuestions.DANGER.contains(question)) {
            answers.put(question, "yes");
        } else if (question.equals(UNSURE)) {
            RiskQuestions.DANGER.forEach(danger -> answers.put(danger, UNSURE));
        } else {
            throw new FormRefused("answer", "Please tap again. In danger now: ring 999.");
        }
        Statement tap = RiskQuestions.tapped(Optional.of(question).filter(RiskQuestions.DANGER::contains));
        if (contact.report()
                .filter(this::goesStill)
                .filter(known -> isTapped(known, tap))
                .isPresent()) {
            return;
        }
        String report = report(contact, brought(contact, by, Optional.empty(), Optional.empty(), answers, List.of()));
        record.append(report, NewEntry.now(EntryKind.FACT, TAPPED, List.of(tap), authors.of(by)));
        goesOn(reference);
    }

    /**
     * What was told of it becomes a report, or adds to the one that a tap on danger began. A new one waits for {@link #goesOn}.
     */
    public void told(String reference, Which which, Told told, Compared compared) {
        Contact contact = repository.find(reference).orElseThrow();
        Map<String, Object> answers = new LinkedHashMap<>(told.answers());
        answers.put(RiskQuestions.PERSON, which.agreement().personId().orElseThrow());
        answers.put(RiskQuestions.CHANNEL, which.agreement().channel().id());
        answers.put(RiskQuestions.THERE, ContactCheck.there(which, told).id());
        answers.put(RiskQuestions.DISTRESS, told.after().id());
        answers.put(RiskQuestions.PLAN_CHECK, compared.result().id());
        String report = report(
                contact,
                brought(
                        contact,
                        told.by(),
                        Optional.of(which.at()),
                        Optional.of(which.at()).filter(at -> wasThere(told)),
                        answers,
                        told.named()));
        // Whoever may not hear of the report hears nothing of it here.
        files.excluded(report).forEach(person -> files.exclude(reference, person, WITH_ITS_REPORT));
    }

    /** What somebody saw of the child in the days after it. @return the report in which it is decided */
    public String seen(String reference, String by, Map<String, Object> answers) {
        Contact contact = repository.find(reference).orElseThrow();
        String report = report(
                contact,
                brought(
                        contact,
                        by,
                        contact.kept().map(Contact.Kept::happenedAt),
                        Optional.empty(),
                        answers,
                        List.of()));
        goesOn(reference);
        return report;
    }

    /** The report of this contact goes its way, unless it does already: how serious it is, who is told. */
    public void goesOn(String reference) {
        Contact contact = repository.find(reference).orElseThrow();
        carried.goesOn(contact.report().orElseThrow(), contact.begunBy());
    }

    private boolean goesStill(String report) {
        return !incidents.get(report).state().isOver();
    }

    private boolean isTapped(String report, Statement tap) {
        return record.entries(report).stream()
                .anyMatch(entry ->
                        entry.title().equals(TAPPED) && entry.statements().contains(tap));
    }

    private String report(Contact contact, Brought brought) {
        Optional<String> before = contact.report();
        String report = before.map(known -> carried.more(known, brought)).orElseGet(() -> carried.begin(brought));
        if (before.filter(report::equals).isEmpty()) {
            repository.becameReport(contact.reference(), report, clock.instant());
        }
        return report;
    }

    private static Brought brought(
            Contact contact,
            String by,
            Optional<Instant> happenedAt,
            Optional<Instant> knownAt,
            Map<String, Object> answers,
            List<String> named) {
        return new Brought(contact.reference(), ANSWERS, contact.childId(), by, happenedAt, knownAt, answers, named);
    }

    /** A carer who was there knew it then; the clocks of the record run from there (practice, section 2). */
    private static boolean wasThere(Told told) {
        return told.there()
                .filter(there -> there == Supervision.IN_THE_ROOM || there == Supervision.NEARBY)
                .isPresent();
    }
}
