package org.safecontact.incident.process;

import org.safecontact.incident.Incidents;
import org.safecontact.incident.Noted;
import org.safecontact.incident.PoliceRung;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** One person confirms that the police know; then nobody is asked to ring them any more (practice, section 1). */
@Component
class WhenThePoliceWereRung {

    private final Incidents incidents;
    private final CaseMessages messages;

    WhenThePoliceWereRung(Incidents incidents, CaseMessages messages) {
        this.incidents = incidents;
        this.messages = messages;
    }

    @EventListener
    void on(PoliceRung rung) {
        incidents.note(rung.reference(), Noted.POLICE, "rung", rung.by());
        messages.policeKnow(rung.reference());
    }
}
