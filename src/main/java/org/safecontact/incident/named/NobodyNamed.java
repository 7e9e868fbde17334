package org.safecontact.incident.named;

import org.springframework.modulith.NamedInterface;

/**
 * A registered manager has settled that nobody near the child is part of the worry, after that was open. Same transaction.
 *
 * @param whileAnswering whether it was said in the answer to an alarm: then nothing is left to decide with the LADO
 */
@NamedInterface("named")
public record NobodyNamed(String reference, boolean whileAnswering) {}
