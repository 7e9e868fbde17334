package org.safecontact.incident;

import java.time.Instant;
import java.util.Optional;

/**
 * A to-do was handed over to somebody by name. Same transaction; the area that tells people sends that person a message.
 *
 * @param entry number of the record's entry that says so: handed over twice it is two messages
 * @param to who has it now
 * @param by until when it should be done
 */
public record HandedOver(String reference, int entry, String to, Optional<Instant> by) {}
