package org.safecontact.incident.process;

import org.safecontact.incident.Incidents;
import org.safecontact.incident.PictureNoted;
import org.safecontact.incident.RiskQuestions;
import org.safecontact.incident.report.FurtherAnswers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A picture noted in the evidence is part of the worry like one named in the report: the level is decided again. While the report is not
 * sent, it counts at once like a tap on danger.
 */
@Component
class WhenAPictureIsNoted {

    private final Incidents incidents;
    private final FurtherAnswers further;
    private final CaseMessages messages;

    WhenAPictureIsNoted(Incidents incidents, FurtherAnswers further, CaseMessages messages) {
        this.incidents = incidents;
        this.further = further;
        this.messages = messages;
    }

    @EventListener
    void on(PictureNoted noted) {
        String reference = noted.reference();
        if (incidents.concerns(reference).contains(RiskQuestions.IMAGES)
                || incidents.get(reference).state().isOver()) {
            return;
        }
        further.picturesToo(reference, noted.by());
        messages.decidedAgain(reference);
    }
}
