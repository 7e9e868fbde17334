package org.safecontact.evidence;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What was seen; the values of the decision {@code evidence-handling}. */
public enum EvidenceKind {
    TEXT_MESSAGES("textMessages", "Messages in words"),
    POSSIBLE_INDECENT_IMAGE("possibleIndecentImage", "A picture that may be nude or sexual"),
    IDENTIFYING_POST("identifyingPost", "A post that shows home, school or who cares for the child"),
    LIVE_CHAT("liveChat", "A talk that is going on now"),
    DISAPPEARING("disappearing", "Messages that disappear"),
    OTHER("other", "Something else");

    private final String value;
    private final String words;

    EvidenceKind(String value, String words) {
        this.value = value;
        this.words = words;
    }

    /** The name that the decision table uses. */
    @JsonValue
    public String value() {
        return value;
    }

    /** The name that people read. */
    public String words() {
        return words;
    }

    /** The kind behind a value of the decision table; empty for any other text. */
    public static Optional<EvidenceKind> of(String value) {
        return Arrays.stream(values()).filter(kind -> kind.value.equals(value)).findFirst();
    }
}
