package org.safecontact.engine;

import java.util.Map;

/** Asks the agency's decision tables. Nothing is stored by asking. */
public interface Decisions {

    /**
     * Evaluates the newest version of a table, in the caller's transaction if there is one.
     *
     * @param table the table's key, which is also its file name
     * @param inputs by the names that the table uses; what is missing counts as not known
     * @return the rows that applied and the rules behind them
     * @throws RuntimeException when there is no such table or a rule of it cannot be evaluated; the caller's
     *     transaction stays usable
     */
    Decision decide(String table, Map<String, Object> inputs);
}
