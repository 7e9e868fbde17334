package org.safecontact.engine.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;

/** Data for a form in the types that Tasklist understands. */
final class ShownValue {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private ShownValue() {}

    static TypedValue of(Object value) {
        if (value == null) {
            return Variables.untypedNullValue();
        }
        if (value instanceof String text) {
            return Variables.stringValue(text);
        }
        if (value instanceof Boolean truth) {
            return Variables.booleanValue(truth);
        }
        if (value instanceof Integer number) {
            return Variables.integerValue(number);
        }
        if (value instanceof Number number) {
            return Variables.doubleValue(number.doubleValue());
        }
        if (value instanceof Enum<?> || value instanceof java.time.temporal.Temporal) {
            return Variables.stringValue(value.toString());
        }
        try {
            return SpinValues.jsonValue(JSON.writeValueAsString(value)).create();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "A form cannot show a " + value.getClass().getSimpleName());
        }
    }
}
