package org.safecontact.access.process;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.CaseFiles;
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

    private final TaskService tasks;
    private final CaseFiles files;
    private final CurrentPerson person;

    OpenTasksFollow(TaskService tasks, CaseFiles files, CurrentPerson person) {
        this.tasks = tasks;
        this.files = files;
        this.person = person;
    }

    /**
     * What the excluded person had taken or was offered goes back; where nobody else was offered it, a registered
     * manager gives it to somebody (practice notes, section 1).
     */
    @EventListener
    void takeAway(PersonExcluded excluded) {
        lastInTransaction(() -> open(excluded.reference()).forEach(task -> takeAway(task, excluded.personId())));
    }

    /** What is open becomes as urgent as the case; what is more urgent already stays so. */
    @EventListener
    void raise(UrgencyRaised raised) {
        lastInTransaction(() -> open(raised.reference()).stream()
                .filter(task -> task.getPriority() < raised.urgency())
                .forEach(task -> tasks.setPriority(task.getId(), raised.urgency())));
    }

    private void takeAway(Task task, String personId) {
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
        boolean offeredToOthers = offers.stream().anyMatch(link -> !personId.equals(link.getUserId()));
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
