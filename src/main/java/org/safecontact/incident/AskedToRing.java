package org.safecontact.incident;

import java.util.Set;

/**
 * People are asked to make a telephone call that is open already. Same transaction; the area that tells people sends each
 * of them a message.
 *
 * @param origin what they are asked for: asked for the same twice, they get one message
 * @param people ids; whoever is excluded from the case gets none
 */
public record AskedToRing(String reference, String origin, Set<String> people) {

    public AskedToRing {
        people = Set.copyOf(people);
    }
}
