package org.safecontact.restriction;

import java.time.Instant;
import java.util.Optional;

/**
 * One thing that became of a limit.
 *
 * @param number within the limit, from 1
 * @param asked where it was written down
 * @param terms where they are new
 * @param answer where the table was asked
 * @param by who did it; {@code system} where it came by itself
 */
public record Step(
        int number,
        What what,
        Optional<Asked> asked,
        Optional<LimitTerms> terms,
        Optional<Answer> answer,
        String by,
        Instant at) {

    /** What a step is. */
    public enum What {
        /** A phone was taken in a case, before anything else is known of it. */
        TAKEN,
        /** Written down by whoever asks for it or made it. */
        WRITTEN,
        /** The table has answered. */
        DECIDED,
        /** The authority agrees. */
        AGREED,
        /** The authority does not agree. */
        NOT_AGREED,
        /** A manager has looked at what was made because of danger, and it stands. */
        RATIFIED,
        /** It goes on as it is, with new reasons. */
        KEPT,
        /** Less of it goes on. */
        LIGHTER,
        /** It was lifted before its end. */
        LIFTED,
        /** Its end came. */
        LAPSED,
        /** Nothing was limited after all. */
        NOTHING,
        /** The device was given back, or what was set is undone, and somebody talked with the child. */
        RETURNED
    }
}
