package org.safecontact.wellbeing.process;

import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.ToDos;
import org.safecontact.engine.InDiagrams;
import org.springframework.stereotype.Component;

/** Opens the look to the home's other carer, whoever had taken it included (practice, section 1). */
@Component("askOtherCarerToLook")
@InDiagrams
class AskOtherCarerToLook implements JavaDelegate {

    private final WellbeingPeople people;
    private final TaskService tasks;

    AskOtherCarerToLook(WellbeingPeople people, TaskService tasks) {
        this.people = people;
        this.tasks = tasks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Set<String> carers = people.homeOfLook(execution);
        for (Task look : tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey(ToDos.OBSERVE_WELLBEING)
                .list()) {
            String taken = look.getAssignee();
            if (taken != null && carers.contains(taken) && carers.size() > 1) {
                tasks.setAssignee(look.getId(), null);
            }
            carers.forEach(carer -> tasks.addCandidateUser(look.getId(), carer));
        }
    }
}
