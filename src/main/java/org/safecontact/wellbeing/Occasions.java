package org.safecontact.wellbeing;

import java.util.Map;
import java.util.Optional;

/** Where what a child is followed after is kept. The looks ask, and the room that keeps it answers. */
public interface Occasions {

    /** Empty where another room keeps it. */
    Optional<Occasion> find(String reference);

    /** Lets nobody else change it, or write to its record, until the transaction ends. */
    void takeTurn(String reference);

    /**
     * What somebody saw of the child is decided on: in it while it is open, else in a report that goes on from it.
     *
     * @param by who saw it
     * @param worse answers by the names of {@code risk-level}; where something worse is known, that stands
     * @param howTheChildIs that the child is worse, in a sentence, where nobody saw more than that; else empty
     * @return the report in which it was or will be decided
     */
    String decideAgain(String reference, String by, Map<String, Object> worse, String howTheChildIs);
}
