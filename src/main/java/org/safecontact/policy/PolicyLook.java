package org.safecontact.policy;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A look at a policy that somebody was asked for.
 *
 * @param reference its file
 * @param askedAgainOn when it is asked again where nothing has changed; empty while it is open, and where it ended by itself
 */
record PolicyLook(
        String reference,
        String policyId,
        Concern.Because because,
        String about,
        boolean open,
        Optional<LocalDate> askedAgainOn) {}
