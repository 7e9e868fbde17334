package org.safecontact.inform.process;

import org.camunda.bpm.engine.RuntimeService;
import org.safecontact.access.CurrentPerson;
import org.safecontact.incident.IncidentEnded;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

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
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT, fallbackExecution = true)
    void callOff(IncidentEnded ended) {
        person.asTheHouse(() -> runtime.getObject()
                .createMessageCorrelation(InformNames.CALLED_OFF)
                .processInstanceBusinessKey(ended.reference())
                .correlateAll());
    }
}
