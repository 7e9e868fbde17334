package org.safecontact.access.door;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Looking at a password is slow on purpose: half of the processors look at once, so that whoever guesses cannot stop the product. Strangers have
 * one such turn and known browsers another, so that nobody who logged in before waits behind whoever guesses.
 */
class LoginTurn {

    /** Whoever waits longer is told. House default. */
    private static final int SECONDS = 10;

    private final Semaphore free =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    /** Whether it came in time; then {@link #over} follows. */
    boolean came() {
        try {
            return free.tryAcquire(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void over() {
        free.release();
    }
}
