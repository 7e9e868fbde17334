package org.safecontact.plan;

import com.fasterxml.jackson.annotation.JsonValue;

/** Who decides it. */
public enum Decider implements Choice {
    CARER("carer", "you decide"),
    AUTHORITY("authority", "ask the child's social worker first"),
    PARENT("parent", "a parent decides: ask the child's social worker first");

    private final String id;
    private final String words;

    Decider(String id, String words) {
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
