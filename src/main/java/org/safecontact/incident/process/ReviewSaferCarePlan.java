package org.safecontact.incident.process;

import java.util.Map;
import org.safecontact.engine.Answers;
import org.safecontact.engine.AskedAnew;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.incident.SaferCarePlans;
import org.springframework.stereotype.Component;

/** The review of the Safer Care Plan. */
@Component
class ReviewSaferCarePlan implements UserTaskWork {

    static final String REVIEWED_BY = "planReviewedBy";

    private final CaseWords words;

    ReviewSaferCarePlan(CaseWords words) {
        this.words = words;
    }

    @Override
    public String taskKey() {
        return CaseToDos.REVIEW_SAFER_CARE_PLAN;
    }

    @Override
    public String recordedAs() {
        return SaferCarePlans.PLAN;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Map<String, Object> shown = words.forCarers(task.reference());
        shown.put("sentBack", Boolean.FALSE.equals(task.variables().get(SignOffSaferCarePlan.SIGNED)));
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        return Map.of(REVIEWED_BY, task.by());
    }

    @Override
    public AskedAnew askedAnew() {
        return AskedAnew.IN_THE_CASE;
    }
}
