package org.safecontact.access;

/** Why somebody sees cases. */
public enum Relation {
    /** A carer of the child's home. */
    OWN_HOUSEHOLD,
    /** Supervises the child's home. */
    CASELOAD,
    /** Works for the child's authority. */
    CHILDS_AUTHORITY,
    /** On duty at this moment: everything open. */
    DUTY_NOW,
    /** Manages the team of the child's home. */
    TEAM,
    /** Answers for the service: everything. */
    SERVICE,
    /** Looks after the machine only, or has no work here. */
    NONE
}
