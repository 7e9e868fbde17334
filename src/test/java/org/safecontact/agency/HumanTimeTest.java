package org.safecontact.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HumanTimeTest {

    /** A Tuesday in summer: England is an hour ahead of UTC. */
    private final HumanTime words = new HumanTime(Clock.fixed(
            LocalDateTime.of(2026, 7, 14, 16, 10).atZone(London.ZONE).toInstant(), London.ZONE));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-07-14T16:00:00Z | by 17:00 today              | today at 17:00              | Tuesday 14 July 2026, 17:00",
                "2026-07-15T08:00:00Z | by 09:00 tomorrow           | tomorrow at 09:00           | Wednesday 15 July 2026, 09:00",
                "2026-07-13T22:30:00Z | by 23:30 yesterday          | yesterday at 23:30          | Monday 13 July 2026, 23:30",
                "2026-07-20T08:00:00Z | by 09:00 on Monday          | on Monday at 09:00          | Monday 20 July 2026, 09:00",
                "2026-07-21T08:00:00Z | by 09:00 on Tuesday 21 July | on Tuesday 21 July at 09:00 | Tuesday 21 July 2026, 09:00",
                "2026-11-21T22:04:00Z | by 22:04 on Saturday 21 November | on Saturday 21 November at 22:04 | Saturday 21 November 2026, 22:04",
            })
    void saysTimesAsPeopleDo(Instant moment, String by, String at, String full) {
        assertThat(words.by(moment)).isEqualTo(by);
        assertThat(words.at(moment)).isEqualTo(at);
        assertThat(words.full(moment)).isEqualTo(full);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-07-14T15:10:01Z | by 16:10 today",
                "2026-07-14T15:09:01Z | by 16:09 today",
                "2026-07-14T15:09:00Z | by 16:09 today, 1 minute late",
                "2026-07-14T14:10:01Z | by 15:10 today, 59 minutes late",
                "2026-07-14T14:10:00Z | by 15:10 today, 1 hour late",
                "2026-07-13T15:10:01Z | by 16:10 yesterday, 23 hours late",
                "2026-07-11T15:10:00Z | by 16:10 on Saturday 11 July, 3 days late",
            })
    void saysHowLateItIs(Instant deadline, String said) {
        assertThat(words.byOrLate(deadline)).isEqualTo(said);
    }
}
