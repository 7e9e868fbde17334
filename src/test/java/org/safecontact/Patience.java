package org.safecontact;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long tests wait for what comes by itself: one time for all, as a machine that does other things too is slow at everything. */
public final class Patience {

    public static final long SECONDS = 60;
    public static final Duration LONGEST = Duration.ofSeconds(SECONDS);

    private static final Duration BETWEEN = Duration.ofMillis(20);

    private Patience() {}

    /**
     * Looks again and again until it is so.
     *
     * @param what what is waited for, as it reads when it did not come
     * @throws org.awaitility.core.ConditionTimeoutException when it did not come
     */
    public static void until(String what, Callable<Boolean> so) {
        await(what)
                .atMost(LONGEST)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(BETWEEN)
                .until(so);
    }

    /** Until at least so many stand behind somebody whose turn it is: the database itself says who has to wait. */
    public static void untilWaiting(JdbcClient jdbc, int people) {
        until(
                "%d wait for the turn".formatted(people),
                () -> jdbc.sql("select count(*) from pg_locks where not granted")
                                .query(Integer.class)
                                .single()
                        >= people);
    }
}
