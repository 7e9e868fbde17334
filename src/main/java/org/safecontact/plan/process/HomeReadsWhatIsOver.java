package org.safecontact.plan.process;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.Person;
import org.safecontact.agency.WorkingTime;
import org.safecontact.plan.Plan.Held;
import org.safecontact.plan.PlanReaders;
import org.safecontact.plan.PlanRegister;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An agreed contact never ends in silence: the home reads that it is over (policy, section 2: carers follow what is agreed), and whoever was asked
 * what comes after it and has not said so hears that it is, in office hours. Looks every minute. House default.
 */
@Component
public class HomeReadsWhatIsOver {

    private static final Logger LOG = LoggerFactory.getLogger(HomeReadsWhatIsOver.class);

    private static final String OVER = " It is over for the home";

    private final PlanRegister register;
    private final PlanReaders readers;
    private final ContactWaits waits;
    private final Agency agency;
    private final WorkingTime workingTime;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final CurrentPerson person;
    private final TransactionTemplate transaction;
    private final Clock clock;

    HomeReadsWhatIsOver(
            PlanRegister register,
            PlanReaders readers,
            ContactWaits waits,
            Agency agency,
            WorkingTime workingTime,
            RuntimeService runtime,
            TaskService tasks,
            CurrentPerson person,
            TransactionTemplate transaction,
            Clock clock) {
        this.register = register;
        this.readers = readers;
        this.waits = waits;
        this.agency = agency;
        this.workingTime = workingTime;
        this.runtime = runtime;
        this.tasks = tasks;
        this.person = person;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${safe-contact.access.look-at-taken-every:PT5S}",
            fixedDelayString = "${safe-contact.access.look-at-taken-every:PT1M}")
    public void look() {
        for (Child child : agency.children()) {
            try {
                transaction.executeWithoutResult(
                        status -> register.reference(child.id()).ifPresent(reference -> look(child, reference)));
            } catch (RuntimeException failure) {
                // In use in this moment, or done by another node: the next look finds what is left.
                LOG.warn("What is over for {} has to wait: {}", child.id(), failure.getClass());
            }
        }
    }

    private void look(Child child, String reference) {
        List<Held> over = register.over(child.id());
        if (over.isEmpty()) {
            return;
        }
        readers.waitForTurn(reference);
        person.asTheHouse(() -> {
            if (somebodyHasYetToBeAsked(child, reference)) {
                askTheHome(reference, over.get(over.size() - 1).number());
            }
            if (workingTime.isOfficeHours(clock.instant())) {
                over.forEach(held -> sayWhereNobodySaid(reference, held.number()));
            }
        });
    }

    private boolean somebodyHasYetToBeAsked(Child child, String reference) {
        Set<String> asked =
                open(reference, ToDos.READ_PLAN).stream().map(Task::getAssignee).collect(Collectors.toSet());
        return agency.carersOf(child.householdId()).stream()
                .map(Person::id)
                .anyMatch(carer -> !asked.contains(carer) && !readers.hasReadOver(child.id(), carer));
    }

    private void askTheHome(String reference, int entry) {
        Map<String, Object> variables = KeepPlan.variables(reference, null);
        variables.put(KeepPlan.ENTRY, entry);
        runtime.createMessageCorrelation(KeepPlan.CONTACT_OVER)
                .processInstanceBusinessKey(reference)
                .setVariables(variables)
                .correlateStartMessage();
    }

    private void sayWhereNobodySaid(String reference, int entry) {
        open(reference, LookAgain.KEY).stream()
                .filter(task ->
                        tasks.getVariable(task.getId(), LookAgainAt.ENTRY).equals(entry))
                .filter(task -> !task.getName().endsWith(OVER))
                .forEach(task -> {
                    tasks.setName(task.getId(), task.getName() + OVER);
                    waits.saidByNobody(reference, task);
                });
    }

    private List<Task> open(String reference, String key) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(key)
                .list();
    }
}
