package org.safecontact.access;

import java.util.List;

/** What people have in their hands at this moment, as the engine knows it. */
public interface CasesInHand {

    /** References of the cases with something open that this person took or was offered by name. */
    List<String> of(String personId);
}
