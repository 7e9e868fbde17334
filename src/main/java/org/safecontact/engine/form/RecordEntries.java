package org.safecontact.engine.form;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.safecontact.agency.HumanTime;
import org.safecontact.engine.Answers;
import org.safecontact.record.Author;
import org.safecontact.record.EntryKind;
import org.safecontact.record.NewEntry;
import org.safecontact.record.Statement;
import org.springframework.stereotype.Component;

/**
 * What a submission leaves in the case record: every question that was asked and its answer, as the person read them.
 * One entry for each kind of statement, so that the child's own words never stand among facts or opinions.
 */
@Component
class RecordEntries {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

    private static final String TICKED = "Yes";

    /** Between what was chosen from one list. */
    private static final String BETWEEN = "; ";

    private final HumanTime time;

    RecordEntries(HumanTime time) {
        this.time = time;
    }

    List<NewEntry> of(String title, Form form, Answers answers, Map<String, Object> shown, Author author) {
        Map<EntryKind, List<Statement>> byKind = new LinkedHashMap<>();
        for (Field field : form.fields()) {
            Object answer = answers.values().get(field.key());
            if (answer != null && field.recordedAs().isPresent()) {
                byKind.computeIfAbsent(field.recordedAs().get(), kind -> new ArrayList<>())
                        .add(new Statement(question(field), words(field, answer, answers, shown)));
            }
        }
        if (byKind.isEmpty()) {
            byKind.put(EntryKind.ACTION, List.of());
        }
        Instant known = earliest(Dates.KNOWN, form, answers);
        Instant happened = earliest(Dates.HAPPENED, form, answers);
        return byKind.entrySet().stream()
                .map(entry -> new NewEntry(
                        entry.getKey(),
                        title,
                        entry.getValue(),
                        happened == null ? known : happened,
                        known,
                        author,
                        null))
                .toList();
    }

    /**
     * The way back: the answers that these statements stand for. A moment, of which the words keep less than was said, is asked again, and so is
     * what is no longer offered.
     */
    Map<String, Object> answers(Form form, List<Statement> said, Map<String, Object> shown) {
        Map<String, String> words = new HashMap<>();
        said.forEach(statement -> words.put(statement.question(), statement.answer()));
        Map<String, Object> answers = new LinkedHashMap<>();
        for (Field field : form.fields()) {
            String word = words.get(question(field));
            if (word != null && field.recordedAs().isPresent() && !field.locked()) {
                answer(field, word, Options.of(field, shown, answers))
                        .ifPresent(answer -> answers.put(field.key(), answer));
            }
        }
        return answers;
    }

    private static Optional<Object> answer(Field field, String words, List<Option> options) {
        return switch (field.type()) {
            case TEXTFIELD, TEXTAREA -> Optional.of(words);
            case NUMBER -> Optional.of(new BigDecimal(words));
            case CHECKBOX -> Optional.of(words.equals(TICKED));
            case RADIO, SELECT ->
                Options.values(options, List.of(words)).stream().findFirst().map(Object.class::cast);
            case CHECKLIST, TAGLIST -> Optional.of(Options.values(options, List.of(words.split(BETWEEN))));
            case DATETIME ->
                field.when().equals("date")
                        ? Optional.of(LocalDate.parse(words, DAY).toString())
                        : Optional.empty();
        };
    }

    /** Null where nobody said when. */
    private static Instant earliest(Dates what, Form form, Answers answers) {
        return form.fields().stream()
                .filter(field -> field.dates().filter(what::equals).isPresent())
                .flatMap(field -> answers.instant(field.key()).stream())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    static String question(Field field) {
        String label = field.label().replace("*", "").strip();
        return label.isEmpty() ? "Answer" : label;
    }

    private String words(Field field, Object answer, Answers answers, Map<String, Object> shown) {
        List<Option> options = Options.of(field, shown, answers.values());
        return switch (field.type()) {
            case TEXTFIELD, TEXTAREA, NUMBER -> answer.toString();
            case CHECKBOX -> Boolean.TRUE.equals(answer) ? TICKED : "Not ticked";
            case RADIO, SELECT -> Options.label(options, answer.toString());
            case CHECKLIST, TAGLIST ->
                answers.many(field.key()).stream()
                        .map(value -> Options.label(options, value))
                        .collect(Collectors.joining(BETWEEN));
            case DATETIME -> timeInWords(field, answers);
        };
    }

    private String timeInWords(Field field, Answers answers) {
        return switch (field.when()) {
            case "datetime" -> answers.instant(field.key()).map(time::full).orElse("");
            case "time" -> answers.one(field.key()).orElse("");
            default -> answers.date(field.key()).map(RecordEntries::day).orElse("");
        };
    }

    private static String day(LocalDate date) {
        return DAY.format(date);
    }
}
