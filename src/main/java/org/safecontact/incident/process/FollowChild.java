package org.safecontact.incident.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.safecontact.engine.InDiagrams;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.Incidents;
import org.springframework.stereotype.Component;

/**
 * Follows a child for the next days: one schedule for each child, so a new incident joins the one that runs (practice, section 3). The
 * running one gets the message with {@code reference} of the new incident as {@code joinedReference}.
 */
@Component("followChild")
@InDiagrams
class FollowChild implements JavaDelegate {

    static final String JOINED_REFERENCE = "joinedReference";

    private final RuntimeService runtime;
    private final Incidents incidents;

    FollowChild(RuntimeService runtime, Incidents incidents) {
        this.runtime = runtime;
        this.incidents = incidents;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String reference = Case.reference(execution);
        String child = Case.text(execution, CaseNames.CHILD_ID);
        // Two reports in the same second: the second one waits here, and then finds what the first one began.
        incidents.oneAtATime(child);
        List<ProcessInstance> running = runtime.createProcessInstanceQuery()
                .processDefinitionKey(CaseNames.WELLBEING_MONITORING)
                .variableValueEquals(CaseNames.CHILD_ID, child)
                .active()
                .list();
        if (running.isEmpty()) {
            Map<String, Object> variables = new HashMap<>();
            variables.put(CaseNames.REFERENCE, reference);
            variables.put(CaseNames.CHILD_ID, child);
            variables.put(CaseNames.REPORTER, Case.text(execution, CaseNames.REPORTER));
            variables.put(CaseNames.RISK_LEVEL, Case.text(execution, CaseNames.RISK_LEVEL));
            runtime.startProcessInstanceByKey(CaseNames.WELLBEING_MONITORING, reference, variables);
        } else {
            runtime.createMessageCorrelation(CaseNames.WELLBEING_INCIDENT_JOINED)
                    .processInstanceId(running.get(0).getProcessInstanceId())
                    .setVariable(JOINED_REFERENCE, reference)
                    .correlateAll();
        }
    }
}
