package org.safecontact.engine.form;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.safecontact.engine.Answers;

/** Keeps what a person typed out of process variables even when an area hands it over by mistake. */
final class NothingTyped {

    private static final int LONGEST_ID = 200;
    private static final int SHORTEST_TELLING = 4;

    private NothingTyped() {}

    /** @throws IllegalStateException naming the variable, never its value */
    static void requireIn(Map<String, Object> kept, Form form, Answers answers, String task) {
        List<String> typed = form.fields().stream()
                .filter(field -> field.type().isText())
                .map(field -> Objects.toString(answers.values().get(field.key()), ""))
                .filter(text -> text.length() >= SHORTEST_TELLING)
                .toList();
        kept.forEach((name, value) -> {
            if (!isIdOrChoice(value, typed)) {
                throw new IllegalStateException("The work of " + task + " wants to keep " + name
                        + " as a process variable, but only ids and choices may be: no typed text, no objects");
            }
        });
    }

    private static boolean isIdOrChoice(Object value, List<String> typed) {
        if (value instanceof String text) {
            return text.length() <= LONGEST_ID && typed.stream().noneMatch(text::contains);
        }
        if (value instanceof Collection<?> list) {
            return list.stream().allMatch(one -> isIdOrChoice(one, typed));
        }
        return value == null || value instanceof Boolean || value instanceof Number || value instanceof java.util.Date;
    }
}
