package org.safecontact.plan;

import java.time.Instant;
import java.util.Optional;

/**
 * One entry of what is agreed, as it was entered.
 *
 * @param number within the child's entries, from 1; 0 for what the agency's folder says
 * @param replaces number of the entry in whose place it comes
 * @param confirmed who at the authority confirmed it, where that was known when it was entered
 * @param enteredBy id of who entered it
 */
public record PlanEntry(
        int number,
        PlanItem item,
        Optional<Integer> replaces,
        Optional<Confirmation> confirmed,
        String enteredBy,
        Instant enteredAt) {

    /** Keeps what was typed out of logs and of the texts of errors. */
    @Override
    public String toString() {
        return "PlanEntry[" + number + "]";
    }
}
