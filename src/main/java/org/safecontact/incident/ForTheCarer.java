package org.safecontact.incident;

import java.util.Optional;
import org.safecontact.record.CaseRecord;
import org.springframework.stereotype.Component;

/** What a worker who decided wrote for the carer to read: what is decided, what they do, what the child is told (practice, section 3). */
@Component
class ForTheCarer {

    /** The question of the forms, as it stands in the record. */
    static final String QUESTION = "For the carer: what is decided, what they do, what the child is told";

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
}
