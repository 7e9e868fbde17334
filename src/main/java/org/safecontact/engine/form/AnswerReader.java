package org.safecontact.engine.form;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.safecontact.record.HiddenFile;
import org.safecontact.record.TypedText;

/** Turns what was sent for one field into the answer it stands for, or says why it is none. */
final class AnswerReader {

    private static final int MOST_CHOSEN = 200;

    /** Beside others it means nothing: what was chosen are the others (contract, section 4). */
    private static final String NONE = "none";

    private static final int LONGEST_NUMBER = 30;
    private static final int SMALLEST_NUMBER_SCALE = -12;

    private AnswerReader() {}

    /**
     * @param sent as {@link SentValue} gives it
     * @param options what can be chosen, for fields with a choice
     * @return the answer; empty when the field was left alone
     */
    static Optional<Object> read(Field field, Optional<Object> sent, List<Option> options) {
        if (sent.isEmpty()) {
            return Optional.empty();
        }
        Object value = sent.get();
        return switch (field.type()) {
            case TEXTFIELD, TEXTAREA -> text(field, value);
            case NUMBER -> number(field, value);
            case DATETIME -> time(field, value);
            case CHECKBOX -> ticked(field, value);
            case RADIO, SELECT -> chosen(field, value, options);
            case CHECKLIST, TAGLIST -> allChosen(field, value, options);
        };
    }

    private static Optional<Object> text(Field field, Object value) {
        if (!(value instanceof String typed)) {
            throw new NotAcceptable(FormWords.notAsExpected(field));
        }
        Field.Limits limits = field.limits();
        // Spaces around it do not count, but they are not waved through in any amount either.
        if (typed.length() > 2 * limits.longest() + 100) {
            throw new NotAcceptable(FormWords.tooLong(field));
        }
        String text = TypedText.clean(typed);
        if (text.length() > limits.longest()) {
            throw new NotAcceptable(FormWords.tooLong(field));
        }
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (HiddenFile.in(text)) {
            throw new NotAcceptable(FormWords.noPictures(field));
        }
        if (limits.shortest() != null && text.length() < limits.shortest()) {
            throw new NotAcceptable(FormWords.tooShort(field));
        }
        if (limits.pattern() != null && !limits.pattern().matcher(text).find()) {
            throw new NotAcceptable(FormWords.notAsExpected(field));
        }
        return Optional.of(text);
    }

    private static Optional<Object> number(Field field, Object value) {
        String digits = value instanceof Number || value instanceof String
                ? value.toString().strip()
                : null;
        if (digits == null || digits.length() > LONGEST_NUMBER) {
            throw new NotAcceptable(FormWords.notANumber(field));
        }
        if (digits.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal number;
        try {
            number = new BigDecimal(digits);
        } catch (NumberFormatException e) {
            throw new NotAcceptable(FormWords.notANumber(field));
        }
        if (number.scale() < SMALLEST_NUMBER_SCALE || number.scale() > LONGEST_NUMBER) {
            throw new NotAcceptable(FormWords.notANumber(field));
        }
        Field.Limits limits = field.limits();
        if (limits.least() != null && number.compareTo(limits.least()) < 0) {
            throw new NotAcceptable(FormWords.atLeast(field));
        }
        if (limits.most() != null && number.compareTo(limits.most()) > 0) {
            throw new NotAcceptable(FormWords.atMost(field));
        }
        BigDecimal plain = number.stripTrailingZeros();
        if (limits.decimals() != null && Math.max(plain.scale(), 0) > limits.decimals()) {
            throw new NotAcceptable(FormWords.fewerDecimals(field));
        }
        return Optional.of(
                plain.scale() <= 0 && plain.precision() - plain.scale() <= 9 ? plain.intValueExact() : number);
    }

    private static Optional<Object> time(Field field, Object value) {
        if (!(value instanceof String text)) {
            throw new NotAcceptable(FormWords.notATime(field));
        }
        if (text.isBlank()) {
            return Optional.empty();
        }
        if (!Times.isTime(field.when(), text.strip())) {
            throw new NotAcceptable(FormWords.notATime(field));
        }
        if (Times.isSkipped(field.when(), text.strip())) {
            throw new NotAcceptable(FormWords.skipped(field));
        }
        return Optional.of(text.strip());
    }

    private static Optional<Object> ticked(Field field, Object value) {
        if (!(value instanceof Boolean ticked)) {
            throw new NotAcceptable(FormWords.notAsExpected(field));
        }
        return Optional.of(ticked);
    }

    private static Optional<Object> chosen(Field field, Object value, List<Option> options) {
        if (value instanceof String text && text.isEmpty()) {
            return Optional.empty();
        }
        if (value instanceof Collection) {
            throw new NotAcceptable(FormWords.notOffered(field));
        }
        return Optional.of(offered(field, value, options));
    }

    private static Optional<Object> allChosen(Field field, Object value, List<Option> options) {
        if (value instanceof String text && text.isEmpty()) {
            return Optional.empty();
        }
        if (!(value instanceof Collection<?> values) || values.size() > MOST_CHOSEN) {
            throw new NotAcceptable(FormWords.notOffered(field));
        }
        Set<String> chosen = new LinkedHashSet<>();
        for (Object one : values) {
            chosen.add(offered(field, one, options));
        }
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        if (chosen.size() > 1) {
            chosen.remove(NONE);
        }
        return Optional.of(options.stream()
                .map(Option::value)
                .filter(chosen::contains)
                .distinct()
                .toList());
    }

    private static String offered(Field field, Object value, List<Option> options) {
        String text = Objects.toString(value, "");
        return options.stream()
                .map(Option::value)
                .filter(text::equals)
                .findFirst()
                .orElseThrow(() -> new NotAcceptable(
                        isShownAlone(field, options) ? FormWords.PAGE_CHANGED : FormWords.notOffered(field)));
    }

    /** Where the data show one answer alone, whoever sends another had an older page: there is nothing to choose. */
    private static boolean isShownAlone(Field field, List<Option> options) {
        return field.valuesKey().isPresent() && options.size() == 1;
    }
}
