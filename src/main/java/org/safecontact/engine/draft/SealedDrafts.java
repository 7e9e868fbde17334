package org.safecontact.engine.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safecontact.engine.Draft;
import org.safecontact.engine.Drafts;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafts in the database, each sealed for its to-do and its writer. */
@Service
class SealedDrafts implements Drafts {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};

    private final DraftRepository repository;
    private final DraftSeal seal;
    private final ObjectMapper json;
    private final Clock clock;

    SealedDrafts(DraftRepository repository, DraftSeal seal, ObjectMapper json, Clock clock) {
        this.repository = repository;
        this.seal = seal;
        this.json = json;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Instant keep(String taskId, String personId, Map<String, Object> answers) {
        Map<String, Object> plain = new LinkedHashMap<>();
        answers.forEach((key, value) -> {
            if (isPlain(value) || value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
                plain.put(key, value);
            }
        });
        Instant now = clock.instant();
        repository.put(taskId, personId, seal.seal(write(plain), taskId, personId), now);
        return now;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Draft> of(String taskId, String personId) {
        return repository
                .find(taskId, personId, clock.instant().minus(KEPT))
                .flatMap(row ->
                        seal.open(row.sealed(), taskId, personId).map(text -> new Draft(read(text), row.keptAt())));
    }

    @Override
    @Transactional
    public void move(String goneTaskId, String taskId, String personId) {
        repository
                .find(goneTaskId, personId, clock.instant().minus(KEPT))
                .ifPresent(row -> seal.open(row.sealed(), goneTaskId, personId)
                        .ifPresent(text ->
                                repository.put(taskId, personId, seal.seal(text, taskId, personId), row.keptAt())));
        repository.forget(goneTaskId, personId);
    }

    @Override
    @Transactional
    public void sent(String taskId, String personId) {
        repository.forget(taskId, personId);
    }

    /** What was not sent within a day is gone. Asked every hour. */
    @Scheduled(fixedDelayString = "PT1H")
    @Transactional
    public void forgetOld() {
        repository.forgetBefore(clock.instant().minus(KEPT));
    }

    private static boolean isPlain(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    private String write(Map<String, Object> answers) {
        try {
            return json.writeValueAsString(answers);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("A draft is plain answers", impossible);
        }
    }

    private Map<String, Object> read(String text) {
        try {
            return json.readValue(text, ANSWERS);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A draft cannot be read", impossible);
        }
    }
}
