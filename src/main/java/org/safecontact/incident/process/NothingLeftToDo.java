package org.safecontact.incident.process;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Agency;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.ClosingCondition;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Nothing that the case itself asked for is left to do. */
@Component
@Order(1)
class NothingLeftToDo implements ClosingCondition {

    /** What closes with the case, is followed by an area of its own, or may be missing with the registered manager's reason. */
    private static final Set<String> OWN = Set.of(ToDos.OBSERVE_WELLBEING, ToDos.CLOSE_INCIDENT, ToDos.REPORT_CONTACT);

    private static final List<String> OF_THEIR_OWN = List.of(
            CaseNames.WELLBEING_MONITORING + ":", CaseNames.EXTERNAL_REFERRAL + ":", CaseNames.OWN_REPORT + ":");

    /** Where a handover waits for the office to open. */
    static final String NEXT_MORNING = "intermediateCatchEvent_nextMorning";

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Alarms alarms;
    private final CurrentPerson person;
    private final Agency agency;

    NothingLeftToDo(TaskService tasks, RuntimeService runtime, Alarms alarms, CurrentPerson person, Agency agency) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.alarms = alarms;
        this.person = person;
        this.agency = agency;
    }

    @Override
    public Optional<String> stillOpen(String reference) {
        String names = open(reference)
                .filter(task -> !ofItsOwn(task))
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

    /** What is still open and does not hold it, and with whom; empty when nothing is. */
    String goesOn(String reference) {
        return open(reference)
                .filter(NothingLeftToDo::ofItsOwn)
                .map(task -> task.getName() + ", "
                        + Optional.ofNullable(task.getAssignee())
                                .map(has -> "with " + agency.nameOf(has))
                                .orElse("which nobody has yet"))
                .distinct()
                .sorted()
                .collect(Collectors.joining("; "));
    }

    private Stream<Task> open(String reference) {
        return person
                .asTheHouse(() -> tasks.createTaskQuery()
                        .processInstanceBusinessKey(reference)
                        .list())
                .stream()
                .filter(task -> !OWN.contains(task.getTaskDefinitionKey()));
    }

    private static boolean ofItsOwn(Task task) {
        return OF_THEIR_OWN.stream().anyMatch(task.getProcessDefinitionId()::startsWith);
    }

    private boolean handedOverLater(String reference) {
        return person.asTheHouse(() -> runtime.createExecutionQuery()
                        .processInstanceBusinessKey(reference)
                        .activityId(NEXT_MORNING)
                        .count()
                > 0);
    }
}
