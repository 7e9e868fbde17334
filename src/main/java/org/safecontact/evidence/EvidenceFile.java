package org.safecontact.evidence;

import java.time.Instant;
import java.util.UUID;

/**
 * A file in the evidence store.
 *
 * @param number place among the files of the case, from 1
 * @param type what it was found to be
 * @param size in bytes, as kept
 * @param sha256 of what is kept, hexadecimal
 * @param receivedSha256 of what arrived; differs where a message was reduced to headers and text
 * @param state what may be done with it now
 */
public record EvidenceFile(
        UUID id,
        long itemId,
        String reference,
        int number,
        FileType type,
        long size,
        String sha256,
        String receivedSha256,
        String addedBy,
        Instant addedAt,
        State state) {

    /** What may be done with a file. */
    public enum State {
        /** May be opened with a reason. */
        OPEN,
        /** Nobody opens it until whoever added it confirmed again. */
        LOCKED,
        /** Nobody opens it any more. */
        SEALED,
        /** Removed on a police officer's direction; its hash and its custody stay. */
        REMOVED
    }
}
