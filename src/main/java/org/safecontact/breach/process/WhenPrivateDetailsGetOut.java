package org.safecontact.breach.process;

import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.ToDos;
import org.safecontact.breach.PrivateDetails;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.Incident;
import org.safecontact.incident.IncidentEnded;
import org.safecontact.incident.PrivateDetailsOut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has the home rung in the transaction in which it becomes known that something private got out. */
@Component
class WhenPrivateDetailsGetOut {

    private final ObjectProvider<RuntimeService> runtime;
    private final ObjectProvider<TaskService> tasks;
    private final PrivateDetails details;
    private final CurrentPerson person;

    WhenPrivateDetailsGetOut(
            ObjectProvider<RuntimeService> runtime,
            ObjectProvider<TaskService> tasks,
            PrivateDetails details,
            CurrentPerson person) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.details = details;
        this.person = person;
    }

    /** What becomes known while the home is still to be rung stands in that form; what becomes known after it, is asked about anew. */
    @EventListener
    void on(PrivateDetailsOut out) {
        person.asTheHouse(() -> {
            if (!stillToRing(out.reference())) {
                runtime.getObject()
                        .startProcessInstanceByKey(
                                ConfidentialityBreach.PROCESS,
                                out.reference(),
                                Map.of(
                                        CaseNames.REFERENCE,
                                        out.reference(),
                                        ConfidentialityBreach.KNOWN_AT,
                                        Date.from(details.knownAt(out.reference(), out.withTheReport()))));
            }
        });
    }

    @EventListener
    void on(IncidentEnded ended) {
        if (ended.state() == Incident.State.WITHDRAWN) {
            person.asTheHouse(() -> runtime.getObject()
                    .createMessageCorrelation(ConfidentialityBreach.TAKEN_BACK)
                    .processInstanceBusinessKey(ended.reference())
                    .correlateAll());
        }
    }

    private boolean stillToRing(String reference) {
        return tasks.getObject()
                        .createTaskQuery()
                        .processInstanceBusinessKey(reference)
                        .taskDefinitionKey(ToDos.CHECK_ADDRESS_SAFETY)
                        .count()
                > 0;
    }
}
