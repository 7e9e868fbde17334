package org.safecontact.pattern;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** How far back somebody looks; always from a Monday, so that each week is whole. */
public enum Span {
    FOUR_WEEKS("4w", "The last 4 weeks", today -> today.minusWeeks(4)),
    THREE_MONTHS("3m", "The last 3 months", today -> today.minusMonths(3)),
    TWELVE_MONTHS("12m", "The last 12 months", today -> today.minusMonths(12)),
    ALL("all", "All", today -> LocalDate.EPOCH);

    private final String id;
    private final String words;
    private final UnaryOperator<LocalDate> back;

    Span(String id, String words, UnaryOperator<LocalDate> back) {
        this.id = id;
        this.words = words;
        this.back = back;
    }

    public String id() {
        return id;
    }

    public String words() {
        return words;
    }

    LocalDate since(LocalDate today) {
        return monday(back.apply(today));
    }

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    static Optional<Span> of(String id) {
        return Stream.of(values()).filter(span -> span.id.equals(id)).findFirst();
    }
}
