package org.safecontact.incident;

import org.safecontact.engine.FormRefused;
import org.safecontact.record.HiddenFile;
import org.safecontact.record.TypedText;

/** A reason that somebody has to give. */
public final class Reason {

    /** Characters that fit. */
    public static final int LONGEST = 4_000;

    private Reason() {}

    /**
     * @return the reason as it may be kept
     * @throws FormRefused at the field {@code reason} when there is none, it is too long or a file stands in it
     */
    public static String checked(String typed) {
        return checked("reason", typed, "Please say why. A few words are enough.");
    }

    /** The same where danger now is ticked, which counts without a word (practice, section 1). */
    public static String orTicked(String typed) {
        return TypedText.isNothing(TypedText.clean(typed))
                ? "Danger was ticked, and nothing written yet."
                : checked(typed);
    }

    /**
     * The same for another question that has to be answered in words.
     *
     * @param missing what to say when nothing is written
     */
    public static String checked(String field, String typed, String missing) {
        String words = TypedText.clean(typed);
        if (TypedText.isNothing(words)) {
            throw new FormRefused(field, missing);
        }
        if (words.length() > LONGEST) {
            throw new FormRefused(field, "That is a little too long. Please keep it under 4,000 characters.");
        }
        if (HiddenFile.in(words)) {
            throw new FormRefused(field, "Please take the picture or file out. Pictures never go in here.");
        }
        return words;
    }
}
