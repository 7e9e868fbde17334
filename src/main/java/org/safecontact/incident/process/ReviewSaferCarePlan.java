package org.safecontact.incident.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.safecontact.engine.Answers;
import org.safecontact.engine.AskedAnew;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.incident.SaferCarePlans;
import org.safecontact.plan.safercare.NewSaferCare;
import org.safecontact.plan.safercare.SaferCareDocument;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.safecontact.record.Statement;
import org.springframework.stereotype.Component;

/** The review of the Safer Care Plan. */
@Component
class ReviewSaferCarePlan implements UserTaskWork {

    static final String FORM = "review-safer-care-plan";

    static final String REVIEWED_BY = "planReviewedBy";

    /** Id of what was written as the plan; null where it is to stay as it is. */
    static final String TEXT = "planText";

    /** Number of the last entry of this form in the case's record. */
    static final String LAST_ENTRY = "planLastEntry";

    private static final String CHANGE = "change";

    private static final String FROM = "from";

    private final SaferCareForms forms;
    private final SaferCareDocument document;
    private final CaseRecord record;
    private final CaseWords words;
    private final WhatIsSentBack sentBack;

    ReviewSaferCarePlan(
            SaferCareForms forms,
            SaferCareDocument document,
            CaseRecord record,
            CaseWords words,
            WhatIsSentBack sentBack) {
        this.forms = forms;
        this.document = document;
        this.record = record;
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
        shown.putAll(forms.toWrite(task));
        shown.put("sentBack", sentBack.is(task));
        shown.put("ownWords", !sentBack.ownWords(task).isEmpty());
        return shown;
    }

    /** With which version somebody begins, they say anew each time: what they typed was written when another one may have held. */
    @Override
    public void asOpened(OpenTask task, Map<String, Object> shown, boolean typedBefore) {
        shown.put("standsNow", forms.standsNow(task, shown.get("plan")));
        if (typedBefore) {
            shown.remove(FROM);
        }
    }

    @Override
    public List<Statement> answeredBefore(OpenTask task) {
        return sentBack.ownWords(task);
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        if (forms.isKept(task)) {
            throw new FormRefused(CHANGE, forms.cannotWrite(task));
        }
        Map<String, Object> known = new HashMap<>();
        known.put(REVIEWED_BY, task.by());
        known.put(
                TEXT,
                answers.one(CHANGE)
                        .filter(CHANGE::equals)
                        .map(change -> write(task, answers))
                        .orElse(null));
        known.put(
                LAST_ENTRY,
                record.entries(task.reference()).stream()
                        .mapToInt(Entry::number)
                        .max()
                        .orElse(0));
        return known;
    }

    private long write(OpenTask task, Answers answers) {
        String cannot = forms.cannotWrite(task);
        if (!cannot.isEmpty()) {
            throw new FormRefused(CHANGE, cannot);
        }
        // A to-do keeps the form with which it began.
        String from = answers.one(FROM)
                .orElseThrow(() -> new FormRefused(
                        CHANGE,
                        "This form is older than the plan's versions: nobody at home would be asked to read the"
                                + " change. Please choose that the plan stays as it is, and write here what has to change."
                                + " A new report about the child, of the lowest kind too, can ask for the change."));
        return document.write(
                forms.child(task.reference()).orElseThrow(),
                new NewSaferCare(
                        Integer.parseInt(from),
                        answers.one("plan").orElseThrow(),
                        answers.one("changed").orElseThrow(),
                        answers.one("why").orElseThrow(),
                        answers.one("learn").orElse(""),
                        answers.date("reviewOn").orElseThrow()),
                task.by());
    }

    @Override
    public AskedAnew askedAnew() {
        return AskedAnew.IN_THE_CASE;
    }
}
