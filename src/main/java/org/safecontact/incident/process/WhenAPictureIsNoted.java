package org.safecontact.incident.process;

import org.safecontact.incident.Incidents;
import org.safecontact.incident.PictureNoted;
import org.safecontact.incident.level.Levels;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A picture noted in the evidence is part of the worry like one named in the report: the level is decided again. While the report is not
 * sent, it counts at once like a tap on danger.
 */
@Component
class WhenAPictureIsNoted {

    private final Incidents incidents;
    private final Levels levels;
    private final CaseMessages messages;

    WhenAPictureIsNoted(Incidents incidents, Levels levels, CaseMessages messages) {
        this.incidents = incidents;
        this.levels = levels;
        this.messages = messages;
    }

    @EventListener
    void on(PictureNoted noted) {
        String reference = noted.reference();
        if (incidents.concerns(reference).contains("images")
                || incidents.get(reference).state().isOver()) {
            return;
        }
        levels.imagesToo(reference, noted.by());
        messages.decidedAgain(reference);
    }
}
