package org.safecontact.plan;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a contact happens: the seven ways of the policy (section 3). */
public enum Channel implements Choice {
    PHONE("phone", "phone call"),
    VIDEO("video", "video call"),
    TEXT("text", "text messages"),
    SOCIAL("social", "social media messages"),
    GAMING("gaming", "in a game"),
    EMAIL("email", "e-mail"),
    PHOTO("photo", "sharing photos");

    private final String id;
    private final String words;

    Channel(String id, String words) {
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
