package org.safecontact.evidence;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One line of the custody ledger.
 *
 * @param what what was done
 * @param personId who did it, {@code system} for the product itself
 * @param detail why, or what was said; plain words
 */
public record Touch(
        String reference,
        Optional<Long> itemId,
        Optional<UUID> fileId,
        What what,
        String personId,
        String role,
        Instant at,
        String detail) {

    /** The same touch, without why. */
    public Touch withoutDetail() {
        return new Touch(reference, itemId, fileId, what, personId, role, at, "");
    }

    /** What can be done to evidence. */
    public enum What {
        NOTED("noted"),
        MOVED("said where it is"),
        AGREED("agreed that files are added"),
        LIST_READ("read the list"),
        ADDED("added the file"),
        REFUSED("a file was refused"),
        OPENED("opened the file"),
        LOCKED("locked the file"),
        CONFIRMED_AGAIN("heard the confirmation again"),
        SEALED("sealed the file"),
        KEPT_SEALED("keeps it sealed"),
        DIRECTED("noted the police officer's direction"),
        REMOVED("removed the file"),
        DAMAGED("found the file damaged"),
        OWN_COPIES_MAY_GO("said that copies on own phones may be removed");

        private final String words;

        What(String words) {
            this.words = words;
        }

        /** As people read it. */
        public String words() {
            return words;
        }
    }
}
