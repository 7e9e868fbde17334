package org.safecontact.contact.process;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.CaseTasks;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HouseTime;
import org.safecontact.contact.NotHeard;
import org.safecontact.engine.InDiagrams;
import org.springframework.stereotype.Component;

/** Nobody rang the home: one more may, and whoever was asked before still can. What somebody has just taken stays with them for a while. */
@Component
@InDiagrams
class AskMoreToHear implements JavaDelegate {

    private final NotHeard notHeard;
    private final TaskService tasks;
    private final CaseTasks taken;
    private final Agency agency;
    private final Clock clock;

    AskMoreToHear(NotHeard notHeard, TaskService tasks, CaseTasks taken, Agency agency, Clock clock) {
        this.notHeard = notHeard;
        this.tasks = tasks;
        this.taken = taken;
        this.agency = agency;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        int times = Optional.ofNullable((Integer) execution.getVariable(PlannedContact.ASKED_MORE))
                        .orElse(0)
                + 1;
        execution.setVariable(PlannedContact.ASKED_MORE, times);
        tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey(ToDos.HEAR_OF_CONTACT)
                .list()
                .forEach(open -> ask(execution.getProcessBusinessKey(), open, times));
    }

    private void ask(String reference, Task open, int times) {
        Set<String> more = new LinkedHashSet<>(
                notHeard.ask(reference, open.getId(), times, Optional.ofNullable(open.getAssignee())));
        if (more.isEmpty()) {
            return;
        }
        if (open.getAssignee() != null) {
            more.add(open.getAssignee());
            if (!justTaken(open)) {
                tasks.setAssignee(open.getId(), null);
            }
        }
        more.forEach(personId -> tasks.addCandidateUser(open.getId(), personId));
    }

    private boolean justTaken(Task open) {
        return taken.takenAt(open)
                .map(since -> since.plus(agency.length(HouseTime.TAKEN)))
                .filter(clock.instant()::isBefore)
                .isPresent();
    }
}
