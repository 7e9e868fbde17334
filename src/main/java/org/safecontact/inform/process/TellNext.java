package org.safecontact.inform.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.safecontact.engine.InDiagrams;
import org.safecontact.incident.CaseNames;
import org.safecontact.inform.Ladders;
import org.safecontact.inform.Purpose;
import org.springframework.stereotype.Component;

/** Gives the next people their turn to answer. */
@Component
@InDiagrams
class TellNext implements JavaDelegate {

    private final Ladders ladders;
    private final OpenCalls calls;

    TellNext(Ladders ladders, OpenCalls calls) {
        this.ladders = ladders;
        this.calls = calls;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String ladder = execution.getProcessInstanceId();
        String reference = (String) execution.getVariable(CaseNames.REFERENCE);
        Purpose purpose = Purpose.of(execution.getVariable(CaseNames.PURPOSE));
        Sending.start(ladders.next(ladder, reference, purpose), execution);
        calls.offerTo(reference, ladders.mayAnswer(ladder, reference));
    }
}
