package org.safecontact.incident.process;

import java.util.HashMap;
import java.util.Map;
import org.safecontact.incident.CaseNames;

/** What every report has from its first moment, so that no condition of the diagram meets a name that is not there. */
final class Beginning {

    private Beginning() {}

    static Map<String, Object> variables(String reference, String startedBy) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(CaseNames.REFERENCE, reference);
        variables.put(Case.STARTED_BY, startedBy);
        variables.put(Case.ESCALATION_RUNNING, false);
        variables.put(Case.SAFEGUARDING_CONCERN, false);
        variables.put(CaseNames.POLICE_NOW, false);
        variables.put(CaseNames.FAIL_SAFE, false);
        for (String unknown : new String[] {
            CaseNames.TAKEN_BY, CaseNames.CHILD_ID, CaseNames.RISK_LEVEL, CaseNames.ACKNOWLEDGED_BY, CaseNames.OUTCOME
        }) {
            variables.put(unknown, null);
        }
        return variables;
    }
}
