package org.safecontact.plan.safercare;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of {@link SaferCareDocument}; nothing in them is ever changed. */
@Repository
class SaferCareRepository {

    private final JdbcClient jdbc;

    SaferCareRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long add(String childId, NewSaferCare words, String by, Instant at) {
        return jdbc.sql("""
                        insert into safer_care_text (child_id, begun_from, says, changed, why, learn, review_on,
                          written_by, written_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        childId,
                        words.begunFrom(),
                        words.says(),
                        words.changed(),
                        words.why(),
                        words.learn(),
                        words.reviewOn(),
                        by,
                        utc(at))
                .query(Long.class)
                .single();
    }

    Optional<SaferCareText> text(long id) {
        return jdbc.sql("select * from safer_care_text where id = ?")
                .param(id)
                .query((row, number) -> text(row))
                .optional();
    }

    /** Nobody else signs a plan of this child until the transaction ends. */
    void waitForTurn(String childId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('safer care plan ' || ?, 0))")
                .param(childId)
                .query((row, number) -> true)
                .single();
    }

    void sign(String childId, int version, long text, String by, Instant at) {
        jdbc.sql("""
                        insert into safer_care_plan (child_id, version, text_id, signed_by, signed_at)
                        values (?, ?, ?, ?, ?)""").params(childId, version, text, by, utc(at)).update();
    }

    /** The newest first. */
    List<SaferCareVersion> versions(String childId) {
        return jdbc.sql("""
                        select t.*, p.version, p.signed_by, p.signed_at
                        from safer_care_plan p join safer_care_text t on t.id = p.text_id
                        where p.child_id = ? order by p.version desc""")
                .param(childId)
                .query((row, number) -> new SaferCareVersion(
                        row.getInt("version"), text(row), row.getString("signed_by"), instant(row, "signed_at")))
                .list();
    }

    private static SaferCareText text(ResultSet row) throws SQLException {
        return new SaferCareText(
                row.getLong("id"),
                row.getString("child_id"),
                new NewSaferCare(
                        row.getInt("begun_from"),
                        row.getString("says"),
                        row.getString("changed"),
                        row.getString("why"),
                        row.getString("learn"),
                        row.getObject("review_on", LocalDate.class)),
                row.getString("written_by"),
                instant(row, "written_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
