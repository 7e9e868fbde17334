package org.safecontact;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** The product's clock in a test's hand. Goes back to the real time after each test. */
@TestComponent
public class TestClock {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** Stops the clock at this moment. */
    public void set(Instant moment) {
        ClockUtil.setCurrentTime(Date.from(moment));
    }

    /** Stops the clock at this time as people in England see it, for example {@code 2026-11-21T22:04}. */
    public void setLondon(String localDateTime) {
        set(LocalDateTime.parse(localDateTime).atZone(LONDON).toInstant());
    }

    /** Lets the clock run on from this time as people in England see it, as it does for people. */
    public void runFrom(String localDateTime) {
        Instant begins = LocalDateTime.parse(localDateTime).atZone(LONDON).toInstant();
        ClockUtil.offset(Duration.between(Instant.now(), begins).toMillis());
    }

    /** Stops the clock this much later than it shows now. */
    public void advance(Duration duration) {
        set(now().plus(duration));
    }

    /** What the product's clock shows. */
    public Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    /** Back to the real time. */
    public void reset() {
        ClockUtil.reset();
    }

    /** Lets no test inherit another one's time. Registered in {@code META-INF/spring.factories} of the tests. */
    static class Reset implements TestExecutionListener, Ordered {

        @Override
        public void afterTestMethod(TestContext context) {
            ClockUtil.reset();
        }

        @Override
        public int getOrder() {
            return 5000;
        }
    }
}
