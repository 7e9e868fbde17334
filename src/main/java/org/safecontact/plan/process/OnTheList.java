package org.safecontact.plan.process;

import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.ToDos;
import org.safecontact.plan.PlanRegister;
import org.springframework.stereotype.Service;

/** Whether somebody is asked already to read what is agreed. */
@Service
public class OnTheList {

    private final PlanRegister register;
    private final TaskService tasks;
    private final CurrentPerson person;

    OnTheList(PlanRegister register, TaskService tasks, CurrentPerson person) {
        this.register = register;
        this.tasks = tasks;
        this.person = person;
    }

    /** Id of the to-do; empty where there is none. */
    public Optional<String> toRead(String childId, String personId) {
        return register.reference(childId)
                .flatMap(reference -> person.asTheHouse(() -> tasks
                        .createTaskQuery()
                        .processInstanceBusinessKey(reference)
                        .taskDefinitionKey(ToDos.READ_PLAN)
                        .taskAssignee(personId)
                        .list()
                        .stream()
                        .findFirst()
                        .map(Task::getId)));
    }
}
