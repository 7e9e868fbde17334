package org.safecontact.plan.process;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.ToDoWaits;
import org.safecontact.access.ToDos;
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
 * Nothing about contact or a limit sleeps: what is not done in time is said again to whoever has it or may take it, and later to the team manager
 * and whoever is above too. Nobody presses a carer (practice, section 3).
 */
@Component("contactWaits")
@InDiagrams
public class ContactWaits {

    private static final String NOBODY = "nobody";
    private static final String LATE = "late";
    private static final String LONG = "long";

    private static final List<Role> ABOVE =
            List.of(Role.TEAM_MANAGER, Role.REGISTERED_MANAGER, Role.RESPONSIBLE_INDIVIDUAL);

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

    /** In every next working morning: whether anything waits too long. */
    public String everyWorkingMorning() {
        return "R/" + workingTime.due(clock.instant(), "nextWorkingDay09:00").atOffset(ZoneOffset.UTC) + "/PT24H";
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
        late(execution)
                .forEach(task -> say(execution.getProcessBusinessKey(), task, Set.of(), "whoever supervises the home"));
    }

    /** What was agreed is over, and nobody has said what comes after it: whoever has that or may take it hears so. */
    void saidByNobody(String reference, Task task) {
        say(reference, task, Set.of(), "whoever has it, or may take it: it is over for the home");
    }

    /** The team manager may do it as well from now on, and hears of it with the others. */
    public void askTeamManager(DelegateExecution execution) {
        late(execution).stream().filter(this::isLong).forEach(task -> {
            tasks.addCandidateGroup(task.getId(), Role.TEAM_MANAGER.groupId());
            say(execution.getProcessBusinessKey(), task, Set.of(Role.TEAM_MANAGER.groupId()), "the team manager too");
        });
    }

    /**
     * What is late is said again; what has been for days, one more above may do it as well from now on, in each morning the next: team manager,
     * registered manager, responsible individual. Nobody reads for somebody else. House default.
     */
    public void askAbove(DelegateExecution execution) {
        late(execution).forEach(task -> {
            Set<String> asked = groups(task);
            Optional<Role> next = ABOVE.stream()
                    .filter(role -> isLong(task) && !ToDos.OF_ONE_READER.contains(task.getTaskDefinitionKey()))
                    .filter(role -> !asked.contains(role.groupId()))
                    .findFirst();
            next.ifPresent(role -> tasks.addCandidateGroup(task.getId(), role.groupId()));
            say(
                    execution.getProcessBusinessKey(),
                    task,
                    next.map(Role::groupId).map(Set::of).orElse(Set.of()),
                    next.isPresent() ? "whoever is above them too" : "whoever may do it");
        });
    }

    private Set<String> groups(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .collect(Collectors.toSet());
    }

    private void say(String reference, Task task, Set<String> also, String words) {
        List<IdentityLink> offered = tasks.getIdentityLinksForTask(task.getId());
        Set<String> groups = Stream.concat(
                        also.stream(), task.getAssignee() == null ? groups(task).stream() : Stream.empty())
                .collect(Collectors.toSet());
        Set<String> people = task.getAssignee() == null
                ? offered.stream()
                        .filter(link -> "candidate".equals(link.getType()) && link.getUserId() != null)
                        .map(IdentityLink::getUserId)
                        .collect(Collectors.toSet())
                : Set.of(task.getAssignee());
        events.publishEvent(new ToDoWaits(reference, task.getId(), task.getTaskDefinitionKey(), groups, people));
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
