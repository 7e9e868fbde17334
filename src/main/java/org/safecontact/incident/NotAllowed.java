package org.safecontact.incident;

import org.safecontact.engine.FormRefused;

/**
 * Somebody asked for something that is not theirs to do, or not now. The message is for that person, in plain words; to a form it is a refusal
 * like any other.
 */
public class NotAllowed extends FormRefused {

    private static final long serialVersionUID = 1L;

    private final String message;

    public NotAllowed(String message) {
        super("", message);
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }
}
