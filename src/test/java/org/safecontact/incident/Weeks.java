package org.safecontact.incident;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;

/** A moment of its own for each test, more than 30 days from every other, so that earlier contacts do not count. */
final class Weeks {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final AtomicInteger NEXT = new AtomicInteger();

    private Weeks() {}

    /** 16:10 on a Tuesday. */
    static Instant nextTuesday() {
        return at("2026-06-16T16:10");
    }

    /** 22:04 on a Saturday. */
    static Instant nextSaturdayNight() {
        return at("2026-06-20T22:04");
    }

    /** As a form sends it. */
    static String london(Instant moment) {
        return moment.atZone(LONDON).toLocalDateTime().toString().substring(0, 16);
    }

    /** Five weeks after the one before, never between the years, when the office is closed, nor in a night with an hour more or less. */
    private static Instant at(String first) {
        LocalDateTime next;
        do {
            next = LocalDateTime.parse(first).plusWeeks(5L * NEXT.getAndIncrement());
        } while (next.getDayOfYear() > 355 || next.getDayOfYear() < 5 || clocksChange(next));
        return next.atZone(LONDON).toInstant();
    }

    private static boolean clocksChange(LocalDateTime evening) {
        return !LONDON.getRules().getOffset(evening).equals(LONDON.getRules().getOffset(evening.plusDays(1)));
    }
}
