package org.safecontact.wellbeing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/** On which days somebody looks. Days and hours are those of England, so that 20:00 stays 20:00 when the clocks change. */
final class LookDates {

    static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** Practice, section 3: reported after this, the first evening is the next one. House default. */
    private static final LocalTime TOO_LATE_FOR_TONIGHT = LocalTime.of(19, 0);

    private LookDates() {}

    /**
     * @param reported when it was reported
     * @param planned when the looks are planned; a first evening that is over by then moves to the next that is not
     * @param days days after the first evening
     * @param at the house's hour
     * @return the moments, in order
     */
    static List<Instant> of(Instant reported, Instant planned, List<Integer> days, LocalTime at) {
        ZonedDateTime time = reported.atZone(LONDON);
        LocalDate first = time.toLocalTime().isAfter(TOO_LATE_FOR_TONIGHT)
                ? time.toLocalDate().plusDays(1)
                : time.toLocalDate();
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

    /** Noon after a look was due: until then whoever it was given to may answer. House default. */
    static Instant noonAfter(Instant due) {
        return moment(due.atZone(LONDON).toLocalDate().plusDays(1), LocalTime.NOON);
    }

    private static Instant moment(LocalDate day, LocalTime at) {
        return day.atTime(at).atZone(LONDON).toInstant();
    }
}
