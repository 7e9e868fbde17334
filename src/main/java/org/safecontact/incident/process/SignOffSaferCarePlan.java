package org.safecontact.incident.process;

import java.util.Map;
import java.util.Optional;
import org.safecontact.access.SecondPerson;
import org.safecontact.engine.Answers;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.incident.SaferCarePlans;
import org.springframework.stereotype.Component;

/** A team manager signs the Safer Care Plan or sends it back; never whoever reviewed it, in somebody's place say. */
@Component
class SignOffSaferCarePlan implements UserTaskWork, SecondPerson {

    static final String SIGNED = "planSignedOff";

    /** The heading of what they decide, and the question of its form that says why it is sent back. */
    static final String SIGN_OFF = "Sign-off of the Safer Care Plan";

    static final String WHY = "Why?";

    private final SaferCarePlans plans;
    private final SaferCareForms forms;
    private final CaseWords words;

    SignOffSaferCarePlan(SaferCarePlans plans, SaferCareForms forms, CaseWords words) {
        this.plans = plans;
        this.forms = forms;
        this.words = words;
    }

    @Override
    public String taskKey() {
        return CaseToDos.SIGN_OFF_SAFER_CARE_PLAN;
    }

    @Override
    public String recordedAs() {
        return SIGN_OFF;
    }

    @Override
    public Optional<String> first(String reference, Map<String, Object> variables) {
        return Optional.ofNullable((String) variables.get(ReviewSaferCarePlan.REVIEWED_BY));
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Map<String, Object> shown = words.forCarers(task.reference());
        shown.putAll(forms.toSign(task));
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        boolean signed = answers.one("signed").orElseThrow().equals("sign");
        String cannot = forms.cannotSign(task).replace("*", "");
        if (!cannot.isEmpty() && (signed || forms.isKept(task))) {
            throw new FormRefused("signed", cannot);
        }
        if (signed) {
            plans.signedOff(task.reference(), SaferCareForms.text(task), task.by());
        }
        return Map.of(SIGNED, signed);
    }
}
