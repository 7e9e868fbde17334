package org.safecontact.incident.process;

import org.safecontact.incident.Police;
import org.safecontact.incident.PoliceRung;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** One person confirms that the police know; then nobody is asked to ring them any more (practice, section 1). */
@Component
class WhenThePoliceWereRung {

    private final Police police;
    private final CaseMessages messages;

    WhenThePoliceWereRung(Police police, CaseMessages messages) {
        this.police = police;
        this.messages = messages;
    }

    @EventListener
    void on(PoliceRung rung) {
        police.done(rung.reference(), "rung", rung.by());
        messages.nobodyNeedRingThePolice(rung.reference());
    }
}
