package org.safecontact.contact.process;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.ToDos;
import org.safecontact.contact.NotHeard;
import org.safecontact.engine.InDiagrams;
import org.springframework.stereotype.Component;

/** Nobody rang the home: one more may, and whoever was asked before still can. */
@Component
@InDiagrams
class AskMoreToHear implements JavaDelegate {

    private final NotHeard notHeard;
    private final TaskService tasks;

    AskMoreToHear(NotHeard notHeard, TaskService tasks) {
        this.notHeard = notHeard;
        this.tasks = tasks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        int times = Optional.ofNullable((Integer) execution.getVariable(PlannedContact.ASKED_MORE))
                        .orElse(0)
                + 1;
        execution.setVariable(PlannedContact.ASKED_MORE, times);
        tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey(ToDos.HEAR_OF_CONTACT)
                .list()
                .forEach(open -> ask(execution.getProcessBusinessKey(), open, times));
    }

    private void ask(String reference, Task open, int times) {
        Set<String> more = new LinkedHashSet<>(notHeard.ask(reference, open.getId(), times));
        if (more.isEmpty()) {
            return;
        }
        if (open.getAssignee() != null) {
            more.add(open.getAssignee());
            tasks.setAssignee(open.getId(), null);
        }
        more.forEach(personId -> tasks.addCandidateUser(open.getId(), personId));
    }
}
