package org.safecontact.plan;

/** How an entry stands on a day. Only what {@link #COUNTS} answers anything. */
public enum Standing {
    COUNTS(""),
    NOT_CONFIRMED("not confirmed by the authority yet"),
    NOT_CHECKED("not checked against the document yet"),
    PAST_REVIEW("past its review"),
    NOT_YET("not yet");

    private final String words;

    Standing(String words) {
        this.words = words;
    }

    /** Why it does not count; empty where it does. */
    public String words() {
        return words;
    }
}
