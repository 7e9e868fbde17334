package org.safecontact.inform;

import java.time.Instant;
import java.util.Optional;

/**
 * A message to somebody who has to do something. Holds no case content (contract, 5.3).
 *
 * @param id its Message-ID without brackets, fixed by alarm, step, repetition and recipient: sent twice it is one message
 * @param reference the case
 * @param recipientId whom it is for
 * @param wanted what is wanted of them
 * @param byWhen until when, empty when nothing is wanted
 * @param createdAt when it was written
 */
public record OutgoingMessage(
        String id, String reference, String recipientId, Wanted wanted, Optional<Instant> byWhen, Instant createdAt) {

    /** What a message asks for. */
    public enum Wanted {
        /** Take it and answer. */
        ANSWER,
        /** Know that it is there. */
        KNOW,
        /** Ring somebody outside. */
        RING,
        /** Take what somebody else had and did not do. */
        TAKE,
        /** Read what was added. */
        READ,
        /** Decide, or agree as the second person. */
        DECIDE,
        /** See to something that is to do. */
        SEE_TO,
        /** Look after a case that does not go on by itself. */
        LOOK_AFTER,
        /** Mend what failed: for technical help. */
        MEND,
        /** Take over a to-do that somebody handed over by name. */
        TAKE_OVER
    }
}
