package org.safecontact.inform;

import java.time.Instant;
import java.util.Optional;
import org.safecontact.engine.DecidedBy;

/**
 * What every row about one turn of an alarm has in common.
 *
 * @param by what decided who is told; empty where no table is asked
 */
record TellingOf(String reference, String ladder, Rung rung, Instant now, Optional<DecidedBy> by) {

    TellingOf(String reference, String ladder, Rung rung, Instant now) {
        this(reference, ladder, rung, now, Optional.empty());
    }
}
