package org.safecontact.record;

import java.util.List;

/**
 * Answered by the room that knows reports: which cases somebody who acts in one acts in as well. Their turns are taken together and in one order,
 * or two people who act in two of them would wait for each other.
 */
public interface TurnsTogether {

    /** References of the others, in any order. */
    List<String> with(String reference);
}
