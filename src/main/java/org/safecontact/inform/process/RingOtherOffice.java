package org.safecontact.inform.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.safecontact.engine.InDiagrams;
import org.safecontact.incident.CaseNames;
import org.safecontact.inform.Calls;
import org.springframework.stereotype.Component;

/** The call goes to the authority's office that answers now. */
@Component
@InDiagrams
class RingOtherOffice implements JavaDelegate {

    private final Calls calls;

    RingOtherOffice(Calls calls) {
        this.calls = calls;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String other = calls.otherOffice((String) execution.getVariable(InformNames.OFFICE));
        calls.changed(
                (String) execution.getVariable(CaseNames.REFERENCE),
                (String) execution.getVariable(InformNames.LADDER),
                other);
        execution.setVariable(InformNames.OFFICE, other);
    }
}
