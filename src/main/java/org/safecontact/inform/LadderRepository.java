package org.safecontact.inform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safecontact.engine.DecidedBy;
import org.safecontact.incident.RiskLevel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code ladder_rung} and {@code told}; both only grow. */
@Repository
class LadderRepository {

    private static final int LONGEST_RULES = 4000;

    private final JdbcClient jdbc;

    LadderRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever comes second waits here until the first has finished, and then sees what the first did. */
    void lock(String ladder) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:ladder, 60))")
                .param("ladder", ladder)
                .query(row -> {});
    }

    void add(String ladder, String reference, Rung rung, Optional<DecidedBy> by) {
        jdbc.sql("""
                        insert into ladder_rung (ladder, reference, number, repetition, role, level, purpose, started_at, due_at,
                                                 table_version, rules, signed)
                        values (:ladder, :reference, :number, :repetition, :role, :level, :purpose, :startedAt, :dueAt,
                                :version, :rules, :signed)
                        """)
                .param("ladder", ladder)
                .param("reference", reference)
                .param("number", rung.number())
                .param("repetition", rung.repetition())
                .param("role", rung.role())
                .param("level", rung.level().name())
                .param("purpose", rung.purpose().id())
                .param("startedAt", utc(rung.startedAt()))
                .param("dueAt", utc(rung.dueAt()))
                .param("version", by.map(DecidedBy::version).orElse(DecidedBy.NO_VERSION))
                .param(
                        "rules",
                        by.map(made -> String.join(",", made.rules()))
                                .filter(rules -> !rules.isEmpty())
                                .map(rules -> rules.substring(0, Math.min(rules.length(), LONGEST_RULES)))
                                .orElse("none"))
                .param("signed", by.map(DecidedBy::signed).orElse(""))
                .update();
    }

    /** The turns of an alarm, in order. */
    List<Rung> rungs(String ladder) {
        return jdbc.sql("select * from ladder_rung where ladder = :ladder order by id")
                .param("ladder", ladder)
                .query((row, number) -> new Rung(
                        row.getInt("number"),
                        row.getInt("repetition"),
                        row.getString("role"),
                        RiskLevel.valueOf(row.getString("level")),
                        Purpose.of(row.getString("purpose")),
                        instant(row, "started_at"),
                        instant(row, "due_at")))
                .list();
    }

    void add(ToldRow row) {
        jdbc.sql("""
                        insert into told (reference, ladder, rung, repetition, what, role, person_id, how, by_whom, at, until, said_at)
                        values (:reference, :ladder, :rung, :repetition, :what, :role, :person, :how, :by, :at, :until, :said)
                        """)
                .param("reference", row.reference())
                .param("ladder", row.ladder())
                .param("rung", row.rung())
                .param("repetition", row.repetition())
                .param("what", row.what().name())
                .param("role", row.role())
                .param("person", row.personId().orElse(null))
                .param("how", row.how())
                .param("by", row.byWhom())
                .param("at", utc(row.at()))
                .param("until", row.until().map(LadderRepository::utc).orElse(null))
                .param("said", row.said().map(LadderRepository::utc).orElse(null))
                .update();
    }

    List<ToldRow> ofLadder(String ladder) {
        return rows("told.ladder = :id", ladder);
    }

    List<ToldRow> ofCase(String reference) {
        return rows("told.reference = :id", reference);
    }

    /** Everybody with a login who was told of a case, or answered without having been: it was told to them. */
    Set<String> peopleTold(String reference) {
        return jdbc.sql("""
                        select distinct person_id from told
                        where reference = :reference and what in ('TOLD', 'ANSWERED') and person_id is not null
                        """).param("reference", reference).query(String.class).set();
    }

    private List<ToldRow> rows(String which, String id) {
        return jdbc.sql("""
                        select told.*, ladder_rung.purpose from told join ladder_rung
                          on ladder_rung.ladder = told.ladder and number = rung and ladder_rung.repetition = told.repetition
                        where %s order by told.id""".formatted(which))
                .param("id", id)
                .query((row, number) -> row(row))
                .list();
    }

    private static ToldRow row(ResultSet row) throws SQLException {
        return new ToldRow(
                row.getString("reference"),
                row.getString("ladder"),
                Purpose.of(row.getString("purpose")),
                row.getInt("rung"),
                row.getInt("repetition"),
                ToldRow.What.valueOf(row.getString("what")),
                row.getString("role"),
                Optional.ofNullable(row.getString("person_id")),
                row.getString("how"),
                row.getString("by_whom"),
                instant(row, "at"),
                optional(row, "until"),
                optional(row, "said_at"));
    }

    private static Optional<Instant> optional(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
