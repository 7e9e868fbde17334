package org.safecontact.incident.process;

import org.safecontact.incident.DangerNow;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Danger where one child of the home is may be danger for the others: whoever has their reports hears of it too. */
@Component
class WhenDangerIsSaid {

    private final CaseMessages messages;

    WhenDangerIsSaid(CaseMessages messages) {
        this.messages = messages;
    }

    @EventListener
    void on(DangerNow danger) {
        messages.dangerForTheOthers(danger.reference(), danger.by());
    }
}
