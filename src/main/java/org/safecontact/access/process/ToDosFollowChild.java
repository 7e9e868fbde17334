package org.safecontact.access.process;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.CaseTask;
import org.safecontact.access.CaseTasks;
import org.safecontact.access.ChildMoved;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.OpenAgain;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Household;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.safecontact.record.Author;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.EntryKind;
import org.safecontact.record.NewEntry;
import org.safecontact.record.Statement;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What is open about a child who moved goes to the new home (docs/adr/0037-a-child-moves.md): looking how the child is, to its carers; whatever
 * else somebody of the old home or its worker had or was offered by name, to the worker of the new one, who asks the old home where only that
 * can say. What a role is asked needs nothing: it is for the holders at the new home already.
 */
@Component
class ToDosFollowChild {

    static final String MOVED = "The child lives in another home now";

    private final OpenTasksFollow open;
    private final TaskService tasks;
    private final CaseTasks cases;
    private final CaseAccess access;
    private final CaseRecord record;
    private final Agency agency;
    private final CurrentPerson person;
    private final ApplicationEventPublisher events;

    ToDosFollowChild(
            OpenTasksFollow open,
            TaskService tasks,
            CaseTasks cases,
            CaseAccess access,
            CaseRecord record,
            Agency agency,
            CurrentPerson person,
            ApplicationEventPublisher events) {
        this.open = open;
        this.tasks = tasks;
        this.cases = cases;
        this.access = access;
        this.record = record;
        this.agency = agency;
        this.person = person;
        this.events = events;
    }

    @EventListener
    void on(ChildMoved moved) {
        keep(moved);
        person.asTheHouse(() -> open.open(moved.reference()).forEach(task -> follow(task, moved)));
    }

    private void follow(Task task, ChildMoved moved) {
        Optional<CaseTask> known = cases.find(task.getId()).map(CaseTasks.Open::caseTask);
        Set<String> lost = known.map(this::whoMayNotSee).orElse(Set.of());
        if (lost.isEmpty() || open.endsWithItsReader(task)) {
            return;
        }
        boolean taken = task.getAssignee() != null && lost.contains(task.getAssignee());
        if (taken) {
            tasks.setAssignee(task.getId(), null);
        }
        lost.forEach(personId -> tasks.deleteCandidateUser(task.getId(), personId));
        Set<String> carers =
                ToDos.OBSERVE_WELLBEING.equals(task.getTaskDefinitionKey()) ? carersWhoSee(moved) : Set.of();
        carers.forEach(carer -> tasks.addCandidateUser(task.getId(), carer));
        if (carers.isEmpty()) {
            tasks.addCandidateGroup(task.getId(), Role.SUPERVISING_SOCIAL_WORKER.groupId());
        }
        open.neverNobodys(task.getId());
        if (taken) {
            cases.find(task.getId())
                    .map(CaseTasks.Open::caseTask)
                    .ifPresent(toDo -> events.publishEvent(new OpenAgain(
                            moved.reference(),
                            task.getId(),
                            task.getName(),
                            task.getAssignee(),
                            MOVED,
                            open.others(toDo, task.getAssignee()))));
        }
    }

    /** Of those who have it or were offered it by name. */
    private Set<String> whoMayNotSee(CaseTask toDo) {
        Set<String> people = new LinkedHashSet<>(toDo.candidateUsers());
        toDo.assignee().ifPresent(people::add);
        people.removeIf(personId -> access.mayRead(personId, toDo.reference()));
        return people;
    }

    private Set<String> carersWhoSee(ChildMoved moved) {
        return agency.carersOf(moved.to()).stream()
                .map(Person::id)
                .filter(carer -> access.mayRead(carer, moved.reference()))
                .collect(LinkedHashSet::new, Set::add, Set::addAll);
    }

    private void keep(ChildMoved moved) {
        record.append(
                moved.reference(),
                NewEntry.now(
                        EntryKind.ACTION,
                        MOVED,
                        List.of(
                                new Statement(
                                        "Lived with",
                                        moved.from().map(this::home).orElse("not known")),
                                new Statement("Lives with", home(moved.to())),
                                new Statement(
                                        "Supervised by",
                                        agency.supervisingSocialWorkerOf(moved.to())
                                                .map(Person::name)
                                                .orElse("duty")),
                                new Statement("What is open", "goes to the new home and to its worker")),
                        Author.SYSTEM));
    }

    private String home(String householdId) {
        return agency.household(householdId).map(Household::name).orElse(householdId);
    }
}
