package org.safecontact.plan.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.ChildAccess;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.NotYours;
import org.safecontact.access.ToDos;
import org.safecontact.plan.PlanRegister;
import org.safecontact.plan.request.Because;
import org.safecontact.plan.request.ContactRequests;
import org.safecontact.plan.request.RequestBegun;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins to ask for contact: from the page of what is agreed, after a review, or where an agreement comes to its end. */
@Service
@Transactional
public class BeginRequest {

    private final ChildAccess access;
    private final PlanRegister register;
    private final ContactRequests requests;
    private final ObjectProvider<RuntimeService> runtime;
    private final ObjectProvider<TaskService> tasks;
    private final CurrentPerson person;

    BeginRequest(
            ChildAccess access,
            PlanRegister register,
            ContactRequests requests,
            ObjectProvider<RuntimeService> runtime,
            ObjectProvider<TaskService> tasks,
            CurrentPerson person) {
        this.access = access;
        this.register = register;
        this.requests = requests;
        this.runtime = runtime;
        this.tasks = tasks;
        this.person = person;
    }

    /**
     * @param childId for whom
     * @param personId who asks
     * @return id of the to-do; whoever has begun one and not sent it gets that one
     * @throws NotYours when this person may not ask for the child
     */
    public String about(String childId, String personId) {
        if (!access.mayAsk(personId, childId)) {
            throw new NotYours();
        }
        // Two windows wait for each other here.
        register.open(childId, personId);
        return person.asTheHouse(() -> begun(childId, personId).orElseGet(() -> {
            requests.begin(childId, personId, Because.ofItself());
            return begun(childId, personId).orElseThrow();
        }));
    }

    private Optional<String> begun(String childId, String personId) {
        return tasks
                .getObject()
                .createTaskQuery()
                .taskDefinitionKey(ToDos.ASK_FOR_CONTACT)
                .taskAssignee(personId)
                .processVariableValueEquals(ContactAuthorisation.CHILD_ID, childId)
                .orderByTaskCreateTime()
                .asc()
                .list()
                .stream()
                .map(Task::getId)
                .findFirst();
    }

    @EventListener
    void on(RequestBegun begun) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(ContactAuthorisation.REFERENCE, begun.reference());
        variables.put(ContactAuthorisation.CHILD_ID, begun.childId());
        variables.put(ContactAuthorisation.ASKER, begun.by());
        person.asTheHouse(() -> runtime.getObject()
                .startProcessInstanceByKey(ContactAuthorisation.PROCESS, begun.reference(), variables));
    }
}
