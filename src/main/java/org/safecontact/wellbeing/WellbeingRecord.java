package org.safecontact.wellbeing;

import java.util.List;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Role;
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
    static final String SYSTEM = "system";

    private final CaseRecord record;
    private final Agency agency;

    WellbeingRecord(CaseRecord record, Agency agency) {
        this.record = record;
        this.agency = agency;
    }

    void write(String reference, EntryKind kind, String title, List<Statement> statements, String by) {
        record.append(reference, NewEntry.now(kind, title, statements, author(by)));
    }

    private Author author(String personId) {
        if (SYSTEM.equals(personId)) {
            return Author.SYSTEM;
        }
        return new Author(
                personId,
                agency.person(personId)
                        .flatMap(person -> person.roles().stream().sorted().findFirst())
                        .map(Role::groupId)
                        .orElse("none"));
    }
}
