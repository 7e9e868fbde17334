package org.safecontact.engine;

/** What a person reads of whatever nobody foresaw: it was nothing that they can put right. */
public final class NotPossible {

    public static final String WORDS = "This did not work, and it is not because of you. Nothing was changed.";

    private NotPossible() {}
}
