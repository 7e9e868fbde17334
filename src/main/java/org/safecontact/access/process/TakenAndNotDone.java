package org.safecontact.access.process;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.CaseTask;
import org.safecontact.access.CaseTasks;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Taking is not doing: what somebody took and did not do in time is open again to everybody who was asked, at HIGH and
 * above, unless a carer has it, whom nobody presses (practice, section 3); at every level, what somebody took who has left, is
 * away since, suspended or works on that case no more, and what was offered only to people who have left, are away or suspended. Looked for every minute, whatever the diagram, so that
 * nothing is anybody's for ever, nor nobody's. House default.
 */
@Component
public class TakenAndNotDone {

    private static final Logger LOG = LoggerFactory.getLogger(TakenAndNotDone.class);

    /** The urgency of HIGH. */
    private static final int URGENT = 2;

    /** Roles that nobody takes a turn in: for a supervising social worker who is away stands whoever is on duty. */
    private static final Set<Role> ONE_BY_NAME =
            EnumSet.of(Role.TEAM_MANAGER, Role.REGISTERED_MANAGER, Role.RESPONSIBLE_INDIVIDUAL);

    /** Whose own diagram says when others are asked. */
    private static final Set<String> ASKS_OTHERS_ITSELF = Set.of(ToDos.ACKNOWLEDGE, ToDos.RING_AS_AGREED);

    /** Looked at in one go for one person; nobody has as much, and what is left over is looked at by itself. */
    private static final int MOST = 1000;

    private final TaskService tasks;
    private final CaseTasks cases;
    private final OpenTasksFollow open;
    private final Agency agency;
    private final WhoHasWhat who;
    private final CaseAccess access;
    private final CurrentPerson person;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TakenAndNotDone(
            TaskService tasks,
            CaseTasks cases,
            OpenTasksFollow open,
            Agency agency,
            WhoHasWhat who,
            CaseAccess access,
            CurrentPerson person,
            TransactionTemplate transaction,
            Clock clock) {
        this.tasks = tasks;
        this.cases = cases;
        this.open = open;
        this.agency = agency;
        this.who = who;
        this.access = access;
        this.person = person;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Keeps when somebody took it. */
    @EventListener
    void taken(DelegateTask task) {
        if (TaskListener.EVENTNAME_ASSIGNMENT.equals(task.getEventName()) && task.getAssignee() != null) {
            task.setVariableLocal(CaseTasks.TAKEN_AT, Date.from(clock.instant()));
        }
    }

    /** Looks at what may have to be open again, each in a transaction of its own. */
    @Scheduled(
            initialDelayString = "${safe-contact.access.look-at-taken-every:PT1M}",
            fixedDelayString = "${safe-contact.access.look-at-taken-every:PT1M}")
    public void look() {
        Instant now = clock.instant();
        Stream<Task> late =
                tasks
                        .createTaskQuery()
                        .taskAssigned()
                        .taskMinPriority(URGENT)
                        .dueBefore(Date.from(now))
                        .list()
                        .stream();
        Stream<Task> left = who.haveSomething().stream()
                .filter(person -> !agency.available(person, now))
                .flatMap(this::inHand);
        Stream<Task> moved = who.haveSomething().stream().flatMap(this::whatIsTheirsNoMore);
        Stream<String> nobodys = who.areOfferedSomething().stream()
                .filter(person -> agency.person(person)
                        .filter(known -> !known.isSuspended(now))
                        .isEmpty())
                .flatMap(person -> who.offeredByName(person).stream());
        Stream<Task> ofWhoIsAway = ONE_BY_NAME.stream()
                .filter(role -> agency.holdersOf(role).stream().anyMatch(holder -> !holder.isThere(now)))
                .flatMap(role ->
                        tasks.createTaskQuery().taskUnassigned().taskCandidateGroup(role.groupId()).list().stream());
        Stream.concat(
                        Stream.of(late, left, moved, ofWhoIsAway)
                                .flatMap(each -> each)
                                .map(Task::getId),
                        nobodys)
                .distinct()
                .forEach(taskId -> {
                    try {
                        transaction.executeWithoutResult(status -> look(taskId));
                    } catch (RuntimeException failure) {
                        // Done in this moment, or by another node: the next look finds what is left.
                        LOG.warn("Could not look at {}: {}", taskId, failure.getClass());
                    }
                });
    }

    /** What is in somebody's hands and not in that person's sight: of another team now, or of another home. */
    private Stream<Task> whatIsTheirsNoMore(String personId) {
        Set<String> seen = person.inSightOf(
                personId, () -> inHand(personId).map(Task::getId).collect(Collectors.toSet()));
        return inHand(personId).filter(task -> !seen.contains(task.getId()));
    }

    private Stream<Task> inHand(String personId) {
        return tasks.createTaskQuery().taskAssignee(personId).listPage(0, MOST).stream();
    }

    private void look(String taskId) {
        open.neverNobodys(taskId);
        cases.find(taskId)
                .filter(toDo -> toDo.caseTask().assignee().isPresent())
                .ifPresent(toDo -> why(toDo.task(), toDo.caseTask())
                        .ifPresent(why -> open.release(toDo.task(), toDo.caseTask(), why)));
    }

    /** Why it is open again; empty as long as it stays where it is. */
    private Optional<String> why(Task task, CaseTask toDo) {
        String has = task.getAssignee();
        Instant now = clock.instant();
        Instant since = cases.takenAt(task).orElseGet(() -> task.getCreateTime().toInstant());
        if (agency.person(has).isEmpty()) {
            return Optional.of("Is not with the agency any more");
        }
        if (!access.mayRead(has, toDo)) {
            return Optional.of("Does not work on this case any more");
        }
        // Whoever takes something on a day off is there.
        if (agency.available(has, since) && !agency.available(has, now)) {
            return Optional.of("Is away");
        }
        boolean late = task.getPriority() >= URGENT
                && !isCarer(has)
                && !ASKS_OTHERS_ITSELF.contains(task.getTaskDefinitionKey())
                && isOver(task.getDueDate(), since, now);
        return late && !open.others(toDo, has).isEmpty() ? Optional.of("Was not done in time") : Optional.empty();
    }

    private boolean isCarer(String personId) {
        return agency.person(personId).filter(person -> person.is(Role.CARER)).isPresent();
    }

    /** Past its time, and had for a while: who takes it late gets a while too. */
    private boolean isOver(Date due, Instant since, Instant now) {
        return due != null
                && due.toInstant().isBefore(now)
                && !since.plus(agency.length(HouseTime.TAKEN)).isAfter(now);
    }
}
