package org.safecontact.wellbeing.process;

import org.camunda.bpm.engine.RuntimeService;
import org.safecontact.access.CurrentPerson;
import org.safecontact.wellbeing.LooksSoFar;
import org.safecontact.wellbeing.TouchpointTakenBack;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What no report asks for any more is no worker's to do. */
@Component
class TakeTouchpointBack {

    private final ObjectProvider<RuntimeService> runtime;
    private final LooksSoFar soFar;
    private final CurrentPerson person;

    TakeTouchpointBack(ObjectProvider<RuntimeService> runtime, LooksSoFar soFar, CurrentPerson person) {
        this.runtime = runtime;
        this.soFar = soFar;
        this.person = person;
    }

    @EventListener
    void on(TouchpointTakenBack gone) {
        String opened = soFar.schedule(gone.scheduleId()).reference();
        person.asTheHouse(() -> runtime.getObject()
                .createMessageCorrelation(Names.TOUCHPOINT_TAKEN_BACK)
                .processInstanceBusinessKey(opened)
                .processInstanceVariableEquals(Names.SCHEDULE, gone.scheduleId())
                .correlateAll());
    }
}
