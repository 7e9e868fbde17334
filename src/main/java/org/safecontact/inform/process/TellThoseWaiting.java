package org.safecontact.inform.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.safecontact.engine.InDiagrams;
import org.safecontact.incident.CaseNames;
import org.safecontact.inform.Ladders;
import org.safecontact.inform.Purpose;
import org.springframework.stereotype.Component;

/** Tells those who waited for an open question. */
@Component
@InDiagrams
class TellThoseWaiting implements JavaDelegate {

    private final Ladders ladders;

    TellThoseWaiting(Ladders ladders) {
        this.ladders = ladders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Sending.start(
                ladders.tellTheOthers(
                        execution.getProcessInstanceId(),
                        (String) execution.getVariable(CaseNames.REFERENCE),
                        Purpose.of(execution.getVariable(CaseNames.PURPOSE))),
                execution);
    }
}
