package org.safecontact.pattern;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.safecontact.agency.London;

/** Weeks one after the other, Monday to Sunday as the days are here, whatever the clocks do. */
record Weeks(LocalDate first, int count) {

    /** A year, whichever day it is. */
    static final int MOST = 54;

    /** Those from the one of that day to the one of today, at most {@link #MOST}. */
    static Weeks between(LocalDate since, LocalDate today) {
        LocalDate last = Span.monday(today);
        LocalDate first = Span.monday(since);
        LocalDate earliest = last.minusWeeks(MOST - 1L);
        LocalDate begins = first.isBefore(earliest) ? earliest : first;
        return new Weeks(begins, (int) ChronoUnit.WEEKS.between(begins, last) + 1);
    }

    LocalDate monday(int week) {
        return first.plusWeeks(week);
    }

    boolean has(int week) {
        return week >= 0 && week < count;
    }

    /** Which of them it is, also before the first and after the last. */
    int of(Instant at) {
        return (int) ChronoUnit.WEEKS.between(
                first, Span.monday(at.atZone(London.ZONE).toLocalDate()));
    }

    /** How many there were in each. */
    <T> List<Integer> count(List<T> all, Function<T, Instant> at, Predicate<T> which) {
        int[] counts = new int[count];
        all.stream().filter(which).map(at).mapToInt(this::of).filter(this::has).forEach(week -> counts[week]++);
        return IntStream.of(counts).boxed().toList();
    }
}
