package org.safecontact.access;

/** Why somebody sees a case although it is walled or their work alone would not show it. */
public enum GrantReason {
    /** Nobody else may hear of it: everybody who would is named. */
    LAST_RESORT,
    /** Follows the child instead of the home. */
    FOLLOWS_THE_CHILD
}
