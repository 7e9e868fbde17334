package org.safecontact.incident.process;

import org.safecontact.incident.NotSafeAtHome;
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

    private static final String POLICE_NEEDED = "The police are needed, says what was sent later.";

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
    void notSafe(NotSafeAtHome found) {
        messages.moreWorried(found.reference(), found.by(), "It is not safe to stay at home.", false);
    }

    @EventListener
    void saidToo(SaidToo said) {
        if (!said.police()) {
            messages.decidedAgain(said.reference());
        } else if (said.danger()) {
            messages.dangerToo(said.reference(), said.by(), POLICE_NEEDED);
        } else {
            messages.moreWorried(said.reference(), said.by(), POLICE_NEEDED, false);
        }
    }
}
