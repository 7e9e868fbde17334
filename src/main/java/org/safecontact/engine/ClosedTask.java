package org.safecontact.engine;

import java.time.Instant;
import java.util.Optional;

/**
 * A user task that somebody sent answers for, but a moment too late.
 *
 * @param id the engine's id of the task
 * @param key the user task's id in the diagram
 * @param processInstanceId the instance that the task belonged to
 * @param reference the case
 * @param begunAt when it came onto somebody's list
 * @param overAt when it was done, or moved on
 * @param person who was too late
 * @param doneBy who did it before; empty when it moved on without anybody
 */
public record ClosedTask(
        String id,
        String key,
        String processInstanceId,
        String reference,
        Instant begunAt,
        Instant overAt,
        String person,
        Optional<String> doneBy) {}
