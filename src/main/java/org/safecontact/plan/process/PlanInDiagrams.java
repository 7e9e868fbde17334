package org.safecontact.plan.process;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.ToDos;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.Person;
import org.safecontact.agency.WorkingTime;
import org.safecontact.engine.InDiagrams;
import org.safecontact.plan.PlanEntry;
import org.safecontact.plan.PlanItem;
import org.safecontact.plan.PlanReaders;
import org.safecontact.plan.PlanRegister;
import org.springframework.stereotype.Component;

/** What the diagrams {@code keep-plan} and {@code look-again} ask: by when, what still stands, and who in the home has yet to read it. */
@Component("plan")
@InDiagrams
public class PlanInDiagrams {

    private static final int NOT_URGENT = 0;

    private final PlanRegister register;
    private final PlanReaders readers;
    private final LookAgainAt again;
    private final WorkingTime workingTime;
    private final Clock clock;

    PlanInDiagrams(
            PlanRegister register, PlanReaders readers, LookAgainAt again, WorkingTime workingTime, Clock clock) {
        this.register = register;
        this.readers = readers;
        this.again = again;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    /** Finishing an entry that was begun (default by the end of the working day). */
    public Date enteredBy() {
        return in(HouseTime.KEEP_PLAN);
    }

    /** Comparing an order with its document (default by the end of the next working day). */
    public Date checkedBy() {
        return in(HouseTime.CHECK_ORDER);
    }

    /**
     * Reading what has changed (default within two working days); that somebody's contact is forbidden, or a Safer Care Plan, today (default
     * within four hours).
     */
    public Date readBy(DelegateExecution execution) {
        if (saferCarePlanWaits(execution)) {
            return Date.from(workingTime.due(workingTime.nextAwake(clock.instant()), HouseTime.READ_SAFER_CARE_PLAN));
        }
        return in(forbids(execution) ? HouseTime.READ_NO_CONTACT : HouseTime.READ_PLAN);
    }

    /** Between 21:00 and 08:00 it waits for the morning, unless somebody's contact is forbidden now (practice, section 2). Null: now. */
    public Date whenAwake(DelegateExecution execution) {
        return workingTime
                .quietUntil(clock.instant())
                .filter(until -> isSigned(execution) || !forbids(execution))
                .map(Date::from)
                .orElse(null);
    }

    /** No case hangs on it: what is urgent about a contact is its own report. */
    public int urgency() {
        return NOT_URGENT;
    }

    /**
     * Carers of the home who have not read what stands now and are not asked to already: one to-do for each is enough, due by whichever time is
     * earlier.
     */
    public List<String> toRead(DelegateExecution execution) {
        String reference = (String) execution.getVariable(KeepPlan.REFERENCE);
        readers.waitForTurn(reference);
        TaskService tasks = execution.getProcessEngineServices().getTaskService();
        List<Task> asked = tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(ToDos.READ_PLAN)
                .list();
        Date due = readBy(execution);
        asked.stream()
                .filter(task -> due.before(task.getDueDate()))
                .forEach(task -> tasks.setDueDate(task.getId(), due));
        return readers(execution).stream()
                .map(Person::id)
                .filter(carer -> asked.stream().map(Task::getAssignee).noneMatch(carer::equals))
                .toList();
    }

    /** Whoever has not read what stands: of a Safer Care Plan that was just signed that is each carer of the home. */
    private List<Person> readers(DelegateExecution execution) {
        return readers.notReadBy(childOf(execution));
    }

    /** Whether a Safer Care Plan that was signed stands unread by a carer of the home; what forbids contact comes before it. */
    private boolean saferCarePlanWaits(DelegateExecution execution) {
        return isSigned(execution)
                || !forbids(execution)
                        && readers(execution).stream()
                                .anyMatch(carer -> !readers.hasReadBeside(childOf(execution), carer.id()));
    }

    private static boolean isSigned(DelegateExecution execution) {
        return execution.hasVariable(KeepPlan.SAFER_CARE_PLAN);
    }

    /** Some time before what is agreed ends or is to be reviewed (default ten working days). */
    public Date lookAgainAt(DelegateExecution execution) {
        return Date.from(again.begins(entered(execution)));
    }

    /** Saying what comes then (default within five working days, and before that day). */
    public Date sayWhatComesBy(DelegateExecution execution) {
        return Date.from(again.due(entered(execution)));
    }

    /** When nobody has said so: the team manager is asked too (default two working days later). */
    public Date teamManagerTooAt(DelegateExecution execution) {
        return Date.from(workingTime.due(again.due(entered(execution)), HouseTime.TEAM_MANAGER_TOO));
    }

    /** Whether it still stands: not ended, not replaced. */
    public boolean stands(DelegateExecution execution) {
        return register.plan(childOf(execution)).entry(entry(execution)).isPresent();
    }

    private PlanItem entered(DelegateExecution execution) {
        return register.entered(childOf(execution), entry(execution))
                .orElseThrow()
                .item();
    }

    /** Whether what was entered, or confirmed, forbids somebody's contact; where nothing was, whether anything that stands does. */
    private boolean forbids(DelegateExecution execution) {
        String child = childOf(execution);
        if (!(execution.getVariable(KeepPlan.ENTRY) instanceof Integer number)) {
            return register.plan(child).entries().stream()
                    .anyMatch(held -> held.item().forbids());
        }
        return register.entered(child, number)
                .map(PlanEntry::item)
                .flatMap(item -> item instanceof PlanItem.Confirmed confirmed
                        ? register.entered(child, confirmed.entry()).map(PlanEntry::item)
                        : Optional.of(item))
                .filter(PlanItem::forbids)
                .isPresent();
    }

    private String childOf(DelegateExecution execution) {
        return register.childOf((String) execution.getVariable(KeepPlan.REFERENCE))
                .id();
    }

    private static int entry(DelegateExecution execution) {
        return (Integer) execution.getVariable(LookAgainAt.ENTRY);
    }

    private Date in(HouseTime time) {
        return Date.from(workingTime.due(clock.instant(), time));
    }
}
