package org.safecontact.inform.process;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.safecontact.access.CaseWalled;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.PersonExcluded;
import org.safecontact.inform.Messages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Messages of a case that did not arrive yet end for whoever is kept away from it now: no further attempt, and nobody is asked to ring them
 * (contract, 5.6). As the last step of the transaction that keeps them away, so that what it wrote itself ends too.
 */
@Component
class NothingReachesWhoIsKeptAway {

    private final Messages messages;
    private final ObjectProvider<RuntimeService> runtime;
    private final CurrentPerson person;

    NothingReachesWhoIsKeptAway(Messages messages, ObjectProvider<RuntimeService> runtime, CurrentPerson person) {
        this.messages = messages;
        this.runtime = runtime;
        this.person = person;
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT, fallbackExecution = true)
    void on(PersonExcluded excluded) {
        person.asTheHouse(() -> callOff(excluded.reference()));
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT, fallbackExecution = true)
    void on(CaseWalled walled) {
        person.asTheHouse(() -> callOff(walled.reference()));
    }

    private void callOff(String reference) {
        for (ProcessInstance delivery : runtime.getObject()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reference, InformNames.DELIVER_MESSAGE)
                .list()) {
            String message =
                    (String) runtime.getObject().getVariable(delivery.getProcessInstanceId(), InformNames.MESSAGE_ID);
            if (messages.find(message).filter(messages::callOffIfKeptAway).isPresent()) {
                runtime.getObject()
                        .createMessageCorrelation(InformNames.CALLED_OFF)
                        .processInstanceId(delivery.getProcessInstanceId())
                        .correlateAll();
            }
        }
    }
}
