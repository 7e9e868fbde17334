package org.safecontact.plan;

import java.util.Optional;

/**
 * Somebody of whom what is agreed speaks.
 *
 * @param id names this person in entries and answers; in the agency's folder the id of the order or of the dangerous person
 * @param childId the child this is about
 * @param label how the home speaks of them, such as <i>C1's mother</i>
 * @param relationship empty for people of the agency's folder, which does not say
 */
public record PlanPerson(String id, String childId, String label, Optional<Relationship> relationship) {

    /** Keeps the label out of logs and of the texts of errors. */
    @Override
    public String toString() {
        return "PlanPerson[" + id + "]";
    }
}
