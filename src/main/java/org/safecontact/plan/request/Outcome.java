package org.safecontact.plan.request;

import org.safecontact.plan.Choice;

/** What became of a request. */
public enum Outcome implements Choice {
    AGREED("agreed", "Agreed"),
    NOT_AGREED("notAgreed", "Not agreed"),
    /** The authority wants no contact with this person at all. */
    REFUSED("refused", "Not agreed: no contact with this person for now"),
    AGAINST_ORDER("againstOrder", "A court's order stands against it: nobody here can allow it"),
    AGREED_ALREADY("agreedAlready", "This is agreed already: you need not ask");

    private final String id;
    private final String words;

    Outcome(String id, String words) {
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
