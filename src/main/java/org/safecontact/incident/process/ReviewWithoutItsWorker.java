package org.safecontact.incident.process;

import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.CaseTasks;
import org.safecontact.access.ChildAccess;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.PersonExcluded;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.Role;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where whoever supervises the home is kept from the child's plan, its review is for the team manager too, at once. House default. */
@Component
class ReviewWithoutItsWorker {

    private final TaskService tasks;
    private final OpenToMore open;
    private final Incidents incidents;
    private final ChildAccess children;
    private final CaseFiles files;
    private final Agency agency;
    private final CurrentPerson person;

    ReviewWithoutItsWorker(
            TaskService tasks,
            OpenToMore open,
            Incidents incidents,
            ChildAccess children,
            CaseFiles files,
            Agency agency,
            CurrentPerson person) {
        this.tasks = tasks;
        this.open = open;
        this.incidents = incidents;
        this.children = children;
        this.files = files;
        this.agency = agency;
        this.person = person;
    }

    @EventListener
    void asked(DelegateTask task) {
        if (TaskListener.EVENTNAME_CREATE.equals(task.getEventName())
                && CaseToDos.REVIEW_SAFER_CARE_PLAN.equals(task.getTaskDefinitionKey())
                && incidents
                        .find((String) task.getVariable(CaseNames.REFERENCE))
                        .flatMap(Incident::childId)
                        .filter(this::isWithoutItsWorker)
                        .isPresent()) {
            task.addCandidateGroup(Role.TEAM_MANAGER.groupId());
        }
    }

    /** Who is kept away from one report about the child is kept from its plan in the others too. */
    @EventListener
    void on(PersonExcluded excluded) {
        incidents
                .find(excluded.reference())
                .flatMap(Incident::childId)
                .filter(this::isWithoutItsWorker)
                .ifPresent(
                        child -> person.asTheHouse(() -> files.openAbout(child).forEach(this::teamManagerToo)));
    }

    private void teamManagerToo(String reference) {
        tasks
                .createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(CaseToDos.REVIEW_SAFER_CARE_PLAN)
                .list()
                .stream()
                .filter(task -> !isAsked(task))
                .forEach(task -> open.aboveToo(
                        task.getProcessInstanceId(), CaseToDos.REVIEW_SAFER_CARE_PLAN, Role.TEAM_MANAGER));
    }

    private boolean isAsked(Task task) {
        return CaseTasks.candidates(tasks.getIdentityLinksForTask(task.getId()), false)
                .contains(Role.TEAM_MANAGER.groupId());
    }

    private boolean isWithoutItsWorker(String childId) {
        Optional<String> worker = agency.child(childId)
                .map(Child::householdId)
                .flatMap(agency::supervisingSocialWorkerOf)
                .map(known -> known.id());
        return worker.filter(id -> !children.mayRead(id, childId)).isPresent();
    }
}
