package org.safecontact.handle.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.safecontact.access.CurrentPerson;
import org.safecontact.handle.AccountFound;
import org.safecontact.handle.AccountsToCompare;
import org.safecontact.incident.CaseNames;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has accounts compared once they are written down, and the registered manager asked about what is found. */
@Component
class WhenAnAccountIsFound {

    private final ObjectProvider<RuntimeService> runtime;
    private final CurrentPerson person;

    WhenAnAccountIsFound(ObjectProvider<RuntimeService> runtime, CurrentPerson person) {
        this.runtime = runtime;
        this.person = person;
    }

    @EventListener
    void on(AccountsToCompare written) {
        person.asTheHouse(() -> start(SameAccount.COMPARE, written.report()));
    }

    /** Once: whatever joins it meanwhile stands in the to-do that is open. */
    @EventListener
    void on(AccountFound found) {
        person.asTheHouse(() -> {
            boolean asked = runtime.getObject()
                            .createProcessInstanceQuery()
                            .processInstanceBusinessKey(found.find(), SameAccount.PROCESS)
                            .count()
                    > 0;
            if (!asked) {
                start(SameAccount.PROCESS, found.find());
            }
        });
    }

    private void start(String process, String reference) {
        runtime.getObject().startProcessInstanceByKey(process, reference, Map.of(CaseNames.REFERENCE, reference));
    }
}
