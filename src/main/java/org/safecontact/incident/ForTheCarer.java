package org.safecontact.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.springframework.stereotype.Component;

/** What a worker who decided wrote for the carer to read: what is decided, what they do, what the child is told (practice, section 3). */
@Component
public class ForTheCarer {

    /** The question of the forms, as it stands in the record. */
    static final String QUESTION = "For the carer: what is decided, what they do, what the child is told";

    /** What whoever answers writes of the talk with the carer, for the carer to read again; as it stands in the record. */
    public static final Set<String> AGREED = Set.of(
            "What did you agree for tonight or today? Doors, phone, school, who rings when",
            "The police",
            "Who rings by when, or why is it not needed?",
            "What happens next, and who does it?");

    /** Heading of an answer. */
    public static final String ANSWERED = "Answered";

    private final CaseRecord record;
    private final NoteRepository notes;

    ForTheCarer(CaseRecord record, NoteRepository notes) {
        this.record = record;
        this.notes = notes;
    }

    /** The newest such words; nothing after an escalation until a second person has signed. */
    Optional<String> words(Incident incident) {
        if (incident.escalated()
                && !notes.newest(incident.reference(), Incidents.SECOND_SIGNATURE)
                        .equals(Optional.of("sign"))) {
            return Optional.empty();
        }
        return record.entries(incident.reference()).stream()
                .flatMap(entry -> entry.statements().stream())
                .filter(statement -> statement.question().equals(QUESTION))
                .map(statement -> statement.answer().strip())
                .filter(words -> !words.isEmpty())
                .reduce((earlier, later) -> later);
    }

    /** What was agreed in the newest answer since that moment, a sentence each. */
    List<String> agreed(Incident incident, Instant since) {
        return answers(record.entries(incident.reference())).stream()
                .filter(entry -> !entry.writtenAt().isBefore(since))
                .reduce((earlier, later) -> later)
                .map(entry -> entry.statements().stream()
                        .filter(statement -> AGREED.contains(statement.question()))
                        .map(statement -> statement.question().equals("The police")
                                ? "The police: " + statement.answer() + "."
                                : "Agreed: " + statement.answer().strip())
                        .toList())
                .orElse(List.of());
    }

    /** The answers of a case in order, those that say what was agreed. */
    public static List<Entry> answers(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.title().equals(ANSWERED))
                .filter(entry -> entry.statements().stream().anyMatch(said -> AGREED.contains(said.question())))
                .toList();
    }
}
