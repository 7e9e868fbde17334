package org.safecontact.incident.process;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.safecontact.engine.InDiagrams;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.RiskLevel;
import org.safecontact.incident.WhoWasTold;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The alarms of an escalation that wait for an answer: whoever is more worried meanwhile joins one that is as serious. */
@Component("alarms")
@InDiagrams
public class Alarms {

    private static final List<String> TELLING = List.of(CaseElements.TELL, CaseElements.TELL_AGAIN);

    private final ObjectProvider<RuntimeService> runtime;
    private final ObjectProvider<ManagementService> management;
    private final ObjectProvider<WhoWasTold> telling;

    Alarms(
            ObjectProvider<RuntimeService> runtime,
            ObjectProvider<ManagementService> management,
            ObjectProvider<WhoWasTold> telling) {
        this.runtime = runtime;
        this.management = management;
        this.telling = telling;
    }

    /**
     * Whether an alarm waits for its answer in a turn as serious as the present level, or is about to go out, which is then at the present
     * level. A turn that began while it was less serious has more time and asks for less: nobody joins that one.
     */
    public boolean unanswered(DelegateExecution escalation) {
        String running = escalation.getProcessInstanceId();
        return goesOutFrom(running) || waits(running, Case.level(escalation));
    }

    /** Whether an alarm of this case is about to go out, which nobody can have answered. */
    boolean aboutToGoOut(String reference) {
        return runtime
                .getObject()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reference, CaseNames.SAFEGUARDING_ESCALATION)
                .list()
                .stream()
                .anyMatch(escalation -> goesOutFrom(escalation.getId()));
    }

    /** Whether an alarm of this escalation is not answered yet, or is about to go out, at whatever level. */
    public boolean open(DelegateExecution escalation) {
        String running = escalation.getProcessInstanceId();
        return goesOutFrom(running) || !alarms(running).isEmpty();
    }

    private boolean waits(String escalation, RiskLevel level) {
        return alarms(escalation).stream()
                .anyMatch(alarm -> telling.stream().anyMatch(each -> each.waits(alarm.getId(), level)));
    }

    private List<ProcessInstance> alarms(String escalation) {
        return runtime.getObject()
                .createProcessInstanceQuery()
                .superProcessInstanceId(escalation)
                .processDefinitionKey(CaseNames.INFORM_AND_ACKNOWLEDGE)
                .list();
    }

    private boolean goesOutFrom(String escalation) {
        return TELLING.stream()
                .anyMatch(step -> management
                                .getObject()
                                .createJobQuery()
                                .processInstanceId(escalation)
                                .activityId(step)
                                .withRetriesLeft()
                                .count()
                        > 0);
    }
}
