package org.safecontact.inform.process;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.safecontact.engine.InDiagrams;
import org.safecontact.incident.CaseNames;
import org.safecontact.inform.Calls;
import org.springframework.stereotype.Component;

/** What the diagram of a call asks. */
@Component("outsideCalls")
@InDiagrams
public class CallsInDiagrams {

    private final Calls calls;

    CallsInDiagrams(Calls calls) {
        this.calls = calls;
    }

    /** Everybody who was told, and the registered manager on call. */
    public List<String> mayRing(DelegateExecution execution) {
        return List.copyOf(calls.mayRing(
                (String) execution.getVariable(CaseNames.REFERENCE),
                (String) execution.getVariable(InformNames.LADDER),
                (Integer) execution.getVariable(InformNames.ASKED_MORE)));
    }

    /** Within 30 minutes. */
    public Date dueAt(DelegateExecution execution) {
        return Date.from(calls.dueAt());
    }

    public int urgency(DelegateExecution execution) {
        return calls.urgency((String) execution.getVariable(CaseNames.REFERENCE));
    }

    /** 17:00 for a child's social worker, 09:00 of the next working day for the emergency duty team. */
    public Date otherOfficeAt(DelegateExecution execution) {
        return Date.from(calls.otherOfficeAt((String) execution.getVariable(InformNames.OFFICE)));
    }
}
