package org.safecontact.engine;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody has done a to-do: its form was sent, and taken. Within the same transaction.
 *
 * @param name what was to be done, as the lists call it
 * @param heading of the entries that it left in the record
 * @param by who did it
 * @param dueAt by when it was to be done; empty where there was no time
 */
public record ToDoDone(
        String reference, String key, String name, String heading, String by, Optional<Instant> dueAt, Instant at) {}
