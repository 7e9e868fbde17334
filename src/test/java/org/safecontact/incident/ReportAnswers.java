package org.safecontact.incident;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reports as a browser sends them: every shown field, lists empty when nothing is ticked. */
final class ReportAnswers {

    private final Map<String, Object> answers = new HashMap<>();

    private ReportAnswers() {}

    /** Nothing worrying: the decision says LOW. */
    static ReportAnswers low(String child) {
        return new ReportAnswers()
                .with("child", child)
                .with("danger", List.of("none"))
                .with("contactKind", "unexpected")
                .with("channel", "text")
                .with("concerns", List.of("none"))
                .with("personRisk", "safe")
                .with("contactBarred", "no")
                .with("disclosed", List.of("none"))
                .with("distress", "settled")
                .with("namedPerson", "none")
                .with("whatHappened", "A cousin sent a message about the weekend.");
    }

    /** An account that nobody knew: MEDIUM. */
    static ReportAnswers medium(String child) {
        return low(child).with("contactKind", "secretAccount");
    }

    /** A threat by somebody there are worries about: HIGH, with police. */
    static ReportAnswers highWithPolice(String child) {
        return low(child)
                .with("concerns", List.of("threats"))
                .with("personRisk", "risky")
                .with("contactBarred", "yes");
    }

    /** Signs that somebody uses the child, nobody in danger now: HIGH, no police. */
    static ReportAnswers high(String child) {
        return low(child).with("concerns", List.of("selfHarm"));
    }

    /** All fine, but not sure about danger: HIGH and fail-safe. */
    static ReportAnswers unsure(String child) {
        return low(child).with("danger", List.of("unsure"));
    }

    static ReportAnswers immediate(String child) {
        return low(child).with("danger", List.of("immediateDanger"));
    }

    /** The answer that settles an open question about danger. */
    static Map<String, Object> noDanger() {
        return Map.of("immediateDanger", "no", "nearOrMeeting", "no", "threatToLife", "no");
    }

    /** Everything that is open after a tap, answered: nothing is left to worry about. */
    static Map<String, Object> nothingWorrying() {
        Map<String, Object> answers = new HashMap<>(noDanger());
        answers.putAll(Map.of(
                "namedPerson", "none",
                "contactBarred", "no",
                "personRisk", "safe",
                "concerns", List.of(),
                "disclosed", List.of(),
                "contactKind", "unexpected",
                "distress", "settled"));
        return answers;
    }

    ReportAnswers with(String key, Object value) {
        answers.put(key, value);
        return this;
    }

    ReportAnswers without(String key) {
        answers.remove(key);
        return this;
    }

    Map<String, Object> sent() {
        return Map.copyOf(answers);
    }
}
