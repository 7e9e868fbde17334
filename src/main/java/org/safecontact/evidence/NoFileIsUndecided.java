package org.safecontact.evidence;

import java.util.Optional;
import org.safecontact.incident.ClosingCondition;
import org.springframework.stereotype.Component;

/** A case stays open while a file of it is locked or sealed and nobody has decided about it. */
@Component
class NoFileIsUndecided implements ClosingCondition {

    private final SealedFiles sealed;

    NoFileIsUndecided(SealedFiles sealed) {
        this.sealed = sealed;
    }

    @Override
    public Optional<String> stillOpen(String reference) {
        return sealed.undecided(reference).stream()
                .findFirst()
                .map(file -> "The registered manager has still to deal with file " + file.number()
                        + ", which nobody may open.");
    }
}
