package org.safecontact.incident;

import java.util.Map;

/**
 * Somebody said what evidence there is and where it is. Same transaction; the area that keeps evidence makes its items from it.
 *
 * @param answers the checked answers of the form {@code preserve-evidence} by field key, typed words included: they belong into the evidence
 *     store and the record, never into a process
 */
public record EvidenceKept(String reference, String personId, Map<String, Object> answers) {

    /** Keeps what was typed out of logs. */
    @Override
    public String toString() {
        return "EvidenceKept[" + reference + "]";
    }
}
