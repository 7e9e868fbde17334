package org.safecontact.access;

import java.util.Optional;
import java.util.Set;

/**
 * Something to do on a case, as far as it matters for who may do it.
 *
 * @param reference the case
 * @param assignee who has taken it
 * @param candidateUsers people it was offered to by name
 * @param candidateGroups roles it was offered to, as group ids
 * @param first who decided first, where a second person has to agree
 */
public record CaseTask(
        String reference,
        Optional<String> assignee,
        Set<String> candidateUsers,
        Set<String> candidateGroups,
        Optional<String> first) {

    /** Whether it is in this person's hands or was offered to them by name. */
    public boolean meant(String personId) {
        return assignee.filter(personId::equals).isPresent() || candidateUsers.contains(personId);
    }
}
