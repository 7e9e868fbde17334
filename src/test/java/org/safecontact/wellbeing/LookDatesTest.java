package org.safecontact.wellbeing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When somebody looks, worked out by hand with a calendar of 2026. */
class LookDatesTest {

    private static final LocalTime EIGHT = LocalTime.of(20, 0);
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Duration SIXTEEN_HOURS = Duration.ofHours(16);

    @Test
    void lowIsTheSameEveningAndTheDayAfter() {
        assertThat(looks("2026-11-24T16:10:00Z", 0, 1))
                .isEqualTo(moments("2026-11-24T20:00:00Z", "2026-11-25T20:00:00Z"));
    }

    @Test
    void reportedAfterSevenTheFirstEveningIsTheNextOne() {
        assertThat(looks("2026-11-24T19:00:00Z", 0, 1)).startsWith(Instant.parse("2026-11-24T20:00:00Z"));
        assertThat(looks("2026-11-24T19:00:01Z", 0, 1))
                .isEqualTo(moments("2026-11-25T20:00:00Z", "2026-11-26T20:00:00Z"));
        assertThat(looks("2026-11-21T22:04:00Z", 0, 1, 2, 7))
                .isEqualTo(moments(
                        "2026-11-22T20:00:00Z",
                        "2026-11-23T20:00:00Z",
                        "2026-11-24T20:00:00Z",
                        "2026-11-29T20:00:00Z"));
    }

    @Test
    void afterMidnightItIsThatDaysEvening() {
        assertThat(looks("2026-11-25T00:30:00Z", 0)).isEqualTo(moments("2026-11-25T20:00:00Z"));
    }

    @Test
    void inSummerSevenIsSixByTheClockOfTheMachine() {
        assertThat(looks("2026-07-14T18:00:00Z", 0)).isEqualTo(moments("2026-07-14T19:00:00Z"));
        assertThat(looks("2026-07-14T18:00:01Z", 0)).isEqualTo(moments("2026-07-15T19:00:00Z"));
    }

    /** The clocks go forward on Sunday 29 March 2026 and back on Sunday 25 October 2026. */
    @Test
    void eightStaysEightWhenTheClocksChange() {
        assertThat(looks("2026-03-28T12:00:00Z", 0, 1, 2))
                .isEqualTo(moments("2026-03-28T20:00:00Z", "2026-03-29T19:00:00Z", "2026-03-30T19:00:00Z"));
        assertThat(looks("2026-10-24T12:00:00Z", 0, 1, 2))
                .isEqualTo(moments("2026-10-24T19:00:00Z", "2026-10-25T20:00:00Z", "2026-10-26T20:00:00Z"));
    }

    @Test
    void aReportOfAnEarlierCallBeginsWithTheNextEvening() {
        List<Instant> planned = LookDates.of(
                Instant.parse("2026-11-20T18:00:00Z"),
                Instant.parse("2026-11-24T20:30:00Z"),
                List.of(0, 1),
                EIGHT,
                AN_HOUR);
        assertThat(planned).isEqualTo(moments("2026-11-25T20:00:00Z", "2026-11-26T20:00:00Z"));
    }

    @Test
    void noonIsTheNextDaysInEngland() {
        assertThat(LookDates.until(Instant.parse("2026-10-24T19:00:00Z"), SIXTEEN_HOURS))
                .isEqualTo(Instant.parse("2026-10-25T12:00:00Z"));
        assertThat(LookDates.until(Instant.parse("2026-03-28T20:00:00Z"), SIXTEEN_HOURS))
                .isEqualTo(Instant.parse("2026-03-29T11:00:00Z"));
    }

    private static List<Instant> looks(String reported, Integer... days) {
        return LookDates.of(Instant.parse(reported), Instant.parse(reported), List.of(days), EIGHT, AN_HOUR);
    }

    private static List<Instant> moments(String... moments) {
        return Arrays.stream(moments).map(Instant::parse).toList();
    }
}
