package org.safecontact.referral.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.CaseTask;
import org.safecontact.access.CaseTasks;
import org.safecontact.access.ToDoWaits;
import org.safecontact.agency.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What was not asked, or not answered, in time: whoever may do it hears of it, and more people may. Whoever has it can still do it. */
@Component
class ReferralWaits {

    private final TaskService tasks;
    private final CaseTasks caseTasks;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReferralWaits(TaskService tasks, CaseTasks caseTasks, ApplicationEventPublisher events, Clock clock) {
        this.tasks = tasks;
        this.caseTasks = caseTasks;
        this.events = events;
        this.clock = clock;
    }

    /** Says it, now that its time is over. */
    void say(DelegateExecution execution, Role... also) {
        open(execution).forEach(task -> say(task, also));
    }

    /** Says again what is late; the responsible individual can do it too once it waits as long again as it was given. */
    void sayAgain(DelegateExecution execution) {
        Instant now = clock.instant();
        open(execution).stream()
                .filter(task -> !task.getDueDate().toInstant().isAfter(now))
                .forEach(task -> say(
                        task,
                        Stream.of(
                                        Optional.of(Role.REGISTERED_MANAGER),
                                        Optional.of(Role.RESPONSIBLE_INDIVIDUAL).filter(above -> isLong(task, now)))
                                .flatMap(Optional::stream)
                                .toArray(Role[]::new)));
    }

    private List<Task> open(DelegateExecution execution) {
        return tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .list();
    }

    private void say(Task task, Role... also) {
        if (also.length > 0 && task.getAssignee() != null) {
            tasks.addCandidateUser(task.getId(), task.getAssignee());
            tasks.setAssignee(task.getId(), null);
        }
        for (Role role : also) {
            tasks.addCandidateGroup(task.getId(), role.groupId());
        }
        CaseTask late = caseTasks.find(task.getId()).orElseThrow().caseTask();
        Set<String> people = new HashSet<>(late.candidateUsers());
        late.assignee().ifPresent(people::add);
        events.publishEvent(new ToDoWaits(
                late.reference(), task.getId(), task.getTaskDefinitionKey(), late.candidateGroups(), people));
    }

    private static boolean isLong(Task task, Instant now) {
        Instant due = task.getDueDate().toInstant();
        return !due.plus(Duration.between(task.getCreateTime().toInstant(), due))
                .isAfter(now);
    }
}
