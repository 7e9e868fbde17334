package org.safecontact.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was limited on the child's phone or apps in a case, as it is said to the child; the room of the limits knows. */
public interface LimitsInCase {

    /**
     * Nothing in it was typed by anybody.
     *
     * @param reference the limit's own file
     * @param toTheChild what it is, as it is said to the child, without the full stop
     * @param until when it ends at the latest; empty once it is over
     * @param nextLook when it is looked at again; empty where that is not before its end
     */
    record Limit(String reference, String toTheChild, Optional<Instant> until, Optional<Instant> nextLook) {}

    /** Those that run or ran, the newest first, also what was refused once it was made; not what nobody has decided yet, nor what was only asked for. */
    List<Limit> ofCase(String caseReference);
}
