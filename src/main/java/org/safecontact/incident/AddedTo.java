package org.safecontact.incident;

import java.util.Set;

/**
 * Somebody added to a case, in the present transaction. The area that tells people sends a message to whoever has the case.
 *
 * @param number of the entry in the record
 * @param people ids of whoever has the case; never who added
 */
public record AddedTo(String reference, int number, Set<String> people) {

    public AddedTo {
        people = Set.copyOf(people);
    }
}
