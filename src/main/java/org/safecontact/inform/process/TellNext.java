package org.safecontact.inform.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.safecontact.engine.InDiagrams;
import org.safecontact.incident.CaseNames;
import org.safecontact.inform.Climbing;
import org.safecontact.inform.Purpose;
import org.springframework.stereotype.Component;

/** Gives the next people their turn to answer. */
@Component
@InDiagrams
class TellNext implements JavaDelegate {

    private final Climbing climbing;

    TellNext(Climbing climbing) {
        this.climbing = climbing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String ladder = execution.getProcessInstanceId();
        String reference = (String) execution.getVariable(CaseNames.REFERENCE);
        Purpose purpose = Purpose.of(execution.getVariable(CaseNames.PURPOSE));
        Sending.start(climbing.next(ladder, reference, purpose), execution);
    }
}
