package org.safecontact.engine;

import java.util.ArrayList;
import java.util.List;
import org.safecontact.record.Statement;

/**
 * What decided, as it stands in the record entry that the decision caused (docs/decisions.md): an unsigned version says so on
 * every decision that it made.
 *
 * @param table the table's key
 * @param rules ids of the rules that fired; empty when the table gave no answer and the careful answer stands
 * @param words what these rules are for, in the table's own words for people
 * @param version the version that decided, as the table names itself; {@code none} without an answer
 * @param signed by whom and when that version was signed, or that nobody has; empty without an answer
 */
public record DecidedBy(String table, List<String> rules, List<String> words, String version, String signed) {

    /** How the record asks what decided, what the rules say, and whether the table is signed. */
    public static final String DECIDED_BY = "Decided by";

    public static final String IT_SAYS = "What it says";
    public static final String THEY_SAY = "What they say";
    public static final String TABLE = "Table";

    /** The version where there was no answer. */
    public static final String NO_VERSION = "none";

    public DecidedBy {
        rules = List.copyOf(rules);
        words = List.copyOf(words);
    }

    /** The table gave no answer. */
    public static DecidedBy nobody(String table) {
        return new DecidedBy(table, List.of(), List.of(), NO_VERSION, "");
    }

    /** For the record. */
    public List<Statement> statements() {
        if (rules.isEmpty()) {
            return List.of(
                    new Statement(DECIDED_BY, "nobody could decide, so the careful answer stands"),
                    new Statement(TABLE, table + " gave no answer"));
        }
        List<Statement> statements = new ArrayList<>();
        statements.add(new Statement(
                DECIDED_BY,
                (rules.size() == 1 ? "a rule" : rules.size() + " rules") + " of the table \"" + table + "\", version "
                        + version));
        if (!words.isEmpty()) {
            statements.add(new Statement(words.size() == 1 ? IT_SAYS : THEY_SAY, String.join("; ", words)));
        }
        statements.add(new Statement(TABLE, signed));
        return statements;
    }
}
