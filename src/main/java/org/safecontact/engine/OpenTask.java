package org.safecontact.engine;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.safecontact.record.Author;

/**
 * An open user task as its area sees it.
 *
 * @param id the engine's id of the task
 * @param key the user task's id in the diagram
 * @param name the user task's name, which is what to do
 * @param processKey key of the process definition
 * @param processInstanceId the instance that the task belongs to
 * @param executionId the execution that waits at the task
 * @param reference the case, also the business key
 * @param person who looks at the form or sends it; empty when the engine works by itself
 * @param assignee who has taken the task
 * @param createdAt when it became open
 * @param dueAt when it is due
 * @param variables the process variables in scope (ids and enumerations)
 */
public record OpenTask(
        String id,
        String key,
        String name,
        String processKey,
        String processInstanceId,
        String executionId,
        String reference,
        Optional<String> person,
        Optional<String> assignee,
        Instant createdAt,
        Optional<Instant> dueAt,
        Map<String, Object> variables) {

    /** Who does it, for whatever is kept of it: the person, else the product itself. */
    public String by() {
        return person.orElse(Author.SYSTEM.personId());
    }
}
