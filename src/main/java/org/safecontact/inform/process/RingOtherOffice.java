package org.safecontact.inform.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.safecontact.engine.InDiagrams;
import org.safecontact.incident.CaseNames;
import org.safecontact.inform.AuthorityOffice;
import org.safecontact.inform.Calls;
import org.springframework.stereotype.Component;

/** The call goes to the authority's office that answers now. */
@Component
@InDiagrams
class RingOtherOffice implements JavaDelegate {

    private final Calls calls;
    private final AuthorityOffice authority;

    RingOtherOffice(Calls calls, AuthorityOffice authority) {
        this.calls = calls;
        this.authority = authority;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String ladder = CallsInDiagrams.ladder(execution);
        String soFar = (String) execution.getVariable(InformNames.OFFICE);
        String now = authority.office(ladder, CallsInDiagrams.purpose(execution), soFar);
        if (!now.equals(soFar)) {
            calls.changed((String) execution.getVariable(CaseNames.REFERENCE), ladder, now);
            execution.setVariable(InformNames.OFFICE, now);
        }
    }
}
