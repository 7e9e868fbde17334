package org.safecontact.incident.process;

import org.safecontact.incident.SaidToo;
import org.safecontact.incident.report.SeenAgain;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What somebody who watches over the child saw, or says in another version of their answer, reaches the diagrams: people are told of the new
 * level, or a new report begins.
 */
@Component
class WhatWasSeen {

    private final CaseMessages messages;

    WhatWasSeen(CaseMessages messages) {
        this.messages = messages;
    }

    @EventListener
    void decidedAgain(SeenAgain seen) {
        seen.worse()
                .ifPresentOrElse(
                        decision -> messages.raised(seen.reference()),
                        () -> messages.alsoAbout(seen.reference(), seen.by()));
    }

    @EventListener
    void saidToo(SaidToo said) {
        if (said.police()) {
            messages.moreWorried(
                    said.reference(), said.by(), "The police are needed, says what was sent later.", said.danger());
            return;
        }
        messages.decidedAgain(said.reference());
        if (said.danger()) {
            messages.dangerForTheOthers(said.reference(), said.by());
        }
    }
}
