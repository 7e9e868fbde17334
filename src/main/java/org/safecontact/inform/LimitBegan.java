package org.safecontact.inform;

import java.time.Instant;
import java.util.Optional;

/** When a limit on a phone or apps began that a call is about: nobody can have heard of it before. */
public interface LimitBegan {

    /** @return empty where the call is not about one, or nothing was limited yet */
    Optional<Instant> of(String call);
}
