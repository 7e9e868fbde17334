package org.safecontact.wellbeing;

import java.util.List;
import org.safecontact.agency.Agency;
import org.safecontact.engine.Authors;
import org.safecontact.incident.LooksOnRecord;
import org.safecontact.incident.WrittenTogether;
import org.safecontact.record.Author;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
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

    /**
     * The words of the form that somebody has just sent for one report of the child, as they are told in another. A form stands on record before
     * anything follows from it, and nobody else writes there until that transaction has ended. The heading of a copy says so: what follows from a look
     * goes by the heading of the form itself.
     */
    void copyWrittenLast(String from, String to, String by) {
        List<Entry> entries = record.entries(from);
        Entry last = entries.get(entries.size() - 1);
        if (!last.author().personId().equals(by)) {
            return;
        }
        List<List<Entry>> forms = WrittenTogether.of(entries, last.title());
        forms.get(forms.size() - 1)
                .forEach(entry -> record.append(
                        to,
                        new NewEntry(
                                        entry.kind(),
                                        entry.title() + LooksOnRecord.IN_FULL,
                                        entry.statements(),
                                        entry.happenedAt(),
                                        entry.knownAt(),
                                        entry.author(),
                                        null)
                                .copied(agency.nameOf(by))));
    }
}
