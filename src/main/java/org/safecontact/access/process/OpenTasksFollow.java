package org.safecontact.access.process;

import java.util.List;
import java.util.Optional;
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
import org.safecontact.agency.Agency;
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

    /** Who stands in when nobody is left who may do it, first who may see the case. House default. */
    private static final List<Role> STAND_IN =
            List.of(Role.REGISTERED_MANAGER, Role.RESPONSIBLE_INDIVIDUAL, Role.DUTY_SOCIAL_WORKER);

    private final TaskService tasks;
    private final CaseFiles files;
    private final CaseAccess access;
    private final Agency agency;
    private final CurrentPerson person;

    OpenTasksFollow(TaskService tasks, CaseFiles files, CaseAccess access, Agency agency, CurrentPerson person) {
        this.tasks = tasks;
        this.files = files;
        this.access = access;
        this.agency = agency;
        this.person = person;
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

    /** What is open becomes as urgent as the case; what is more urgent already stays so. */
    @EventListener
    void raise(UrgencyRaised raised) {
        lastInTransaction(() -> open(raised.reference()).stream()
                .filter(task -> task.getPriority() < raised.urgency())
                .forEach(task -> tasks.setPriority(task.getId(), raised.urgency())));
    }

    private void takeAwayFromWhoMayNotSee(String reference) {
        for (Task task : open(reference)) {
            String assignee = task.getAssignee();
            boolean inHand = assignee != null && access.mayRead(assignee, reference);
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
                standIn(reference).ifPresent(role -> tasks.addCandidateGroup(task.getId(), role.groupId()));
            }
        }
    }

    private boolean reaches(IdentityLink offer, String reference) {
        return offer.getUserId() != null
                ? access.mayRead(offer.getUserId(), reference)
                : Stream.of(Role.values())
                        .anyMatch(role -> role.groupId().equals(offer.getGroupId()) && anyoneSees(role, reference));
    }

    private Optional<Role> standIn(String reference) {
        return STAND_IN.stream().filter(role -> anyoneSees(role, reference)).findFirst();
    }

    private boolean anyoneSees(Role role, String reference) {
        return agency.holdersOf(role).stream().anyMatch(holder -> access.mayRead(holder.id(), reference));
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
