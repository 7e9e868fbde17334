package org.safecontact.restriction;

import com.fasterxml.jackson.annotation.JsonValue;
import org.safecontact.plan.Choice;

/** What is limited: the kinds of the table {@code device-restriction} (contract, section 4). */
public enum Kind implements Choice {
    REMOVAL("removal", "the phone or device is kept", "Your phone is kept safe for you"),
    BLOCK_PERSON("blockPerson", "somebody is blocked", "Somebody is blocked on your phone"),
    LIMIT("limit", "times, apps or games are limited", "There is a limit on times, apps or games"),
    MONITORING(
            "monitoring",
            "an adult looks at what happens on it",
            "An adult looks at what happens on your phone, and you know it");

    private final String id;
    private final String words;
    private final String toTheChild;

    Kind(String id, String words, String toTheChild) {
        this.id = id;
        this.words = words;
        this.toTheChild = toTheChild;
    }

    @JsonValue
    @Override
    public String id() {
        return id;
    }

    @Override
    public String words() {
        return words;
    }

    /** How it is said to the child. */
    String toTheChild() {
        return toTheChild;
    }
}
