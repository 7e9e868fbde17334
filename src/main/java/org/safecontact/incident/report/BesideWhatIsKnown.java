package org.safecontact.incident.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safecontact.incident.RiskQuestions;
import org.safecontact.incident.level.NewDanger;
import org.safecontact.incident.store.AnswerRepository;
import org.springframework.stereotype.Component;

/** The answers of a report beside what was known of its case before it was sent. */
@Component
class BesideWhatIsKnown {

    private final Given given;
    private final AnswerRepository taps;

    BesideWhatIsKnown(Given given, AnswerRepository taps) {
        this.given = given;
        this.taps = taps;
    }

    /**
     * What was tapped, seen or answered while the report was still open is not taken back by sending it; nor does a tick of <i>not sure</i>
     * that somebody has settled since count again because it still stands in the form.
     */
    Map<String, Object> answers(String reference, Report report) {
        Map<String, Object> known = given.answers(reference);
        Map<String, Object> answers = new LinkedHashMap<>(report.answers());
        answers.replaceAll((question, answer) ->
                NewDanger.known(question, known.get(question), RiskAnswers.together(question, known, answer)));
        RiskQuestions.DANGER.stream()
                .filter(question -> "yes".equals(known.get(question)))
                .forEach(question -> answers.put(question, "yes"));
        if (taps.wasNotSure(reference)) {
            RiskQuestions.DANGER.stream()
                    .filter(question -> "no".equals(known.get(question)))
                    .forEach(question -> answers.replace(question, "unsure", "no"));
        }
        if (report.namedPersons().isEmpty() && knownStands(known, answers)) {
            for (String question : List.of(RiskQuestions.NAMED_PERSON, RiskQuestions.NAMED_PERSONS)) {
                Optional.ofNullable(known.get(question)).ifPresent(answer -> answers.put(question, answer));
            }
        }
        if (!report.namedPersons().isEmpty()) {
            answers.put(RiskQuestions.NAMED_PERSONS, report.namedPersons());
        }
        return answers;
    }

    /** Whether it is still what somebody else named, or nobody, that counts. */
    private static boolean knownStands(Map<String, Object> known, Map<String, Object> answers) {
        Object kind = answers.getOrDefault(RiskQuestions.NAMED_PERSON, "none");
        return "none".equals(kind) || kind.equals(known.get(RiskQuestions.NAMED_PERSON));
    }
}
