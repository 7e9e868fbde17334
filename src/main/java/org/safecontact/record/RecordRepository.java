package org.safecontact.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of the record. */
@Repository
class RecordRepository {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Statement>> STATEMENTS = new TypeReference<>() {};
    private static final String ENTRIES = """
            select e.id, e.reference, e.number, c.kind, c.title, c.statements, c.happened_at, c.known_at, e.written_at,
                   c.author_id, c.author_role, c.supersedes, e.hash
              from record_entry e join record_content c on c.entry_id = e.id
            """;

    private final JdbcClient jdbc;

    RecordRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the case's turn until the transaction ends; a statement of its own, so that the next one sees the news. */
    void waitForTurn(String reference) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('record ' || :reference, 0))")
                .param("reference", reference)
                .query((row, at) -> true)
                .single();
    }

    Optional<Head> head(String reference) {
        return jdbc.sql("""
                        select reference, number, hash from record_entry
                         where reference = :reference order by number desc limit 1
                        """)
                .param("reference", reference)
                .query((row, at) -> new Head(row.getString(1), row.getInt(2), row.getBytes(3)))
                .optional();
    }

    long addLink(
            String reference,
            int number,
            Instant writtenAt,
            byte[] circumstances,
            byte[] words,
            byte[] previous,
            byte[] hash) {
        long id = jdbc.sql("""
                        insert into record_entry
                               (reference, number, format, written_at, circumstances, words, previous_hash, hash)
                        values (:reference, :number, :format, :writtenAt, :circumstances, :words, :previous, :hash)
                        returning id
                        """)
                .param("reference", reference)
                .param("number", number)
                .param("format", Chain.VERSION)
                .param("writtenAt", timestamp(writtenAt))
                .param("circumstances", circumstances)
                .param("words", words)
                .param("previous", previous)
                .param("hash", hash)
                .query(Long.class)
                .single();
        jdbc.sql("insert into record_not_gathered (entry_id, reference) values (:id, :reference)")
                .param("id", id)
                .param("reference", reference)
                .update();
        return id;
    }

    void addContent(long entryId, NewEntry entry, byte[] circumstancesSalt, byte[] wordsSalt) {
        jdbc.sql("""
                        insert into record_content
                               (entry_id, kind, happened_at, known_at, author_id, author_role, supersedes,
                                circumstances_salt, title, statements, words_salt)
                        values (:id, :kind, :happenedAt, :knownAt, :authorId, :authorRole, :supersedes,
                                :circumstancesSalt, :title, :statements::jsonb, :wordsSalt)
                        """)
                .param("id", entryId)
                .param("kind", entry.kind().name())
                .param("happenedAt", timestamp(entry.happenedAt()))
                .param("knownAt", timestamp(entry.knownAt()))
                .param("authorId", entry.author().personId())
                .param("authorRole", entry.author().role())
                .param("supersedes", entry.supersedes())
                .param("circumstancesSalt", circumstancesSalt)
                .param("title", entry.title())
                .param("statements", asJson(entry.statements()))
                .param("wordsSalt", wordsSalt)
                .update();
    }

    List<Entry> entries(String reference) {
        return jdbc.sql(ENTRIES + " where e.reference = :reference order by e.number")
                .param("reference", reference)
                .query(RecordRepository::entry)
                .list();
    }

    /** Of all cases; without entries that cannot be read, which whoever verifies names by themselves. */
    Stream<Entry> titled(String beginning) {
        return jdbc
                .sql(ENTRIES + " where starts_with(c.title, :beginning) order by e.reference, e.number")
                .param("beginning", beginning)
                .query((row, at) -> {
                    try {
                        return Optional.of(entry(row, at));
                    } catch (NotReadable | IllegalArgumentException notAsWeWrite) {
                        return Optional.<Entry>empty();
                    }
                })
                .stream()
                .flatMap(Optional::stream);
    }

    List<Entry> writtenBy(String personId) {
        return jdbc.sql(ENTRIES + " where c.author_id = :personId order by e.id")
                .param("personId", personId)
                .query(RecordRepository::entry)
                .list();
    }

    List<Entry> writtenAfter(String reference, String personId, Instant moment) {
        return jdbc.sql(ENTRIES + """
                         where e.reference = :reference and c.author_id = :personId and e.written_at > :moment
                         order by e.number
                        """)
                .param("reference", reference)
                .param("personId", personId)
                .param("moment", timestamp(moment))
                .query(RecordRepository::entry)
                .list();
    }

    /** Instead of a number, where only a part of the entries was shown. */
    static final int A_PART = 0;

    void addReading(String reference, int upTo, Author reader, Instant readAt) {
        jdbc.sql("""
                        insert into record_reading (reference, up_to, reader_id, reader_role, read_at)
                        values (:reference, :upTo, :reader, :role, :readAt)
                        """)
                .param("reference", reference)
                .param("upTo", upTo)
                .param("reader", reader.personId())
                .param("role", reader.role())
                .param("readAt", timestamp(readAt))
                .update();
    }

    OptionalInt readUpTo(String reference, String readerId) {
        return jdbc.sql("""
                        select max(up_to) from record_reading where reference = :reference and reader_id = :reader and up_to > :part
                        having count(*) > 0""")
                .param("reference", reference)
                .param("reader", readerId)
                .param("part", A_PART)
                .query(Integer.class)
                .optional()
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    static OffsetDateTime timestamp(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static List<Statement> statements(ResultSet row) throws SQLException {
        try {
            return List.copyOf(JSON.readValue(row.getString("statements"), STATEMENTS));
        } catch (JsonProcessingException | NullPointerException broken) {
            // Without the cause: its message would print what somebody wrote.
            throw new NotReadable();
        }
    }

    /** What was kept of an entry is not what this product writes. */
    static final class NotReadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private NotReadable() {
            super("The statements of an entry cannot be read");
        }
    }

    private static String asJson(List<Statement> statements) {
        try {
            return JSON.writeValueAsString(statements);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("The statements of an entry cannot be written");
        }
    }

    private static Entry entry(ResultSet row, int at) throws SQLException {
        int supersedes = row.getInt("supersedes");
        return new Entry(
                row.getLong("id"),
                row.getString("reference"),
                row.getInt("number"),
                EntryKind.valueOf(row.getString("kind")),
                row.getString("title"),
                statements(row),
                instant(row, "happened_at"),
                instant(row, "known_at"),
                instant(row, "written_at"),
                new Author(row.getString("author_id"), row.getString("author_role")),
                supersedes == 0 ? null : supersedes,
                HexFormat.of().formatHex(row.getBytes("hash")));
    }
}
