package org.safecontact.restriction;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Set;
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

    /**
     * What may go on in its place as less of it: the same kind, and
     * any kind where a device is given back. Another kind is otherwise a limit of its own. House default.
     */
    public Set<Kind> orLess() {
        return this == REMOVAL ? EnumSet.allOf(Kind.class) : EnumSet.of(this);
    }

    /** How it is said to the child. */
    String toTheChild() {
        return toTheChild;
    }
}
