package org.safecontact.plan;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why contact with somebody is not to take place, though no court forbade it. */
public enum RefusedWhy implements Choice {
    AUTHORITY("authority", "the authority has refused it"),
    UNKNOWN_PERSON("unknownPerson", "nobody knows yet who this is");

    private final String id;
    private final String words;

    RefusedWhy(String id, String words) {
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
