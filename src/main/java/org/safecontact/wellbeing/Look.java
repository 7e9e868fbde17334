package org.safecontact.wellbeing;

import java.time.Instant;
import java.util.Optional;

/**
 * One time that somebody looks how the child is.
 *
 * @param id its number
 * @param scheduleId the child's schedule that it belongs to
 * @param dueAt when it is due
 * @param state where it stands
 * @param seen what was seen; empty until somebody has looked
 * @param doneBy who looked; empty until then
 */
public record Look(long id, long scheduleId, Instant dueAt, State state, Optional<Seen> seen, Optional<String> doneBy) {

    /** Where a look stands. */
    public enum State {
        PLANNED,
        OPEN,
        DONE,
        /** Nobody looked and nobody was reached before the next one. */
        MISSED,
        /** The report that asked for it was started by accident. */
        CALLED_OFF;

        boolean isOver() {
            return this == DONE || this == MISSED || this == CALLED_OFF;
        }
    }

    /** Whether the child was worse than usual. */
    public boolean worse() {
        return seen.filter(what -> what.compared() == Seen.Compared.WORSE).isPresent();
    }
}
