package org.safecontact.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safecontact.agency.London;

/** The checked answers of one submission, by field key. A field that was not answered is absent. */
public record Answers(Map<String, Object> values) {

    /** The chosen option, the typed text or the number as text; empty when not answered. */
    public Optional<String> one(String key) {
        return Optional.ofNullable(values.get(key))
                .map(Object::toString)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /** The ticked options in the order of the form; empty when nothing was ticked. */
    public List<String> many(String key) {
        return values.get(key) instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }

    /** Whether a single box was ticked. */
    public boolean ticked(String key) {
        return Boolean.TRUE.equals(values.get(key));
    }

    /** A date and time as people see it in England; a value with its own offset keeps it. */
    public Optional<Instant> instant(String key) {
        return one(key).map(Answers::parse);
    }

    public Optional<LocalDate> date(String key) {
        return one(key).map(text -> LocalDate.parse(text.substring(0, 10)));
    }

    private static Instant parse(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException withoutOffset) {
            return London.at(LocalDateTime.parse(text));
        }
    }
}
