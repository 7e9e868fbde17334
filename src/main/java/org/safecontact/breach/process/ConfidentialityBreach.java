package org.safecontact.breach.process;

/** Names of the diagram {@code confidentiality-breach}. */
final class ConfidentialityBreach {

    static final String PROCESS = "confidentiality-breach";
    static final String CHECK_ADDRESS_SAFETY = "checkAddressSafety";
    static final String ANSWER_REGULATOR = "answerRegulator";
    /** The report was started by accident. */
    static final String TAKEN_BACK = "breach.takenBack";
    /** Boolean: the school got out. */
    static final String SCHOOL = "school";
    /** Boolean: others can see it. */
    static final String ONLINE = "online";
    /** Boolean: somebody of the home posted it. */
    static final String POST = "post";

    private ConfidentialityBreach() {}
}
