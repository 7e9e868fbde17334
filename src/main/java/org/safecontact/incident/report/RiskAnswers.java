package org.safecontact.incident.report;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safecontact.incident.RiskQuestions;
import org.springframework.modulith.NamedInterface;

/**
 * Turns what a form really sends into the inputs of {@code risk-level} (contract, section 4): nothing ticked is not answered, only
 * <i>none</i> is none of them, <i>none</i> together with others is the others, and the one list of the three danger questions becomes three
 * answers. A value that the question does not know counts as not answered. What is not answered is absent.
 */
@NamedInterface("report")
public final class RiskAnswers {

    private static final String NONE = "none";
    private static final String UNSURE = "unsure";
    private static final Set<String> YES_NO_UNSURE = Set.of("yes", "no", UNSURE);

    /** A longer list is worse: what is said later comes beside what was said before. */
    private static final Set<String> GROWING = Set.of(RiskQuestions.CONCERNS, RiskQuestions.DISCLOSED);

    private static final Set<String> DISCLOSED =
            Set.of("address", "school", "liveLocation", "homePhoto", "carerDetails", "careStatus");

    private static final Map<String, Set<String>> CHOICES = Map.of(
            RiskQuestions.IMAGES_AGGRAVATED, YES_NO_UNSURE,
            RiskQuestions.CHILD_REPLIED, YES_NO_UNSURE,
            RiskQuestions.CONTACT_BARRED, YES_NO_UNSURE,
            RiskQuestions.PERSON_RISK, Set.of("safe", "risky", "dangerous", "unknown"),
            RiskQuestions.CONTACT_KIND,
                    Set.of("unexpected", "secretAccount", "hiddenApp", "unknownRequest", "sharedInformation"),
            RiskQuestions.DISTRESS, Set.of("settled", "unsettled", "marked"),
            RiskQuestions.NAMED_PERSON, Set.of(NONE, "household", "worker", UNSURE));

    private final Map<String, Object> inputs = new LinkedHashMap<>();

    /** The one list of the three danger questions: ticks of their names, {@code none}, {@code unsure}. */
    public RiskAnswers danger(List<String> ticked) {
        boolean anyTicked = RiskQuestions.DANGER.stream().anyMatch(ticked::contains);
        boolean onlyNone = ticked.contains(NONE) && !ticked.contains(UNSURE);
        for (String question : RiskQuestions.DANGER) {
            if (ticked.contains(question)) {
                inputs.put(question, "yes");
            } else if (ticked.contains(UNSURE)) {
                inputs.put(question, UNSURE);
            } else if (anyTicked || onlyNone) {
                inputs.put(question, "no");
            }
        }
        return this;
    }

    /**
     * The concerns. A word that is not known counts as {@code unsure}.
     *
     * @param pictures the question that photo sharing asks first, {@code yes}, {@code no} or {@code unsure}
     */
    public RiskAnswers concerns(List<String> ticked, Optional<String> pictures) {
        Set<String> concerns = new LinkedHashSet<>();
        for (String concern : ticked) {
            if (!NONE.equals(concern)) {
                concerns.add(RiskQuestions.SAFEGUARDING.contains(concern) ? concern : UNSURE);
            }
        }
        pictures.filter("yes"::equals).ifPresent(yes -> concerns.add(RiskQuestions.IMAGES));
        pictures.filter(UNSURE::equals).ifPresent(unsure -> concerns.add(UNSURE));
        if (!concerns.isEmpty() || ticked.contains(NONE)) {
            inputs.put(RiskQuestions.CONCERNS, List.copyOf(concerns));
        }
        return this;
    }

    /** What became known of the child's private details; <i>not sure</i> beside nothing else is not answered. */
    public RiskAnswers disclosed(List<String> ticked) {
        List<String> details =
                ticked.stream().filter(DISCLOSED::contains).distinct().toList();
        boolean onlyNone = ticked.contains(NONE) && !ticked.contains(UNSURE);
        if (!details.isEmpty() || onlyNone) {
            inputs.put(RiskQuestions.DISCLOSED, details);
        }
        return this;
    }

    /** A question with one answer. */
    public RiskAnswers choice(String question, Optional<String> answer) {
        answer.filter(CHOICES.get(question)::contains).ifPresent(value -> inputs.put(question, value));
        return this;
    }

    /**
     * A later answer beside an earlier one: what a list named stays named, whoever answers later.
     *
     * @param before the answers until now
     * @return what the answer to this question is from now on
     */
    static Object together(String question, Map<String, Object> before, Object answer) {
        if (!GROWING.contains(question)
                || !(answer instanceof List<?> later)
                || !(before.get(question) instanceof List<?> earlier)) {
            return answer;
        }
        Set<Object> all = new LinkedHashSet<>(earlier);
        all.remove(UNSURE);
        all.addAll(later);
        return List.copyOf(all);
    }

    /** The answers so far; images and a stranger's request decide which of the questions that hang on them count. */
    public Map<String, Object> inputs() {
        Map<String, Object> asked = new LinkedHashMap<>(inputs);
        if (!RiskQuestions.pictures(asked)) {
            asked.remove(RiskQuestions.IMAGES_AGGRAVATED);
        }
        if (!RiskQuestions.UNKNOWN_REQUEST.equals(asked.get(RiskQuestions.CONTACT_KIND))) {
            asked.remove(RiskQuestions.CHILD_REPLIED);
        }
        return asked;
    }
}
