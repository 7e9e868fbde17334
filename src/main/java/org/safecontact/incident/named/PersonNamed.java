package org.safecontact.incident.named;

import org.springframework.modulith.NamedInterface;

/**
 * Somebody who looks after children, or lives in the home, is part of the worry and is kept away from now on. Same transaction, before anybody
 * is told.
 *
 * @param whileAnswering whether it was said in the answer to an alarm: that alarm then goes on to the registered manager by itself
 */
@NamedInterface("named")
public record PersonNamed(String reference, boolean whileAnswering) {}
