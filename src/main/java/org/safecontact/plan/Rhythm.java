package org.safecontact.plan;

import com.fasterxml.jackson.annotation.JsonValue;

/** How often an agreed contact takes place. */
public enum Rhythm implements Choice {
    ANY_TIME("anyTime", "as often as they like"),
    EVERY_WEEK("everyWeek", "every week"),
    EVERY_TWO_WEEKS("everyTwoWeeks", "every two weeks"),
    EVERY_MONTH("everyMonth", "every month"),
    AS_ARRANGED("asArranged", "as arranged each time");

    private final String id;
    private final String words;

    Rhythm(String id, String words) {
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
