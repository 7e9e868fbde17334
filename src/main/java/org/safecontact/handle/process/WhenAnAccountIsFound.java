package org.safecontact.handle.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.CurrentPerson;
import org.safecontact.handle.AccountFound;
import org.safecontact.incident.CaseNames;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has the registered manager asked, in the transaction in which the account was found; who is asked hears of it once that has ended. */
@Component
class WhenAnAccountIsFound {

    private final ObjectProvider<RuntimeService> runtime;
    private final CaseFiles cases;
    private final CurrentPerson person;

    WhenAnAccountIsFound(ObjectProvider<RuntimeService> runtime, CaseFiles cases, CurrentPerson person) {
        this.runtime = runtime;
        this.cases = cases;
        this.person = person;
    }

    @EventListener
    void on(AccountFound found) {
        person.asTheHouse(() -> {
            ProcessInstance started = runtime.getObject()
                    .startProcessInstanceByKey(
                            SameAccount.PROCESS, found.find(), Map.of(CaseNames.REFERENCE, found.find()));
            cases.belongs(started.getProcessInstanceId(), found.find());
        });
    }
}
