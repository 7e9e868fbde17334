package org.safecontact.incident;

/** Somebody asked for something that is not theirs to do, or not now. The message is for that person, in plain words. */
public class NotAllowed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotAllowed(String message) {
        super(message);
    }
}
