package org.safecontact.incident.process;

import org.safecontact.incident.ImagesNamed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Pictures that are part of the worry in one child's report are part of it in the others of the same report. */
@Component
class WhenPicturesAreNamed {

    private final CaseMessages messages;

    WhenPicturesAreNamed(CaseMessages messages) {
        this.messages = messages;
    }

    @EventListener
    void on(ImagesNamed named) {
        messages.picturesForTheOthers(named.reference(), named.by());
    }
}
