package org.safecontact.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a decision table said, and on what grounds.
 *
 * @param key the table, for example {@code risk-level}
 * @param version the deployed version of the table
 * @param versionTag the tag that whoever signed this version gave it
 * @param rules ids of the rules that decided, in the table's order; empty when none applied
 * @param words what each of these rules is for, as the table describes it to people; one that is not described is left out
 * @param rows the outputs, one map for each rule that decided
 */
public record Decision(
        String key,
        int version,
        Optional<String> versionTag,
        List<String> rules,
        List<String> words,
        List<Map<String, Object>> rows) {

    /** The version as it is named to people: the tag, else its number. */
    public String versionName() {
        return versionTag.orElse("version " + version);
    }

    /** The only row of a table that answers once; empty when no rule applied. */
    public Map<String, Object> row() {
        return rows.isEmpty() ? Map.of() : rows.get(0);
    }
}
