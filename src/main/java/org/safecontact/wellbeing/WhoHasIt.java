package org.safecontact.wellbeing;

import java.util.Optional;

/** What is to do now so that a child's looks go on, and who has it. */
public interface WhoHasIt {

    /**
     * The look that is open, or the call instead of it.
     *
     * @param opened the report that began the looks
     * @return as a sentence; empty where none is open yet
     */
    Optional<String> look(String opened);

    /** The same of a worker's own contact with the child. */
    Optional<String> touchpoint(String opened);
}
