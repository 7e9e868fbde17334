package org.safecontact.engine.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.safecontact.engine.Draft;
import org.safecontact.engine.Drafts;
import org.safecontact.engine.FormRefused;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafts in the database, each sealed for its form and its writer. */
@Service
class SealedDrafts implements Drafts {

    private static final Duration KEPT = Duration.ofHours(24);

    /** Nobody writes that many forms in a day and sends none of them. House default. */
    static final int MOST_FORMS = 100;

    /** Characters of all answers to one form, well above any form: as many as the door lets somebody send. House default. */
    static final int LONGEST = 200_000;

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
    public Instant keep(String form, String personId, Map<String, Object> answers) {
        repository.lock(personId);
        Instant now = clock.instant();
        if (repository.others(form, personId, now.minus(KEPT)) >= MOST_FORMS) {
            throw new FormRefused(
                    "",
                    "Not kept: " + MOST_FORMS + " forms of yours are begun and not sent. It stays on this screen:"
                            + " please send this one, or one of the others.");
        }
        Map<String, Object> plain =
                new LinkedHashMap<>(of(form, personId).map(Draft::answers).orElse(Map.of()));
        answers.forEach((key, value) -> {
            if (value == null) {
                plain.remove(key);
            } else if (isPlain(value)
                    || value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
                plain.put(key, value);
            }
        });
        String text = write(plain);
        if (text.length() > LONGEST) {
            throw new FormRefused(
                    "", "Not kept: this is longer than any form can take. It stays on this screen: please shorten it.");
        }
        repository.put(form, personId, seal.seal(text, form, personId), now);
        return now;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Draft> of(String form, String personId) {
        return repository
                .find(form, personId, clock.instant().minus(KEPT))
                .flatMap(row ->
                        seal.open(row.sealed(), form, personId).map(text -> new Draft(read(text), row.keptAt())));
    }

    @Override
    @Transactional
    public void move(String goneForm, String form, String personId) {
        repository
                .find(goneForm, personId, clock.instant().minus(KEPT))
                .ifPresent(row -> seal.open(row.sealed(), goneForm, personId)
                        .ifPresent(
                                text -> repository.put(form, personId, seal.seal(text, form, personId), row.keptAt())));
        repository.forget(goneForm, personId);
    }

    @Override
    @Transactional
    public void forget(String form, String personId) {
        repository.forget(form, personId);
    }

    @Override
    @Transactional
    public void sent(String form, String personId, Map<String, Object> asSent) {
        forget(form, personId);
        repository.sent(form, personId, digest(asSent), clock.instant());
    }

    @Override
    @Transactional(readOnly = true)
    public boolean arrived(String form, String personId, Map<String, Object> asSent) {
        return asSent(form, personId)
                .filter(before -> Arrays.equals(before, digest(asSent)))
                .isPresent();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean differs(String form, String personId, Map<String, Object> asSent) {
        return asSent(form, personId)
                .filter(before -> !Arrays.equals(before, digest(asSent)))
                .isPresent();
    }

    private Optional<byte[]> asSent(String form, String personId) {
        return repository.asSent(form, personId, clock.instant().minus(KEPT));
    }

    private byte[] digest(Map<String, Object> asSent) {
        return seal.digest(asItCame(asSent).toString());
    }

    /** Unread: a list that the engine has read once is not what came any more. */
    private static Map<String, String> asItCame(Map<String, Object> sent) {
        Map<String, String> came = new TreeMap<>();
        for (String field : sent.keySet()) {
            Object value = sent instanceof VariableMap typed ? typed.<TypedValue>getValueTyped(field) : sent.get(field);
            came.put(
                    field,
                    String.valueOf(
                            value instanceof SerializableValue serializable
                                    ? serializable.getValueSerialized()
                                    : value instanceof TypedValue plain ? plain.getValue() : value));
        }
        return came;
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
