package org.safecontact.incident.report;

import static org.safecontact.agency.Role.REGISTERED_MANAGER;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.Agency;
import org.safecontact.incident.Incident;
import org.safecontact.incident.RiskDecision;
import org.safecontact.incident.RiskQuestions;
import org.safecontact.incident.level.Levels;
import org.safecontact.incident.named.NamedPeople;
import org.safecontact.incident.named.NobodyNamed;
import org.safecontact.incident.store.Turns;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the decision asks for and nobody knows yet: answering it decides again, which is not lowering (contract, section 4). */
@NamedInterface("report")
@Service
@Transactional
public class OpenQuestions {

    private final Given given;
    private final Turns turns;
    private final NamedPeople named;
    private final Levels levels;
    private final CaseFiles files;
    private final Agency agency;
    private final ApplicationEventPublisher events;

    OpenQuestions(
            Given given,
            Turns turns,
            NamedPeople named,
            Levels levels,
            CaseFiles files,
            Agency agency,
            ApplicationEventPublisher events) {
        this.given = given;
        this.turns = turns;
        this.named = named;
        this.levels = levels;
        this.files = files;
        this.agency = agency;
        this.events = events;
    }

    /** Questions of the decision that are still answered with <i>not sure</i> or not at all; those that nothing asks for are left out. */
    @Transactional(readOnly = true)
    public Set<String> of(String reference) {
        Map<String, Object> answers = given.answers(reference);
        List<String> asked = new ArrayList<>(RiskQuestions.DANGER);
        asked.addAll(List.of(
                RiskQuestions.NAMED_PERSON,
                RiskQuestions.CONTACT_BARRED,
                RiskQuestions.PERSON_RISK,
                RiskQuestions.CONCERNS,
                RiskQuestions.DISCLOSED,
                RiskQuestions.CONTACT_KIND,
                RiskQuestions.DISTRESS));
        if (RiskQuestions.pictures(answers)) {
            asked.add(RiskQuestions.IMAGES_AGGRAVATED);
        }
        if (RiskQuestions.UNKNOWN_REQUEST.equals(answers.get(RiskQuestions.CONTACT_KIND))) {
            asked.add(RiskQuestions.CHILD_REPLIED);
        }
        Set<String> open = new LinkedHashSet<>();
        for (String question : asked) {
            Object answer = answers.get(question);
            if (answer == null
                    || answer.equals("unsure")
                    || answer.equals("unknown")
                    || answer instanceof List<?> list && list.contains("unsure")) {
                open.add(question);
            }
        }
        return open;
    }

    /**
     * Answers questions that were open, and decides again. This is not lowering: both answers stand.
     *
     * @param by who answers
     * @param answers by the names of {@link RiskQuestions}, as {@link RiskAnswers} makes them; only open questions may be among them, and
     *     with {@code namedPerson} who it is: they are kept away from now on
     * @throws IllegalArgumentException when a question is not open
     */
    public RiskDecision answer(String reference, String by, Map<String, Object> answers) {
        Incident incident = turns.at(reference);
        Set<String> open = of(reference);
        if (open.contains(RiskQuestions.NAMED_PERSON) && answers.containsKey(RiskQuestions.NAMED_PERSON)) {
            // Who it is belongs to whether it is somebody.
            open.add(RiskQuestions.NAMED_PERSONS);
        }
        Map<String, Object> before = given.answers(reference);
        Map<String, Object> together = new LinkedHashMap<>();
        answers.forEach((question, answer) -> {
            if (!open.contains(question)) {
                throw new IllegalArgumentException("Already answered: " + question);
            }
            together.put(question, RiskAnswers.together(question, before, answer));
        });
        given.take(reference, by, together, Given.Said.LATER, () -> {
            if (answers.containsKey(RiskQuestions.NAMED_PERSON)) {
                named.keepAway(incident, given.answers(reference), true);
            }
        });
        if ("none".equals(answers.get(RiskQuestions.NAMED_PERSON)) && agency.is(by, REGISTERED_MANAGER)) {
            files.unwall(reference);
            events.publishEvent(new NobodyNamed(reference, true));
        }
        return levels.decide(reference).decision();
    }
}
