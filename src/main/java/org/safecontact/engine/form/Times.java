package org.safecontact.engine.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import org.safecontact.agency.London;

/** The ways in which form-js writes a day, a time, or both. */
final class Times {

    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2200;
    private static final int LONGEST = 40;

    private Times() {}

    /**
     * @param when {@code date}, {@code time} or {@code datetime}
     * @return whether the text is such a time, within years that people mean
     */
    static boolean isTime(String when, String text) {
        // A zone by name means another moment than the offset beside it.
        if (text.length() > LONGEST || text.indexOf('[') >= 0) {
            return false;
        }
        try {
            return switch (when) {
                case "time" -> isTimeOfDay(text);
                case "datetime" -> plausible(dateOf(text));
                default -> plausible(LocalDate.parse(text));
            };
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Whether it is a time in England over which the clocks go forward. */
    static boolean isSkipped(String when, String text) {
        return "datetime".equals(when) && parsed(text) instanceof LocalDateTime typed && London.isSkipped(typed);
    }

    private static boolean isTimeOfDay(String text) {
        boolean hasZone = text.endsWith("Z") || text.indexOf('+') > 0 || text.indexOf('-') > 0;
        return hasZone ? OffsetTime.parse(text) != null : LocalTime.parse(text) != null;
    }

    private static LocalDate dateOf(String text) {
        return parsed(text).query(LocalDate::from);
    }

    private static TemporalAccessor parsed(String text) {
        return DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
    }

    private static boolean plausible(LocalDate day) {
        return day.getYear() >= EARLIEST_YEAR && day.getYear() <= LATEST_YEAR;
    }
}
