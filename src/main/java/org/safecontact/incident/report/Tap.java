package org.safecontact.incident.report;

import java.time.Duration;
import java.util.Optional;

/**
 * A tap on danger in a report that is not sent yet.
 *
 * @param answer {@code yes} or {@code unsure}; not being sure is about all of the danger questions
 * @param question which of them a <i>yes</i> is about; somebody in danger when nothing else is said
 * @param childId the child that was already chosen on the form, if any; one whom this person may report about. Who has only one child is not
 *     asked which
 * @param stoodThere whether it stood in the form when that was opened again: it may not have reached us before, and is no new tap if it had
 * @param ago how long ago it was tapped: it may have come in since, and its answer was lost on the way
 */
public record Tap(
        String answer, Optional<String> question, Optional<String> childId, boolean stoodThere, Duration ago) {

    /** The same, about that child where none was chosen. */
    public Tap about(Optional<String> child) {
        return new Tap(answer, question, childId.or(() -> child), stoodThere, ago);
    }
}
