package org.safecontact.plan;

import com.fasterxml.jackson.annotation.JsonValue;

/** Who is there during an agreed contact, said to the carer. */
public enum Supervision implements Choice {
    IN_THE_ROOM("inTheRoom", "you stay in the room"),
    NEARBY("nearby", "you stay near enough to hear"),
    CONTACT_WORKER("contactWorker", "a contact worker takes part"),
    NOBODY("nobody", "nobody needs to be there");

    private final String id;
    private final String words;

    Supervision(String id, String words) {
        this.id = id;
        this.words = words;
    }

    /** Whether it is as agreed when these were there: somebody nearer than agreed is no less. */
    public boolean isMetBy(Supervision there) {
        return switch (this) {
            case NOBODY -> true;
            case NEARBY -> there != NOBODY;
            case IN_THE_ROOM -> there == IN_THE_ROOM || there == CONTACT_WORKER;
            case CONTACT_WORKER -> there == CONTACT_WORKER;
        };
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
