package org.safecontact.access;

import java.util.Set;

/**
 * A to-do was not done in time, or became more urgent, in the present transaction: whoever has it, or may take it, hears of it again.
 *
 * @param reference the file that it belongs to
 * @param taskId the to-do
 * @param key its key in the diagram
 * @param groups roles whose holders are asked, as group ids
 * @param people ids of those who have it or were offered it by name
 */
public record ToDoWaits(String reference, String taskId, String key, Set<String> groups, Set<String> people) {

    public ToDoWaits {
        groups = Set.copyOf(groups);
        people = Set.copyOf(people);
    }
}
