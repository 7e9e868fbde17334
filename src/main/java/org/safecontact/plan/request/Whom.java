package org.safecontact.plan.request;

import java.util.Optional;
import org.safecontact.plan.Relationship;

/**
 * With whom contact is asked for.
 *
 * @param personId of whom what is agreed speaks already; empty for somebody new
 * @param label how the home speaks of somebody new; empty for who is known
 */
public record Whom(Optional<String> personId, String label, Optional<Relationship> relationship) {

    /** Keeps the label out of logs and of the texts of errors. */
    @Override
    public String toString() {
        return "Whom[" + personId + "]";
    }
}
