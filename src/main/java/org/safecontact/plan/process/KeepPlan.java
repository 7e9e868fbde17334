package org.safecontact.plan.process;

/** Names of the diagram {@code keep-plan}. */
final class KeepPlan {

    static final String PROCESS = "keep-plan";
    /** The child's file, also the business key. */
    static final String REFERENCE = "reference";
    /** Id of who began it. */
    static final String KEEPER = "keeper";
    /** Boolean: whether anything was entered. */
    static final String CHANGED = "changed";
    /** Boolean: whether a second person has to compare it with the document. */
    static final String TO_CHECK = "toCheck";
    /** Number of the entry; null until there is one. */
    static final String ENTRY = "entry";
    /** Boolean: whether it is what the document says; true as well where it stands no more. */
    static final String MATCHES = "matches";

    private KeepPlan() {}
}
