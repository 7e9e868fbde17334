package org.safecontact.restriction.process;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.NotYours;
import org.safecontact.access.ToDos;
import org.safecontact.restriction.LimitPeople;
import org.safecontact.restriction.Restriction;
import org.safecontact.restriction.Restrictions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins what the diagram {@code device-restriction} does, and looks again at what runs. */
@Service
@Transactional
public class BeginRestriction {

    private final Restrictions restrictions;
    private final LimitPeople people;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final CurrentPerson person;

    BeginRestriction(
            Restrictions restrictions,
            LimitPeople people,
            RuntimeService runtime,
            TaskService tasks,
            CurrentPerson person) {
        this.restrictions = restrictions;
        this.people = people;
        this.runtime = runtime;
        this.tasks = tasks;
        this.person = person;
    }

    /**
     * Somebody asks for a limit, or made one because of danger now.
     *
     * @return id of the to-do; whoever has begun one for this child and not sent it gets that one
     * @throws NotYours when it is not this person's to ask for
     */
    public String about(String childId, String personId) {
        if (!people.mayPropose(personId, childId)) {
            throw new NotYours();
        }
        restrictions.oneAtATime(childId);
        return person.asTheHouse(() -> begunBefore(childId, personId).orElseGet(() -> {
            String reference = restrictions.open(childId, Optional.empty(), personId);
            start(reference, personId);
            return open(reference, ToDos.PROPOSE_RESTRICTION).get(0).getId();
        }));
    }

    /**
     * A phone was taken in a case: the rest is written down by whoever took it.
     *
     * @return the limit; empty where one runs already that was taken in this case
     */
    Optional<String> inCase(String caseReference, Instant takenAt, String by) {
        return person.asTheHouse(() -> {
            Optional<String> taken = restrictions.take(caseReference, takenAt, by);
            taken.ifPresent(reference -> start(reference, by));
            return taken;
        });
    }

    /**
     * Somebody wants to look at it before its day.
     *
     * @return id of the to-do; whoever comes second gets the one that is open
     * @throws NotYours when it is not this person's to look at, it is about another child, or nothing runs
     */
    public String look(String childId, String reference, String personId) {
        if (!people.mayLook(personId, reference)
                || !restrictions.get(reference).childId().equals(childId)) {
            throw new NotYours();
        }
        return person.asTheHouse(() -> {
            runtime.createMessageCorrelation(DeviceRestriction.LOOK_WANTED)
                    .processInstanceBusinessKey(reference)
                    .setVariable(DeviceRestriction.REVIEWER, personId)
                    .correlateAll();
            return open(reference, ToDos.REVIEW_RESTRICTION).stream()
                    .findFirst()
                    .map(Task::getId)
                    .orElseThrow(NotYours::new);
        });
    }

    private Optional<String> begunBefore(String childId, String personId) {
        return tasks
                .createTaskQuery()
                .processDefinitionKey(DeviceRestriction.PROCESS)
                .taskDefinitionKey(ToDos.PROPOSE_RESTRICTION)
                .taskAssignee(personId)
                .list()
                .stream()
                .filter(task -> isBegun(
                        restrictions.get((String) tasks.getVariable(task.getId(), DeviceRestriction.REFERENCE)),
                        childId))
                .map(Task::getId)
                .findFirst();
    }

    /** Not what was taken in a case: that is another one. */
    private static boolean isBegun(Restriction restriction, String childId) {
        return restriction.childId().equals(childId) && restriction.state() == Restriction.State.BEGUN;
    }

    private void start(String reference, String personId) {
        runtime.startProcessInstanceByKey(
                DeviceRestriction.PROCESS, reference, DeviceRestriction.variables(reference, personId));
    }

    private List<Task> open(String reference, String key) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(key)
                .list();
    }
}
