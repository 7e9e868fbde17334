package org.safecontact.restriction.process;

import java.util.Arrays;

/** Milder things, as the form {@code propose-restriction} names them. */
enum Tried {
    TALK("talk", "a talk"),
    SHARED_ROOM("sharedRoom", "a shared room"),
    PRIVACY("privacy", "privacy settings"),
    PAUSE("pause", "pausing an app"),
    TIMES("times", "agreed times"),
    NO_TIME("noTime", "nothing: danger left no time");

    private final String id;
    private final String words;

    Tried(String id, String words) {
        this.id = id;
        this.words = words;
    }

    static String words(String id) {
        return Arrays.stream(values())
                .filter(tried -> tried.id.equals(id))
                .findFirst()
                .map(tried -> tried.words)
                .orElse(id);
    }
}
