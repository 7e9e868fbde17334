package org.safecontact.incident.process;

import java.util.Map;
import java.util.Optional;
import org.safecontact.access.SecondPerson;
import org.safecontact.agency.Agency;
import org.safecontact.engine.Answers;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.incident.Incidents;
import org.springframework.stereotype.Component;

/** Somebody who did not assess reads the assessment and signs, or says what is missing. */
@Component
class SecondSignature implements UserTaskWork, SecondPerson {

    static final String SIGNED = "secondSigned";

    private final Agency agency;
    private final CaseWords words;
    private final Incidents incidents;

    SecondSignature(Agency agency, CaseWords words, Incidents incidents) {
        this.agency = agency;
        this.words = words;
        this.incidents = incidents;
    }

    @Override
    public String taskKey() {
        return "secondSignature";
    }

    @Override
    public String recordedAs() {
        return "Second signature";
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
        if (task.person()
                .filter(person -> person.equals(task.variables().get(Case.ASSESSED_BY)))
                .isPresent()) {
            throw new FormRefused("signed", "You wrote the assessment. Somebody else signs it.");
        }
        String signed = answers.one("signed").orElseThrow();
        incidents.note(
                task.reference(),
                Incidents.SECOND_SIGNATURE,
                signed,
                task.person().orElse("system"));
        return Map.of(SIGNED, signed.equals("sign"));
    }
}
