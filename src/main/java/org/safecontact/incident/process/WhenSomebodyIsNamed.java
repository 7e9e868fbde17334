package org.safecontact.incident.process;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.safecontact.access.CurrentPerson;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.named.NobodyNamed;
import org.safecontact.incident.named.PersonNamed;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Somebody near the child is named while an escalation runs: the registered manager hears of it, and the LADO is asked. The same in the other
 * reports of the contact.
 */
@Component
class WhenSomebodyIsNamed {

    private final ObjectProvider<RuntimeService> runtime;
    private final ObjectProvider<TaskService> tasks;
    private final CaseMessages messages;
    private final CurrentPerson person;

    WhenSomebodyIsNamed(
            ObjectProvider<RuntimeService> runtime,
            ObjectProvider<TaskService> tasks,
            CaseMessages messages,
            CurrentPerson person) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.messages = messages;
        this.person = person;
    }

    @EventListener
    void on(PersonNamed named) {
        person.asTheHouse(() -> {
            if (!isDecided(named.reference())) {
                runtime.getObject()
                        .createMessageCorrelation(CaseNames.PERSON_NAMED)
                        .processInstanceBusinessKey(named.reference())
                        .setVariable(Case.NAMED_WHILE_ANSWERING, named.whileAnswering())
                        .correlateAll();
            }
        });
        messages.namedForTheOthers(named.reference());
    }

    /** Nothing is left to decide with the LADO; what was decided there ends by itself. */
    @EventListener
    void on(NobodyNamed settled) {
        if (settled.whileAnswering()) {
            person.asTheHouse(() -> runtime.getObject()
                    .createMessageCorrelation(CaseNames.NOBODY_NAMED)
                    .processInstanceBusinessKey(settled.reference())
                    .correlateAll());
        }
    }

    /** Whether the registered manager has it to do already. */
    private boolean isDecided(String reference) {
        return tasks.getObject()
                        .createTaskQuery()
                        .processInstanceBusinessKey(reference)
                        .taskDefinitionKey(CaseToDos.DECIDE_ABOUT_NAMED)
                        .count()
                > 0;
    }
}
