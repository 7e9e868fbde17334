package org.safecontact.inform.process;

import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.CurrentPerson;
import org.safecontact.incident.CaseNames;
import org.safecontact.inform.Answering;
import org.safecontact.inform.Purpose;
import org.springframework.stereotype.Component;

/**
 * Where several alarms of a case wait, a talk with the carer about the present state answers all of them: nobody is asked, or woken, for what
 * is answered. House default.
 */
@Component
class OtherAlarms {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Answering answering;
    private final CurrentPerson person;

    OtherAlarms(TaskService tasks, RuntimeService runtime, Answering answering, CurrentPerson person) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.answering = answering;
        this.person = person;
    }

    /** @param ladder the alarm that this person answered; the others of the case are answered with it */
    void answeredToo(String reference, String ladder, String personId) {
        person.asTheHouse(() -> tasks
                .createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(InformNames.ACKNOWLEDGE)
                .list()
                .stream()
                .filter(task -> !task.getProcessInstanceId().equals(ladder))
                .filter(this::isAlarm)
                .map(Task::getProcessInstanceId)
                .forEach(other -> {
                    answering.answer(other, reference, personId, Optional.empty());
                    runtime.setVariable(other, CaseNames.ACKNOWLEDGED_BY, personId);
                    runtime.createMessageCorrelation(InformNames.CALLED_OFF)
                            .processInstanceId(other)
                            .correlate();
                }));
    }

    private boolean isAlarm(Task task) {
        return Purpose.of(tasks.getVariable(task.getId(), CaseNames.PURPOSE)).isAlarm();
    }
}
