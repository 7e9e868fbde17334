package org.safecontact.incident.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.safecontact.access.CurrentPerson;
import org.safecontact.engine.InDiagrams;
import org.safecontact.incident.NotAllowed;
import org.safecontact.incident.process.CaseMessages.OpenReport;
import org.safecontact.incident.report.UnsentReports;
import org.springframework.stereotype.Component;

/**
 * Somebody pressed <i>Report contact</i>: gives the report its reference, which becomes the business key. Whoever has one open already finds
 * that one on the list, and no second begins. One that goes on from a report that is over has its reference already: from us, since nobody
 * else may give one (the door).
 */
@Component("beginReport")
@InDiagrams
class BeginReport implements ExecutionListener {

    private final UnsentReports unsent;
    private final CaseMessages messages;
    private final CurrentPerson person;

    BeginReport(UnsentReports unsent, CaseMessages messages, CurrentPerson person) {
        this.unsent = unsent;
        this.messages = messages;
        this.person = person;
    }

    @Override
    public void notify(DelegateExecution execution) {
        String by = person.id().orElseThrow(() -> new NotAllowed("Please log in again to report."));
        Optional<String> begun = Optional.ofNullable(execution.getProcessBusinessKey());
        Optional<OpenReport> open = begun.isPresent() ? Optional.empty() : messages.unsentOf(by);
        String reference = begun.or(() -> open.map(OpenReport::reference)).orElseGet(() -> unsent.start(by));
        execution.setVariable("openAlready", open.isPresent());
        execution.setProcessBusinessKey(reference);
        Beginning.variables(reference, by).forEach(execution::setVariable);
    }
}
