package org.safecontact.incident.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.safecontact.access.CurrentPerson;
import org.safecontact.engine.InDiagrams;
import org.safecontact.incident.NotAllowed;
import org.safecontact.incident.Reporting;
import org.springframework.stereotype.Component;

/** Somebody pressed <i>Report contact</i>: gives the report its reference, which becomes the business key. */
@Component("beginReport")
@InDiagrams
class BeginReport implements ExecutionListener {

    private final Reporting reporting;
    private final CurrentPerson person;

    BeginReport(Reporting reporting, CurrentPerson person) {
        this.reporting = reporting;
        this.person = person;
    }

    @Override
    public void notify(DelegateExecution execution) {
        String by = person.id().orElseThrow(() -> new NotAllowed("Please log in again to report."));
        String reference = reporting.start(by);
        execution.setProcessBusinessKey(reference);
        Beginning.variables(reference, by).forEach(execution::setVariable);
    }
}
