package org.safecontact.incident.process;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safecontact.access.SecondPerson;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Agency;
import org.safecontact.engine.Answers;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.Noted;
import org.safecontact.incident.report.WhatIsNew;
import org.springframework.stereotype.Component;

/** Somebody who did not assess reads the assessment and signs, or says what is missing. */
@Component
class SecondSignature implements UserTaskWork, SecondPerson {

    static final String SIGNED = "secondSigned";

    /** The heading of what they decide, and the question of its form that says why it is sent back. */
    static final String SIGNATURE = "Second signature";

    static final String MISSING = "What is missing?";

    private static final String SIGN = "sign";

    private final Agency agency;
    private final CaseWords words;
    private final WhatIsNew news;
    private final Incidents incidents;

    SecondSignature(Agency agency, CaseWords words, WhatIsNew news, Incidents incidents) {
        this.agency = agency;
        this.words = words;
        this.news = news;
        this.incidents = incidents;
    }

    @Override
    public String taskKey() {
        return ToDos.SECOND_SIGNATURE;
    }

    @Override
    public String recordedAs() {
        return SIGNATURE;
    }

    @Override
    public Optional<String> first(String reference, Map<String, Object> variables) {
        return Optional.ofNullable((String) variables.get(Case.ASSESSED_BY));
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Map<String, Object> shown = words.forWorkers(task.reference());
        shown.put("assessor", agency.nameOf(String.valueOf(task.variables().get(Case.ASSESSED_BY))));
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        // Also one that was sent back and that somebody else wrote anew.
        Set<String> assessors = incidents.notedBy(task.reference(), Noted.REFERRALS);
        if (task.person().filter(assessors::contains).isPresent()) {
            throw new FormRefused(
                    "signed",
                    "You wrote an assessment of this. Somebody who wrote none signs it: please give it back.");
        }
        news.requireRead(task.reference(), task.by(), "signed");
        String signed = answers.one("signed").orElseThrow();
        if (signed.equals(SIGN)
                && incidents
                        .noted(task.reference(), Noted.SAFE_TONIGHT)
                        .filter("no"::equals)
                        .isPresent()) {
            throw new FormRefused(
                    "signed",
                    "It says that the child is not safe tonight. Please send it back: it is assessed again until they are.");
        }
        incidents.note(task.reference(), Noted.SECOND_SIGNATURE, signed, task.by());
        return Map.of(SIGNED, signed.equals(SIGN));
    }
}
