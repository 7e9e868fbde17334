package org.safecontact.incident;

import org.safecontact.engine.FormRefused;

/** A reason that somebody has to give. */
public final class Reason {

    /** Characters that fit. */
    public static final int LONGEST = 4_000;

    private Reason() {}

    /**
     * @return the reason without spaces around it
     * @throws FormRefused at the field {@code reason} when there is none or it is too long
     */
    public static String checked(String typed) {
        String reason = typed == null ? "" : typed.strip();
        if (reason.isEmpty()) {
            throw new FormRefused("reason", "Please say why. A few words are enough.");
        }
        if (reason.length() > LONGEST) {
            throw new FormRefused("reason", "That is a little too long. Please keep it under 4,000 characters.");
        }
        return reason;
    }
}
