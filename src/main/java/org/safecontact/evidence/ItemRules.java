package org.safecontact.evidence;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.safecontact.engine.FormRefused;
import org.safecontact.record.HiddenFile;
import org.springframework.stereotype.Component;

/** What may stand in an item of the list. */
@Component
class ItemRules {

    private static final int SHORT = 300;
    private static final int APP = 100;
    private static final int LONG = 4_000;

    /** Before anything that can be on a phone. */
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

    private final Clock clock;

    ItemRules(Clock clock) {
        this.clock = clock;
    }

    /** @throws FormRefused when it cannot be taken as it stands: what to do about it, at each field */
    void check(NewItem item) {
        Map<String, String> refused = new LinkedHashMap<>();
        if (item.kind() == null) {
            refused.put("kind", "Please say what it is.");
        }
        text(refused, "app", item.app(), APP);
        text(refused, "handle", item.handle(), SHORT);
        text(refused, "device", item.device(), SHORT);
        text(refused, "words", item.words(), LONG);
        text(refused, "place", item.place(), SHORT);
        text(refused, "holder", item.holder(), SHORT);
        required(refused, "place", item.place(), "Please say where it is now. “I don't know” is a good answer.");
        required(refused, "holder", item.holder(), "Please say who has it now. “I don't know” is a good answer.");
        if (item.kind() == EvidenceKind.POSSIBLE_INDECENT_IMAGE && !item.words().isEmpty()) {
            refused.put("words", "Please leave this empty: nobody describes such a picture.");
        }
        plausible(refused, "seenFrom", item.seenFrom());
        plausible(refused, "seenTo", item.seenTo());
        if (item.seenFrom() != null && item.seenTo() != null && item.seenTo().isBefore(item.seenFrom())) {
            refused.put("seenTo", "The end is before the beginning.");
        }
        refuse(refused);
    }

    /** @throws FormRefused when it does not say where something is now, or who has it */
    void checkWhereabouts(String place, String holder) {
        Map<String, String> refused = new LinkedHashMap<>();
        text(refused, "place", place, SHORT);
        text(refused, "holder", holder, SHORT);
        required(refused, "place", place, "Please say where it is.");
        required(refused, "holder", holder, "Please say who has it.");
        refuse(refused);
    }

    private void plausible(Map<String, String> refused, String field, Instant seen) {
        if (seen != null && seen.isAfter(clock.instant())) {
            refused.put(field, "This lies in the future. Please look at the time again.");
        } else if (seen != null && seen.isBefore(EARLIEST)) {
            refused.put(field, "This is too long ago. Please look at the year again.");
        }
    }

    private static void text(Map<String, String> refused, String field, String text, int longest) {
        if (text.length() > longest) {
            refused.put(field, "That is too long. Please use at most " + longest + " characters.");
        } else if (HiddenFile.in(text)) {
            refused.put(field, "Please take the picture or file out. Pictures never go in here.");
        }
    }

    private static void required(Map<String, String> refused, String field, String text, String sentence) {
        if (text.isBlank()) {
            refused.putIfAbsent(field, sentence);
        }
    }

    private static void refuse(Map<String, String> refused) {
        if (!refused.isEmpty()) {
            throw new FormRefused(refused);
        }
    }
}
