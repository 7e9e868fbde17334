package org.safecontact.incident.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.safecontact.incident.RiskQuestions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was answered to the questions of the decision, and the taps on danger that came before; all of it stands. */
@Repository
public class AnswerRepository {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    AnswerRepository(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public void answer(String reference, String question, Object answer, String by, Instant at) {
        jdbc.sql("""
                        insert into incident_answer (reference, question, answer, given_by, given_at)
                        values (:reference, :question, cast(:answer as jsonb), :by, :at)""")
                .param("reference", reference)
                .param("question", question)
                .param("answer", write(answer))
                .param("by", by)
                .param("at", IncidentRepository.at(at))
                .update();
    }

    /** The newest answer to each question; what was never answered is absent. */
    public Map<String, Object> answers(String reference) {
        return answers(reference, Long.MAX_VALUE);
    }

    /** What had been answered when the level was decided last. */
    public Map<String, Object> knownWhenDecided(String reference) {
        return answers(
                reference,
                jdbc.sql(
                                "select known_answers from incident_level where reference = :reference order by id desc limit 1")
                        .param("reference", reference)
                        .query(Long.class)
                        .optional()
                        .orElse(0L));
    }

    private Map<String, Object> answers(String reference, long lastId) {
        Map<String, Object> answers = new LinkedHashMap<>();
        jdbc.sql("""
                        select distinct on (question) question, answer from incident_answer
                        where reference = :reference and id <= :lastId order by question, id desc""").param("reference", reference).param("lastId", lastId).query(row -> {
            Object answer = read(row.getString("answer"));
            if (answer != null) {
                answers.put(row.getString("question"), answer);
            }
        });
        return answers;
    }

    /** When somebody near the child was named for the first time, or it was first answered that this may be. */
    public Optional<Instant> firstNamed(String reference) {
        return jdbc.sql("""
                        select min(given_at) from incident_answer
                        where reference = :reference and question = :question
                          and answer in ('"household"', '"worker"', '"unsure"')""")
                .param("reference", reference)
                .param("question", RiskQuestions.NAMED_PERSON)
                .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    /** @return whether this is the first tap of that answer */
    public boolean tap(String reference, String question, String answer, String by, Instant at) {
        return jdbc.sql("""
                                insert into incident_danger_tap (reference, question, answer, tapped_by, tapped_at)
                                values (:reference, :question, :answer, :by, :at) on conflict do nothing""")
                        .param("reference", reference)
                        .param("question", question)
                        .param("answer", answer)
                        .param("by", by)
                        .param("at", IncidentRepository.at(at))
                        .update()
                == 1;
    }

    /** When that answer was tapped first. */
    public Optional<Instant> tappedAt(String reference, String question, String answer) {
        return jdbc.sql("select tapped_at from incident_danger_tap where reference = ? and question = ? and answer = ?")
                .params(reference, question, answer)
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /** Whether <i>not sure</i> was tapped at danger before the report was sent. */
    public boolean wasNotSure(String reference) {
        return jdbc.sql("select exists (select from incident_danger_tap where reference = ? and answer = 'unsure')")
                .param(reference)
                .query(Boolean.class)
                .single();
    }

    private String write(Object answer) {
        try {
            return answer == null ? null : json.writeValueAsString(answer);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("An answer is a word, a number or a list of words", impossible);
        }
    }

    private Object read(String answer) {
        try {
            return answer == null ? null : json.readValue(answer, Object.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A stored answer cannot be read", impossible);
        }
    }
}
