package org.safecontact.agency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.stereotype.Service;

/** Times in the words that people in England use. */
@Service
public class HumanTime {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE", Locale.UK);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK);
    private static final DateTimeFormatter WITH_YEAR = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.UK);

    private final Clock clock;

    HumanTime(Clock clock) {
        this.clock = clock;
    }

    /** A deadline: <i>by 17:00 today</i>, <i>by 09:00 tomorrow</i>, <i>by 17:00 on Monday</i>. */
    public String by(Instant moment) {
        ZonedDateTime time = london(moment);
        return "by " + time.format(TIME) + " " + (isNear(time) ? near(time) : "on " + day(time));
    }

    /**
     * A deadline that may be read on another day than it was written: <i>by 17:00 today</i>, <i>by 17:00 on Thursday 26 November</i>, never
     * <i>tomorrow</i>.
     */
    public String byDate(Instant moment) {
        ZonedDateTime time = london(moment);
        return time.toLocalDate().equals(today()) ? by(moment) : "by " + time.format(TIME) + " on " + time.format(DATE);
    }

    /**
     * A deadline that may be past, with how long it is: <i>by 22:04 today, 6 minutes late</i>, <i>by 17:00 on Tuesday 24 November, 2 days late</i>.
     * For workers alone: nobody shows a carer as late (practice, section 3).
     */
    public String byOrLate(Instant moment) {
        Duration late = Duration.between(moment, clock.instant());
        if (late.toMinutes() < 1) {
            return by(moment);
        }
        return by(moment) + ", " + length(late) + " late";
    }

    private static String length(Duration length) {
        if (length.toHours() < 1) {
            return many(length.toMinutes(), "minute");
        }
        return length.toDays() < 1 ? many(length.toHours(), "hour") : many(length.toDays(), "day");
    }

    private static String many(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /** A moment to come or just gone: <i>today at 17:00</i>, <i>on Monday at 09:00</i>. */
    public String at(Instant moment) {
        ZonedDateTime time = london(moment);
        return (isNear(time) ? near(time) : "on " + day(time)) + " at " + time.format(TIME);
    }

    /** A moment in full: <i>Saturday 21 November 2026, 22:04</i>. */
    public String full(Instant moment) {
        return london(moment).format(FULL);
    }

    /** The time of day alone: <i>22:04</i>. */
    public String clock(Instant moment) {
        return london(moment).format(TIME);
    }

    /** A day alone: <i>21 November 2026</i>. */
    public static String date(LocalDate day) {
        return WITH_YEAR.format(day);
    }

    private boolean isNear(ZonedDateTime time) {
        long days = today().until(time.toLocalDate(), ChronoUnit.DAYS);
        return days >= -1 && days <= 1;
    }

    private String near(ZonedDateTime time) {
        LocalDate day = time.toLocalDate();
        if (day.equals(today())) {
            return "today";
        }
        return day.isAfter(today()) ? "tomorrow" : "yesterday";
    }

    /** Within the coming week the day's name is enough; further away the date stands with it. */
    private String day(ZonedDateTime time) {
        LocalDate day = time.toLocalDate();
        boolean thisWeek = day.isAfter(today()) && day.isBefore(today().plusDays(7));
        return time.format(thisWeek ? DAY : DATE);
    }

    private LocalDate today() {
        return london(clock.instant()).toLocalDate();
    }

    private static ZonedDateTime london(Instant moment) {
        return moment.atZone(London.ZONE);
    }
}
