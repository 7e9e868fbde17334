package org.safecontact.access;

/** Somebody asked for what is not theirs. Says nothing about whether it exists. */
public class NotYours extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotYours() {
        super("This is not open to you. If you think it should be, ring duty.");
    }
}
