package org.safecontact.inform.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.safecontact.engine.InDiagrams;
import org.safecontact.incident.CaseNames;
import org.safecontact.inform.Climbing;
import org.safecontact.inform.Purpose;
import org.springframework.stereotype.Component;

/** Tells those who waited for an open question. */
@Component
@InDiagrams
class TellThoseWaiting implements JavaDelegate {

    private final Climbing climbing;

    TellThoseWaiting(Climbing climbing) {
        this.climbing = climbing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Sending.start(
                climbing.tellTheOthers(
                        execution.getProcessInstanceId(),
                        (String) execution.getVariable(CaseNames.REFERENCE),
                        Purpose.of(execution.getVariable(CaseNames.PURPOSE))),
                execution);
    }
}
