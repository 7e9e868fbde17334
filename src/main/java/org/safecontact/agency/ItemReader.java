package org.safecontact.agency;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns one entry of a file into its record, field by field, so that all of its problems show at once. */
final class ItemReader {

    private final ObjectMapper mapper =
            AgencyJson.MAPPER.copy().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private final Validator validator;
    private final List<Problem> problems;

    ItemReader(Validator validator, List<Problem> problems) {
        this.validator = validator;
        this.problems = problems;
    }

    /** The item; empty when something is wrong with it, which is then among the problems. */
    Optional<Item> read(ItemKind kind, YamlFile.Entry entry) {
        Map<String, RecordComponent> components = components(kind.type());
        List<Problem> found = new ArrayList<>();
        entry.fields().fieldNames().forEachRemaining(field -> {
            if (!components.containsKey(field)) {
                found.add(problem(kind, entry, field, field + " is not known here; known are: " + known(components)));
            }
        });
        components.forEach((field, component) -> readField(kind, entry, field, component)
                .forEach(sentence -> found.add(problem(kind, entry, field, sentence))));
        problems.addAll(found);
        return found.isEmpty() ? readWhole(kind, entry) : Optional.empty();
    }

    private List<String> readField(ItemKind kind, YamlFile.Entry entry, String field, RecordComponent component) {
        JsonNode value = entry.fields().path(field);
        Object converted = null;
        if (!value.isMissingNode() && !value.isNull()) {
            if (component.getType() == String.class && value.isArray()) {
                return List.of(field + " can only be one, but " + value.size() + " stand here: " + joined(value));
            }
            try {
                ObjectNode onlyThisField = mapper.createObjectNode().set(field, value);
                converted = value(kind, component, onlyThisField);
            } catch (JsonProcessingException wrong) {
                return List.of(field + " " + words(wrong, value, component.getType()));
            }
        }
        return validator.validateValue(kind.type(), component.getName(), converted).stream()
                .map(violation -> field + " " + words(violation))
                .toList();
    }

    /** The whole item is read with this one field, so that the field's own way of reading applies. */
    private Object value(ItemKind kind, RecordComponent component, ObjectNode onlyThisField)
            throws JsonProcessingException {
        Item item = mapper.treeToValue(onlyThisField, kind.type());
        try {
            return component.getAccessor().invoke(item);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Optional<Item> readWhole(ItemKind kind, YamlFile.Entry entry) {
        try {
            Item item = mapper.treeToValue(entry.fields(), kind.type());
            List<Problem> deeper = validator.validate(item).stream()
                    .map(violation -> problem(
                            kind,
                            entry,
                            violation.getPropertyPath().toString().replaceAll("[\\[.].*", ""),
                            violation.getPropertyPath() + " " + words(violation)))
                    .toList();
            problems.addAll(deeper);
            return deeper.isEmpty() ? Optional.of(item) : Optional.empty();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Problem problem(ItemKind kind, YamlFile.Entry entry, String field, String sentence) {
        String id = entry.fields().path("id").asText("");
        boolean named = !id.isEmpty() && kind != ItemKind.AGENCY;
        return new Problem(kind.file(), entry.lineOf(field), named ? id : "", field, sentence);
    }

    private static Map<String, RecordComponent> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .collect(Collectors.toMap(
                        ItemReader::nameInFile, component -> component, (one, other) -> one, LinkedHashMap::new));
    }

    private static String nameInFile(RecordComponent component) {
        return component.getAccessor().getAnnotation(JsonProperty.class).value();
    }

    private static String known(Map<String, RecordComponent> components) {
        return String.join(", ", components.keySet());
    }

    private static String joined(JsonNode list) {
        List<String> values = new ArrayList<>();
        list.forEach(value -> values.add(value.asText()));
        return String.join(", ", values);
    }

    private static String words(JsonProcessingException wrong, JsonNode value, Class<?> type) {
        if (wrong instanceof InvalidFormatException format) {
            return "says '" + format.getValue() + "', which is not " + wanted(format.getTargetType());
        }
        if (wrong instanceof UnrecognizedPropertyException unknown) {
            return "has '" + unknown.getPropertyName() + "', which is not known here";
        }
        if (value.isTextual() && type == Boolean.class) {
            return "says '" + value.asText() + "', which is not " + wanted(type);
        }
        return "is not written as docs/agency-folder.md says";
    }

    private static String wanted(Class<?> type) {
        if (type == Instant.class) {
            return "a time (write 2026-12-24T17:00 or 2026-12-24)";
        }
        if (type == LocalDate.class) {
            return "a date (write 2016-04-23)";
        }
        if (type == Role.class) {
            return "a role (known: "
                    + Arrays.stream(Role.values()).map(Role::groupId).collect(Collectors.joining(", ")) + ")";
        }
        if (type == LegalStatus.class) {
            return "a legal status (known: "
                    + Arrays.stream(LegalStatus.values()).map(LegalStatus::id).collect(Collectors.joining(", ")) + ")";
        }
        return type == Boolean.class ? "true or false" : "what belongs here";
    }

    private static String words(ConstraintViolation<?> violation) {
        Class<? extends Annotation> rule =
                violation.getConstraintDescriptor().getAnnotation().annotationType();
        if (rule == NotBlank.class || rule == NotNull.class || rule == NotEmpty.class) {
            return "is missing";
        }
        if (rule == Size.class) {
            return "is too long (at most "
                    + violation.getConstraintDescriptor().getAttributes().get("max") + " characters)";
        }
        return violation.getMessage();
    }
}
