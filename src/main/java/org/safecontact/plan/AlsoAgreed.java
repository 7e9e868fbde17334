package org.safecontact.plan;

/** What else holds for a child and stands on the same page; offered by a room above. */
public interface AlsoAgreed {

    /** What this person may read of it; without lines where nothing holds. */
    PlanReading.Part about(String childId, String personId);

    /** The page that has all of it; empty where all of it stands here, and is read with what is agreed. */
    String path(String childId);

    /** What the way to that page says. */
    String more();
}
