package org.safecontact.plan;

import java.time.LocalDate;

/**
 * Who at the authority confirmed an entry.
 *
 * @param who name and office, as typed
 * @param on the day
 * @param how by which way
 */
public record Confirmation(String who, LocalDate on, ConfirmedHow how) {

    /** Keeps what was typed out of logs and of the texts of errors. */
    @Override
    public String toString() {
        return "Confirmation[" + on + ", " + how + "]";
    }
}
