package org.safecontact.plan;

import com.fasterxml.jackson.annotation.JsonValue;

/** How the authority confirmed an entry. */
public enum ConfirmedHow implements Choice {
    LETTER("letter", "by letter"),
    EMAIL("email", "by e-mail"),
    MEETING("meeting", "at a meeting"),
    TELEPHONE("telephone", "on the telephone"),
    IN_PERSON("inPerson", "in person"),
    /** By the child's social worker, who wrote it here: nobody chooses this for somebody else. */
    OWN_LOGIN("ownLogin", "with their own login");

    private final String id;
    private final String words;

    ConfirmedHow(String id, String words) {
        this.id = id;
        this.words = words;
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
}
