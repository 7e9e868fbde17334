package org.safecontact.referral.process;

/** Names of the diagram {@code own-report}. */
final class OwnReport {

    /** The report is over. */
    static final String CALLED_OFF = "ownReport.calledOff";

    /** Id of the person whose own report it is. */
    static final String WHOSE = "whose";

    private OwnReport() {}
}
