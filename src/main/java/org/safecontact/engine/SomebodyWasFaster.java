package org.safecontact.engine;

import org.camunda.bpm.engine.BadUserRequestException;

/** What somebody wants to do was done or taken by somebody else a moment before. The message is for that person. */
public class SomebodyWasFaster extends BadUserRequestException {

    /** What they read of a to-do that is there no more, as long as nothing is known of who was faster. */
    public static final String GONE = "This is not waiting any more: it has been done, or it has moved on.";

    /** What they read after it where what they wrote is kept all the same; what becomes of it follows. */
    public static final String KEPT = "What you wrote is kept in the record, under your name";

    /** The same where what is worse in it is acted on. */
    public static final String HEARD = KEPT + ", and people hear of what is worse in it. In danger: 999.";

    /** The same where nothing follows from it by itself. */
    public static final String KEPT_TO_READ = KEPT
            + ". If somebody should act on it now, say so with \"I'm more worried now\", or ring duty. In danger: 999.";

    private static final long serialVersionUID = 1L;

    /** @param message in plain words, without ids */
    public SomebodyWasFaster(String message) {
        super(message);
    }
}
