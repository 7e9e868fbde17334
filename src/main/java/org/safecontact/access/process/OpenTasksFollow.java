package org.safecontact.access.process;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.CaseWalled;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.PersonExcluded;
import org.safecontact.access.UrgencyRaised;
import org.safecontact.agency.Role;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What is open on a case follows a change of who may see it and of how urgent it is. Done as the last step of the
 * transaction that made the change, so that what opens in the same transaction follows too.
 */
@Component
class OpenTasksFollow {

    private static final Set<String> FOR_THE_SERVICE =
            Set.of(Role.REGISTERED_MANAGER.groupId(), Role.RESPONSIBLE_INDIVIDUAL.groupId());

    private final TaskService tasks;
    private final CaseFiles files;
    private final CaseAccess access;
    private final CurrentPerson person;

    OpenTasksFollow(TaskService tasks, CaseFiles files, CaseAccess access, CurrentPerson person) {
        this.tasks = tasks;
        this.files = files;
        this.access = access;
        this.person = person;
    }

    /**
     * What the excluded person had taken or was offered goes back; where nobody else was offered it, a registered
     * manager gives it to somebody (practice notes, section 1).
     */
    @EventListener
    void takeAway(PersonExcluded excluded) {
        lastInTransaction(() ->
                open(excluded.reference()).forEach(task -> takeAway(excluded.reference(), task, excluded.personId())));
    }

    /** Whoever cannot see the case any more has nothing to do on it either; a registered manager gives it to somebody. */
    @EventListener
    void takeAway(CaseWalled walled) {
        lastInTransaction(() -> open(walled.reference())
                .forEach(task -> people(task)
                        .filter(personId -> !access.mayRead(personId, walled.reference()))
                        .forEach(personId -> takeAway(walled.reference(), task, personId))));
    }

    private Stream<String> people(Task task) {
        Stream<String> offered = tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(IdentityLink::getUserId);
        return Stream.concat(Stream.of(task).map(Task::getAssignee), offered)
                .filter(Objects::nonNull)
                .distinct()
                .toList()
                .stream();
    }

    /** What is open becomes as urgent as the case; what is more urgent already stays so. */
    @EventListener
    void raise(UrgencyRaised raised) {
        lastInTransaction(() -> open(raised.reference()).stream()
                .filter(task -> task.getPriority() < raised.urgency())
                .forEach(task -> tasks.setPriority(task.getId(), raised.urgency())));
    }

    private void takeAway(String reference, Task task, String personId) {
        boolean taken = personId.equals(task.getAssignee());
        List<IdentityLink> offers = tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .toList();
        boolean offered = offers.stream().anyMatch(link -> personId.equals(link.getUserId()));
        if (!taken && !offered) {
            return;
        }
        if (taken) {
            tasks.setAssignee(task.getId(), null);
        }
        if (offered) {
            tasks.deleteCandidateUser(task.getId(), personId);
        }
        boolean inOtherHands = !taken && task.getAssignee() != null;
        boolean offeredToOthers = offers.stream()
                .anyMatch(link -> link.getUserId() == null
                        ? !files.walled(reference) || FOR_THE_SERVICE.contains(link.getGroupId())
                        : !personId.equals(link.getUserId()));
        if (!inOtherHands && !offeredToOthers) {
            tasks.addCandidateGroup(task.getId(), Role.REGISTERED_MANAGER.groupId());
        }
    }

    private List<Task> open(String reference) {
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
