package org.safecontact.engine;

import org.camunda.bpm.engine.BadUserRequestException;

/** What somebody wants to do was done or taken by somebody else a moment before. The message is for that person. */
public class SomebodyWasFaster extends BadUserRequestException {

    private static final long serialVersionUID = 1L;

    /** @param message in plain words, without ids */
    public SomebodyWasFaster(String message) {
        super(message);
    }
}
