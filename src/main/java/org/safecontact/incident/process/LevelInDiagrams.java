package org.safecontact.incident.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.safecontact.access.CurrentPerson;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.LevelChanged;
import org.safecontact.incident.RiskDecision;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Every diagram that runs for a case knows its present level, whoever changed it: in the transaction of the change. */
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
        person.asTheHouse(() -> engine.createProcessInstanceQuery()
                .processInstanceBusinessKey(changed.reference())
                .list()
                .forEach(running -> engine.setVariables(running.getProcessInstanceId(), level)));
    }
}
