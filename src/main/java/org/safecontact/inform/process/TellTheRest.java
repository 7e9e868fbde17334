package org.safecontact.inform.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.safecontact.engine.InDiagrams;
import org.safecontact.incident.CaseNames;
import org.safecontact.inform.Climbing;
import org.safecontact.inform.Purpose;
import org.springframework.stereotype.Component;

/** Somebody took the call and so has answered; the others are told. */
@Component
@InDiagrams
class TellTheRest implements JavaDelegate {

    private final Climbing climbing;

    TellTheRest(Climbing climbing) {
        this.climbing = climbing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String takenBy = (String) execution.getVariable(CaseNames.TAKEN_BY);
        Sending.start(
                climbing.alreadyAnswered(
                        execution.getProcessInstanceId(),
                        (String) execution.getVariable(CaseNames.REFERENCE),
                        Purpose.of(execution.getVariable(CaseNames.PURPOSE)),
                        takenBy),
                execution);
        execution.setVariable(CaseNames.ACKNOWLEDGED_BY, takenBy);
    }
}
