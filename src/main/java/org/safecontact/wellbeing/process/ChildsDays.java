package org.safecontact.wellbeing.process;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.Following;
import org.safecontact.wellbeing.Schedules;
import org.safecontact.wellbeing.WellbeingSchedule;
import org.safecontact.wellbeing.WhatHappened;
import org.springframework.stereotype.Component;

/** Brings what a report asks for to the child's schedule: the one that runs, or a new one. */
@Component
class ChildsDays implements Following {

    private final Schedules schedules;
    private final WhatHappened happened;
    private final RuntimeService runtime;

    ChildsDays(Schedules schedules, WhatHappened happened, RuntimeService runtime) {
        this.schedules = schedules;
        this.happened = happened;
        this.runtime = runtime;
    }

    @Override
    public void follow(String reference) {
        if (!ask(reference)) {
            throw new IllegalStateException("A schedule runs for this child, but its diagram does not");
        }
    }

    /** @return false when the diagram of the child's schedule was ended from outside, of which a registered manager was told */
    boolean ask(String reference) {
        Optional<WellbeingSchedule> running = schedules.running(reference);
        if (running.isEmpty()) {
            runtime.startProcessInstanceByKey(
                    CaseNames.WELLBEING_MONITORING,
                    reference,
                    Map.of(
                            CaseNames.REFERENCE,
                            reference,
                            CaseNames.CHILD_ID,
                            happened.get(reference).childId().orElseThrow()));
            return true;
        }
        return !runtime.createMessageCorrelation(CaseNames.WELLBEING_INCIDENT_JOINED)
                .processInstanceBusinessKey(running.get().reference())
                .setVariable(Names.JOINED_REFERENCE, reference)
                .correlateAllWithResult()
                .isEmpty();
    }
}
