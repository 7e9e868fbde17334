package org.safecontact.restriction.process;

import org.camunda.bpm.engine.RuntimeService;
import org.safecontact.access.CurrentPerson;
import org.springframework.stereotype.Component;

/** Lets what is still open of a look at online safety be over; does nothing where nothing is. */
@Component
class EndReviews {

    private final RuntimeService runtime;
    private final CurrentPerson person;

    EndReviews(RuntimeService runtime, CurrentPerson person) {
        this.runtime = runtime;
        this.person = person;
    }

    void of(String reference) {
        person.asTheHouse(() -> runtime.createMessageCorrelation(OnlineSafety.OVER)
                .processInstanceBusinessKey(reference)
                .correlateAll());
    }
}
