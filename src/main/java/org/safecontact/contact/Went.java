package org.safecontact.contact;

import org.safecontact.plan.Choice;

/** How an agreed contact went. */
public enum Went implements Choice {
    AS_AGREED("asAgreed", "as agreed"),
    SHORTER("shorter", "shorter than agreed"),
    LONGER("longer", "longer than agreed"),
    NOT_HAPPENED("notHappened", "did not happen"),
    DIFFERENT("different", "something was different");

    private final String id;
    private final String words;

    Went(String id, String words) {
        this.id = id;
        this.words = words;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String words() {
        return words;
    }
}
