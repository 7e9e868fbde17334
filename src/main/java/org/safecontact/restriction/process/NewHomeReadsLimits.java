package org.safecontact.restriction.process;

import org.camunda.bpm.engine.RuntimeService;
import org.safecontact.access.ChildMoved;
import org.safecontact.access.CurrentPerson;
import org.safecontact.restriction.Restriction;
import org.safecontact.restriction.Restrictions;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Carers to whose home a child moves read each limit that runs, and how to lift it (practice, section 7: the decision fed back). */
@Component
class NewHomeReadsLimits {

    private final Restrictions restrictions;
    private final RuntimeService runtime;
    private final CurrentPerson person;

    NewHomeReadsLimits(Restrictions restrictions, RuntimeService runtime, CurrentPerson person) {
        this.restrictions = restrictions;
        this.runtime = runtime;
        this.person = person;
    }

    @EventListener
    void on(ChildMoved moved) {
        restrictions
                .find(moved.reference())
                .filter(Restriction::runs)
                .ifPresent(
                        limit -> person.asTheHouse(() -> runtime.createMessageCorrelation(DeviceRestriction.CHILD_MOVED)
                                .processInstanceBusinessKey(limit.reference())
                                .correlateAll()));
    }
}
