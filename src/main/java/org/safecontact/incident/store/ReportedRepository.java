package org.safecontact.incident.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Noted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Many reports at once, and what was answered in them. */
@Repository
public class ReportedRepository {

    private final JdbcClient jdbc;

    ReportedRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param at when it took place, or else became known */
    public record Reported(String reference, String reporterId, Instant at) {}

    /** Of these, what was sent and took place since then, the newest first; what only goes on from one that is over is no contact of its own. */
    public List<Reported> since(Collection<String> references, Instant from, int most) {
        return jdbc.sql("""
                        select reference, reporter_id, coalesce(happened_at, known_at) took_place from incident i
                        where reference = any(:references) and reported_at is not null and state not in (:nothing)
                          and coalesce(happened_at, known_at) >= :from
                          and not exists (select from incident_note n where n.reference = i.reference and n.what = :goesOn)
                        order by took_place desc, reference desc limit :most""")
                .param("references", references.toArray(String[]::new))
                .param("nothing", List.of(Incident.State.WITHDRAWN.name(), Incident.State.NOTHING_TO_REPORT.name()))
                .param("from", Timestamp.from(from))
                .param("goesOn", Noted.GOES_ON)
                .param("most", most)
                .query((row, number) -> new Reported(
                        row.getString("reference"),
                        row.getString("reporter_id"),
                        row.getTimestamp("took_place").toInstant()))
                .list();
    }

    /** The newest answer to each of these questions that is a single word, by report. */
    public Map<String, Map<String, String>> answers(Collection<String> references, Set<String> questions) {
        return byReport("""
                select distinct on (reference, question) reference, question, answer #>> '{}' said from incident_answer
                where reference = any(:references) and question = any(:questions)
                order by reference, question, id desc""", references, questions, Set.of());
    }

    /** The same of what these people answered; where they told it on the telephone, what was written down first. */
    public Map<String, Map<String, String>> answersOf(
            Set<String> people, Collection<String> references, Set<String> questions) {
        return byReport("""
                select distinct on (a.reference, a.question) a.reference, a.question, a.answer #>> '{}' said
                from incident_answer a join incident i on i.reference = a.reference
                where a.reference = any(:references) and a.question = any(:questions)
                  and (a.given_by = any(:people) or a.given_by = i.taken_by and i.reporter_id = any(:people))
                order by a.reference, a.question, a.given_by = any(:people) desc,
                  case when a.given_by = any(:people) then -a.id else a.id end""", references, questions, people);
    }

    private Map<String, Map<String, String>> byReport(
            String statement, Collection<String> references, Set<String> questions, Set<String> people) {
        Map<String, Map<String, String>> answers = new HashMap<>();
        JdbcClient.StatementSpec asked = jdbc.sql(statement)
                .param("references", references.toArray(String[]::new))
                .param("questions", questions.toArray(String[]::new));
        (people.isEmpty() ? asked : asked.param("people", people.toArray(String[]::new))).query(row -> {
            String said = row.getString("said");
            if (said != null) {
                answers.computeIfAbsent(row.getString("reference"), each -> new HashMap<>())
                        .put(row.getString("question"), said);
            }
        });
        return answers;
    }
}
