package org.safecontact.incident.process;

/** Elements of this room's diagrams that are asked for by their id: whether a step is about to be taken. */
final class CaseElements {

    /** In {@code unplanned-contact}: the case becomes an escalation, after the report was read or at once. */
    static final String ESCALATION = "callActivity_escalation";

    static final String ESCALATION_AT_ONCE = "callActivity_escalationAtOnce";

    /** In {@code safeguarding-escalation}: people are told, for the first time or again. */
    static final String TELL = "callActivity_tell";

    static final String TELL_AGAIN = "callActivity_tellAgain";

    /** In {@code assess-and-sign}: whoever is above hears that it is not assessed. */
    static final String NOT_ASSESSED_YET = "boundaryEvent_notAssessedYet";

    private CaseElements() {}
}
