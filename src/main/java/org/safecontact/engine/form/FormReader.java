package org.safecontact.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safecontact.record.EntryKind;

/** Reads a {@code .form} file of form-js and refuses what the server could not check. */
final class FormReader {

    /** Longest texts where a form names no length of its own. House default. */
    static final int LONGEST_LINE = 300;

    static final int LONGEST_TEXT = 8_000;

    private static final Set<String> ONLY_SHOWN =
            Set.of("text", "html", "image", "separator", "spacer", "button", "table");

    /**
     * Options out of data, of which those are offered whose property equals the answer to a question; or all but those, which is for the eye
     * alone: the server takes what is left out too.
     */
    private static final Pattern NARROWED = Pattern.compile("=(\\w+)\\[(\\w+) (!?=) (\\w+)]");

    private static final ObjectMapper JSON = new ObjectMapper();

    private FormReader() {}

    /**
     * @param file the form as JSON
     * @throws IllegalStateException when it holds something that the server cannot check; says what and where
     */
    static Form read(InputStream file) {
        try {
            JsonNode root = JSON.readTree(file);
            String id = root.path("id").asText();
            List<Field> fields = new ArrayList<>();
            collect(id, root.path("components"), List.of(), fields);
            Set<String> keys = new HashSet<>();
            for (Field field : fields) {
                if (!keys.add(field.key())) {
                    throw new IllegalStateException("Form " + id + " has two fields named " + field.key());
                }
                if (field.narrowed().filter(to -> !keys.contains(to.question())).isPresent()) {
                    throw new IllegalStateException("Form " + id + " narrows " + field.key() + " by a later answer");
                }
            }
            return new Form(id, fields);
        } catch (IOException e) {
            throw new UncheckedIOException("A form cannot be read", e);
        }
    }

    private static void collect(String form, JsonNode components, List<String> outer, List<Field> fields) {
        for (JsonNode component : components) {
            String type = component.path("type").asText();
            List<String> hiddenWhen = hiddenWhen(component, outer);
            if (type.equals("group")
                    && component.path("path").asText("").isEmpty()
                    && !component.path("isRepeating").asBoolean()) {
                collect(form, component.path("components"), hiddenWhen, fields);
            } else if (!ONLY_SHOWN.contains(type)) {
                FieldType known = FieldType.of(type)
                        .orElseThrow(() -> new IllegalStateException(
                                "Form " + form + " uses a " + type + ", which the server cannot check"));
                fields.add(field(form, component, known, hiddenWhen));
            }
        }
    }

    private static Field field(String form, JsonNode component, FieldType type, List<String> hiddenWhen) {
        String key = component.path("key").asText();
        if (key.isEmpty() || key.contains(".")) {
            throw new IllegalStateException("Form " + form + " has a field without a simple key: " + key);
        }
        Matcher narrowed = NARROWED.matcher(component.path("valuesExpression").asText(""));
        if (component.has("valuesExpression") && !narrowed.matches()
                || component.path("readonly").isTextual()) {
            throw new IllegalStateException(
                    "Form " + form + " computes options or locks of " + key + ", which the server cannot check");
        }
        JsonNode validate = component.path("validate");
        String label = component
                .path(type == FieldType.DATETIME ? "dateLabel" : "label")
                .asText("");
        if (label.isBlank()) {
            label = component.path("timeLabel").asText(component.path("label").asText(""));
        }
        return new Field(
                key,
                type,
                label.strip(),
                validate.path("required").asBoolean(),
                limits(component, validate, type),
                options(component),
                narrowed.matches()
                        ? Optional.of(narrowed.group(1))
                        : Optional.ofNullable(component.path("valuesKey").asText(null)),
                narrowed.matches() && narrowed.group(3).equals("=")
                        ? Optional.of(new Field.Narrowed(narrowed.group(2), narrowed.group(4)))
                        : Optional.empty(),
                hiddenWhen,
                component.path("readonly").asBoolean()
                        || component.path("disabled").asBoolean(),
                type == FieldType.DATETIME ? component.path("subtype").asText("date") : "",
                tense(form, key, component.path("properties").path("when").asText("")),
                dates(form, key, component.path("properties").path("dates").asText("")),
                kind(form, key, component.path("properties").path("record").asText("fact")));
    }

    private static Field.Limits limits(JsonNode component, JsonNode validate, FieldType type) {
        String pattern = validate.path("pattern").asText("");
        int bound = type == FieldType.TEXTFIELD ? LONGEST_LINE : LONGEST_TEXT;
        return new Field.Limits(
                whole(validate.path("minLength")),
                validate.path("maxLength").asInt(bound),
                pattern.isEmpty() ? null : Pattern.compile(pattern),
                number(validate.path("min")),
                number(validate.path("max")),
                whole(component.path("decimalDigits")));
    }

    private static List<Option> options(JsonNode component) {
        List<Option> options = new ArrayList<>();
        for (JsonNode value : component.path("values")) {
            options.add(new Option(
                    value.path("value").asText(), value.path("label").asText().strip()));
        }
        return List.copyOf(options);
    }

    private static List<String> hiddenWhen(JsonNode component, List<String> outer) {
        String condition = component.path("conditional").path("hide").asText("");
        if (condition.isBlank()) {
            return outer;
        }
        List<String> all = new ArrayList<>(outer);
        all.add(condition.startsWith("=") ? condition.substring(1) : condition);
        return List.copyOf(all);
    }

    private static Optional<Tense> tense(String form, String key, String name) {
        return switch (name) {
            case "" -> Optional.empty();
            case "past" -> Optional.of(Tense.PAST);
            case "future" -> Optional.of(Tense.FUTURE);
            default ->
                throw new IllegalStateException("Form " + form + " asks at " + key + " for a time in the " + name);
        };
    }

    private static Optional<Dates> dates(String form, String key, String name) {
        return switch (name) {
            case "" -> Optional.empty();
            case "happened" -> Optional.of(Dates.HAPPENED);
            case "known" -> Optional.of(Dates.KNOWN);
            default -> throw new IllegalStateException("Form " + form + " says that " + key + " dates what is " + name);
        };
    }

    private static Optional<EntryKind> kind(String form, String key, String name) {
        return switch (name) {
            case "no" -> Optional.empty();
            case "fact" -> Optional.of(EntryKind.FACT);
            case "childsWords" -> Optional.of(EntryKind.CHILDS_WORDS);
            case "opinion" -> Optional.of(EntryKind.OPINION);
            case "thirdParty" -> Optional.of(EntryKind.THIRD_PARTY);
            case "action" -> Optional.of(EntryKind.ACTION);
            case "decision" -> Optional.of(EntryKind.DECISION);
            case "told" -> Optional.of(EntryKind.TOLD);
            default ->
                throw new IllegalStateException(
                        "Form " + form + " records " + key + " as " + name + ", which is no kind of statement");
        };
    }

    private static Integer whole(JsonNode node) {
        return node.isMissingNode() || node.isNull() || node.asText().isBlank() ? null : Integer.valueOf(node.asText());
    }

    private static BigDecimal number(JsonNode node) {
        return node.isMissingNode() || node.isNull() || node.asText().isBlank() ? null : new BigDecimal(node.asText());
    }
}
