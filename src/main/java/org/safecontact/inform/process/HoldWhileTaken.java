package org.safecontact.inform.process;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.runtime.Job;
import org.safecontact.access.CurrentPerson;
import org.safecontact.engine.InDiagrams;
import org.safecontact.incident.CaseNames;
import org.safecontact.inform.Answering;
import org.safecontact.inform.Ladders;
import org.springframework.stereotype.Component;

/**
 * Taking it holds the climb for a while at HIGH and IMMEDIATE, once for each person and turn; giving it back lets
 * the turn's own deadline count again, at once when it is past, and asks again everybody else who may answer (practice,
 * section 1). Whoever it is handed over to by name has not taken it yet: the turn's own deadline counts until they answer.
 */
@Component
@InDiagrams
class HoldWhileTaken implements TaskListener {

    private final Answering answering;
    private final Ladders ladders;
    private final CurrentPerson person;

    HoldWhileTaken(Answering answering, Ladders ladders, CurrentPerson person) {
        this.answering = answering;
        this.ladders = ladders;
        this.person = person;
    }

    @Override
    public void notify(DelegateTask task) {
        String ladder = task.getProcessInstanceId();
        String reference = (String) task.getVariable(CaseNames.REFERENCE);
        if (handedOver(task)) {
            answering.handedOver(ladder, reference);
            move(task, answering.dueAt(ladder));
        } else if (task.getAssignee() == null) {
            RuntimeService runtime = task.getProcessEngineServices().getRuntimeService();
            Optional<String> by = person.id();
            person.asTheHouse(() ->
                    answering.givenBack(ladder, reference, by).forEach(message -> Sending.start(message, runtime)));
            move(task, answering.dueAt(ladder));
        } else {
            answering.taken(ladder, reference, task.getAssignee()).ifPresent(until -> move(task, until));
        }
    }

    private boolean handedOver(DelegateTask task) {
        String to = task.getAssignee();
        return to != null && person.id().filter(by -> !by.equals(to)).isPresent();
    }

    /** The turn ends then, and where minutes count whoever looks at it reads so. */
    private void move(DelegateTask task, Instant moment) {
        if (ladders.minutesCount(task.getProcessInstanceId())) {
            task.setDueDate(Date.from(moment));
        }
        ManagementService management = task.getProcessEngineServices().getManagementService();
        Job timer = management
                .createJobQuery()
                .processInstanceId(task.getProcessInstanceId())
                .activityId(InformNames.NOBODY_ANSWERED)
                .singleResult();
        if (timer != null) {
            management.setJobDuedate(timer.getId(), Date.from(moment));
        }
    }
}
