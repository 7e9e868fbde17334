package org.safecontact.incident;

/** Follows a child for the days after a report, or after an agreed contact that upset it; the room of the looks does it. */
public interface Following {

    /**
     * Extends the child's running schedule by what this asks for, or begins one (practice, section 3).
     *
     * @param reference a report whose child and level are known, or an agreed contact that was told
     */
    void follow(String reference);
}
