package org.safecontact.inform.process;

import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.safecontact.access.CurrentPerson;
import org.safecontact.incident.LevelChanged;
import org.safecontact.incident.RiskLevel;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A case became urgent while a message of it waits for its next attempt: the next one is now, and those after it come as often as the new
 * level asks (the engine asks the diagram again each time).
 */
@Component
class WaitingMessagesHurry {

    private final ObjectProvider<RuntimeService> runtime;
    private final ObjectProvider<ManagementService> management;
    private final CurrentPerson person;
    private final Clock clock;

    WaitingMessagesHurry(
            ObjectProvider<RuntimeService> runtime,
            ObjectProvider<ManagementService> management,
            CurrentPerson person,
            Clock clock) {
        this.runtime = runtime;
        this.management = management;
        this.person = person;
        this.clock = clock;
    }

    @EventListener
    void hurry(LevelChanged changed) {
        boolean wasUrgent = changed.before().filter(RiskLevel::urgent).isPresent();
        if (changed.before().isPresent()
                && !wasUrgent
                && changed.decision().level().urgent()) {
            person.asTheHouse(() -> tryNow(changed.reference()));
        }
    }

    private void tryNow(String reference) {
        for (ProcessInstance message : runtime.getObject()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reference, InformNames.DELIVER_MESSAGE)
                .list()) {
            for (Job waiting : management
                    .getObject()
                    .createJobQuery()
                    .processInstanceId(message.getProcessInstanceId())
                    .activityId(InformNames.TRY_AGAIN)
                    .list()) {
                management.getObject().setJobDuedate(waiting.getId(), Date.from(clock.instant()));
            }
        }
    }
}
