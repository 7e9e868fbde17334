package org.safecontact.wellbeing.process;

import org.camunda.bpm.engine.RuntimeService;
import org.safecontact.access.CurrentPerson;
import org.safecontact.wellbeing.TouchpointTakenBack;
import org.safecontact.wellbeing.Wellbeing;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What no report asks for any more is no worker's to do. */
@Component
class TakeTouchpointBack {

    private final ObjectProvider<RuntimeService> runtime;
    private final Wellbeing wellbeing;
    private final CurrentPerson person;

    TakeTouchpointBack(ObjectProvider<RuntimeService> runtime, Wellbeing wellbeing, CurrentPerson person) {
        this.runtime = runtime;
        this.wellbeing = wellbeing;
        this.person = person;
    }

    @EventListener
    void on(TouchpointTakenBack gone) {
        String opened = wellbeing.schedule(gone.scheduleId()).reference();
        person.asTheHouse(() -> runtime.getObject()
                .createMessageCorrelation(Names.TOUCHPOINT_TAKEN_BACK)
                .processInstanceBusinessKey(opened)
                .processInstanceVariableEquals(Names.SCHEDULE, gone.scheduleId())
                .correlateAll());
    }
}
