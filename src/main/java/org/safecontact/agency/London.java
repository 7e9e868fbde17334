package org.safecontact.agency;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** What is a day and an hour to people here. Everything runs in UTC; whoever reads or types a time means London's. */
public final class London {

    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private London() {}

    /**
     * What somebody typed, as a moment; in the hour that is there twice in autumn, the first.
     *
     * @throws DateTimeException for a time that was not there: in spring the clocks go from 01:00 to 02:00
     */
    public static Instant at(LocalDateTime typed) {
        if (isSkipped(typed)) {
            throw new DateTimeException("The clocks go forward over this time");
        }
        return typed.atZone(ZONE).toInstant();
    }

    /** Whether the clocks go forward over this time, so that no clock ever showed it. */
    public static boolean isSkipped(LocalDateTime typed) {
        return ZONE.getRules().getValidOffsets(typed).isEmpty();
    }
}
