package org.safecontact.referral;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.safecontact.incident.Assessed;
import org.safecontact.incident.RiskQuestions;

/**
 * The inputs of {@code external-referral}: what the assessment was asked, and what the newest answers of the report say. A list that was answered and
 * does not name it says no; not sure, or not answered, stays open.
 */
final class WhatTheTableAsks {

    private static final String YES = "yes";
    private static final String NO = "no";
    private static final String UNSURE = "unsure";

    private final Map<String, Object> answers;
    private final Assessed said;

    private WhatTheTableAsks(Map<String, Object> answers, Assessed said) {
        this.answers = answers;
        this.said = said;
    }

    static Map<String, Object> inputs(Map<String, Object> answers, Assessed said) {
        return new WhatTheTableAsks(answers, said).inputs();
    }

    private Map<String, Object> inputs() {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("immediateDanger", danger());
        inputs.put("crime", said.crime());
        inputs.put("onlineSexualAbuse", onlineSexualAbuse());
        inputs.put("illegalImagery", pictures());
        inputs.put("ownImageShared", pictures());
        inputs.put("significantHarm", said.significantHarm());
        inputs.put("personOfTrust", personOfTrust());
        inputs.put("exploitation", exploitation());
        inputs.put("dataBreach", dataBreach());
        inputs.put("radicalisation", said.radicalisation());
        return inputs;
    }

    private String danger() {
        if (RiskQuestions.dangerNow(answers)) {
            return YES;
        }
        return RiskQuestions.DANGER.stream().map(answers::get).allMatch(NO::equals) ? NO : UNSURE;
    }

    /** Whoever assessed it was asked whether sexual abuse was told, seen or found: that settles what nobody else named. */
    private String onlineSexualAbuse() {
        if (concern("grooming").equals(YES) || said.sexualAbuse().equals(YES)) {
            return YES;
        }
        return RiskQuestions.pictures(answers)
                ? Objects.toString(answers.get(RiskQuestions.IMAGES_AGGRAVATED), UNSURE)
                : said.sexualAbuse();
    }

    /** That there are pictures does not say where they are, nor of whom: the safeguarding lead says it, and nobody looks. */
    private String pictures() {
        return concern(RiskQuestions.IMAGES).equals(NO) ? NO : UNSURE;
    }

    private String personOfTrust() {
        return Optional.ofNullable(answers.get(RiskQuestions.NAMED_PERSON))
                .map(named -> switch (named.toString()) {
                    case "household", "worker" -> YES;
                    case "none" -> NO;
                    default -> UNSURE;
                })
                .orElse(UNSURE);
    }

    private String exploitation() {
        if (concern("exploitation").equals(YES)) {
            return YES;
        }
        return said.exploitation().isEmpty() ? concern("exploitation") : said.exploitation();
    }

    private String dataBreach() {
        if (!RiskQuestions.privateDetails(answers).isEmpty()) {
            return YES;
        }
        return answers.containsKey(RiskQuestions.DISCLOSED) ? NO : UNSURE;
    }

    private String concern(String named) {
        if (!(answers.get(RiskQuestions.CONCERNS) instanceof List<?> concerns)) {
            return UNSURE;
        }
        if (concerns.contains(named)) {
            return YES;
        }
        return concerns.contains(UNSURE) ? UNSURE : NO;
    }
}
