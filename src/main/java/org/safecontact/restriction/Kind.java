package org.safecontact.restriction;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Set;
import org.safecontact.plan.Choice;

/** What is limited: the kinds of the table {@code device-restriction} (contract, section 4). */
public enum Kind implements Choice {
    REMOVAL(
            "removal",
            "the phone or device is kept",
            "Your phone is kept safe for you",
            "give the phone or device back",
            "You have your phone back"),
    BLOCK_PERSON(
            "blockPerson",
            "somebody is blocked",
            "Somebody is blocked on your phone",
            "take the block off",
            "Nobody is blocked on your phone because of this any more"),
    LIMIT(
            "limit",
            "times, apps or games are limited",
            "There is a limit on times, apps or games",
            "take the limit off",
            "The limit on times, apps or games is off"),
    MONITORING(
            "monitoring",
            "an adult looks at what happens on it",
            "An adult looks at what happens on your phone, and you know it",
            "stop looking at what happens on it",
            "Nobody looks at what happens on your phone because of this any more");

    private final String id;
    private final String words;
    private final String toTheChild;
    private final String undo;
    private final String toTheChildOver;

    Kind(String id, String words, String toTheChild, String undo, String toTheChildOver) {
        this.undo = undo;
        this.toTheChildOver = toTheChildOver;
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

    /**
     * What may go on in its place as less of it: the same kind, and
     * any kind where a device is given back. Another kind is otherwise a limit of its own. House default.
     */
    public Set<Kind> orLess() {
        return this == REMOVAL ? EnumSet.allOf(Kind.class) : EnumSet.of(this);
    }

    /** What the home does once it is over. */
    String undo() {
        return undo;
    }

    /** How it is said to the child that it is over. */
    String toTheChildOver() {
        return toTheChildOver;
    }

    /** How it is said to the child. */
    String toTheChild() {
        return toTheChild;
    }
}
