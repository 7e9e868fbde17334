package org.safecontact.keeping.web;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.safecontact.agency.London;

/**
 * The beginning or the end of a span as somebody types it: a day of England, and a time of day where it is not the whole day.
 *
 * @param date 2026-12-24, or what was typed instead
 * @param time 17:00; empty for the whole day
 */
record Moment(String date, String time) {

    /** @param kept an exact moment, or what was typed */
    static Moment from(String kept) {
        return of(kept, 0);
    }

    /** The same for an end, where a day alone means all of it. */
    static Moment until(String kept) {
        return of(kept, 1);
    }

    private static Moment of(String kept, int daysAddedToADate) {
        ZonedDateTime moment;
        try {
            moment = Instant.parse(kept).atZone(London.ZONE);
        } catch (DateTimeParseException asTyped) {
            int time = kept.indexOf('T');
            return time < 0 ? new Moment(kept, "") : new Moment(kept.substring(0, time), kept.substring(time + 1));
        }
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? new Moment(moment.toLocalDate().minusDays(daysAddedToADate).toString(), "")
                : new Moment(
                        moment.toLocalDate().toString(),
                        moment.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString());
    }
}
