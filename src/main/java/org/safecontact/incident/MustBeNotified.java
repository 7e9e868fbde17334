package org.safecontact.incident;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.London;
import org.safecontact.agency.WorkingTime;
import org.safecontact.engine.CaseDecisions;
import org.safecontact.engine.Decided;
import org.safecontact.engine.Decision;
import org.safecontact.engine.Decisions;
import org.safecontact.record.Author;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.EntryKind;
import org.safecontact.record.NewEntry;
import org.safecontact.record.Statement;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who must be notified of what an assessment found, by when and on what basis, as {@code notifiable-events} says (domain brief, section 1: Schedule
 * 7). It says and keeps it; a person notifies them.
 */
@Service
public class MustBeNotified {

    private static final String TABLE = "notifiable-events";
    private static final LocalTime MIDNIGHT_AHEAD = LocalTime.of(23, 59);

    private static final Map<String, String> RECIPIENTS = Map.of(
            "ofsted", "Ofsted",
            "placingAuthority", "the authority that placed the child",
            "areaAuthority", "the authority where the child lives, where that is another one",
            "police", "the police",
            "secretaryOfState", "the Secretary of State",
            "health", "the health body (integrated care board)");

    private final Decisions decisions;
    private final CaseDecisions caseDecisions;
    private final Incidents incidents;
    private final CaseRecord record;
    private final WorkingTime workingTime;
    private final HumanTime times;
    private final Clock clock;

    MustBeNotified(
            Decisions decisions,
            CaseDecisions caseDecisions,
            Incidents incidents,
            CaseRecord record,
            WorkingTime workingTime,
            HumanTime times,
            Clock clock) {
        this.decisions = decisions;
        this.caseDecisions = caseDecisions;
        this.incidents = incidents;
        this.record = record;
        this.workingTime = workingTime;
        this.times = times;
        this.clock = clock;
    }

    /** What may have happened, by the table's word for it, and what people read for it. */
    public enum Event {
        EXPLOITATION("sexualExploitation", "Sexual exploitation of the child, known or suspected"),
        OFFENCE("seriousOffenceAlleged", "The child is said to have committed a serious offence"),
        POLICE_AT_HOME("policeCalledToHome", "A serious incident for which the police were called to the home"),
        MISSING("missing", "The child was missing"),
        CONCERN("safeguardingConcern", "A worry about the child's safety");

        private final String trigger;
        private final String words;

        Event(String trigger, String words) {
            this.trigger = trigger;
            this.words = words;
        }
    }

    /** For a form, whatever is ticked in it: who must be notified of that event, by when, on what basis. Nothing is stored by asking. */
    @Transactional(readOnly = true)
    public String inWords(String reference, Event event) {
        List<Notice> notices;
        try {
            notices = notices(decisions.decide(TABLE, inputs(event)));
        } catch (RuntimeException noAnswer) {
            // People learn of it when the assessment is stored, which asks once more.
            notices = careful();
        }
        return notices.stream()
                .map(notice -> "- " + RECIPIENTS.get(notice.recipient()) + ", " + by(reference, notice.due()) + ": "
                        + notice.basis())
                .collect(Collectors.joining("\n", "**" + event.words + "** is to be notified to:\n\n", ""));
    }

    /**
     * Keeps who must be notified of what happened, and what decided it: an entry for each.
     *
     * @param happened what the assessment found
     */
    @Transactional
    public void decided(String reference, Set<Event> happened) {
        for (Event event : happened) {
            Decided<List<Notice>> decided = caseDecisions.decide(
                    reference, TABLE, inputs(event), MustBeNotified::notices, MustBeNotified::careful);
            List<Statement> says = new ArrayList<>();
            says.add(new Statement("What happened", event.words));
            decided.answer()
                    .forEach(notice -> says.add(new Statement(
                            sentence(RECIPIENTS.get(notice.recipient())),
                            onRecord(reference, notice.due()) + ", " + notice.basis())));
            says.addAll(decided.by().statements());
            record.append(reference, NewEntry.now(EntryKind.DECISION, "Who must be notified", says, Author.SYSTEM));
        }
    }

    /** Nothing that the agency keeps says whose service it is, or which authority's area it is: the table counts both as the worse answer. */
    private static Map<String, Object> inputs(Event event) {
        return new HashMap<>(Map.of("trigger", event.trigger));
    }

    private static List<Notice> notices(Decision decision) {
        return decision.rows().stream().map(Notice::of).toList();
    }

    /** As the table says where nobody knows what happened. */
    private static List<Notice> careful() {
        return List.of("placingAuthority", "areaAuthority", "ofsted").stream()
                .map(recipient -> new Notice(recipient, "now", "house", "none"))
                .toList();
    }

    private String by(String reference, String due) {
        return due.equals("now") ? "at once" : times.byOrLate(dueAt(reference, due));
    }

    private String onRecord(String reference, String due) {
        return due.equals("now") ? "at once" : "by " + times.full(dueAt(reference, due));
    }

    /** The clock of a notice runs from when the first person who acts for the agency knew (practice, section 2), what the house adds from now. */
    private Instant dueAt(String reference, String due) {
        if (due.equals("sameDay")) {
            return London.at(clock.instant().atZone(London.ZONE).toLocalDate().atTime(MIDNIGHT_AHEAD));
        }
        return workingTime.due(incidents.get(reference).knownAt(), due);
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private record Notice(String recipient, String due, String by, String row) {

        static Notice of(Map<String, Object> row) {
            return new Notice(
                    row.get("recipient").toString(),
                    row.get("due").toString(),
                    row.get("basis").toString(),
                    row.get("scheduleRow").toString());
        }

        String basis() {
            String schedule = row.equals("none") ? "" : " (Schedule 7, row " + row + ")";
            return (by.equals("statute") ? "by law" : "by the rules of the house") + schedule;
        }
    }
}
