package org.safecontact.wellbeing;

import java.util.List;
import org.safecontact.agency.Agency;
import org.safecontact.engine.Authors;
import org.safecontact.record.Author;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.EntryKind;
import org.safecontact.record.NewEntry;
import org.safecontact.record.Statement;
import org.springframework.stereotype.Component;

/** What the looks after a child leave in the record beside the forms. */
@Component
class WellbeingRecord {

    /** Stands for the product itself. */
    static final String SYSTEM = Author.SYSTEM.personId();

    private final CaseRecord record;
    private final Authors authors;
    private final Agency agency;

    WellbeingRecord(CaseRecord record, Authors authors, Agency agency) {
        this.record = record;
        this.authors = authors;
        this.agency = agency;
    }

    void write(String reference, EntryKind kind, String title, List<Statement> statements, String by) {
        record.append(reference, NewEntry.now(kind, title, statements, authors.of(by)));
    }

    /** What somebody did for another report of the child, as it is told here. */
    void copy(String reference, EntryKind kind, String title, List<Statement> statements, String by) {
        record.append(
                reference, NewEntry.now(kind, title, statements, authors.of(by)).copied(agency.nameOf(by)));
    }
}
