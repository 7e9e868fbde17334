package org.safecontact.agency;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * Office hours and deadlines: Monday to Friday 09:00 to 17:00 in England, without bank holidays, their substitute days
 * and the agency's own days. All moments are instants; what is a day and an hour is Europe/London's, both clock changes
 * included. Source of the hours: contract, section 4 (who-to-tell).
 */
@Service
public class WorkingTime {

    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(17, 0);
    /** From when the office opens until it closes. */
    public static final Duration OFFICE_DAY = Duration.between(OPENS, CLOSES);

    /** Practice, section 2: reminders and routine wait for a carer between 21:00 and 08:00. */
    private static final LocalTime QUIET_FROM = LocalTime.of(21, 0);

    private static final LocalTime QUIET_UNTIL = LocalTime.of(8, 0);
    private static final String ENGLAND = "eng";
    private static final String WORKING_DAYS = "workingDays:";

    private final Predicate<LocalDate> ownDay;
    private final Function<HouseTime, String> house;

    @Autowired
    WorkingTime(Agency agency) {
        this(agency::ownDay, agency::rule);
    }

    WorkingTime(Predicate<LocalDate> ownDay, Function<HouseTime, String> house) {
        this.ownDay = ownDay;
        this.house = house;
    }

    /** Whether the office works on that day. */
    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !BankHolidays.BRITISH.isHoliday(day, ENGLAND)
                && !ownDay.test(day);
    }

    /** Whether the office is open at that moment; 17:00 itself is closed. */
    public boolean isOfficeHours(Instant moment) {
        return !officeTimeLeft(moment).isZero();
    }

    /** That moment, or when the office opens next. */
    public Instant whenOpen(Instant moment) {
        return isOfficeHours(moment) ? moment : opensNext(moment);
    }

    /** How long the office stays open from that moment on; zero when it is closed. */
    public Duration officeTimeLeft(Instant moment) {
        ZonedDateTime time = moment.atZone(London.ZONE);
        if (!isWorkingDay(time.toLocalDate())
                || time.toLocalTime().isBefore(OPENS)
                || !time.toLocalTime().isBefore(CLOSES)) {
            return Duration.ZERO;
        }
        return Duration.between(moment, at(time.toLocalDate(), CLOSES));
    }

    /** Office or not, as the ladder sees it: with less office time left than {@link HouseTime#OFFICE_ENDS} it is out of hours. */
    public Hours hours(Instant moment) {
        Duration enough = duration(house.apply(HouseTime.OFFICE_ENDS));
        return officeTimeLeft(moment).compareTo(enough) < 0 ? Hours.OUT_OF_HOURS : Hours.OFFICE;
    }

    /** When something is due that the agency has a time of its own for; never before {@code from}. */
    public Instant due(Instant from, HouseTime time) {
        return due(from, house.apply(time));
    }

    /**
     * When something is due.
     *
     * @param from when the clock starts
     * @param rule {@code PT30M} by the clock, {@code WPT2H} counting office hours only, {@code endOfWorkingDay} (17:00 of
     *     the working day that {@code from} belongs to; 00:00 to 09:00 belongs to that day, after 17:00 to the next),
     *     {@code endOfNextWorkingDay} (see {@link #workingDayAfter}), {@code nextWorkingDay09:00} (any time),
     *     {@code workingDays:5} (17:00 of the fifth working day after that day)
     * @return never before {@code from}
     * @throws IllegalArgumentException for a rule that is none of these
     */
    public Instant due(Instant from, String rule) {
        LocalDate day = from.atZone(London.ZONE).toLocalDate();
        if (rule.startsWith("PT") || rule.startsWith("P")) {
            return from.plus(duration(rule));
        }
        if (rule.startsWith("WPT")) {
            return plusOfficeTime(from, duration(rule.substring(1)));
        }
        if (rule.equals("endOfWorkingDay")) {
            return at(workingDayOf(from), CLOSES);
        }
        if (rule.equals("endOfNextWorkingDay")) {
            return at(workingDayAfter(from), CLOSES);
        }
        if (rule.matches("nextWorkingDay\\d\\d:\\d\\d")) {
            LocalTime time = LocalTime.parse(rule.substring("nextWorkingDay".length()));
            LocalDate next = workingDayAfter(from);
            return at(next, time).isBefore(from) ? at(nextWorkingDay(next), time) : at(next, time);
        }
        if (rule.matches("workingDays:\\d{1,3}")) {
            LocalDate end = day;
            for (int left = Integer.parseInt(rule.substring("workingDays:".length())); left > 0; left--) {
                end = nextWorkingDay(end);
            }
            return latest(from, at(end, CLOSES));
        }
        throw new IllegalArgumentException("Not a deadline: " + rule);
    }

    /**
     * When to begin what has to be done before a day: 09:00 of the working day that lies so many working days before it; any deadline that counts
     * none is one of them.
     */
    public Instant before(LocalDate day, HouseTime time) {
        String rule = house.apply(time);
        LocalDate begins = day;
        int days = rule.startsWith(WORKING_DAYS) ? Integer.parseInt(rule.substring(WORKING_DAYS.length())) : 1;
        for (int left = days; left > 0; left--) {
            begins = workingDayBefore(begins);
        }
        return at(begins, OPENS);
    }

    /** 17:00 of the last working day before that day. */
    public Instant lastOfficeBefore(LocalDate day) {
        return at(workingDayBefore(day), CLOSES);
    }

    /** When a carer's quiet hours begin on the evening before the day of that moment. */
    public Instant quietBefore(Instant moment) {
        return at(moment.atZone(London.ZONE).toLocalDate().minusDays(1), QUIET_FROM);
    }

    private LocalDate workingDayBefore(LocalDate day) {
        LocalDate before = day.minusDays(1);
        while (!isWorkingDay(before)) {
            before = before.minusDays(1);
        }
        return before;
    }

    /** Whether a carer is left in peace with reminders and routine at that moment (21:00 to 08:00). */
    public boolean quietForCarers(Instant moment) {
        LocalTime time = moment.atZone(London.ZONE).toLocalTime();
        return !time.isBefore(QUIET_FROM) || time.isBefore(QUIET_UNTIL);
    }

    /** That moment, or 08:00 when it lies in a carer's quiet hours. */
    public Instant nextAwake(Instant moment) {
        if (!quietForCarers(moment)) {
            return moment;
        }
        ZonedDateTime time = moment.atZone(London.ZONE);
        LocalDate day = time.toLocalTime().isBefore(QUIET_UNTIL)
                ? time.toLocalDate()
                : time.toLocalDate().plusDays(1);
        return at(day, QUIET_UNTIL);
    }

    /** When a carer's quiet hours end in which that moment lies (practice, section 2: routine waits until then); empty outside of them. */
    public Optional<Instant> quietUntil(Instant moment) {
        return quietForCarers(moment) ? Optional.of(nextAwake(moment)) : Optional.empty();
    }

    /** The working day that a moment belongs to: the same one until 17:00, from then on the next. */
    private LocalDate workingDayOf(Instant moment) {
        ZonedDateTime time = moment.atZone(London.ZONE);
        LocalDate day = time.toLocalDate();
        return isWorkingDay(day) && time.toLocalTime().isBefore(CLOSES) ? day : nextWorkingDay(day);
    }

    /**
     * The next working day as people say it: from 00:00 to 09:00 of a working day it is that very day (contract: a
     * report from 00:00 belongs to that day), else the first working day after.
     */
    private LocalDate workingDayAfter(Instant moment) {
        ZonedDateTime time = moment.atZone(London.ZONE);
        LocalDate day = time.toLocalDate();
        return isWorkingDay(day) && time.toLocalTime().isBefore(OPENS) ? day : nextWorkingDay(day);
    }

    private LocalDate nextWorkingDay(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!isWorkingDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    private Instant plusOfficeTime(Instant from, Duration time) {
        Instant position = from;
        Duration left = time;
        while (true) {
            if (isOfficeHours(position)) {
                Duration today = officeTimeLeft(position);
                if (left.compareTo(today) <= 0) {
                    return position.plus(left);
                }
                left = left.minus(today);
            } else if (left.isZero()) {
                return position;
            }
            position = opensNext(position);
        }
    }

    private Instant opensNext(Instant moment) {
        ZonedDateTime time = moment.atZone(London.ZONE);
        LocalDate day = time.toLocalDate();
        return isWorkingDay(day) && time.toLocalTime().isBefore(OPENS)
                ? at(day, OPENS)
                : at(nextWorkingDay(day), OPENS);
    }

    private static Duration duration(String text) {
        Duration duration = Duration.parse(text);
        if (duration.isNegative()) {
            throw new IllegalArgumentException("A deadline cannot lie before its start: " + text);
        }
        return duration;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(London.ZONE).toInstant();
    }

    /** Read when the first deadline is asked for: no start waits for it. */
    private static final class BankHolidays {
        static final HolidayManager BRITISH =
                HolidayManager.getInstance(ManagerParameters.create("gb", new Properties()));
    }
}
