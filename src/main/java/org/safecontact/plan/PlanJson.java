package org.safecontact.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** How what people enter about contact stands in the tables of this room. Its errors never quote what was typed. */
public final class PlanJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private PlanJson() {}

    /** @param as the declared type, which may know several kinds */
    public static <T> String write(Class<T> as, T what) {
        try {
            return JSON.writerFor(as).writeValueAsString(what);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was entered about contact cannot be written");
        }
    }

    public static <T> T read(Class<T> as, String json) {
        try {
            return JSON.readValue(json, as);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was entered about contact cannot be read");
        }
    }
}
