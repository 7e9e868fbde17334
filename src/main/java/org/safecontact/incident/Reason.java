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
        String reason = TypedText.clean(typed);
        if (reason.isEmpty()) {
            throw new FormRefused("reason", "Please say why. A few words are enough.");
        }
        if (reason.length() > LONGEST) {
            throw new FormRefused("reason", "That is a little too long. Please keep it under 4,000 characters.");
        }
        if (HiddenFile.in(reason)) {
            throw new FormRefused("reason", "Please take the picture or file out. Pictures never go in here.");
        }
        return reason;
    }
}
