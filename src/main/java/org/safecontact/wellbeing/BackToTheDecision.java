package org.safecontact.wellbeing;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safecontact.incident.RiskQuestions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what somebody saw back to the risk decision: the answers that it changes for the worse, and no others. */
@Service
@Transactional
public class BackToTheDecision {

    private final Wellbeing wellbeing;
    private final WellbeingRepository repository;
    private final WhatHappened happened;

    BackToTheDecision(Wellbeing wellbeing, WellbeingRepository repository, WhatHappened happened) {
        this.wellbeing = wellbeing;
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
        Look look = wellbeing.look(lookId);
        return decide(
                look.scheduleId(), look.doneBy().orElseThrow(), look.seen().orElseThrow());
    }

    /**
     * Whoever looked sends another version of it later, which stands in the record: a sign in it that the first did not have is decided on as
     * that of a look is.
     *
     * @param opened the report that opened the schedule
     */
    public void seenToo(String opened, String by, Seen seen) {
        Optional<Look> first = repository.looksFor(opened).stream()
                .findFirst()
                .flatMap(look -> repository.looks(look.scheduleId()).stream()
                        .filter(each -> each.doneBy().filter(by::equals).isPresent())
                        .reduce((earlier, later) -> later));
        if (first.isEmpty()) {
            return;
        }
        Look look = first.get();
        Set<EscalateWhen> escalateWhen = repository.escalateWhen(look.scheduleId());
        Set<Seen.Sign> more = EnumSet.noneOf(Seen.Sign.class);
        more.addAll(seen.signs());
        more.removeAll(look.seen().orElseThrow().signs());
        // New contact is a report of its own, which whoever sends this is told to begin.
        more.removeIf(sign -> sign == Seen.Sign.NEW_CONTACT || !escalateWhen.contains(sign.escalates()));
        if (!more.isEmpty()) {
            decide(look.scheduleId(), by, new Seen(seen.compared(), seen.different(), seen.place(), more));
        }
    }

    private String decide(long scheduleId, String by, Seen seen) {
        List<String> references = repository.requests(scheduleId);
        String reference = references.stream()
                .filter(each -> happened.get(each).open())
                .findFirst()
                .orElse(references.get(0));
        return happened.decideAgain(
                reference, by, worse(seen, happened.get(reference).answers()));
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
            Set<String> concerns = new LinkedHashSet<>();
            if (known.get(RiskQuestions.CONCERNS) instanceof List<?> named) {
                named.forEach(concern -> concerns.add(concern.toString()));
            }
            concerns.add("selfHarm");
            worse.put(RiskQuestions.CONCERNS, List.copyOf(concerns));
        }
        if (seen.signs().contains(Seen.Sign.LIFE_AT_RISK)) {
            worse.put(RiskQuestions.THREAT_TO_LIFE, "yes");
        } else if (seen.signs().contains(Seen.Sign.LIFE_PERHAPS_AT_RISK)) {
            worse.put(RiskQuestions.THREAT_TO_LIFE, "unsure");
        }
        return worse;
    }
}
