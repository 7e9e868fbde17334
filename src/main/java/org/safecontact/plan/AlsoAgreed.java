package org.safecontact.plan;

/** What else holds for a child and stands on the same page; offered by a room above. */
public interface AlsoAgreed {

    /** What this person may read of it; without lines where nothing holds. */
    PlanReading.Part about(String childId, String personId);

    /** What stands there where nothing of it holds now; empty where something does, or nothing need be said. */
    default String none(String childId, String personId) {
        return "";
    }

    /** Names what of it is read with what is agreed, another name once it is something else; empty where nothing is read with it. */
    default String mark(String childId, String personId) {
        return "";
    }

    /** What whoever reads it signs by that, in words that follow <i>and sign</i>; empty where they sign nothing. */
    default String signs(String childId) {
        return "";
    }

    /** The page that has all of it; empty where there is none. */
    String path(String childId);

    /** What the way to that page says. */
    String more();
}
