package org.safecontact.engine.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.Optional;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** What came over the wire for one field, as plain Java; nothing longer than anybody can mean is looked at. */
final class SentValue {

    /** Longest list or text in its JSON form. */
    private static final int LONGEST_JSON = 40_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private SentValue() {}

    /**
     * @return a text, number, truth value or collection; empty when nothing was answered
     * @throws NotAcceptable when it is anything else, such as a file
     */
    static Optional<Object> of(Field field, TypedValue sent) {
        // As it came, whoever has looked at it since: an attempt that met others has, and the next one reads the same.
        if (sent instanceof SerializableValue serializable && serializable.getValueSerialized() != null) {
            return fromJson(field, serializable.getValueSerialized());
        }
        Object value = sent == null ? null : sent.getValue();
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Collection) {
            return Optional.of(value);
        }
        throw new NotAcceptable(FormWords.notAsExpected(field));
    }

    private static Optional<Object> fromJson(Field field, String json) {
        if (json == null) {
            return Optional.empty();
        }
        if (json.length() > LONGEST_JSON) {
            throw new NotAcceptable(FormWords.tooLong(field));
        }
        try {
            return Optional.ofNullable(JSON.readValue(json, Object.class));
        } catch (JsonProcessingException e) {
            // Not as the cause: the parser quotes what it could not read.
            throw new NotAcceptable(FormWords.notAsExpected(field));
        }
    }
}
