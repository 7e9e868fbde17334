package org.safecontact.wellbeing.process;

import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.ToDos;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.named.NobodyNamed;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A look that waited with the managers while nobody of the home might know of it is for the home again, unless somebody has it in hand. */
@Component
class LookBackToTheHome {

    private final ObjectProvider<TaskService> tasks;
    private final ObjectProvider<RuntimeService> runtime;
    private final WellbeingPeople people;
    private final Incidents incidents;
    private final CurrentPerson person;

    LookBackToTheHome(
            ObjectProvider<TaskService> tasks,
            ObjectProvider<RuntimeService> runtime,
            WellbeingPeople people,
            Incidents incidents,
            CurrentPerson person) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.people = people;
        this.incidents = incidents;
        this.person = person;
    }

    @EventListener
    void on(NobodyNamed settled) {
        String reporter = incidents.get(settled.reference()).reporterId();
        person.asTheHouse(() -> tasks.getObject()
                .createTaskQuery()
                .processInstanceBusinessKey(settled.reference())
                .taskDefinitionKey(ToDos.OBSERVE_WELLBEING)
                .taskUnassigned()
                .list()
                .forEach(look -> give(look, reporter)));
    }

    private void give(Task look, String reporter) {
        Number schedule = (Number) runtime.getObject().getVariable(look.getExecutionId(), Names.SCHEDULE);
        Set<String> home = people.homeOf(schedule.longValue());
        if (home.contains(reporter)) {
            tasks.getObject().setAssignee(look.getId(), reporter);
        } else {
            home.forEach(carer -> tasks.getObject().addCandidateUser(look.getId(), carer));
        }
    }
}
