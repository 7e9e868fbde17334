package org.safecontact.agency;

import java.time.Instant;
import java.util.Map;

/** Hears where every child lives by the agency's folder, in the transaction that loads it; implemented by the room that says who sees what. */
public interface WhereChildrenLive {

    /**
     * @param homes of every child, by the child's id
     * @param at the moment of loading
     */
    void are(Map<String, String> homes, Instant at);
}
