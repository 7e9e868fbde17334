package org.safecontact.policy.process;

import java.util.Map;
import java.util.Optional;
import org.safecontact.engine.Answers;
import org.safecontact.engine.AsTyped;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.policy.Concern;
import org.safecontact.policy.Concern.Because;
import org.safecontact.policy.Policies;
import org.safecontact.policy.PolicyLooks;
import org.springframework.stereotype.Component;

/** The registered manager says what happens with a policy; the folder brings it. */
@Component
class ReviewPolicy implements UserTaskWork {

    static final String KEY = "reviewPolicy";

    private final PolicyLooks looks;

    ReviewPolicy(PolicyLooks looks) {
        this.looks = looks;
    }

    @Override
    public String taskKey() {
        return KEY;
    }

    @Override
    public String recordedAs() {
        return "A policy: what happens with it";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Optional<Concern> concern = looks.concern(task.reference());
        return Map.of(
                "policy",
                concern.map(each -> AsTyped.inText(each.title())).orElse("The policy"),
                "why",
                concern.map(looks::why).orElse("It was put right meanwhile: nothing is left to do."),
                "page",
                concern.filter(each -> each.because() != Because.MISSING)
                        .map(each -> "[Read it](/safe-contact/p/" + Policies.address(each.policyId()) + ")")
                        .orElse("[All policies](/safe-contact/p)"));
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        looks.decide(task.reference(), answers.date("by").orElseThrow(), task.by());
        return Map.of();
    }
}
