package org.safecontact.engine.form;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What can be chosen in a field, whether it stands in the form or comes with the data. */
final class Options {

    private Options() {}

    /**
     * @param shown the data that the form shows
     * @param answers those to the questions before it, by key
     */
    static List<Option> of(Field field, Map<String, Object> shown, Map<String, Object> answers) {
        if (field.valuesKey().isEmpty()) {
            return field.options();
        }
        return shown.get(field.valuesKey().get()) instanceof Collection<?> values
                ? values.stream()
                        .filter(one -> isOffered(field, one, answers))
                        .map(Options::option)
                        .toList()
                : List.of();
    }

    private static boolean isOffered(Field field, Object one, Map<String, Object> answers) {
        return field.narrowed()
                .map(to -> one instanceof Map<?, ?> map
                        && map.get(to.property()) != null
                        && map.get(to.property()).equals(answers.get(to.question())))
                .orElse(true);
    }

    private static Option option(Object one) {
        if (one instanceof Map<?, ?> map) {
            String value = Objects.toString(map.get("value"), "");
            Object label = map.get("label");
            return new Option(value, label == null ? value : label.toString());
        }
        return new Option(one.toString(), one.toString());
    }

    /** The values of those that a person read as these, in the order in which they are offered. */
    static List<String> values(List<Option> options, List<String> labels) {
        return options.stream()
                .filter(option -> labels.contains(option.label()))
                .map(Option::value)
                .toList();
    }

    /** What a person read beside the value. */
    static String label(List<Option> options, String value) {
        return options.stream()
                .filter(option -> option.value().equals(value))
                .map(Option::label)
                .findFirst()
                .orElse(value);
    }
}
