package org.safecontact.handle;

import java.time.Instant;

/**
 * An account in a report.
 *
 * @param written the field as somebody wrote it
 * @param appWritten which app, as somebody wrote it; empty where nobody said
 * @param by id of who wrote it
 */
record Sighting(long id, String reference, Handle handle, String written, String appWritten, String by, Instant at) {}
