package org.safecontact.incident.level;

import java.util.List;
import java.util.Map;
import org.safecontact.incident.RiskQuestions;

/**
 * Danger that nobody who was told can have known of. It reaches people although the level was as high before: the policy has them informed of
 * each such concern, not of each level.
 */
final class NewDanger {

    private NewDanger() {}

    /** Whether a danger question became worse or a concern was added, by the names of {@link RiskQuestions}. */
    static boolean between(Map<String, Object> before, Map<String, Object> now) {
        return RiskQuestions.DANGER.stream().anyMatch(question -> worse(before.get(question), now.get(question)))
                || concerns(now).stream()
                        .anyMatch(concern -> RiskQuestions.SAFEGUARDING.contains(concern)
                                && !concerns(before).contains(concern));
    }

    /** Not answered is as bad as not sure. */
    private static boolean worse(Object before, Object now) {
        return "yes".equals(now) && !"yes".equals(before) || "unsure".equals(now) && "no".equals(before);
    }

    private static List<?> concerns(Map<String, Object> answers) {
        return answers.get(RiskQuestions.CONCERNS) instanceof List<?> concerns ? concerns : List.of();
    }
}
