package org.safecontact.evidence;

import org.safecontact.incident.ImagesNamed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Closes a case to files in the transaction in which pictures become part of the worry. */
@Component
class WhenImagesAreNamed {

    private final SealedFiles sealed;

    WhenImagesAreNamed(SealedFiles sealed) {
        this.sealed = sealed;
    }

    @EventListener
    void on(ImagesNamed named) {
        sealed.closeToFiles(named.reference());
    }
}
