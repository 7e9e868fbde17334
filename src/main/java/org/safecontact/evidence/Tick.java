package org.safecontact.evidence;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What may be ticked about a picture instead of describing it (domain brief, section 4, prohibition 4). */
public enum Tick {
    ADULT("adult", "An adult is involved"),
    COERCION("coercion", "Somebody was pushed or threatened"),
    SHARED("shared", "It was passed on"),
    BY_ACCIDENT("byAccident", "It was seen by accident");

    private final String value;
    private final String words;

    Tick(String value, String words) {
        this.value = value;
        this.words = words;
    }

    @JsonValue
    public String value() {
        return value;
    }

    /** As people read it. */
    public String words() {
        return words;
    }

    /** The tick of that value; empty for any other text. */
    public static Optional<Tick> of(String value) {
        return Arrays.stream(values()).filter(tick -> tick.value.equals(value)).findFirst();
    }
}
