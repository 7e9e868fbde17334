package org.safecontact.wellbeing.process;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.safecontact.incident.CaseNames;

/** What the diagram {@code wellbeing-monitoring} knows beside {@link CaseNames}: ids and enumerations. */
final class Names {

    /** Keys of its to-dos that no other room goes by. */
    static final String CALL_ABOUT_CHILD = "callAboutChild";

    static final String TELL_CHILDS_WORKER = "tellChildsWorker";
    static final String CLOSE_WELLBEING = "closeWellbeing";

    /** Where its child's social worker begins to be told. */
    static final String TWO_WORSE = "startEvent_twoWorse";

    /** Given with the message {@link CaseNames#WELLBEING_INCIDENT_JOINED}: the report that joins. */
    static final String JOINED_REFERENCE = "joinedReference";
    /** Number of the child's schedule. */
    static final String SCHEDULE = "scheduleId";
    /** Number of the look that is open; null when the one that was due is not wanted any more. */
    static final String LOOK = "lookId";
    /** What follows from the last look, see {@code WhatFollows}. */
    static final String OUTCOME = "lookOutcome";
    /** Number of the touchpoint that was asked for last. */
    static final String TOUCHPOINT = "touchpointId";

    /** The message that no report asks for the open touchpoint any more. */
    static final String TOUCHPOINT_TAKEN_BACK = "wellbeing.touchpointTakenBack";

    private Names() {}

    static String reference(VariableScope scope) {
        return (String) scope.getVariable(CaseNames.REFERENCE);
    }

    static long schedule(VariableScope scope) {
        return ((Number) scope.getVariable(SCHEDULE)).longValue();
    }

    static long look(VariableScope scope) {
        return ((Number) scope.getVariable(LOOK)).longValue();
    }
}
