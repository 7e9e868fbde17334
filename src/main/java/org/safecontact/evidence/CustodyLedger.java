package org.safecontact.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safecontact.engine.Authors;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.EntryKind;
import org.safecontact.record.NewEntry;
import org.safecontact.record.Statement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who did what to which item or file, when, and why; every line also becomes an entry of the case record, whose chain
 * shows whether the ledger was touched.
 */
@Component
class CustodyLedger {

    /** The question whose answer in the record vouches for a file. */
    static final String SHA_256 = "SHA-256";

    private static final int LONGEST_DETAIL = 1_000;

    private final JdbcClient jdbc;
    private final CaseRecord record;
    private final Authors authors;
    private final Clock clock;

    CustodyLedger(JdbcClient jdbc, CaseRecord record, Authors authors, Clock clock) {
        this.jdbc = jdbc;
        this.record = record;
        this.authors = authors;
        this.clock = clock;
    }

    /** A touch of the case's list as a whole. */
    void list(String reference, Touch.What what, String by, String detail) {
        add(reference, null, null, what, by, detail);
    }

    /** A touch of an item; the statements go into the record. */
    void item(EvidenceItem item, Touch.What what, String by, String detail, List<Statement> statements) {
        add(item.reference(), item.id(), null, what, by, detail);
        record(item.reference(), "Evidence " + item.number() + ": " + what.words(), statements, by);
    }

    /** A touch of a file. */
    void file(EvidenceFile file, Touch.What what, String by, String detail) {
        file(file, what, by, detail, List.of());
    }

    /** A touch of a file that a table allowed; what decided goes into the record. */
    void file(EvidenceFile file, Touch.What what, String by, String detail, List<Statement> decided) {
        add(file.reference(), file.itemId(), file.id(), what, by, detail);
        List<Statement> statements = new ArrayList<>();
        statements.add(new Statement("Why", detail));
        statements.add(new Statement(SHA_256, file.sha256()));
        statements.addAll(decided);
        record(file.reference(), "File " + file.number() + ": " + what.words(), statements, by);
    }

    void record(String reference, String title, List<Statement> statements, String by) {
        record.append(reference, NewEntry.now(EntryKind.ACTION, title, statements, authors.of(by)));
    }

    /** All lines of a case, oldest first. */
    List<Touch> of(String reference) {
        return jdbc.sql("select * from evidence_custody where reference = :reference order by id")
                .param("reference", reference)
                .query(CustodyLedger::touch)
                .list();
    }

    private void add(String reference, Long itemId, UUID fileId, Touch.What what, String by, String detail) {
        jdbc.sql("""
                        insert into evidence_custody (reference, item_id, file_id, what, person_id, role, at, detail)
                        values (:reference, :item, :file, :what, :person, :role, :at, :detail)
                        """)
                .param("reference", reference)
                .param("item", itemId)
                .param("file", fileId)
                .param("what", what.name())
                .param("person", by)
                .param("role", authors.of(by).role())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("detail", detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL)))
                .update();
    }

    private static Touch touch(ResultSet row, int at) throws SQLException {
        long item = row.getLong("item_id");
        Optional<Long> itemId = row.wasNull() ? Optional.empty() : Optional.of(item);
        return new Touch(
                row.getString("reference"),
                itemId,
                Optional.ofNullable(row.getObject("file_id", UUID.class)),
                Touch.What.valueOf(row.getString("what")),
                row.getString("person_id"),
                row.getString("role"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("detail"));
    }
}
