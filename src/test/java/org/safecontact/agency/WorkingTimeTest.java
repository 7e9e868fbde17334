package org.safecontact.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every expected time was worked out by hand with a calendar of 2026 and 2027; all times are England's. */
class WorkingTimeTest {

    private static final LocalDate TRAINING_DAY = LocalDate.of(2026, 11, 20);

    private final WorkingTime time = new WorkingTime(day -> false, HouseTime::usual);

    @ParameterizedTest(name = "{0} + {1} = {2}: {3}")
    @CsvSource({
        "2026-11-24T16:10, endOfWorkingDay,     2026-11-24T17:00, Tuesday afternoon",
        "2026-11-24T02:00, endOfWorkingDay,     2026-11-24T17:00, the night before belongs to Tuesday",
        "2026-11-24T17:00, endOfWorkingDay,     2026-11-25T17:00, at 17:00 the day is over",
        "2026-11-21T22:04, endOfWorkingDay,     2026-11-23T17:00, Saturday night",
        "2026-11-20T16:20, endOfNextWorkingDay, 2026-11-23T17:00, Friday twenty past four",
        "2026-11-20T18:00, endOfNextWorkingDay, 2026-11-23T17:00, Friday evening",
        "2026-11-23T00:00, endOfNextWorkingDay, 2026-11-23T17:00, midnight belongs to Monday",
        "2026-11-23T08:59, endOfNextWorkingDay, 2026-11-23T17:00, before nine belongs to Monday",
        "2026-11-23T09:00, endOfNextWorkingDay, 2026-11-24T17:00, from nine on it is tomorrow",
        "2026-11-22T03:00, endOfNextWorkingDay, 2026-11-23T17:00, Sunday night",
        "2026-11-24T16:10, WPT2H,               2026-11-25T10:10, 50 minutes today and 70 tomorrow",
        "2026-11-20T16:20, WPT4H,               2026-11-23T12:20, 40 minutes on Friday and the rest on Monday",
        "2026-11-21T22:04, WPT4H,               2026-11-23T13:00, counts from Monday nine",
        "2026-11-24T09:00, WPT8H,               2026-11-24T17:00, a whole day ends that day",
        "2026-11-24T09:00, WPT9H,               2026-11-25T10:00, one hour goes over",
        "2026-11-24T13:00, WPT0S,               2026-11-24T13:00, nothing in office hours is now",
        "2026-11-24T20:00, WPT0S,               2026-11-24T20:00, nothing is now at night too",
        "2026-11-20T16:20, PT30M,               2026-11-20T16:50, by the clock",
        "2026-11-21T22:04, P1D,                 2026-11-22T22:04, by the clock through a weekend",
        "2026-11-21T22:04, nextWorkingDay09:00, 2026-11-23T09:00, handover on Monday",
        "2026-11-23T03:00, nextWorkingDay11:00, 2026-11-23T11:00, the small hours belong to that Monday",
        "2026-11-23T08:30, nextWorkingDay08:00, 2026-11-24T08:00, never before it started",
        "2026-11-23T12:00, nextWorkingDay11:00, 2026-11-24T11:00, from the day itself it is tomorrow",
        "2026-11-20T12:00, workingDays:1,       2026-11-23T17:00, Friday to Monday",
        "2026-11-20T12:00, workingDays:5,       2026-11-27T17:00, a week later",
        "2026-11-21T12:00, workingDays:5,       2026-11-27T17:00, Saturday counts from Monday",
        "2026-11-24T18:30, workingDays:0,       2026-11-24T18:30, no days is not earlier than now",
        // bank holidays: Good Friday 3 April, Easter Monday 6 April, Boxing Day 2026 is a Saturday (28 December
        // instead)
        "2026-04-02T16:40, endOfNextWorkingDay, 2026-04-07T17:00, over Easter",
        "2026-04-02T16:00, WPT2H,               2026-04-07T10:00, one hour before Easter and one after",
        "2026-05-01T18:00, nextWorkingDay09:00, 2026-05-05T09:00, over the early May bank holiday",
        "2026-12-24T16:45, nextWorkingDay09:00, 2026-12-29T09:00, over Christmas with its substitute day",
        "2026-12-24T12:00, workingDays:2,       2026-12-30T17:00, two days over Christmas",
        "2027-12-24T12:00, nextWorkingDay11:00, 2027-12-29T11:00, both days have a substitute in 2027",
        // the clock goes forward on 29 March and back on 25 October 2026
        "2026-03-28T22:00, PT12H,               2026-03-29T11:00, twelve real hours over the short night",
        "2026-10-24T22:00, PT12H,               2026-10-25T09:00, twelve real hours over the long night",
        "2026-03-27T16:00, WPT2H,               2026-03-30T10:00, office hours do not care",
        "2026-10-23T16:00, WPT2H,               2026-10-26T10:00, office hours do not care",
        "2026-03-29T00:30, nextWorkingDay09:00, 2026-03-30T09:00, nine by the new clock",
        "2026-10-25T00:30, endOfNextWorkingDay, 2026-10-26T17:00, five by the new clock",
    })
    void worksOutWhenSomethingIsDue(LocalDateTime from, String rule, LocalDateTime due, String why) {
        assertThat(time.due(london(from), rule)).as(why).isEqualTo(london(due));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T08:59, outOfHours, PT0S",
        "2026-11-24T09:00, office,     PT8H",
        "2026-11-20T16:20, office,     PT40M",
        "2026-11-20T16:30, office,     PT30M",
        "2026-11-20T16:31, outOfHours, PT29M",
        "2026-11-20T16:50, outOfHours, PT10M",
        "2026-11-20T17:00, outOfHours, PT0S",
        "2026-11-24T00:00, outOfHours, PT0S",
        "2026-11-21T12:00, outOfHours, PT0S",
        "2026-12-28T12:00, outOfHours, PT0S",
        "2026-08-31T12:00, outOfHours, PT0S",
        "2026-09-01T12:00, office,     PT5H",
    })
    void knowsWhetherTheOfficeCanStillAnswer(LocalDateTime moment, String hours, Duration left) {
        assertThat(time.hours(london(moment)).id()).isEqualTo(hours);
        assertThat(time.officeTimeLeft(london(moment))).isEqualTo(left);
        assertThat(time.isOfficeHours(london(moment))).isEqualTo(!left.isZero());
    }

    @Test
    void closesOnTheAgencysOwnDays() {
        WorkingTime own = new WorkingTime(TRAINING_DAY::equals, HouseTime::usual);

        assertThat(own.isOfficeHours(london(TRAINING_DAY.atTime(12, 0)))).isFalse();
        assertThat(own.due(london(TRAINING_DAY.atTime(12, 0).minusDays(1)), "nextWorkingDay09:00"))
                .isEqualTo(london(LocalDateTime.of(2026, 11, 23, 9, 0)));
        assertThat(time.isOfficeHours(london(TRAINING_DAY.atTime(12, 0)))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T20:59, false, 2026-11-24T20:59",
        "2026-11-24T21:00, true,  2026-11-25T08:00",
        "2026-11-25T02:00, true,  2026-11-25T08:00",
        "2026-11-25T07:59, true,  2026-11-25T08:00",
        "2026-11-25T08:00, false, 2026-11-25T08:00",
        "2026-03-28T23:00, true,  2026-03-29T08:00",
    })
    void leavesACarerInPeaceAtNight(LocalDateTime moment, boolean quiet, LocalDateTime awake) {
        assertThat(time.quietForCarers(london(moment))).isEqualTo(quiet);
        assertThat(time.nextAwake(london(moment))).isEqualTo(london(awake));
    }

    @ParameterizedTest
    @CsvSource({"tomorrow", "WP1D", "nextWorkingDay9:00", "workingDays:-1", "PT-1H", "WPT-1H", "''"})
    void refusesWhatIsNoDeadline(String rule) {
        assertThatThrownBy(() -> time.due(london(LocalDateTime.of(2026, 11, 24, 12, 0)), rule))
                .isInstanceOfAny(IllegalArgumentException.class, java.time.format.DateTimeParseException.class);
    }

    /** Any minute from 2020 to 2040 with each kind of rule. */
    @Property
    boolean neverLiesBeforeItsStart(
            @ForAll @LongRange(min = 1_577_836_800, max = 2_208_988_800L) long second,
            @ForAll @LongRange(min = 0, max = 40) long amount,
            @ForAll @LongRange(min = 0, max = 23) long hour) {
        Instant from = Instant.ofEpochSecond(second);
        return java.util.stream.Stream.of(
                        "PT" + amount + "M",
                        "WPT" + amount + "H",
                        "endOfWorkingDay",
                        "endOfNextWorkingDay",
                        "nextWorkingDay%02d:00".formatted(hour),
                        "workingDays:" + amount)
                .map(rule -> new WorkingTime(day -> day.getDayOfMonth() == 13, HouseTime::usual).due(from, rule))
                .noneMatch(due -> due.isBefore(from));
    }

    private static Instant london(LocalDateTime local) {
        return local.atZone(London.ZONE).toInstant();
    }
}
