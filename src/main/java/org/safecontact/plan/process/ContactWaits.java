package org.safecontact.plan.process;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.ToDoWaits;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.London;
import org.safecontact.agency.Role;
import org.safecontact.agency.WorkingTime;
import org.safecontact.engine.InDiagrams;
import org.safecontact.plan.request.ContactRequests;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Nothing about contact sleeps: what is not done in time is said again to whoever has it or may take it, and later to the team manager too. Nobody
 * presses a carer (practice, section 3).
 */
@Component("contactWaits")
@InDiagrams
public class ContactWaits {

    private static final String NOBODY = "nobody";
    private static final String LATE = "late";
    private static final String LONG = "long";

    private final TaskService tasks;
    private final ContactRequests requests;
    private final Agency agency;
    private final WorkingTime workingTime;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ContactWaits(
            TaskService tasks,
            ContactRequests requests,
            Agency agency,
            WorkingTime workingTime,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tasks = tasks;
        this.requests = requests;
        this.agency = agency;
        this.workingTime = workingTime;
        this.events = events;
        this.clock = clock;
    }

    /** {@code nobody}, {@code late} or {@code long}; on a day on which nobody works, nobody. */
    public String howLong(DelegateExecution execution) {
        Instant now = clock.instant();
        if (!workingTime.isWorkingDay(now.atZone(London.ZONE).toLocalDate())) {
            return NOBODY;
        }
        List<Task> late = late(execution);
        return late.isEmpty() ? NOBODY : late.stream().anyMatch(this::isLong) ? LONG : LATE;
    }

    /** Says it again to whoever has it or may take it. */
    public void remind(DelegateExecution execution) {
        late(execution).forEach(task -> say(execution, task, Set.of(), "whoever supervises the home"));
    }

    /** The team manager may do it as well from now on, and hears of it with the others. */
    public void askTeamManager(DelegateExecution execution) {
        late(execution).stream().filter(this::isLong).forEach(task -> {
            tasks.addCandidateGroup(task.getId(), Role.TEAM_MANAGER.groupId());
            say(execution, task, Set.of(Role.TEAM_MANAGER.groupId()), "the team manager too");
        });
    }

    private void say(DelegateExecution execution, Task task, Set<String> also, String words) {
        List<IdentityLink> offered = tasks.getIdentityLinksForTask(task.getId());
        Set<String> groups = Stream.concat(
                        also.stream(),
                        task.getAssignee() == null
                                ? offered.stream().map(IdentityLink::getGroupId).filter(group -> group != null)
                                : Stream.empty())
                .collect(Collectors.toSet());
        Set<String> people = task.getAssignee() == null
                ? offered.stream()
                        .filter(link -> "candidate".equals(link.getType()) && link.getUserId() != null)
                        .map(IdentityLink::getUserId)
                        .collect(Collectors.toSet())
                : Set.of(task.getAssignee());
        String reference = execution.getProcessBusinessKey();
        events.publishEvent(new ToDoWaits(reference, task.getId(), groups, people));
        requests.stillWaits(reference, task.getName() + ": " + words);
    }

    private List<Task> late(DelegateExecution execution) {
        Instant now = clock.instant();
        return tasks.createTaskQuery().processInstanceId(execution.getProcessInstanceId()).list().stream()
                .filter(task -> !task.getDueDate().toInstant().isAfter(now))
                .filter(task -> task.getAssignee() == null || !agency.is(task.getAssignee(), Role.CARER))
                .toList();
    }

    private boolean isLong(Task task) {
        return !workingTime
                .due(task.getDueDate().toInstant(), HouseTime.TEAM_MANAGER_TOO)
                .isAfter(clock.instant());
    }
}
