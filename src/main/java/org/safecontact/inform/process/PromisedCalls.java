package org.safecontact.inform.process;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.Role;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.Handing;
import org.safecontact.incident.WhoWasTold;
import org.safecontact.inform.CallsToCarers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What somebody promised a carer, until when they ring, is on somebody's list until it is done: one call of a case, the newest. */
@Component
class PromisedCalls implements CallsToCarers {

    private final ObjectProvider<TaskService> tasks;
    private final ObjectProvider<RuntimeService> runtime;
    private final Handing handing;
    private final CaseAccess access;
    private final Agency agency;
    private final HumanTime time;
    private final CurrentPerson person;
    private final Clock clock;

    PromisedCalls(
            ObjectProvider<TaskService> tasks,
            ObjectProvider<RuntimeService> runtime,
            Handing handing,
            CaseAccess access,
            Agency agency,
            HumanTime time,
            CurrentPerson person,
            Clock clock) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.handing = handing;
        this.access = access;
        this.agency = agency;
        this.time = time;
        this.person = person;
        this.clock = clock;
    }

    /** Somebody promised it; what was promised before is no longer asked. */
    void promise(String reference, String by, Instant until) {
        person.asTheHouse(() -> {
            String newer = agency.nameOf(by) + " has agreed another time with the carer: " + time.full(until) + ".";
            of(reference).forEach(task -> {
                noLongerAsked(task, reference, newer);
                runtime.getObject()
                        .createMessageCorrelation(InformNames.CALLED_OFF)
                        .processInstanceId(task.getProcessInstanceId())
                        .correlate();
            });
            runtime.getObject()
                    .startProcessInstanceByKey(
                            InformNames.RING_AS_AGREED,
                            reference,
                            Variables.putValue(CaseNames.REFERENCE, reference)
                                    .putValue(InformNames.PROMISED_BY, by)
                                    .putValue(InformNames.RING_BY, Date.from(until))
                                    .putValue(InformNames.ASKED_MORE, 0));
        });
    }

    /** Somebody promised it in an answer that came too late: it counts where nothing else is promised. */
    void promiseToo(String reference, String by, Instant until) {
        boolean open = person.asTheHouse(() -> !of(reference).isEmpty());
        if (!open && until.isAfter(clock.instant())) {
            promise(reference, by, until);
        }
    }

    /** Whoever takes the night over has its promise too, unless they work for the child's authority. */
    void takenOver(String reference, String by) {
        if (agency.is(by, Role.CHILDS_SOCIAL_WORKER)) {
            return;
        }
        person.asTheHouse(() -> of(reference).stream()
                .filter(task -> !by.equals(task.getAssignee()))
                .forEach(task -> {
                    handing.takenOver(
                            reference,
                            by,
                            Optional.ofNullable(task.getAssignee()),
                            task.getName(),
                            "Takes over from the night");
                    tasks.getObject().setAssignee(task.getId(), by);
                }));
    }

    /** The case has ended. */
    void end(String reference) {
        of(reference).forEach(task -> noLongerAsked(task, reference, "The case has ended."));
    }

    @Override
    public Optional<WhoWasTold.Promised> promised(String reference) {
        return person.asTheHouse(() -> of(reference).stream()
                .findFirst()
                .map(task -> new WhoWasTold.Promised(
                        Optional.ofNullable(task.getAssignee()).filter(id -> !access.keptAway(id, reference)),
                        task.getDueDate().toInstant())));
    }

    private void noLongerAsked(Task task, String reference, String why) {
        handing.overtaken(reference, Optional.ofNullable(task.getAssignee()), task.getName(), why);
    }

    private List<Task> of(String reference) {
        return tasks.getObject()
                .createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(ToDos.RING_AS_AGREED)
                .list();
    }
}
