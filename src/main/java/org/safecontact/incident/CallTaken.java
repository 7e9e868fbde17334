package org.safecontact.incident;

/**
 * A report was written down by whoever took the call in which it was made, who has answered with that (practice, section 1). Same transaction.
 *
 * @param takenBy who took the call
 */
public record CallTaken(String reference, String takenBy) {}
