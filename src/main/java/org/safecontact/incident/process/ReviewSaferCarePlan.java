package org.safecontact.incident.process;

import java.util.List;
import java.util.Map;
import org.safecontact.engine.Answers;
import org.safecontact.engine.AskedAnew;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.incident.SaferCarePlans;
import org.safecontact.record.Statement;
import org.springframework.stereotype.Component;

/** The review of the Safer Care Plan. */
@Component
class ReviewSaferCarePlan implements UserTaskWork {

    static final String FORM = "review-safer-care-plan";

    static final String REVIEWED_BY = "planReviewedBy";

    private final CaseWords words;
    private final WhatIsSentBack sentBack;

    ReviewSaferCarePlan(CaseWords words, WhatIsSentBack sentBack) {
        this.words = words;
        this.sentBack = sentBack;
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
        shown.put("sentBack", sentBack.is(task));
        shown.put("ownWords", !sentBack.ownWords(task).isEmpty());
        return shown;
    }

    @Override
    public List<Statement> answeredBefore(OpenTask task) {
        return sentBack.ownWords(task);
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
