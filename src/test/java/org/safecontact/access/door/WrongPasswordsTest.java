package org.safecontact.access.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Wrong passwords slow down where they come from, and nobody else. */
class WrongPasswordsTest {

    private static final String HERE = "198.51.100.7";
    private static final String ELSEWHERE = "203.0.113.9";

    private Instant now = Instant.parse("2026-11-21T22:04:00Z");

    private final WrongPasswords wrong = new WrongPasswords(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void oneLoginFromOneAddressWaitsAMinute() {
        assertThat(tried(HERE, "ssw2", 8)).isEqualTo(WrongPasswords.FOR_ONE_LOGIN);
        assertThat(wrong.mayTry(HERE, "ssw1")).isTrue();
        assertThat(wrong.mayTry(ELSEWHERE, "ssw2")).isTrue();

        now = now.plus(Duration.ofSeconds(61));
        assertThat(wrong.mayTry(HERE, "ssw2")).isTrue();
    }

    @Test
    void manyLoginsFromOneAddressWaitToo() {
        long tried = IntStream.range(0, 50)
                .filter(number -> wrong.mayTry(HERE, "nobody" + number))
                .count();
        assertThat(tried).isEqualTo(WrongPasswords.FOR_ALL);
        assertThat(wrong.mayTry(HERE, "ssw2")).isFalse();
        assertThat(wrong.mayTry(ELSEWHERE, "ssw2")).isTrue();
    }

    @Test
    void theRightPasswordCountsAsNoTry() {
        for (int morning = 0; morning < 100; morning++) {
            assertThat(wrong.mayTry(HERE, "ssw2")).isTrue();
            wrong.wasRight(HERE, "ssw2");
        }
    }

    @Test
    void aNetworkOfTheSixthVersionIsOneAddress() {
        long tried = IntStream.range(0, 20)
                .filter(number -> wrong.mayTry("2001:db8:0:1::" + number, "ssw2"))
                .count();
        assertThat(tried).isEqualTo(WrongPasswords.FOR_ONE_LOGIN);
        assertThat(wrong.mayTry("2001:db8:0:2::1", "ssw2")).isTrue();
    }

    private long tried(String address, String login, int times) {
        return IntStream.range(0, times)
                .filter(time -> wrong.mayTry(address, login))
                .count();
    }
}
