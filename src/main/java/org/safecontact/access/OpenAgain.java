package org.safecontact.access;

import java.util.Set;

/**
 * A to-do that somebody had taken is open again to everybody who was asked, in the present transaction.
 *
 * @param reference the case
 * @param taskId the to-do
 * @param what its name
 * @param had who had taken it
 * @param why in the product's own words
 * @param asked who may take it now; never who had it
 */
public record OpenAgain(String reference, String taskId, String what, String had, String why, Set<String> asked) {

    public OpenAgain {
        asked = Set.copyOf(asked);
    }
}
