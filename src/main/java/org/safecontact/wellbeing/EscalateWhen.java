package org.safecontact.wellbeing;

import java.util.Arrays;

/** What makes a look go back to the risk decision, as {@code escalateWhen} of the table {@code wellbeing-schedule} lists it. */
enum EscalateWhen {
    TWO_WORSE_IN_A_ROW("twoWorseInARow", "worse twice in a row"),
    SELF_HARM_TALK("selfHarmTalk", "talk of hurting themself"),
    MISSING("missing", "missing"),
    NEW_CONTACT("newContact", "new contact");

    private final String word;
    private final String words;

    EscalateWhen(String word, String words) {
        this.word = word;
        this.words = words;
    }

    /** @throws IllegalArgumentException when the table says something else: nothing that it asks for is left out in silence */
    static EscalateWhen of(Object word) {
        return Arrays.stream(values())
                .filter(when -> when.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not known: " + word));
    }

    /** As people read it. */
    String words() {
        return words;
    }
}
