package org.safecontact.access;

import java.util.Map;
import java.util.Optional;

/** A to-do by which a second person agrees to what a first one decided. Offered by the room whose to-do it is. */
public interface SecondPerson {

    /** The user task's key. */
    String taskKey();

    /**
     * Who decided first, and so may neither take it nor be given it.
     *
     * @param reference the case
     * @param variables of the process, ids and enumerations
     */
    Optional<String> first(String reference, Map<String, Object> variables);
}
