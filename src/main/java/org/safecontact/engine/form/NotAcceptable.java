package org.safecontact.engine.form;

/** One answer cannot be taken; the message says what to do and holds nothing of the answer. */
final class NotAcceptable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotAcceptable(String message) {
        super(message, null, false, false);
    }
}
