package org.safecontact.plan.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.safecontact.access.CurrentPerson;
import org.safecontact.plan.PlanRegister;
import org.safecontact.plan.SaferCarePlanSigned;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The home reads a Safer Care Plan once it is signed (policy, section 2: carers follow what is agreed). */
@Component
class HomeReadsSaferCarePlan {

    private final PlanRegister register;
    private final RuntimeService runtime;
    private final CurrentPerson person;

    HomeReadsSaferCarePlan(PlanRegister register, RuntimeService runtime, CurrentPerson person) {
        this.register = register;
        this.runtime = runtime;
        this.person = person;
    }

    /** Whoever enters something has the turn of the child's file before that of the case, in which this one is: here it is not taken. */
    @EventListener
    void on(SaferCarePlanSigned signed) {
        String reference =
                register.reference(signed.childId()).orElseGet(() -> register.open(signed.childId(), signed.by()));
        Map<String, Object> variables = KeepPlan.variables(reference, null);
        variables.put(KeepPlan.SAFER_CARE_PLAN, signed.version());
        person.asTheHouse(() -> runtime.createMessageCorrelation(KeepPlan.SAFER_CARE_PLAN_SIGNED)
                .processInstanceBusinessKey(reference)
                .setVariables(variables)
                .correlateStartMessage());
    }
}
