package org.safecontact.incident.process;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.ToDos;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.ClosingCondition;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Nothing that the case itself asked for is left to do. */
@Component
@Order(1)
class NothingLeftToDo implements ClosingCondition {

    /** What closes with the case, or is followed by an area of its own. */
    private static final Set<String> OWN = Set.of(ToDos.OBSERVE_WELLBEING, ToDos.CLOSE_INCIDENT, ToDos.REPORT_CONTACT);

    private static final List<String> OF_THEIR_OWN =
            List.of(CaseNames.WELLBEING_MONITORING + ":", CaseNames.EXTERNAL_REFERRAL + ":");

    /** Where a handover waits for the office to open. */
    static final String NEXT_MORNING = "intermediateCatchEvent_nextMorning";

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Alarms alarms;
    private final CurrentPerson person;

    NothingLeftToDo(TaskService tasks, RuntimeService runtime, Alarms alarms, CurrentPerson person) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.alarms = alarms;
        this.person = person;
    }

    @Override
    public Optional<String> stillOpen(String reference) {
        List<Task> open = person.asTheHouse(() ->
                tasks.createTaskQuery().processInstanceBusinessKey(reference).list());
        String names = open.stream()
                .filter(task -> !OWN.contains(task.getTaskDefinitionKey()))
                .filter(task -> OF_THEIR_OWN.stream().noneMatch(task.getProcessDefinitionId()::startsWith))
                .map(Task::getName)
                .distinct()
                .sorted()
                .collect(Collectors.joining("; "));
        if (!names.isEmpty()) {
            return Optional.of("Still to do: " + names + ".");
        }
        if (person.asTheHouse(() -> alarms.aboutToGoOut(reference))) {
            return Optional.of("Somebody has just said that they are more worried: people are being told.");
        }
        return handedOverLater(reference)
                ? Optional.of("What was told in the night is handed over in the next working morning.")
                : Optional.empty();
    }

    private boolean handedOverLater(String reference) {
        return person.asTheHouse(() -> runtime.createExecutionQuery()
                        .processInstanceBusinessKey(reference)
                        .activityId(NEXT_MORNING)
                        .count()
                > 0);
    }
}
