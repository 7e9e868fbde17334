package org.safecontact.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * People act while the product works on the same case. What the database then gives up for one of the two is done again from the beginning: its
 * transaction is rolled back, so nothing is written twice, and nobody who is worried about a child has to press a button again.
 */
@Component
public class SameMoment {

    private static final Logger LOG = LoggerFactory.getLogger(SameMoment.class);

    /** Each time somebody else has got through, so the next attempt mostly succeeds. House default. */
    private static final int ATTEMPTS = 5;

    /**
     * Does the work, again when others wrote in the same moment.
     *
     * @param whole a whole transaction, which leaves nothing behind when it fails
     * @throws SomebodyWasFaster when others wrote each time; says that nothing was taken
     */
    public <T> T again(Supplier<T> whole) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                return whole.get();
            } catch (RuntimeException failure) {
                if (!isWhy(failure)) {
                    throw failure;
                }
                LOG.info("Others wrote in the same moment, attempt {}: {}", attempt, failure.getClass());
            }
        }
        throw notTaken();
    }

    /** As {@link #again(Supplier)}, for work without a result. */
    public void again(Runnable whole) {
        again(() -> {
            whole.run();
            return null;
        });
    }

    /** What a person reads whose work met others and was not tried again, or each time in vain. */
    public static SomebodyWasFaster notTaken() {
        return new SomebodyWasFaster(
                "This was not taken: others worked on it in the same moment. Please press it again.");
    }

    /** The engine says it in words of its own: a changed row, a deadlock, or a step that ended while something was added to it. */
    public static boolean isWhy(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockingException
                    || cause instanceof ProcessEnginePersistenceException
                    || cause instanceof ConcurrencyFailureException) {
                return true;
            }
        }
        return false;
    }
}
