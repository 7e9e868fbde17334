package org.safecontact.wellbeing;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.safecontact.incident.RiskQuestions;

/**
 * What a child is followed after: a report, or an agreed contact that upset the child.
 *
 * @param reference the report's or the contact's
 * @param childId empty while nobody has said which child
 * @param householdId the home it was told of
 * @param by who told it
 * @param level how serious it stands, by the names of {@code risk-level}; empty when nothing has decided
 * @param levelSince since when it stands so
 * @param toldAt when it was told: the days are counted from here
 * @param answers what was answered, by the names of {@link RiskQuestions}
 * @param open whether what is seen can still be decided on in it
 * @param counts false once it was taken back
 */
public record Occasion(
        String reference,
        Optional<String> childId,
        Optional<String> householdId,
        String by,
        Optional<String> level,
        Instant levelSince,
        Instant toldAt,
        Map<String, Object> answers,
        boolean open,
        boolean counts) {

    /** How the child was; null when nobody said. */
    public Object presentation() {
        return answers.get(RiskQuestions.DISTRESS);
    }
}
