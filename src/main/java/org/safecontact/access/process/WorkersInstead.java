package org.safecontact.access.process;

import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.safecontact.access.CaseTasks;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Agency;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps with what carers are asked to do whether workers have it instead: the engine's lists cannot tell who is a carer. */
@Component
class WorkersInstead {

    static final String WORKERS_INSTEAD = "workersInstead";

    /** Whenever somebody takes it or gives it back, and whenever others are asked. */
    private static final Set<String> CHANGES_HANDS =
            Set.of(TaskListener.EVENTNAME_CREATE, TaskListener.EVENTNAME_ASSIGNMENT, TaskListener.EVENTNAME_UPDATE);

    private final Agency agency;

    WorkersInstead(Agency agency) {
        this.agency = agency;
    }

    @EventListener
    void on(DelegateTask task) {
        if (!CHANGES_HANDS.contains(task.getEventName()) || !ToDos.OF_CARERS.contains(task.getTaskDefinitionKey())) {
            return;
        }
        boolean instead = ToDos.isOfWorkers(
                agency,
                task.getTaskDefinitionKey(),
                Optional.ofNullable(task.getAssignee()),
                CaseTasks.candidates(task.getCandidates(), true));
        if (instead != Boolean.TRUE.equals(task.getVariableLocal(WORKERS_INSTEAD))) {
            task.setVariableLocal(WORKERS_INSTEAD, instead);
        }
    }
}
