package org.safecontact.contact.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.NotYours;
import org.safecontact.access.ToDos;
import org.safecontact.contact.Contacts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins to tell of an agreed contact. */
@Service
@Transactional
public class BeginContact {

    private final Contacts contacts;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final CurrentPerson person;

    BeginContact(Contacts contacts, RuntimeService runtime, TaskService tasks, CurrentPerson person) {
        this.contacts = contacts;
        this.runtime = runtime;
        this.tasks = tasks;
        this.person = person;
    }

    /**
     * @param childId about whom
     * @param personId who tells
     * @return id of the to-do; whoever has begun one about this child and not sent it gets that one
     * @throws NotYours when it is not this person's to tell
     */
    public String about(String childId, String personId) {
        if (!contacts.mayTell(personId, childId)) {
            throw new NotYours();
        }
        contacts.oneAtATime(personId);
        return person.asTheHouse(() -> tasks
                .createTaskQuery()
                .taskDefinitionKey(ToDos.RECORD_CONTACT)
                .taskAssignee(personId)
                .processVariableValueEquals(PlannedContact.CHILD, childId)
                .list()
                .stream()
                .findFirst()
                .map(Task::getId)
                .orElseGet(() -> begun(childId, personId)));
    }

    private String begun(String childId, String personId) {
        String reference = contacts.begin(childId, personId);
        Map<String, Object> variables = new HashMap<>();
        variables.put(PlannedContact.REFERENCE, reference);
        variables.put(PlannedContact.CHILD, childId);
        variables.put(PlannedContact.TOLD_BY, personId);
        variables.put(PlannedContact.OUTCOME, null);
        ProcessInstance begun = runtime.startProcessInstanceByKey(PlannedContact.PROCESS, reference, variables);
        return tasks.createTaskQuery()
                .processInstanceId(begun.getProcessInstanceId())
                .singleResult()
                .getId();
    }
}
