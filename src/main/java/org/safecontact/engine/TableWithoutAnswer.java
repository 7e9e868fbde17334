package org.safecontact.engine;

/** Lets people know that a decision table gave no answer for a case, and the careful answer stands instead. */
@FunctionalInterface
public interface TableWithoutAnswer {

    /**
     * Puts it on record, before duty as a to-do, and before technical help: once, until somebody has dealt with it. In the
     * caller's transaction, with the step that went on without the table.
     *
     * @param reference the case
     * @param table the table's key
     */
    void happened(String reference, String table);
}
