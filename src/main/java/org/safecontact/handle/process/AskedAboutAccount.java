package org.safecontact.handle.process;

import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.CaseTask;
import org.safecontact.access.CaseTasks;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.ToDoWaits;
import org.safecontact.access.ToDos;
import org.safecontact.access.UrgencyRaised;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever has to decide about an account, or may take it, hears of it again where it is late or more urgent: nobody above learns of it. */
@Component
class AskedAboutAccount {

    private final TaskService tasks;
    private final CaseTasks caseTasks;
    private final SameAccountInDiagrams times;
    private final CurrentPerson person;
    private final ApplicationEventPublisher events;

    AskedAboutAccount(
            TaskService tasks,
            CaseTasks caseTasks,
            SameAccountInDiagrams times,
            CurrentPerson person,
            ApplicationEventPublisher events) {
        this.tasks = tasks;
        this.caseTasks = caseTasks;
        this.times = times;
        this.person = person;
        this.events = events;
    }

    /** A report that is more urgent joined, or one of them became so. */
    @EventListener
    void on(UrgencyRaised raised) {
        person.asTheHouse(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(raised.reference())
                .taskDefinitionKey(ToDos.DECIDE_ABOUT_ACCOUNT)
                .list()
                .forEach(task -> moreUrgent(task, raised.urgency())));
    }

    private void moreUrgent(Task task, int urgency) {
        Date by = times.decidedBy(urgency);
        tasks.setPriority(task.getId(), urgency);
        if (by.before(task.getDueDate())) {
            tasks.setDueDate(task.getId(), by);
        }
        hears(task);
    }

    void hears(Task task) {
        CaseTask open = caseTasks.find(task.getId()).orElseThrow().caseTask();
        Set<String> people = new HashSet<>(open.candidateUsers());
        open.assignee().ifPresent(people::add);
        events.publishEvent(new ToDoWaits(
                open.reference(), task.getId(), task.getTaskDefinitionKey(), open.candidateGroups(), people));
    }
}
