package org.safecontact.inform.process;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.ToDos;
import org.safecontact.incident.SomebodyTold;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Calls that still have to be made for a case. */
@Component
class OpenCalls {

    private final ObjectProvider<TaskService> tasks;
    private final ObjectProvider<RuntimeService> runtime;
    private final CurrentPerson person;

    OpenCalls(ObjectProvider<TaskService> tasks, ObjectProvider<RuntimeService> runtime, CurrentPerson person) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.person = person;
    }

    /** Whoever is told from now on can make them too. */
    @EventListener
    void offerTo(SomebodyTold told) {
        person.asTheHouse(() -> of(told.reference()).forEach(task -> offer(task.getId(), Set.of(told.personId()))));
    }

    void offer(String taskId, Collection<String> people) {
        List<String> offered = tasks.getObject().getIdentityLinksForTask(taskId).stream()
                .map(link -> link.getUserId())
                .toList();
        people.stream()
                .filter(person -> !offered.contains(person))
                .forEach(person -> tasks.getObject().addCandidateUser(taskId, person));
    }

    /** Nobody need make it any more, unless somebody has it in hand, who says themselves what came of it. */
    void end(String reference, String call) {
        person.asTheHouse(() -> of(reference).stream()
                .filter(task -> task.getProcessInstanceId().equals(call))
                .forEach(this::endUnlessInHand));
    }

    void endUnlessInHand(Task task) {
        if (task.getAssignee() == null) {
            runtime.getObject()
                    .createMessageCorrelation(InformNames.CALLED_OFF)
                    .processInstanceId(task.getProcessInstanceId())
                    .correlate();
        }
    }

    /** When a limit began that a call is about which has still to be made: nobody can have heard of it before. */
    Optional<Instant> limitBegan(String call) {
        return person.asTheHouse(() -> runtime
                .getObject()
                .createVariableInstanceQuery()
                .processInstanceIdIn(call)
                .variableName(InformNames.LIMIT_BEGAN)
                .list()
                .stream()
                .flatMap(began -> Optional.ofNullable((Date) began.getValue()).stream())
                .map(Date::toInstant)
                .findFirst());
    }

    List<Task> of(String reference) {
        return tasks.getObject()
                .createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(ToDos.TELL_BY_TELEPHONE)
                .list();
    }
}
