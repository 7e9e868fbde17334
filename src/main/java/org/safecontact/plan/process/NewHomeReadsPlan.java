package org.safecontact.plan.process;

import org.camunda.bpm.engine.RuntimeService;
import org.safecontact.access.CaseFile;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.ChildMoved;
import org.safecontact.access.CurrentPerson;
import org.safecontact.plan.PlanRegister;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Carers to whose home a child moves read what is agreed about it (policy, section 2: carers follow what is agreed). */
@Component
class NewHomeReadsPlan {

    private final PlanRegister register;
    private final CaseFiles files;
    private final RuntimeService runtime;
    private final CurrentPerson person;

    NewHomeReadsPlan(PlanRegister register, CaseFiles files, RuntimeService runtime, CurrentPerson person) {
        this.register = register;
        this.files = files;
        this.runtime = runtime;
        this.person = person;
    }

    @EventListener
    void on(ChildMoved moved) {
        files.find(moved.reference())
                .flatMap(CaseFile::childId)
                .flatMap(register::reference)
                .filter(moved.reference()::equals)
                .ifPresent(reference -> person.asTheHouse(() -> runtime.createMessageCorrelation(KeepPlan.CHILD_MOVED)
                        .processInstanceBusinessKey(reference)
                        .setVariables(KeepPlan.variables(reference, null))
                        .correlateStartMessage()));
    }
}
