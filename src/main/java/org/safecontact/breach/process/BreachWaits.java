package org.safecontact.breach.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.ToDoWaits;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Agency;
import org.safecontact.agency.London;
import org.safecontact.agency.Role;
import org.safecontact.agency.WorkingTime;
import org.safecontact.engine.InDiagrams;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Nothing about private details sleeps: what is not done in time is said again every morning to whoever has it or may take it, and to whoever stands
 * above once it waits as long again as it was given. Nobody presses a carer (practice, section 3): what a carer has is offered above by then too,
 * without a word to the carer. House default.
 */
@Component("breachWaits")
@InDiagrams
public class BreachWaits {

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    /** What runs by the clock is said on a day on which nobody works too. */
    private static final Set<String> BY_THE_CLOCK =
            Set.of(ToDos.CHECK_ADDRESS_SAFETY, ToDos.CHECK_AGAIN, ToDos.AGREE_TAKEDOWN, ToDos.ANSWER_REGULATOR);

    /** What a team manager can do; of everything else the responsible individual hears. */
    private static final Set<String> FOR_A_TEAM_MANAGER =
            Set.of(ToDos.TELL_SCHOOL, ToDos.MAKE_PRIVATE, ConfidentialityBreach.HAVE_TAKEN_DOWN);

    private final TaskService tasks;
    private final Agency agency;
    private final WorkingTime workingTime;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BreachWaits(
            TaskService tasks, Agency agency, WorkingTime workingTime, ApplicationEventPublisher events, Clock clock) {
        this.tasks = tasks;
        this.agency = agency;
        this.workingTime = workingTime;
        this.events = events;
        this.clock = clock;
    }

    /** From the next morning on, every day. */
    public String everyMorning() {
        Instant next = clock.instant()
                .atZone(London.ZONE)
                .toLocalDate()
                .plusDays(1)
                .atTime(MORNING)
                .atZone(London.ZONE)
                .toInstant();
        return "R/" + next.atOffset(ZoneOffset.UTC) + "/PT24H";
    }

    /** Whether anything is late. */
    public boolean late(DelegateExecution execution) {
        return !lateOnes(execution).isEmpty();
    }

    /** Says it again, and asks whoever stands above too where it waits as long again as it was given. */
    public void sayAgain(DelegateExecution execution) {
        lateOnes(execution).forEach(task -> ask(execution, task, isLong(task) ? Set.of(above(task)) : Set.of()));
    }

    /** Opens it to these roles too, and says it to everybody who has it or may take it. Whoever has it can still do it, and so can they. */
    void ask(DelegateExecution execution, Task task, Set<Role> also) {
        if (!also.isEmpty() && task.getAssignee() != null) {
            tasks.addCandidateUser(task.getId(), task.getAssignee());
            tasks.setAssignee(task.getId(), null);
        }
        also.forEach(role -> tasks.addCandidateGroup(task.getId(), role.groupId()));
        Set<String> groups = new HashSet<>();
        Set<String> people = new HashSet<>();
        if (also.isEmpty() && task.getAssignee() != null) {
            people.add(task.getAssignee());
        } else {
            List<IdentityLink> offers = tasks.getIdentityLinksForTask(task.getId()).stream()
                    .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                    .toList();
            groups.addAll(offers.stream()
                    .map(IdentityLink::getGroupId)
                    .filter(group -> group != null)
                    .collect(Collectors.toSet()));
            people.addAll(offers.stream()
                    .map(IdentityLink::getUserId)
                    .filter(person -> person != null)
                    .collect(Collectors.toSet()));
        }
        events.publishEvent(new ToDoWaits(
                execution.getProcessBusinessKey(), task.getId(), task.getTaskDefinitionKey(), groups, people));
    }

    private List<Task> lateOnes(DelegateExecution execution) {
        Instant now = clock.instant();
        boolean working = workingTime.isWorkingDay(now.atZone(London.ZONE).toLocalDate());
        return tasks.createTaskQuery().processInstanceId(execution.getProcessInstanceId()).list().stream()
                .filter(task -> !task.getDueDate().toInstant().isAfter(now))
                .filter(task -> working || BY_THE_CLOCK.contains(task.getTaskDefinitionKey()))
                .filter(task -> !isWithACarer(task) || isLong(task))
                .toList();
    }

    private boolean isWithACarer(Task task) {
        return task.getAssignee() != null && agency.is(task.getAssignee(), Role.CARER);
    }

    private boolean isLong(Task task) {
        Instant due = task.getDueDate().toInstant();
        Duration given = Duration.between(task.getCreateTime().toInstant(), due);
        return !due.plus(given).isAfter(clock.instant());
    }

    private static Role above(Task task) {
        return FOR_A_TEAM_MANAGER.contains(task.getTaskDefinitionKey())
                ? Role.TEAM_MANAGER
                : Role.RESPONSIBLE_INDIVIDUAL;
    }
}
