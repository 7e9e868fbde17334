package org.safecontact.incident;

import java.time.Instant;

/**
 * What set the level of an incident, and why.
 *
 * @param level the level
 * @param policeNow whether the police are needed now
 * @param failSafe whether an open question decided it
 * @param reason the sentence of the rule, or why a person changed the level (then only a short heading: the words are in the record)
 * @param ruleId the rule of {@code risk-level} that fired; {@code person} when somebody changed the level, {@code none} when the
 *     decision could not be made
 * @param tableVersion version tag of the decision table
 * @param signed who signed that version and when, or that nobody has
 * @param decidedBy a person's id, or {@code system}
 * @param decidedAt when
 */
public record RiskDecision(
        RiskLevel level,
        boolean policeNow,
        boolean failSafe,
        String reason,
        String ruleId,
        String tableVersion,
        String signed,
        String decidedBy,
        Instant decidedAt) {

    /** The table that decides. */
    public static final String TABLE = "risk-level";

    /** Stands for the rule when the table could not answer. */
    public static final String NO_RULE = "none";

    /** Stands for the rule when a person set the level. */
    public static final String BY_A_PERSON = "person";

    /** The reason, without what was seen since that does not change it. */
    public String standing() {
        return reason.substring(reason.contains(AS_BEFORE) ? reason.indexOf(AS_BEFORE) + AS_BEFORE.length() : 0);
    }

    /**
     * The same level, decided again for what was seen.
     *
     * @param seen what that was, in a sentence
     * @param worse whether it is more serious for that; else the reason of this level is an older one, and says so
     */
    public RiskDecision because(String seen, boolean worse) {
        return new RiskDecision(
                level,
                policeNow,
                failSafe,
                seen + (worse ? " " : AS_BEFORE) + standing(),
                ruleId,
                tableVersion,
                signed,
                decidedBy,
                decidedAt);
    }

    private static final String AS_BEFORE = " As before: ";

    /** Whether the table or a person decided; false when nobody could and the careful answer stands. */
    public boolean decided() {
        return !NO_RULE.equals(ruleId);
    }

    /** Whether a person raised or lowered it. */
    public boolean byPerson() {
        return BY_A_PERSON.equals(ruleId);
    }

    /** Whether this is more serious than what an incident had, or needs the police where that did not. */
    public boolean worseThan(Incident before) {
        return before.level().map(present -> level.compareTo(present) > 0).orElse(true)
                || policeNow && !before.policeNow();
    }

    /** As {@link #worseThan(Incident)}, for two decisions. */
    public boolean worseThan(RiskDecision other) {
        return level.compareTo(other.level) > 0 || policeNow && !other.policeNow;
    }
}
