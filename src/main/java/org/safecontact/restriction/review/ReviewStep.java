package org.safecontact.restriction.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One thing that became of a look.
 *
 * @param number within the look, from 1
 * @param findings of all topics where it was held, else of the one that it is about; none where it ended
 * @param by who did it; {@code system} where it came by itself
 */
public record ReviewStep(int number, What what, List<Finding> findings, String by, Instant at) {

    /** What a step is. */
    public enum What {
        /** It was looked at together. */
        HELD,
        /** What was still to do is done. */
        DONE,
        /** It is to be done by another day, or by somebody else. */
        ANOTHER_DAY,
        /** The carer wants help with it, or did not come to it: the worker of the home has it. */
        WITH_WORKER,
        /** It is not done after all, for a reason. */
        GIVEN_UP,
        /** A newer look has what was still to do. */
        TAKEN_UP,
        /** The child does not live in this home any more. */
        MOVED
    }

    Optional<Finding> finding(Topic topic) {
        return findings.stream().filter(finding -> finding.topic() == topic).findFirst();
    }
}
