package org.safecontact.wellbeing.process;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.safecontact.engine.InDiagrams;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.safecontact.wellbeing.Wellbeing;
import org.safecontact.wellbeing.WellbeingSchedule;
import org.springframework.stereotype.Component;

/** Plans what a report asks for: at the start for the report that opens the schedule, later for each one that joins. */
@Component("planLooks")
@InDiagrams
class PlanLooks implements JavaDelegate {

    static final String LAPSED = "boundaryEvent_lapsed";

    private final Wellbeing wellbeing;
    private final Incidents incidents;
    private final RuntimeService runtime;
    private final ManagementService management;

    PlanLooks(Wellbeing wellbeing, Incidents incidents, RuntimeService runtime, ManagementService management) {
        this.wellbeing = wellbeing;
        this.incidents = incidents;
        this.runtime = runtime;
        this.management = management;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (execution.getVariable(Names.SCHEDULE) == null) {
            execution.setVariable(Names.LOOK, null);
            Wellbeing.Planned planned = wellbeing.open(Names.reference(execution));
            execution.setVariable(Names.SCHEDULE, planned.scheduleId());
            wantTouchpoint(execution, planned);
            return;
        }
        String joined = (String) execution.getVariable(Names.JOINED_REFERENCE);
        if (isKeptApart(execution, joined)) {
            followApart(joined);
            return;
        }
        wantTouchpoint(execution, wellbeing.join(Names.schedule(execution), joined));
        lookEarlierWhenAsked(execution);
    }

    private static void wantTouchpoint(DelegateExecution execution, Wellbeing.Planned planned) {
        planned.touchpointId().ifPresent(id -> execution.setVariable(Names.TOUCHPOINT, id));
    }

    private boolean isKeptApart(DelegateExecution execution, String joined) {
        return wellbeing.schedule(Names.schedule(execution)).withHome() != wellbeing.withHome(joined);
    }

    /**
     * Somebody of the home is named in one report and not in the other: two schedules that know nothing of each other, or the home would
     * learn that the report exists (contract, 5.6).
     */
    private void followApart(String joined) {
        Optional<WellbeingSchedule> other = wellbeing.running(joined);
        if (other.isPresent()) {
            runtime.createMessageCorrelation(CaseNames.WELLBEING_INCIDENT_JOINED)
                    .processInstanceBusinessKey(other.get().reference())
                    .setVariable(Names.JOINED_REFERENCE, joined)
                    .correlateAll();
            return;
        }
        Incident incident = incidents.get(joined);
        Map<String, Object> variables = new HashMap<>();
        variables.put(CaseNames.REFERENCE, joined);
        variables.put(CaseNames.CHILD_ID, incident.childId().orElseThrow());
        variables.put(CaseNames.REPORTER, incident.reporterId());
        runtime.startProcessInstanceByKey(CaseNames.WELLBEING_MONITORING, joined, variables);
    }

    /** An open look gives way to the next one, which may now be earlier than when the clock was set. */
    private void lookEarlierWhenAsked(DelegateExecution execution) {
        management
                .createJobQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .activityId(LAPSED)
                .list()
                .forEach(job -> wellbeing
                        .next(Names.schedule(execution))
                        .map(Date::from)
                        .filter(next -> next.before(job.getDuedate()))
                        .ifPresent(next -> management.setJobDuedate(job.getId(), next)));
    }
}
