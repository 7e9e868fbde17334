package org.safecontact.evidence;

import java.util.Map;
import org.safecontact.engine.Decision;

/** What the decision {@code evidence-handling} says: whether files may be added, what to do, what not to do. */
public record Guidance(boolean filesAllowed, String doThis, String doNot) {

    /** Without the table no file is allowed. */
    static final Guidance CAREFUL = new Guidance(
            false,
            "Leave everything where it is and ring duty.",
            "Do not look further, copy, send or delete anything.");

    static Guidance of(Decision decision) {
        Map<String, Object> row = decision.row();
        return new Guidance(
                Boolean.TRUE.equals(row.get("filesAllowed")),
                String.valueOf(row.getOrDefault("doThis", "")),
                String.valueOf(row.getOrDefault("doNot", "")));
    }
}
