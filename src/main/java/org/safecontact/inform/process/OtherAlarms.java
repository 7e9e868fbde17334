package org.safecontact.inform.process;

import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.ToDos;
import org.safecontact.incident.CallTaken;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.Handing;
import org.safecontact.incident.named.PersonNamed;
import org.safecontact.inform.Answering;
import org.safecontact.inform.Climbing;
import org.safecontact.inform.Ladders;
import org.safecontact.inform.Purpose;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Where several alarms of a case wait, a talk with the carer about the present state answers all of them: nobody is asked, or woken, for what
 * is answered. House default.
 */
@Component
class OtherAlarms {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Ladders ladders;
    private final Answering answering;
    private final Climbing climbing;
    private final Handing handing;
    private final CurrentPerson person;

    OtherAlarms(
            TaskService tasks,
            RuntimeService runtime,
            Ladders ladders,
            Answering answering,
            Climbing climbing,
            Handing handing,
            CurrentPerson person) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.ladders = ladders;
        this.answering = answering;
        this.climbing = climbing;
        this.handing = handing;
        this.person = person;
    }

    /** @param ladder the alarm that this person answered; the others of the case are answered with it */
    void answeredToo(String reference, String ladder, String personId) {
        person.asTheHouse(() -> open(reference)
                .filter(task -> !task.getProcessInstanceId().equals(ladder))
                .map(Task::getProcessInstanceId)
                .filter(other -> ladders.answersToo(other, reference, personId))
                .forEach(other -> {
                    answering.answer(other, reference, personId, Optional.empty());
                    calledOff(other, personId);
                }));
    }

    /** What was tapped while the call was written down is answered by whoever took it. */
    @EventListener
    void answeredInTheCall(CallTaken taken) {
        person.asTheHouse(() -> open(taken.reference()).forEach(task -> {
            String ladder = task.getProcessInstanceId();
            climbing.answeredInTheCall(ladder, taken.reference(), purpose(task), taken.takenBy())
                    .ifPresent(others -> {
                        Sending.start(others, runtime);
                        calledOff(ladder, taken.takenBy());
                    });
        }));
    }

    /**
     * Somebody near the child is named while alarms wait: they go on to whoever answers for the service, and nobody else is asked any more
     * (practice, section 1). Whoever has it already hears it.
     */
    @EventListener
    void goesToTheManager(PersonNamed named) {
        if (named.whileAnswering()) {
            return;
        }
        String reference = named.reference();
        person.asTheHouse(() -> open(reference).forEach(task -> {
            String ladder = task.getProcessInstanceId();
            if (ladders.isForTheService(ladder)) {
                Sending.start(climbing.askAgain(ladder, reference, purpose(task)), runtime);
                return;
            }
            handing.overtaken(
                    reference,
                    Optional.ofNullable(task.getAssignee()),
                    task.getName(),
                    "Somebody near the child is named: a registered manager answers this.");
            runtime.createMessageCorrelation(InformNames.MANAGER_FIRST)
                    .processInstanceId(ladder)
                    .correlateAll();
        }));
    }

    private Stream<Task> open(String reference) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(ToDos.ACKNOWLEDGE)
                .list()
                .stream()
                .filter(task -> purpose(task).isAlarm());
    }

    private void calledOff(String ladder, String personId) {
        runtime.setVariable(ladder, CaseNames.ACKNOWLEDGED_BY, personId);
        runtime.createMessageCorrelation(InformNames.CALLED_OFF)
                .processInstanceId(ladder)
                .correlate();
    }

    private Purpose purpose(Task task) {
        return Purpose.of(tasks.getVariable(task.getId(), CaseNames.PURPOSE));
    }
}
