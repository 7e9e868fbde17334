package org.safecontact.incident;

import java.time.Instant;
import java.util.Optional;

/** Whether a phone that was taken in a case is back; the room of the limits knows. */
public interface PhoneBack {

    /**
     * @param limitRuns whether a limit with an end runs; else it is over, and nobody has said yet that the phone was given back
     * @param words the same as a sentence
     */
    record Known(boolean limitRuns, String words) {}

    /** Of the phone that is not back yet; empty where none was taken in this case, or it was given back. */
    Optional<Known> known(String reference);

    /** When somebody wrote last that the phone was given back; empty where none was taken in this case, or none is back. */
    Optional<Instant> givenBack(String reference);
}
