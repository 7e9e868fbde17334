package org.safecontact.incident;

import java.util.Optional;

/**
 * Something that must be true before an incident may be closed. Every area contributes its own as a Spring bean; the task
 * {@code closeIncident} lists what is still open and is refused until nothing is (practice, section 7).
 */
public interface ClosingCondition {

    /**
     * @param reference the incident
     * @return one plain sentence that says what is still open and who does it; empty when this stands in nobody's way
     */
    Optional<String> stillOpen(String reference);
}
