package org.safecontact.incident;

/** The names of what is noted about an incident for later steps: short enumerations, of which the newest counts. */
public final class Noted {

    /** That whoever answered says that the police are to be rung, and who does it, see {@link Police}. */
    static final String POLICE_PROMISED = "policePromised";

    /** Everybody's own report of sexual abuse. */
    public static final String ABUSE_REPORT = "abuseReport";

    /** Id of a person who was asked for their own report of sexual abuse. */
    public static final String OWN_REPORT_ASKED = "ownReportAsked";

    /** Id of a person who has answered that, or need not any more. */
    public static final String OWN_REPORT_SETTLED = "ownReportSettled";

    /** What was done about the police, see {@link Police}. */
    static final String POLICE = "police";

    /** Whenever the police were asked for: the level at that moment, see {@link Police}. */
    static final String POLICE_ASKED = "policeAsked";

    /** {@code asked} when whoever assessed it asked somebody else to act, else {@code none}. */
    public static final String REFERRALS = "referrals";

    /** Whether the newest assessment finds the child safe where they are tonight. */
    public static final String SAFE_TONIGHT = "safeTonight";

    /** Whether the second person signed the assessment ({@code sign}) or sent it back. */
    public static final String SECOND_SIGNATURE = "secondSignature";

    /** What happened was written down in full, in a form of its own. */
    public static final String FULL_RECORD = "fullRecord";

    /** Who has the phone, as whoever kept the evidence says. */
    public static final String PHONE = "phone";

    /** How the child's social worker was told. */
    public static final String AUTHORITY_TOLD = "authorityTold";

    /** The reporter said that the report is everything. */
    public static final String EVERYTHING = "everything";

    /** Who follows the child instead of the home. */
    public static final String OBSERVER = "observer";

    /** What was decided about the child's other cases: {@code keeps} or {@code loses}. */
    public static final String OTHER_CASES = "otherCases";

    /** The report goes on from one that is over: it is no contact of its own. */
    public static final String GOES_ON = "goesOn";

    /** The report came of a contact that is agreed: it is none that nobody planned. */
    public static final String AS_AGREED = "asAgreed";

    /** A concern that nobody had named before a worker reviewed the contact. */
    public static final String FOUND_IN_REVIEW = "foundInReview";

    private Noted() {}
}
