package org.safecontact.incident.level;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.safecontact.incident.RiskQuestions;

/**
 * Danger that nobody who was told can have known of. It reaches people although the level was as high before: the policy has them informed of
 * each such concern, not of each level.
 */
public final class NewDanger {

    /** Of the answers that have an order; every other one is as good as it can be. */
    private static final List<Set<String>> WORSE_AND_WORSE = List.of(
            Set.of("unsure", "unknown", "unsettled"),
            Set.of("yes", "household", "worker", "risky", "marked", "outside"),
            Set.of("dangerous", "barred"));

    private static final int NOT_SURE = 1;

    private NewDanger() {}

    /** Whether a danger question became worse or a concern was added, by the names of {@link RiskQuestions}. */
    static boolean between(Map<String, Object> before, Map<String, Object> now) {
        return RiskQuestions.DANGER.stream().anyMatch(question -> worse(before.get(question), now.get(question)))
                || concerns(now).stream()
                        .anyMatch(concern -> RiskQuestions.SAFEGUARDING.contains(concern)
                                && !concerns(before).contains(concern));
    }

    /** Whether any answer became worse in the order of the contract (section 4); not answered is as bad as not sure. */
    public static boolean anythingWorse(Map<String, Object> before, Map<String, Object> now) {
        return now.entrySet().stream().anyMatch(answer -> {
            Object earlier = before.get(answer.getKey());
            return answer.getValue() instanceof List<?> list
                    ? !(earlier instanceof List<?> had ? had : List.of("unsure")).containsAll(list)
                    : badness(answer.getValue()) > badness(earlier == null ? "unsure" : earlier);
        });
    }

    /**
     * What stands of two answers to one question, of which the later one was written without knowing the earlier: one that is known to be bad
     * stands against one that is better or not sure.
     */
    public static Object known(Object earlier, Object later) {
        return earlier != null && badness(earlier) > Math.max(NOT_SURE, badness(later)) ? earlier : later;
    }

    private static int badness(Object answer) {
        return 1
                + IntStream.range(0, WORSE_AND_WORSE.size())
                        .filter(at -> WORSE_AND_WORSE.get(at).contains(answer))
                        .findFirst()
                        .orElse(-1);
    }

    /** Not answered is as bad as not sure. */
    private static boolean worse(Object before, Object now) {
        return "yes".equals(now) && !"yes".equals(before) || "unsure".equals(now) && "no".equals(before);
    }

    private static List<?> concerns(Map<String, Object> answers) {
        return answers.get(RiskQuestions.CONCERNS) instanceof List<?> concerns ? concerns : List.of();
    }
}
