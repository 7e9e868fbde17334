package org.safecontact.engine;

import org.camunda.bpm.engine.BadUserRequestException;

/** What somebody wants to do was done or taken by somebody else a moment before. The message is for that person. */
public class SomebodyWasFaster extends BadUserRequestException {

    /** What they read of a to-do that is there no more, as long as nothing is known of who was faster. */
    public static final String GONE = "This is not waiting any more: it has been done, or it has moved on.";

    private static final long serialVersionUID = 1L;

    /** @param message in plain words, without ids */
    public SomebodyWasFaster(String message) {
        super(message);
    }
}
