package org.safecontact.incident;

import java.util.Optional;

/** Answered by whoever keeps the register of accounts: whether one that stands in a report is known from another child's. Of that one it says nothing. */
public interface AccountKnown {

    /** The number of the manager to ring about it; empty when no account in this report is known, or when it is not for this person to know. */
    Optional<String> whomToRing(String reference, String reader);
}
