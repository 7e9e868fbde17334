package org.safecontact.inform.process;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.ToDos;
import org.safecontact.engine.InDiagrams;
import org.safecontact.incident.CaseNames;
import org.safecontact.inform.Climbing;
import org.safecontact.inform.Ladders;
import org.safecontact.inform.Purpose;
import org.springframework.stereotype.Component;

/** Somebody is more worried while an alarm waits: whoever was asked to answer it hears that, unless it goes on to the manager anyway. */
@Component
@InDiagrams
class AskAgain implements JavaDelegate {

    private final Climbing climbing;
    private final Ladders ladders;

    AskAgain(Climbing climbing, Ladders ladders) {
        this.climbing = climbing;
        this.ladders = ladders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String reference = (String) execution.getVariable(CaseNames.REFERENCE);
        TaskService tasks = execution.getProcessEngineServices().getTaskService();
        tasks
                .createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(ToDos.ACKNOWLEDGE)
                .list()
                .stream()
                .filter(task -> purpose(task, tasks) != Purpose.HANDOVER)
                .filter(task -> !ladders.goesToTheManager(task.getProcessInstanceId(), reference))
                .map(task -> climbing.askAgain(task.getProcessInstanceId(), reference, purpose(task, tasks)))
                .forEach(step -> Sending.start(step, execution));
    }

    private static Purpose purpose(Task task, TaskService tasks) {
        return Purpose.of(tasks.getVariable(task.getId(), CaseNames.PURPOSE));
    }
}
