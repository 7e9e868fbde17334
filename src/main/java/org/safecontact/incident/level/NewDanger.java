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

    private static final List<Set<String>> YES_OR_NO = List.of(Set.of("unsure"), Set.of("yes"));

    /** From not sure on; a question without an order, and every other answer, is as good as it can be. */
    private static final Map<String, List<Set<String>>> WORSE_AND_WORSE = Map.of(
            RiskQuestions.IMMEDIATE_DANGER, YES_OR_NO,
            RiskQuestions.NEAR_OR_MEETING, YES_OR_NO,
            RiskQuestions.THREAT_TO_LIFE, YES_OR_NO,
            RiskQuestions.IMAGES_AGGRAVATED, YES_OR_NO,
            RiskQuestions.CHILD_REPLIED, YES_OR_NO,
            RiskQuestions.CONTACT_BARRED, YES_OR_NO,
            RiskQuestions.NAMED_PERSON, List.of(Set.of("unsure"), Set.of("household", "worker")),
            RiskQuestions.PERSON_RISK, List.of(Set.of("unknown"), Set.of("risky"), Set.of("dangerous")),
            RiskQuestions.DISTRESS, List.of(Set.of("unsettled"), Set.of("marked")),
            RiskQuestions.PLAN_CHECK, List.of(Set.of("unknown"), Set.of("outside"), Set.of("barred")));

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
                    : badness(answer.getKey(), answer.getValue())
                            > (earlier == null ? NOT_SURE : badness(answer.getKey(), earlier));
        });
    }

    /**
     * What stands of two answers to one question, of which the later one was written without knowing the earlier: one that is known to be bad
     * stands against one that is better or not sure.
     */
    public static Object known(String question, Object earlier, Object later) {
        return earlier != null && badness(question, earlier) > Math.max(NOT_SURE, badness(question, later))
                ? earlier
                : later;
    }

    /** The worse of two answers to one question, either of which may be missing; both were given knowing the same. */
    public static Object worse(String question, Object one, Object other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return badness(question, other) > badness(question, one) ? other : one;
    }

    private static int badness(String question, Object answer) {
        List<Set<String>> order = WORSE_AND_WORSE.getOrDefault(question, List.of());
        return 1
                + IntStream.range(0, order.size())
                        .filter(at -> order.get(at).contains(answer))
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
