package org.safecontact.engine;

/** The same person has sent the same form before: it arrived, though they may not have heard so. */
public final class AlreadySent extends SomebodyWasFaster {

    private static final long serialVersionUID = 1L;

    public AlreadySent() {
        super("You have already sent this. There is nothing more to do here.");
    }
}
