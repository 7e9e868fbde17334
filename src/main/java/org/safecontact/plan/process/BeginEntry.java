package org.safecontact.plan.process;

import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.ChildAccess;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.NotYours;
import org.safecontact.plan.PlanRegister;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins an entry of what is agreed, for whoever supervises the child's home. */
@Service
@Transactional
public class BeginEntry {

    private final ChildAccess access;
    private final PlanRegister register;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final CurrentPerson person;

    BeginEntry(
            ChildAccess access,
            PlanRegister register,
            RuntimeService runtime,
            TaskService tasks,
            CurrentPerson person) {
        this.access = access;
        this.register = register;
        this.runtime = runtime;
        this.tasks = tasks;
        this.person = person;
    }

    /**
     * @param childId about whom
     * @param personId who begins it
     * @return id of the to-do; whoever has begun one and not sent it gets that one
     * @throws NotYours when it is not this person's to keep
     */
    public String about(String childId, String personId) {
        String reference = open(childId, personId);
        return person.asTheHouse(() -> begun(reference, personId).orElseGet(() -> {
            start(reference, personId);
            return begun(reference, personId).orElseThrow();
        }));
    }

    /**
     * The same for whoever does something else in this moment: it waits on their list afterwards.
     *
     * @throws NotYours when it is not this person's to keep
     */
    void afterwards(String childId, String personId) {
        String reference = open(childId, personId);
        person.asTheHouse(() -> {
            if (begun(reference, personId).isEmpty()) {
                start(reference, personId);
            }
        });
    }

    private String open(String childId, String personId) {
        if (!access.mayKeep(personId, childId)) {
            throw new NotYours();
        }
        return register.open(childId, personId);
    }

    private Optional<String> begun(String reference, String personId) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(EnterPlan.KEY)
                .taskAssignee(personId)
                .list()
                .stream()
                .findFirst()
                .map(Task::getId);
    }

    private void start(String reference, String personId) {
        runtime.startProcessInstanceByKey(KeepPlan.PROCESS, reference, KeepPlan.variables(reference, personId));
    }
}
