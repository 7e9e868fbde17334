package org.safecontact.incident.process;

import org.safecontact.incident.LevelChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A level that rises, whoever found out, comes before a wish to take the case back that is older. */
@Component
class WhenItGetsWorse {

    private final CaseMessages messages;

    WhenItGetsWorse(CaseMessages messages) {
        this.messages = messages;
    }

    @EventListener
    void on(LevelChanged changed) {
        boolean worse = changed.before()
                .filter(before -> changed.decision().level().compareTo(before) > 0)
                .isPresent();
        if (worse) {
            messages.newerAlarm(changed.reference());
        }
    }
}
