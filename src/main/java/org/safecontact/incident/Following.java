package org.safecontact.incident;

/** Follows a child for the days after a report; the room of the looks does it. */
public interface Following {

    /**
     * Extends the child's running schedule by what this report asks for, or begins one (practice, section 3).
     *
     * @param reference a report whose child and level are known
     */
    void follow(String reference);
}
