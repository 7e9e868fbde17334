package org.safecontact.inform.process;

import org.camunda.bpm.engine.RuntimeService;
import org.safecontact.access.CurrentPerson;
import org.safecontact.incident.IncidentEnded;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** When a case ends, nobody has to answer, ring or be sent anything any more. */
@Component
class CalledOff {

    private final ObjectProvider<RuntimeService> runtime;
    private final CurrentPerson person;

    CalledOff(ObjectProvider<RuntimeService> runtime, CurrentPerson person) {
        this.runtime = runtime;
        this.person = person;
    }

    /** As the last step of the transaction: the diagrams of the case itself end first. */
    @EventListener
    void callOff(IncidentEnded ended) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            correlate(ended.reference());
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                correlate(ended.reference());
            }
        });
    }

    private void correlate(String reference) {
        person.asTheHouse(() -> runtime.getObject()
                .createMessageCorrelation(InformNames.CALLED_OFF)
                .processInstanceBusinessKey(reference)
                .correlateAll());
    }
}
