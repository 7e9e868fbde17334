package org.safecontact.engine;

import java.util.List;
import java.util.stream.Collectors;
import org.safecontact.record.Statement;

/**
 * What decided, as it stands in the record entry that the decision caused (docs/decisions.md): an unsigned version says so on
 * every decision that it made.
 *
 * @param table the table's key
 * @param rules ids of the rules that fired; empty when the table gave no answer and the careful answer stands
 * @param version the version that decided, as the table names itself; {@code none} without an answer
 * @param signed by whom and when that version was signed, or that nobody has; empty without an answer
 */
public record DecidedBy(String table, List<String> rules, String version, String signed) {

    /** The version where there was no answer. */
    public static final String NO_VERSION = "none";

    public DecidedBy {
        rules = List.copyOf(rules);
    }

    /** The table gave no answer. */
    public static DecidedBy nobody(String table) {
        return new DecidedBy(table, List.of(), NO_VERSION, "");
    }

    /** For the record. */
    public List<Statement> statements() {
        if (rules.isEmpty()) {
            return List.of(
                    new Statement("Decided by", "nobody could decide, so the careful answer stands"),
                    new Statement("Table", table + " gave no answer"));
        }
        String fired = (rules.size() == 1 ? "Row " : "Rows ")
                + rules.stream().map(DecidedBy::row).collect(Collectors.joining(", "));
        return List.of(
                new Statement("Decided by", fired + " of the table \"" + table + "\", version " + version),
                new Statement("Table", signed));
    }

    /** {@code rule_06a} is row 6a of the table that people see. */
    private static String row(String rule) {
        return rule.replaceFirst("^rule_0*", "");
    }
}
