package org.safecontact.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every level that was ever set, with what or who set it; all of it stands. */
@Repository
class LevelRepository {

    private final JdbcClient jdbc;

    LevelRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String reference, RiskDecision decision) {
        jdbc.sql("""
                        insert into incident_level
                          (reference, level, police_now, fail_safe, reason, rule_id, table_version, signed, decided_by, decided_at,
                           known_answers)
                        values (:reference, :level, :police, :failSafe, :reason, :rule, :version, :signed, :by, :at,
                          (select coalesce(max(id), 0) from incident_answer where reference = :reference))""")
                .param("reference", reference)
                .param("level", decision.level().name())
                .param("police", decision.policeNow())
                .param("failSafe", decision.failSafe())
                .param("reason", decision.reason())
                .param("rule", decision.ruleId())
                .param("version", decision.tableVersion())
                .param("signed", decision.signed())
                .param("by", decision.decidedBy())
                .param("at", IncidentRepository.at(decision.decidedAt()))
                .update();
    }

    /** When somebody was more worried last: the last level that a person set, unless it is lower than the one before. */
    Optional<Instant> raisedAt(String reference) {
        List<RiskDecision> levels = all(reference);
        for (int i = 0; i + 1 < levels.size(); i++) {
            RiskDecision set = levels.get(i);
            if (set.byPerson() && set.level().compareTo(levels.get(i + 1).level()) >= 0) {
                return Optional.of(set.decidedAt());
            }
        }
        return Optional.empty();
    }

    /** When it became HIGH or above after it had been less, and has been since; empty when it began so, or is less now. */
    Optional<Instant> urgentLater(String reference) {
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
    Optional<Instant> firstDecided(String reference) {
        return all(reference).stream().map(RiskDecision::decidedAt).reduce((later, earlier) -> earlier);
    }

    /** Every level that was set, newest first. */
    List<RiskDecision> all(String reference) {
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
