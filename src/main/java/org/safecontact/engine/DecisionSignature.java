package org.safecontact.engine;

import java.time.LocalDate;
import java.util.Optional;
import org.safecontact.agency.HumanTime;

/**
 * Who has signed the version of a table that decided. A signature holds for exactly the file that was signed: one changed word, and
 * the version is unsigned (domain brief, section 10: a named safeguarding lead signs every table before live use).
 *
 * @param table the table's key
 * @param versionTag the version that decided, as the table names itself
 * @param signedBy who signed it; empty when nobody has
 * @param on the day it was signed; null when nobody has
 * @param demonstration whether it was signed as a demonstration only
 */
public record DecisionSignature(
        String table, String versionTag, Optional<String> signedBy, LocalDate on, boolean demonstration) {

    /** For the record of every decision that this version made: by whom and when it was signed, or that nobody has. */
    public String sentence() {
        return signedBy.map(name -> demonstration
                        ? "signed as a demonstration only by " + name + " on " + HumanTime.date(on)
                        : "signed by " + name + " on " + HumanTime.date(on))
                .orElse("nobody has signed this version yet");
    }
}
