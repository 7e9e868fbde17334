package org.safecontact.start;

/** The product refuses to start. The message is one line for the person at the console: what is missing and what to do. */
public class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message one sentence or two, in plain words */
    public CannotStart(String message) {
        super(message);
    }

    public CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
