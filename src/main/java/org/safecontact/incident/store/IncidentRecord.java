package org.safecontact.incident.store;

import java.time.Instant;
import java.util.List;
import org.safecontact.agency.Agency;
import org.safecontact.engine.Authors;
import org.safecontact.record.Author;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.safecontact.record.EntryKind;
import org.safecontact.record.NewEntry;
import org.safecontact.record.Statement;
import org.springframework.stereotype.Component;

/** Writes into the case record what this area does, in the transaction of the step itself. */
@Component
public class IncidentRecord {

    public static final String SYSTEM = Author.SYSTEM.personId();

    private final CaseRecord record;
    private final Authors authors;
    private final Agency agency;

    IncidentRecord(CaseRecord record, Authors authors, Agency agency) {
        this.record = record;
        this.authors = authors;
        this.agency = agency;
    }

    public Entry write(String reference, EntryKind kind, String title, List<Statement> statements, String by) {
        return record.append(reference, NewEntry.now(kind, title, statements, authors.of(by)));
    }

    /** What somebody did in another case, as it is told in this one. */
    public void copy(String reference, EntryKind kind, String title, List<Statement> statements, String by) {
        record.append(
                reference, NewEntry.now(kind, title, statements, authors.of(by)).copied(agency.nameOf(by)));
    }

    public void write(
            String reference,
            EntryKind kind,
            String title,
            List<Statement> statements,
            Instant happenedAt,
            Instant knownAt,
            String by) {
        record.append(reference, new NewEntry(kind, title, statements, happenedAt, knownAt, authors.of(by), null));
    }
}
