package org.safecontact.wellbeing;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safecontact.incident.RiskQuestions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what somebody saw back to the risk decision: the answers that it changes for the worse, and no others. */
@Service
@Transactional
public class BackToTheDecision {

    private static final String SELF_HARM = "selfHarm";
    private static final String UNSURE = "unsure";

    private final Wellbeing wellbeing;
    private final LooksSoFar soFar;
    private final WellbeingRepository repository;
    private final WhatHappened happened;

    BackToTheDecision(Wellbeing wellbeing, LooksSoFar soFar, WellbeingRepository repository, WhatHappened happened) {
        this.wellbeing = wellbeing;
        this.soFar = soFar;
        this.repository = repository;
        this.happened = happened;
    }

    /**
     * Decides again in the newest report of the schedule that is still open; when none is, in a new one with the answers of the newest.
     *
     * @param lookId a look that somebody made
     * @return the report in which it was or will be decided
     */
    public String decide(long lookId) {
        Look look = soFar.look(lookId);
        return decide(
                look.scheduleId(), look.doneBy().orElseThrow(), look.seen().orElseThrow());
    }

    /**
     * Somebody sends what they saw when the look was over, or another version of it: where nobody had looked, it counts as the look; else a
     * sign that the look does not have counts as one of a look does.
     *
     * @param look the look that it belongs to, as it is
     * @return what follows; all but {@link WhatFollows#STEADY} was decided on
     */
    public WhatFollows seenToo(Look look, Seen seen, String by) {
        Set<Seen.Sign> more = EnumSet.noneOf(Seen.Sign.class);
        more.addAll(seen.signs());
        look.seen().map(Seen::signs).ifPresent(more::removeAll);
        Seen news = new Seen(seen.compared(), seen.different(), seen.place(), more);
        WhatFollows outcome;
        if (look.seen().isEmpty()) {
            outcome = wellbeing.seen(look.id(), seen, by);
        } else {
            outcome = wellbeing.follows(look, news);
            wellbeing.alsoSeen(look, seen.compared() == Seen.Compared.WORSE, more, by);
        }
        if (outcome != WhatFollows.STEADY) {
            decide(look.scheduleId(), by, news);
        }
        return outcome;
    }

    private String decide(long scheduleId, String by, Seen seen) {
        List<String> references = repository.requests(scheduleId);
        String reference = references.stream()
                .filter(each -> happened.get(each).open())
                .findFirst()
                .orElse(references.get(0));
        return happened.decideAgain(
                reference, by, worse(seen, happened.get(reference).answers()), howTheChildIs(scheduleId, seen));
    }

    /** Only worse than usual, and no sign of danger. */
    private String howTheChildIs(long scheduleId, Seen seen) {
        if (seen.compared() != Seen.Compared.WORSE || !seen.signs().isEmpty()) {
            return "";
        }
        List<Look> worse = soFar.looks(scheduleId).stream().filter(Look::worse).toList();
        Set<String> different = new LinkedHashSet<>();
        worse.subList(Math.max(0, worse.size() - 2), worse.size())
                .forEach(look -> different.addAll(look.seen().orElseThrow().different()));
        different.addAll(seen.different());
        return "Worse than usual, two looks in a row"
                + (different.isEmpty() ? "." : ": " + String.join(", ", different) + ".");
    }

    private static Map<String, Object> worse(Seen seen, Map<String, Object> known) {
        Map<String, Object> worse = new LinkedHashMap<>();
        if (seen.compared() == Seen.Compared.WORSE) {
            worse.put(RiskQuestions.DISTRESS, "marked");
        }
        if (seen.signs().contains(Seen.Sign.MISSING)) {
            worse.put(RiskQuestions.IMMEDIATE_DANGER, "yes");
        }
        if (seen.signs().contains(Seen.Sign.SELF_HARM)) {
            worse.put(RiskQuestions.CONCERNS, concernsWith(SELF_HARM, known));
        }
        if (seen.signs().contains(Seen.Sign.LIFE_AT_RISK)) {
            worse.put(RiskQuestions.THREAT_TO_LIFE, "yes");
        } else if (seen.signs().contains(Seen.Sign.LIFE_PERHAPS_AT_RISK)) {
            worse.put(RiskQuestions.THREAT_TO_LIFE, UNSURE);
        }
        if (seen.signs().contains(Seen.Sign.NOT_SURE)) {
            notSure(seen.signs(), known, worse);
        }
        return worse;
    }

    /** Whether they are missing, or hurt themself: whoever rings asks both, also where the contact began again (contract, rule 16). */
    private static void notSure(Set<Seen.Sign> ticked, Map<String, Object> known, Map<String, Object> worse) {
        worse.putIfAbsent(RiskQuestions.IMMEDIATE_DANGER, UNSURE);
        if (!ticked.contains(Seen.Sign.SELF_HARM)) {
            worse.put(RiskQuestions.THREAT_TO_LIFE, UNSURE);
            List<String> concerns = concernsWith(UNSURE, known);
            if (!concerns.contains(SELF_HARM)) {
                worse.put(RiskQuestions.CONCERNS, concerns);
            }
        }
    }

    private static List<String> concernsWith(String more, Map<String, Object> known) {
        Set<String> concerns = new LinkedHashSet<>();
        if (known.get(RiskQuestions.CONCERNS) instanceof List<?> named) {
            named.forEach(concern -> concerns.add(concern.toString()));
        }
        concerns.add(more);
        return List.copyOf(concerns);
    }
}
