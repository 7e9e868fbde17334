package org.safecontact.incident.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.safecontact.access.CurrentPerson;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.LevelChanged;
import org.safecontact.incident.RiskDecision;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Every diagram that was given the level knows the present one, whoever changed it: in the transaction of the change. No other is touched: a
 * step that runs there at this moment, such as a message on its way, would fail at its end.
 */
@Component
class LevelInDiagrams {

    private final ObjectProvider<RuntimeService> runtime;
    private final CurrentPerson person;

    LevelInDiagrams(ObjectProvider<RuntimeService> runtime, CurrentPerson person) {
        this.runtime = runtime;
        this.person = person;
    }

    @EventListener
    void on(LevelChanged changed) {
        RiskDecision decision = changed.decision();
        Map<String, Object> level = new HashMap<>();
        level.put(CaseNames.RISK_LEVEL, decision.level().name());
        level.put(CaseNames.POLICE_NOW, decision.policeNow());
        level.put(CaseNames.FAIL_SAFE, decision.failSafe());
        RuntimeService engine = runtime.getObject();
        person.asTheHouse(() -> giveTo(engine, changed.reference(), level));
    }

    private static void giveTo(RuntimeService engine, String reference, Map<String, Object> level) {
        String[] running = engine.createProcessInstanceQuery().processInstanceBusinessKey(reference).list().stream()
                .map(ProcessInstance::getProcessInstanceId)
                .toArray(String[]::new);
        if (running.length > 0) {
            engine
                    .createVariableInstanceQuery()
                    .processInstanceIdIn(running)
                    .variableName(CaseNames.RISK_LEVEL)
                    .list()
                    .stream()
                    .map(VariableInstance::getProcessInstanceId)
                    .distinct()
                    .forEach(instance -> engine.setVariables(instance, level));
        }
    }
}
