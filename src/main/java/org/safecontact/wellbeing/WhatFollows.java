package org.safecontact.wellbeing;

/** What follows from a look. */
public enum WhatFollows {
    STEADY("steady"),
    /** Worse twice in a row: decided again, and the child's social worker is told (NMS 9.5). */
    TWO_WORSE("twoWorse"),
    /** Talk of hurting themself, missing or new contact, or not sure of it: decided again. */
    DECIDE_AGAIN("decideAgain");

    private final String word;

    WhatFollows(String word) {
        this.word = word;
    }

    /** The word that the diagram uses. */
    public String word() {
        return word;
    }
}
