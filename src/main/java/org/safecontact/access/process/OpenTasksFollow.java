package org.safecontact.access.process;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.CaseTask;
import org.safecontact.access.CaseTasks;
import org.safecontact.access.CaseWalled;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.GrantOver;
import org.safecontact.access.LoginTakenAway;
import org.safecontact.access.OpenAgain;
import org.safecontact.access.PersonExcluded;
import org.safecontact.access.ToDos;
import org.safecontact.access.UrgencyRaised;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What is open on a case follows a change of who may see it, of who is there and of how urgent it is. Done as the last step of the
 * transaction that made the change, so that what opens in the same transaction follows too.
 */
@Component
class OpenTasksFollow {

    /** Who stands in when nobody is left who may do it, first who may see the case. House default. */
    private static final List<Role> STAND_IN =
            List.of(Role.REGISTERED_MANAGER, Role.RESPONSIBLE_INDIVIDUAL, Role.DUTY_SOCIAL_WORKER, Role.TEAM_MANAGER);

    private final TaskService tasks;
    private final CaseFiles files;
    private final CaseAccess access;
    private final Agency agency;
    private final CurrentPerson person;
    private final CaseTasks cases;
    private final WhoHasWhat who;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OpenTasksFollow(
            TaskService tasks,
            CaseFiles files,
            CaseAccess access,
            Agency agency,
            CurrentPerson person,
            CaseTasks cases,
            WhoHasWhat who,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tasks = tasks;
        this.files = files;
        this.access = access;
        this.agency = agency;
        this.person = person;
        this.cases = cases;
        this.who = who;
        this.events = events;
        this.clock = clock;
    }

    /** Nothing opens to nobody: where everybody who was meant is kept away, or not there, whoever stands in is asked too. */
    @EventListener
    void askSomebody(DelegateTask opened) {
        if (TaskListener.EVENTNAME_CREATE.equals(opened.getEventName())) {
            String taskId = opened.getId();
            lastInTransaction(() -> neverNobodys(taskId));
        }
    }

    /** Where nobody has it and nobody may take it, whoever stands in is asked. */
    void neverNobodys(String taskId) {
        cases.find(taskId)
                .map(CaseTasks.Open::caseTask)
                .filter(toDo -> toDo.assignee().isEmpty() && others(toDo, "").isEmpty())
                .ifPresent(
                        toDo -> standIn(taskId, toDo.reference(), toDo.first().orElse("")));
    }

    /** What somebody had taken who has no login any more is open again; what was offered to them by name is offered to others. */
    @EventListener
    void takeAway(LoginTakenAway gone) {
        lastInTransaction(() -> {
            tasks.createTaskQuery()
                    .taskAssignee(gone.login())
                    .list()
                    .forEach(task -> cases.find(task.getId())
                            .ifPresent(toDo -> release(task, toDo.caseTask(), "Has no login any more")));
            who.offeredByName(gone.login()).forEach(taskId -> {
                tasks.deleteCandidateUser(taskId, gone.login());
                neverNobodys(taskId);
            });
        });
    }

    /** What the excluded person had taken or was offered goes to others (practice notes, section 1). */
    @EventListener
    void takeAway(PersonExcluded excluded) {
        lastInTransaction(() -> takeAwayFromWhoMayNotSee(excluded.reference()));
    }

    /** Whoever cannot see the case any more has nothing to do on it either. */
    @EventListener
    void takeAway(CaseWalled walled) {
        lastInTransaction(() -> takeAwayFromWhoMayNotSee(walled.reference()));
    }

    /** The same for whoever was let in for a reason that is over. */
    @EventListener
    void takeAway(GrantOver over) {
        lastInTransaction(() -> takeAwayFromWhoMayNotSee(over.reference()));
    }

    /** What is open becomes as urgent as the case; what is more urgent already stays so. */
    @EventListener
    void raise(UrgencyRaised raised) {
        lastInTransaction(() -> open(raised.reference()).stream()
                .filter(task -> task.getPriority() < raised.urgency())
                .forEach(task -> tasks.setPriority(task.getId(), raised.urgency())));
    }

