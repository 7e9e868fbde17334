package org.safecontact.wellbeing.process;

import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.ToDos;
import org.safecontact.engine.InDiagrams;
import org.safecontact.wellbeing.LooksSoFar;
import org.safecontact.wellbeing.Schedules;
import org.safecontact.wellbeing.Touchpoints;
import org.springframework.stereotype.Component;

/** Plans what a report asks for: at the start for the report that opens the schedule, later for each one that joins or asks for more. */
@Component("planLooks")
@InDiagrams
class PlanLooks implements JavaDelegate {

    static final String LAPSED = "boundaryEvent_lapsed";

    private final Schedules schedules;
    private final LooksSoFar soFar;
    private final Touchpoints touchpoints;
    private final WellbeingTimes times;
    private final ChildsDays days;
    private final TaskService tasks;
    private final ManagementService management;

    PlanLooks(
            Schedules schedules,
            LooksSoFar soFar,
            Touchpoints touchpoints,
            WellbeingTimes times,
            ChildsDays days,
            TaskService tasks,
            ManagementService management) {
        this.schedules = schedules;
        this.soFar = soFar;
        this.touchpoints = touchpoints;
        this.times = times;
        this.days = days;
        this.tasks = tasks;
        this.management = management;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (execution.getVariable(Names.SCHEDULE) == null) {
            execution.setVariable(Names.LOOK, null);
            Schedules.Planned planned = schedules.open(Names.reference(execution));
            execution.setVariable(Names.SCHEDULE, planned.scheduleId());
            wantTouchpoint(execution, planned);
            return;
        }
        String joined = (String) execution.getVariable(Names.JOINED_REFERENCE);
        if (belongsElsewhere(execution, joined)) {
            days.ask(joined);
            return;
        }
        wantTouchpoint(execution, schedules.join(Names.schedule(execution), joined));
        lookEarlierWhenAsked(execution);
        asUrgentAs(times.urgency(execution), execution);
    }

    /** What is open already serves the report that joins. */
    private void asUrgentAs(int urgency, DelegateExecution execution) {
        tasks.createTaskQuery().processInstanceId(execution.getProcessInstanceId()).list().stream()
                .filter(task -> task.getPriority() < urgency)
                .forEach(task -> tasks.setPriority(task.getId(), urgency));
    }

    /** The touchpoint opens; one that is open already serves this report too, and is due by whichever time is earlier. */
    private void wantTouchpoint(DelegateExecution execution, Schedules.Planned planned) {
        planned.touchpointId()
                .ifPresent(id -> openTouchpoint(execution)
                        .ifPresentOrElse(
                                open -> dueBy(open, Date.from(touchpoints.due(id))),
                                () -> execution.setVariable(Names.TOUCHPOINT, id)));
    }

    private void dueBy(Task touchpoint, Date due) {
        if (due.before(touchpoint.getDueDate())) {
            tasks.setDueDate(touchpoint.getId(), due);
        }
    }

    private Optional<Task> openTouchpoint(DelegateExecution execution) {
        return tasks
                .createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey(ToDos.TOUCHPOINT)
                .list()
                .stream()
                .findFirst();
    }

    /**
     * Somebody is kept away from one report and not from the other: two schedules that know nothing of each other, or they would learn that
     * the report exists (contract, 5.6).
     */
    private boolean belongsElsewhere(DelegateExecution execution, String joined) {
        return schedules
                .running(joined)
                .filter(running -> running.id() == Names.schedule(execution))
                .isEmpty();
    }

    /** An open look gives way to the next one, which may now be earlier than when the clock was set. */
    private void lookEarlierWhenAsked(DelegateExecution execution) {
        management
                .createJobQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .activityId(LAPSED)
                .list()
                .forEach(job -> soFar.next(Names.schedule(execution))
                        .map(Date::from)
                        .filter(next -> next.before(job.getDuedate()))
                        .ifPresent(next -> management.setJobDuedate(job.getId(), next)));
    }
}
