package org.safecontact.incident;

/**
 * Names that the diagrams of several areas share. Process variables are ids and enumerations only; the reference is also the business key
 * of every instance.
 */
public final class CaseNames {

    // Process keys.

    public static final String UNPLANNED_CONTACT = "unplanned-contact";

    public static final String SAFEGUARDING_ESCALATION = "safeguarding-escalation";
    public static final String CALL_POLICE = "call-police";
    public static final String ASSESS_AND_SIGN = "assess-and-sign";
    public static final String SAFER_CARE_PLAN = "safer-care-plan";
    public static final String FULL_RECORD = "full-record";
    public static final String NAMED_IN_WORRY = "named-in-worry";
    public static final String MORNING_HANDOVER = "morning-handover";
    public static final String INFORM_AND_ACKNOWLEDGE = "inform-and-acknowledge";
    public static final String WELLBEING_MONITORING = "wellbeing-monitoring";

    public static final String EXTERNAL_REFERRAL = "external-referral";
    public static final String OWN_REPORT = "own-report";

    /** {@code INC-<year>-<six digits>}. */
    public static final String REFERENCE = "reference";
    /** User id of who took the telephone call; absent or null when nobody rang. */
    public static final String TAKEN_BY = "takenBy";
    /** The child's id; null until known. */
    public static final String CHILD_ID = "childId";
    /** LOW, MEDIUM, HIGH or IMMEDIATE, as a string. */
    public static final String RISK_LEVEL = "riskLevel";
    /** Boolean. */
    public static final String POLICE_NOW = "policeNow";
    /** Boolean: an open question decided the level. */
    public static final String FAIL_SAFE = "failSafe";
    /** Why somebody is told: {@code alarm}, {@code moreWorried} or {@code handover}. */
    public static final String PURPOSE = "purpose";
    /** Its value where what a night was told is handed over. */
    public static final String HANDOVER = "handover";
    /** User id of who completed the acknowledgement; set by telling. */
    public static final String ACKNOWLEDGED_BY = "acknowledgedBy";
    /** How an escalation ended: {@code closed}, {@code settled}, or {@code settledUnsent} while the report itself was still to come. */
    public static final String OUTCOME = "outcome";

    // Messages, correlated by business key.

    /** People are needed, and nobody is on it yet. */
    public static final String NEEDS_PEOPLE = "case.needsPeople";

    public static final String CLOSED_BY_REPORTER = "report.closedByReporter";
    public static final String ALSO_ABOUT = "report.alsoAbout";
    public static final String CASE_RAISED = "case.raised";
    public static final String PERSON_NAMED = "case.personNamed";
    public static final String NOBODY_NAMED = "case.nobodyNamed";
    public static final String LOWERING_ASKED = "case.loweringAsked";
    public static final String WITHDRAWAL_ASKED = "case.withdrawalAsked";
    public static final String POLICE_KNOW = "case.policeKnow";
    public static final String POLICE_WANTED = "case.policeWanted";
    /** What was asked for before somebody was in danger is asked anew: it takes 999 now. */
    public static final String POLICE_ASKED_IN_DANGER = "case.policeAskedInDanger";

    public static final String NEWER_ALARM = "case.newerAlarm";
    public static final String RECORD_WRITTEN = "case.recordWritten";
    /** Sent to a child's running wellbeing monitoring; started instead when none is running. */
    public static final String WELLBEING_INCIDENT_JOINED = "wellbeing.incidentJoined";

    private CaseNames() {}
}
