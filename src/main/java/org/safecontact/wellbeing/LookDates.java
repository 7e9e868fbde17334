package org.safecontact.wellbeing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.safecontact.agency.London;

/** On which days somebody looks. Days and hours are those of England, so that 20:00 stays 20:00 when the clocks change. */
final class LookDates {

    private LookDates() {}

    /**
     * @param reported when it was reported
     * @param planned when the looks are planned; a first evening that is over by then moves to the next that is not
     * @param days days after the first evening
     * @param at the house's hour
     * @param notice what is reported later than so long before that hour has its first look on the next evening
     * @return the moments, in order
     */
    static List<Instant> of(Instant reported, Instant planned, List<Integer> days, LocalTime at, Duration notice) {
        ZonedDateTime time = reported.atZone(London.ZONE);
        LocalDateTime latest = time.toLocalDate().atTime(at).minus(notice);
        LocalDate first =
                time.toLocalDateTime().isAfter(latest) ? time.toLocalDate().plusDays(1) : time.toLocalDate();
        while (moment(first, at).isBefore(planned)) {
            first = first.plusDays(1);
        }
        LocalDate evening = first;
        return days.stream()
                .distinct()
                .sorted()
                .map(day -> moment(evening.plusDays(day), at))
                .toList();
    }

    /** So long after a look was due, by the clocks of England: from 20:00 16 hours are until noon, whatever the clocks do. */
    static Instant until(Instant due, Duration stays) {
        return due.atZone(London.ZONE)
                .toLocalDateTime()
                .plus(stays)
                .atZone(London.ZONE)
                .toInstant();
    }

    private static Instant moment(LocalDate day, LocalTime at) {
        return day.atTime(at).atZone(London.ZONE).toInstant();
    }
}
