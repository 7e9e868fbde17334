package org.safecontact.incident.process;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.RiskDecision;
import org.safecontact.incident.RiskLevel;

/** What a running diagram knows of its case: the ids and enumerations of {@link CaseNames}. */
final class Case {

    static final String STARTED_BY = "startedBy";
    static final String ESCALATION_RUNNING = "escalationRunning";
    static final String SAFEGUARDING_CONCERN = "safeguardingConcern";
    static final String TELLING_SINCE = "tellingSince";
    static final String ASSESSED_BY = "assessedBy";
    /** Boolean: the assessment says that the Safer Care Plan is to be reviewed. */
    static final String PLAN_NEEDED = "planNeeded";

    /** Boolean: a worker wrote the full record while the person who reported talked. */
    static final String WRITTEN_TOGETHER = "writtenTogether";

    static final String NAMED_WHILE_ANSWERING = "namedWhileAnswering";

    private Case() {}

    static String reference(VariableScope scope) {
        return text(scope, CaseNames.REFERENCE);
    }

    /** The level that the diagram has; LOW before anything is decided. */
    static RiskLevel level(VariableScope scope) {
        String level = text(scope, CaseNames.RISK_LEVEL);
        return level == null ? RiskLevel.LOW : RiskLevel.valueOf(level);
    }

    /** Hands the diagram what was decided: how serious it is, whether the police are needed now, whether an open question decided it. */
    static void give(VariableScope scope, RiskDecision decision) {
        scope.setVariable(CaseNames.RISK_LEVEL, decision.level().name());
        scope.setVariable(CaseNames.POLICE_NOW, decision.policeNow());
        scope.setVariable(CaseNames.FAIL_SAFE, decision.failSafe());
    }

    static String text(VariableScope scope, String name) {
        return (String) scope.getVariable(name);
    }
}
