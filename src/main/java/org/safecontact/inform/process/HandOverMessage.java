package org.safecontact.inform.process;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.safecontact.engine.InDiagrams;
import org.safecontact.inform.Messages;
import org.springframework.stereotype.Component;

/** Hands a message over; one that is not taken goes on to a person. */
@Component
@InDiagrams
class HandOverMessage implements JavaDelegate {

    private final Messages messages;

    HandOverMessage(Messages messages) {
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (!messages.handOver((String) execution.getVariable(InformNames.MESSAGE_ID))) {
            throw new BpmnError(InformNames.NOT_TAKEN);
        }
    }
}
