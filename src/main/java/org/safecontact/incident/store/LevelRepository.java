package org.safecontact.incident.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    public void add(String reference, RiskDecision decision) {
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

    /** When it got worse last: somebody was more worried, or what became known made the table say more than before. */
    public Optional<Instant> worseAt(String reference) {
        return worse(reference).map(RiskDecision::decidedAt).findFirst();
    }

    /** The same, but for what this person said: they know. */
    public Optional<Instant> worseAt(String reference, String except) {
        return worse(reference)
                .filter(decision -> !decision.decidedBy().equals(except))
                .map(RiskDecision::decidedAt)
                .findFirst();
    }

    private Stream<RiskDecision> worse(String reference) {
        List<RiskDecision> levels = all(reference);
        return IntStream.range(0, levels.size() - 1)
                .filter(at -> {
                    int change =
                            levels.get(at).level().compareTo(levels.get(at + 1).level());
                    return change > 0 || change == 0 && levels.get(at).byPerson();
                })
                .mapToObj(levels::get);
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
