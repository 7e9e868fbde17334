package org.safecontact.incident;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private static final String AREA = "areaAuthority";
    private static final String NOT_RULED_OUT = "Not ruled out";
    private static final LocalTime MIDNIGHT_AHEAD = LocalTime.of(23, 59);

    private static final Map<String, String> RECIPIENTS = Map.of(
            "ofsted",
            "Ofsted",
            "placingAuthority",
            "the authority that placed the child",
            AREA,
            "the authority where the child lives, where that is another one",
            "police",
            "the police",
            "secretaryOfState",
            "the Secretary of State",
            "health",
            "the health body (integrated care board)");

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

        /** Nobody is told of a child's offence because somebody was not sure: the safeguarding lead decides. */
        private String ifItIsSo() {
            return this == OFFENCE
                    ? "The safeguarding lead decides whether it is so; if it is"
                    : "A registered manager finds out; if it is so";
        }
    }

    /**
     * For a form, whatever is ticked in it: who must be notified of that event, by when, on what basis. Nothing is stored by asking.
     *
     * @param sure whether it happened; otherwise it is not ruled out
     */
    @Transactional(readOnly = true)
    public String inWords(String reference, Event event, boolean sure) {
        String head = sure
                ? "**" + event.words + "** is notified, by a registered manager, to:\n\n"
                : "**" + NOT_RULED_OUT + ": " + event.words + "**. " + event.ifItIsSo() + ", it is notified to:\n\n";
        return asked(event).stream()
                .map(notice -> "- " + RECIPIENTS.get(notice.recipient()) + ", " + by(reference, notice.due()) + ": "
                        + notice.basis())
                .collect(Collectors.joining("\n", head, ""));
    }

    /**
     * Whom the law, and not only the house, names for it.
     *
     * @return their words by what the table calls them; without the authority where the child lives, of which nobody knows whether it is another one
     */
    @Transactional(readOnly = true)
    public Map<String, String> byLaw(Event event) {
        return asked(event).stream()
                .filter(Notice::byLaw)
                .map(Notice::recipient)
                .filter(recipient -> !recipient.equals(AREA))
                .distinct()
                .collect(Collectors.toMap(recipient -> recipient, RECIPIENTS::get));
    }

    private List<Notice> asked(Event event) {
        try {
            List<Notice> notices = notices(decisions.decide(TABLE, inputs(event)));
            return notices.isEmpty() ? careful() : notices;
        } catch (RuntimeException noAnswer) {
            // People learn of it when the assessment is stored, which asks once more.
            return careful();
        }
    }

    /**
     * Keeps who must be notified of what happened, and what decided it: an entry for each.
     *
     * @param happened what the assessment found, and whether it is so; otherwise it is only not ruled out
     */
    @Transactional
    public void decided(String reference, Map<Event, Boolean> happened) {
        happened.forEach((event, sure) -> {
            Decided<List<Notice>> decided =
                    caseDecisions.decide(reference, TABLE, inputs(event), this::notices, MustBeNotified::careful);
            List<Statement> says = new ArrayList<>();
            says.add(new Statement(sure ? "What happened" : NOT_RULED_OUT, event.words));
            if (!sure) {
                says.add(new Statement("Who is notified", event.ifItIsSo() + ", these are"));
            }
            decided.answer()
                    .forEach(notice -> says.add(new Statement(
                            sentence(RECIPIENTS.get(notice.recipient())),
                            (sure ? "" : "if it is so, ") + onRecord(reference, notice.due()) + ", "
                                    + notice.basis())));
            says.addAll(decided.by().statements());
            record.append(reference, NewEntry.now(EntryKind.DECISION, "Who must be notified", says, Author.SYSTEM));
        });
    }

    /** Nothing that the agency keeps says whose service it is, or which authority's area it is: the table counts both as the worse answer. */
    private static Map<String, Object> inputs(Event event) {
        return new HashMap<>(Map.of("trigger", event.trigger));
    }

    /** @throws RuntimeException when a row names nobody whom the house knows, or a time that is none */
    private List<Notice> notices(Decision decision) {
        List<Notice> notices = decision.rows().stream().map(Notice::of).toList();
        notices.stream().filter(Notice::hasDeadline).forEach(notice -> workingTime.due(clock.instant(), notice.due()));
        return notices;
    }

    /** As the table says where nobody knows what happened. */
    private static List<Notice> careful() {
        return List.of("placingAuthority", AREA, "ofsted").stream()
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
            String recipient = row.get("recipient").toString();
            if (!RECIPIENTS.containsKey(recipient)) {
                throw new IllegalArgumentException("Nobody whom the house knows");
            }
            return new Notice(
                    recipient,
                    row.get("due").toString(),
                    row.get("basis").toString(),
                    row.get("scheduleRow").toString());
        }

        boolean hasDeadline() {
            return !due.equals("now") && !due.equals("sameDay");
        }

        boolean byLaw() {
            return by.equals("statute");
        }

        String basis() {
            String schedule = row.equals("none") ? "" : " (Schedule 7, row " + row + ")";
            return (byLaw() ? "by law" : "by the rules of the house") + schedule;
        }
    }
}
