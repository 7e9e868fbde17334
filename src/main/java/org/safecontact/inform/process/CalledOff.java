package org.safecontact.inform.process;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.CurrentPerson;
import org.safecontact.incident.IncidentEnded;
import org.safecontact.inform.Calls;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** When a case ends, nobody has to answer, ring or be sent anything any more. */
@Component
class CalledOff {

    private final OpenCalls open;
    private final PromisedCalls promised;
    private final Calls calls;
    private final ObjectProvider<RuntimeService> runtime;
    private final CurrentPerson person;

    CalledOff(
            OpenCalls open,
            PromisedCalls promised,
            Calls calls,
            ObjectProvider<RuntimeService> runtime,
            CurrentPerson person) {
        this.open = open;
        this.promised = promised;
        this.calls = calls;
        this.runtime = runtime;
        this.person = person;
    }

    /** As the last step of the transaction: the diagrams of the case itself end first. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT, fallbackExecution = true)
    void callOff(IncidentEnded ended) {
        person.asTheHouse(() -> {
            promised.end(ended.reference());
            open.of(ended.reference())
                    .forEach(call -> calls.endedWithItsCase(
                            ended.reference(), value(call, InformNames.LADDER), value(call, InformNames.OFFICE)));
            runtime.getObject()
                    .createMessageCorrelation(InformNames.CALLED_OFF)
                    .processInstanceBusinessKey(ended.reference())
                    .correlateAll();
        });
    }

    private String value(Task call, String name) {
        return (String) runtime.getObject().getVariable(call.getExecutionId(), name);
    }
}
