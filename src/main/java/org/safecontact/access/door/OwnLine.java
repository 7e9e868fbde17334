package org.safecontact.access.door;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * What one person sends at once is worked on a few at a time, the rest waits in that person's own line: whoever sends a lot, or whose browser does,
 * keeps nobody else waiting.
 */
@Component
class OwnLine {

    /** As many as a browser sends at once. House default. */
    static final int AT_ONCE = 6;

    /** Far more than any screen asks for; who stands behind them is told at once. House default. */
    static final int LONGEST = 30;

    /** Whoever waits longer is told. House default. */
    private static final int SECONDS = 20;

    /** That somebody is in danger or worried, and leaving: behind nothing else, not even one's own. */
    private static final Pattern WAITS_FOR_NOTHING = Pattern.compile(".*/(danger|worried|logout)");

    /** What is done for a person, as filters do it. */
    interface Work {
        void run() throws ServletException, IOException;
    }

    private static final class Line {

        private final Semaphore free = new Semaphore(AT_ONCE, true);
        private int requests;
    }

    private final Map<String, Line> lines = new ConcurrentHashMap<>();

    /** @return whether it was done: its turn came in time, or it waits for none */
    boolean inTurn(String personId, HttpServletRequest request, Work work) throws ServletException, IOException {
        if (WAITS_FOR_NOTHING.matcher(request.getRequestURI()).matches()) {
            work.run();
            return true;
        }
        return inTurn(personId, work);
    }

    /** @return whether it was its turn in time, and so was done */
    boolean inTurn(String personId, Work work) throws ServletException, IOException {
        Line line = lines.compute(personId, (id, there) -> joined(there));
        try {
            if (line.free.getQueueLength() >= LONGEST || !line.free.tryAcquire(SECONDS, TimeUnit.SECONDS)) {
                return false;
            }
            try {
                work.run();
            } finally {
                line.free.release();
            }
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lines.computeIfPresent(personId, (id, there) -> left(there));
        }
    }

    /** How many stand in this person's line. */
    int waiting(String personId) {
        Line line = lines.get(personId);
        return line == null ? 0 : line.free.getQueueLength();
    }

    private static Line joined(Line there) {
        Line line = there == null ? new Line() : there;
        line.requests++;
        return line;
    }

    /** Nothing is kept of whoever is not here. */
    private static Line left(Line line) {
        line.requests--;
        return line.requests == 0 ? null : line;
    }
}
