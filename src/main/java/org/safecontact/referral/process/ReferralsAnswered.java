package org.safecontact.referral.process;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.CurrentPerson;
import org.safecontact.agency.Agency;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.ClosingCondition;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Everybody outside who has to hear of it was asked, and has answered (practice, section 7). */
@Component
@Order(2)
class ReferralsAnswered implements ClosingCondition {

    private final TaskService tasks;
    private final CurrentPerson person;
    private final Agency agency;

    ReferralsAnswered(TaskService tasks, CurrentPerson person, Agency agency) {
        this.tasks = tasks;
        this.person = person;
        this.agency = agency;
    }

    @Override
    public Optional<String> stillOpen(String reference) {
        List<Task> open = person.asTheHouse(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .processDefinitionKey(CaseNames.EXTERNAL_REFERRAL)
                .orderByDueDate()
                .asc()
                .list());
        if (open.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(open.stream()
                .map(task -> task.getName() + " (" + whoHas(task) + ")")
                .collect(Collectors.joining("; ", "Somebody outside has to act: ", ".")));
    }

    private String whoHas(Task task) {
        return Optional.ofNullable(task.getAssignee())
                .map(id -> agency.nameOf(id) + " has it")
                .orElse("nobody has it yet");
    }
}
