package org.safecontact.inform;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Attempts to hand something over, each on a thread of its own. A mail server may take minutes to say OK; a step of a diagram must not, because
 * people wait for what comes after it. So the step waits for a while only, and the attempt goes on beside it.
 */
@Component
class Attempts {

    private final Map<String, Future<Boolean>> begun = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(attempt -> {
        Thread thread = new Thread(attempt, "handing-over");
        thread.setDaemon(true);
        return thread;
    });
    private final Duration patience;

    /** @param patience how long the step that begins an attempt waits for it; below the time for which a job is locked (ADR 13) */
    Attempts(@Value("${safe-contact.mail.patience:PT15S}") Duration patience) {
        this.patience = patience;
    }

    /** Whether an attempt with this id was begun here of which nobody knows yet how it ended. */
    boolean begun(String id) {
        return begun.containsKey(id);
    }

    /** Nobody asks any more what became of it. */
    void forget(String id) {
        begun.remove(id);
    }

    /**
     * Begins an attempt and waits a while for its end. Where one with this id was begun before, looks what became of it instead.
     *
     * @param attempt says whether it was taken
     * @return whether it was taken; false when it was not, or not yet
     */
    boolean taken(String id, Callable<Boolean> attempt) {
        boolean first = !begun(id);
        Future<Boolean> running = begun.computeIfAbsent(id, none -> threads.submit(attempt));
        try {
            boolean taken = running.get(first ? patience.toMillis() : 0, TimeUnit.MILLISECONDS);
            begun.remove(id, running);
            return taken;
        } catch (TimeoutException notYet) {
            return false;
        } catch (ExecutionException failed) {
            begun.remove(id, running);
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
