package org.safecontact.inform;

import java.util.Optional;
import org.safecontact.incident.WhoWasTold;

/** The call that somebody has promised the carer of a case, until it is made. */
public interface CallsToCarers {

    /** Nobody who is kept away from the case is named. */
    Optional<WhoWasTold.Promised> promised(String reference);
}
