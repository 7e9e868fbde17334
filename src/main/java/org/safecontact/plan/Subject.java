package org.safecontact.plan;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a decision about daily life online is about. */
public enum Subject implements Choice {
    SOCIAL_MEDIA("socialMedia", "social media accounts"),
    MESSAGING("messaging", "messaging apps"),
    GAMES("games", "games and playing online"),
    PHONE("phone", "a phone of their own"),
    PHOTOS("photos", "photos of the child online"),
    TIME("time", "times for phone and screen"),
    OTHER("other", "something else");

    private final String id;
    private final String words;

    Subject(String id, String words) {
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
