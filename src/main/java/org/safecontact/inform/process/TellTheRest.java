package org.safecontact.inform.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.safecontact.engine.InDiagrams;
import org.safecontact.incident.CaseNames;
import org.safecontact.inform.Ladders;
import org.safecontact.inform.Purpose;
import org.springframework.stereotype.Component;

/** Somebody took the call and so has answered; the others are told. */
@Component
@InDiagrams
class TellTheRest implements JavaDelegate {

    private final Ladders ladders;

    TellTheRest(Ladders ladders) {
        this.ladders = ladders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String takenBy = (String) execution.getVariable(CaseNames.TAKEN_BY);
        Sending.start(
                ladders.alreadyAnswered(
                        execution.getProcessInstanceId(),
                        (String) execution.getVariable(CaseNames.REFERENCE),
                        Purpose.of(execution.getVariable(CaseNames.PURPOSE)),
                        takenBy),
                execution);
        execution.setVariable(CaseNames.ACKNOWLEDGED_BY, takenBy);
    }
}
