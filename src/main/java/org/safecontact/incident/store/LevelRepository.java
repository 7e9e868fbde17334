package org.safecontact.incident.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.safecontact.incident.RiskDecision;
import org.safecontact.incident.RiskLevel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every level that was ever set, with what or who set it; all of it stands. */
@Repository
public class LevelRepository {

    private final JdbcClient jdbc;

    LevelRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param worse whether it is more serious than before, or as serious for something new
     * @param sameDanger whether nothing new is known of the danger itself, so that whoever was told of that need not hear of it again
     */
    public void add(String reference, RiskDecision decision, boolean worse, boolean sameDanger) {
        jdbc.sql("""
                        insert into incident_level
                          (reference, level, police_now, fail_safe, reason, rule_id, table_version, signed, decided_by, decided_at,
                           worse, same_danger, known_answers)
                        values (:reference, :level, :police, :failSafe, :reason, :rule, :version, :signed, :by, :at,
                          :worse, :sameDanger, (select coalesce(max(id), 0) from incident_answer where reference = :reference))""")
                .param("reference", reference)
                .param("level", decision.level().name())
                .param("police", decision.policeNow())
                .param("failSafe", decision.failSafe())
                .param("reason", decision.reason())
                .param("rule", decision.ruleId())
                .param("version", decision.tableVersion())
                .param("signed", decision.signed())
                .param("by", decision.decidedBy())
                .param("worse", worse)
                .param("sameDanger", sameDanger)
                .param("at", IncidentRepository.at(decision.decidedAt()))
                .update();
    }

    /** When it got worse last: somebody was more worried, or something became known that people have to hear of. */
    public Optional<Instant> worseAt(String reference) {
        return worseAt(reference, "");
    }

    /** The same, but for what this person said, who knows it: not what became known while a level of theirs stood. */
    public Optional<Instant> worseAt(String reference, String except) {
        return jdbc.sql("""
                        select decided_at from incident_level
                        where reference = :reference and worse and not (decided_by = :except and table_version = 'none')
                        order by id desc limit 1""")
                .param("reference", reference)
                .param("except", except)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** When danger became known last that was not known before; empty when all of it was when it was decided first. */
    public Optional<Instant> dangerAt(String reference) {
        return jdbc.sql("""
                        select decided_at from incident_level
                        where reference = :reference and worse and not same_danger order by id desc limit 1""")
                .param("reference", reference)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** When it became HIGH or above after it had been less, and has been since; empty when it began so, or is less now. */
    public Optional<Instant> urgentLater(String reference) {
        Optional<Instant> since = Optional.empty();
        for (RiskDecision level : all(reference)) {
            if (!level.level().urgent()) {
                return since;
            }
            since = Optional.of(level.decidedAt());
        }
        return Optional.empty();
    }

    /** When it was decided for the first time: in the moment of the report, or of a tap before it. */
    public Optional<Instant> firstDecided(String reference) {
        return all(reference).stream().map(RiskDecision::decidedAt).reduce((later, earlier) -> earlier);
    }

    /** Every level that was set, newest first. */
    public List<RiskDecision> all(String reference) {
        return jdbc.sql("select * from incident_level where reference = :reference order by id desc")
                .param("reference", reference)
                .query((row, number) -> new RiskDecision(
                        RiskLevel.valueOf(row.getString("level")),
                        row.getBoolean("police_now"),
                        row.getBoolean("fail_safe"),
                        row.getString("reason"),
                        row.getString("rule_id"),
                        row.getString("table_version"),
                        row.getString("signed"),
                        row.getString("decided_by"),
                        row.getTimestamp("decided_at").toInstant()))
                .list();
    }
}
