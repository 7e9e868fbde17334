package org.safecontact.engine.form;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Answers and facts that open one field of a form or another: by chance, out of the values that its conditions speak of. */
class AnyAnswers {

    private static final Pattern COMPARED = Pattern.compile("(\\w+)\\)? *(?:!?=|,) *(\"[^\"]*\"|true|false)");
    private static final Pattern ALONE = Pattern.compile("\\b(?:or|and) (\\w+)\\b(?! *[=!(<>])");

    private final Form form;
    private final Random chance;
    private final Map<String, Field> fields;

    AnyAnswers(Form form, Random chance) {
        this.form = form;
        this.chance = chance;
        this.fields = form.fields().stream().collect(Collectors.toMap(Field::key, field -> field));
    }

    /** What the product could know already, of all that the form's conditions ask of it. */
    Map<String, Object> factsFor(String key) {
        Map<String, Object> facts = new HashMap<>();
        spokenOf(fields.get(key)).forEach((name, values) -> {
            if (!fields.containsKey(name) && !values.isEmpty() && chance.nextInt(4) > 0) {
                facts.put(name, one(values));
            }
        });
        return facts;
    }

    /** Answers to what the field depends on; whatever else has to be answered is left open. */
    Map<String, Object> answersFor(String key) {
        Map<String, Object> answers = new LinkedHashMap<>();
        spokenOf(fields.get(key)).forEach((name, values) -> {
            Field field = fields.get(name);
            if (field != null && !field.locked() && !field.type().isText() && chance.nextInt(5) > 0) {
                Object chosen = values.isEmpty() || chance.nextInt(3) == 0 ? any(field) : one(values);
                answers.put(name, field.type().untouched() instanceof List ? List.of(chosen) : chosen);
            }
        });
        return answers;
    }

    /** Every value that a condition of the form compares an answer with. */
    Set<String> valuesOf(String key) {
        Set<String> values = new LinkedHashSet<>();
        fields.values()
                .forEach(field -> spokenOf(field).getOrDefault(key, Set.of()).stream()
                        .map(Object::toString)
                        .forEach(values::add));
        return values;
    }

    private Map<String, Set<Object>> spokenOf(Field field) {
        Map<String, Set<Object>> spoken = new LinkedHashMap<>();
        spokenOf(field, spoken, new LinkedHashSet<>());
        return spoken;
    }

    /** What a field depends on may depend on something itself. */
    private void spokenOf(Field field, Map<String, Set<Object>> spoken, Set<String> seen) {
        if (!seen.add(field.key())) {
            return;
        }
        for (String condition : field.hiddenWhen()) {
            Matcher compared = COMPARED.matcher(condition);
            while (compared.find()) {
                String value = compared.group(2);
                spoken.computeIfAbsent(compared.group(1), name -> new LinkedHashSet<>())
                        .add(value.startsWith("\"") ? value.substring(1, value.length() - 1) : Boolean.valueOf(value));
            }
            Matcher alone = ALONE.matcher(condition);
            while (alone.find()) {
                spoken.computeIfAbsent(alone.group(1), name -> new LinkedHashSet<>())
                        .addAll(List.of(true, false));
            }
            fields.values().stream()
                    .filter(other -> condition.matches(".*\\b" + other.key() + "\\b.*"))
                    .forEach(other -> {
                        spoken.computeIfAbsent(other.key(), name -> new LinkedHashSet<>());
                        spokenOf(other, spoken, seen);
                    });
        }
    }

    /** One of its options; of those out of data there are always these two. */
    private Object any(Field field) {
        return field.options().isEmpty()
                ? List.of("one", "two").get(chance.nextInt(2))
                : field.options().get(chance.nextInt(field.options().size())).value();
    }

    private Object one(Set<Object> values) {
        return values.stream().skip(chance.nextInt(values.size())).findFirst().orElseThrow();
    }
}