    /** Opens what somebody has in hand to everybody else who was asked; where nobody is, to whoever stands in. */
    void release(Task task, CaseTask toDo, String why) {
        String had = task.getAssignee();
        if (ToDos.OF_ONE_READER.contains(task.getTaskDefinitionKey())) {
            if (!access.mayRead(had, toDo.reference())) {
                endsWithItsReader(task);
            }
            return;
        }
        tasks.setAssignee(task.getId(), null);
        Set<String> asked = others(toDo, had);
        if (asked.isEmpty()) {
            asked = standIn(task.getId(), toDo.reference(), had);
        }
        events.publishEvent(new OpenAgain(toDo.reference(), task.getId(), task.getName(), had, why, asked));
    }

    /**
     * Nobody reads for somebody else: what only one person was to read is over with it, unread.
     *
     * @return whether it was such a to-do
     */
    boolean endsWithItsReader(Task task) {
        boolean reading = ToDos.OF_ONE_READER.contains(task.getTaskDefinitionKey());
        if (reading) {
            tasks.complete(task.getId());
        }
        return reading;
    }

    /** Who else may take it, were it open, and is there: whoever is away does not do it. */
    Set<String> others(CaseTask toDo, String personId) {
        Instant now = clock.instant();
        return access.whoMayWork(toDo).stream()
                .filter(person -> person.isThere(now))
                .map(Person::id)
                .filter(id -> !id.equals(personId))
                .collect(Collectors.toSet());
    }

    private void takeAwayFromWhoMayNotSee(String reference) {
        for (Task task : open(reference)) {
            String assignee = task.getAssignee();
            boolean inHand = assignee != null && access.mayRead(assignee, reference);
            if (!inHand && endsWithItsReader(task)) {
                continue;
            }
            if (assignee != null && !inHand) {
                tasks.setAssignee(task.getId(), null);
            }
            List<IdentityLink> offers = tasks.getIdentityLinksForTask(task.getId()).stream()
                    .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                    .toList();
            offers.stream()
                    .map(IdentityLink::getUserId)
                    .filter(personId -> personId != null && !access.mayRead(personId, reference))
                    .forEach(personId -> tasks.deleteCandidateUser(task.getId(), personId));
            if (!inHand && offers.stream().noneMatch(offer -> reaches(offer, reference))) {
                standIn(task.getId(), reference, "");
            }
        }
    }

    private boolean reaches(IdentityLink offer, String reference) {
        return offer.getUserId() != null
                ? access.mayRead(offer.getUserId(), reference)
                : Role.ofGroup(offer.getGroupId())
                        .filter(role -> !whoSees(role, reference, "").isEmpty())
                        .isPresent();
    }

    /** Asks whoever stands in, as a role and by name: who is off duty, or manages another team, has no turn in the role. */
    private Set<String> standIn(String taskId, String reference, String notId) {
        for (Role role : STAND_IN) {
            Set<String> people = whoSees(role, reference, notId);
            if (people.stream().anyMatch(this::isThere)) {
                return ask(taskId, role, people);
            }
        }
        return STAND_IN.stream()
                .filter(role -> !whoSees(role, reference, notId).isEmpty())
                .findFirst()
                .map(role -> ask(taskId, role, whoSees(role, reference, notId)))
                .orElse(Set.of());
    }

    private Set<String> ask(String taskId, Role role, Set<String> people) {
        List<IdentityLink> asked = tasks.getIdentityLinksForTask(taskId);
        if (!CaseTasks.candidates(asked, false).contains(role.groupId())) {
            tasks.addCandidateGroup(taskId, role.groupId());
        }
        people.stream()
                .filter(personId -> !CaseTasks.candidates(asked, true).contains(personId))
                .forEach(personId -> tasks.addCandidateUser(taskId, personId));
        return people;
    }

    private boolean isThere(String personId) {
        return agency.available(personId, clock.instant());
    }

    private Set<String> whoSees(Role role, String reference, String notId) {
        return agency.holdersOf(role).stream()
                .map(Person::id)
                .filter(id -> !id.equals(notId) && access.mayRead(id, reference))
                .collect(Collectors.toSet());
    }

    List<Task> open(String reference) {
        Set<String> instances = files.instancesOf(reference);
        return instances.isEmpty()
                ? List.of()
                : tasks.createTaskQuery()
                        .processInstanceIdIn(instances.toArray(String[]::new))
                        .list();
    }

    private void lastInTransaction(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            person.asTheHouse(work);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                person.asTheHouse(work);
            }
        });
    }
}
