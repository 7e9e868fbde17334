package org.safecontact.breach.process;

/** Names of the diagram {@code confidentiality-breach}. */
final class ConfidentialityBreach {

    static final String PROCESS = "confidentiality-breach";
    static final String HAVE_TAKEN_DOWN = "haveTakenDown";
    /** The report was started by accident. */
    static final String TAKEN_BACK = "breach.takenBack";
    /** Date: when the first person acting for the agency knew. */
    static final String KNOWN_AT = "detailsKnownAt";
    /** Boolean: not everybody can stay at home. */
    static final String NOT_SAFE = "notSafe";
    /** Boolean: the school got out. */
    static final String SCHOOL = "school";
    /** Boolean: others can see it. */
    static final String ONLINE = "online";
    /** Boolean: nothing is to be taken down, and there is something to talk about with the child. */
    static final String TALK = "talk";
    /** Date: when it is asked again whether it may be taken down; null when it may. */
    static final String ASK_AGAIN_AT = "askAgainAt";
    /** Boolean: somebody of the home let it out. */
    static final String HOME = "home";
    /** Boolean: somebody who works for us let it out. */
    static final String WORKER = "worker";
    /** Boolean: others can still see it after it was made private. */
    static final String STILL_SEEN = "stillSeen";

    private ConfidentialityBreach() {}
}
