package org.safecontact.incident.process;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.safecontact.engine.InDiagrams;
import org.safecontact.incident.RiskLevel;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** The alarms of an escalation that wait for an answer: whoever is more worried meanwhile joins one that is as serious. */
@Component("alarms")
@InDiagrams
public class Alarms {

    private static final String LEVEL = "alarmLevel";
    private static final List<String> TELLING = List.of("callActivity_tell", "callActivity_tellAgain");

    private final ObjectProvider<RuntimeService> runtime;
    private final ObjectProvider<ManagementService> management;

    Alarms(ObjectProvider<RuntimeService> runtime, ObjectProvider<ManagementService> management) {
        this.runtime = runtime;
        this.management = management;
    }

    /** Whether an alarm at the present level or above waits for its answer, or is about to go out, which is then at the present level. */
    public boolean unanswered(DelegateExecution escalation) {
        RiskLevel present = Case.level(escalation);
        return runtime
                        .getObject()
                        .createVariableInstanceQuery()
                        .processInstanceIdIn(escalation.getProcessInstanceId())
                        .variableName(LEVEL)
                        .list()
                        .stream()
                        .map(level -> RiskLevel.valueOf((String) level.getValue()))
                        .anyMatch(level -> level.compareTo(present) >= 0)
                || TELLING.stream()
                        .anyMatch(step -> management
                                        .getObject()
                                        .createJobQuery()
                                        .processInstanceId(escalation.getProcessInstanceId())
                                        .activityId(step)
                                        .withRetriesLeft()
                                        .count()
                                > 0);
    }

    /** An alarm goes out; until it is answered its level stands beside it, whatever becomes of the case's. */
    @Bean
    @InDiagrams
    static ExecutionListener alarmBegins() {
        return execution ->
                execution.setVariableLocal(LEVEL, Case.level(execution).name());
    }
}
