package org.safecontact.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;

/**
 * Answers that cannot be taken as they stand: says at which field and what to do, in plain words without ids. To the
 * engine it is a request it cannot serve, not a failure, so it makes no noise in the log.
 */
public class FormRefused extends BadUserRequestException {

    private static final long serialVersionUID = 1L;

    private final Map<String, String> messages;

    /** @param messages what to do, by field key; the empty key stands for the form as a whole */
    public FormRefused(Map<String, String> messages) {
        super("The form needs another look at: " + String.join(", ", messages.keySet()));
        this.messages = new LinkedHashMap<>(messages);
    }

    public FormRefused(String field, String message) {
        this(Map.of(field, message));
    }

    public Map<String, String> messages() {
        return Collections.unmodifiableMap(messages);
    }
}
