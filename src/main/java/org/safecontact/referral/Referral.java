package org.safecontact.referral;

import java.time.Instant;
import java.util.Optional;

/**
 * A body outside that has to hear of a report.
 *
 * @param owedAt since when
 * @param dueAt by when it has to be asked
 * @param last what was done about it last; empty while nothing was
 */
public record Referral(long id, String reference, Body body, Instant owedAt, Instant dueAt, Optional<Done> last) {

    /** What can be done about it. */
    public enum Step {
        ASKED,
        ASKED_AGAIN,
        ANSWERED,
        /** The area's authority placed the child: one call was both, and has one answer. */
        SAME_CALL,
        /** A registered manager says why. */
        NOT_NEEDED,
        /** They were asked, and a registered manager says why no answer is waited for. */
        NEED_NOT_ANSWER,
        /** The report was taken back, or another to-do sees to it. */
        CALLED_OFF
    }

    /** @param at when it was done, not when it was written down */
    public record Done(Step step, Instant at) {}

    boolean isAsked() {
        return last.map(Done::step)
                .filter(step -> step != Step.NOT_NEEDED && step != Step.CALLED_OFF)
                .isPresent();
    }

    boolean isOver() {
        return last.map(Done::step)
                .filter(step -> step != Step.ASKED_AGAIN && (step != Step.ASKED || !body.answers()))
                .isPresent();
    }
}
