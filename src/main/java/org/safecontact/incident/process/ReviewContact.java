package org.safecontact.incident.process;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safecontact.engine.Answers;
import org.safecontact.engine.ClosedTask;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.SomebodyWasFaster;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.incident.AuthorityTold;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.RiskLevel;
import org.safecontact.incident.RiskQuestions;
import org.safecontact.incident.SaferCarePlans;
import org.safecontact.incident.carer.ForTheCarer;
import org.safecontact.incident.level.Raising;
import org.safecontact.incident.report.FurtherAnswers;
import org.safecontact.incident.report.WhatIsNew;
import org.safecontact.plan.Channel;
import org.safecontact.plan.Choice;
import org.safecontact.plan.PlanCheck;
import org.safecontact.plan.request.Because;
import org.safecontact.plan.request.ContactRequests;
import org.springframework.stereotype.Component;

/** The review of a contact by the supervising social worker. */
@Component
class ReviewContact implements UserTaskWork {

    static final String REVIEW = ForTheCarer.REVIEW;

    /** The question of its form that asks for the reason of another level. */
    static final String LEVEL_WHY = "Why?";

    /** The question of its form that asks why the Safer Care Plan is to be reviewed. */
    static final String PLAN_WHY = "Why, or why not?";

    /** What a review finds against what is agreed that is worse than silence. */
    private static final Set<String> NOT_AGREED = Set.of("outside", "barred");

    /** That it went round who was to be there is a risk of its own: nobody agreed that (policy, section 1). */
    private static final String ROUND_SUPERVISION = "roundSupervision";

    private static final String OUTCOME = "reviewOutcome";
    private static final String MORE_SERIOUS = "moreSerious";

    private final Incidents incidents;
    private final Raising raising;
    private final FurtherAnswers further;
    private final CaseMessages messages;
    private final SaferCarePlans plans;
    private final AuthorityTold authority;
    private final CaseWords words;
    private final WhatIsNew news;
    private final ContactRequests requests;
    private final Doers doers;

    ReviewContact(
            Incidents incidents,
            Raising raising,
            FurtherAnswers further,
            CaseMessages messages,
            SaferCarePlans plans,
            AuthorityTold authority,
            CaseWords words,
            WhatIsNew news,
            ContactRequests requests,
            Doers doers) {
        this.incidents = incidents;
        this.raising = raising;
        this.further = further;
        this.messages = messages;
        this.plans = plans;
        this.authority = authority;
        this.words = words;
        this.news = news;
        this.requests = requests;
        this.doers = doers;
    }

    @Override
    public String taskKey() {
        return CaseToDos.REVIEW_CONTACT;
    }

    @Override
    public String recordedAs() {
        return REVIEW;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Map<String, Object> shown = words.forWorkers(task.reference());
        shown.put("authorityKnows", authority.onRecord(task.reference()));
        shown.put("nobodyReads", !doers.homeMayKnow(task.reference()));
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        String reference = task.reference();
        String by = task.by();
        news.requireRead(reference, by, "levelRight");
        if (answers.one("planNeeded").filter("yes"::equals).isPresent()) {
            plans.toBeReviewed(reference, by);
        }
        if (answers.one("levelRight").orElseThrow().equals(MORE_SERIOUS)) {
            raising.raise(
                    reference,
                    by,
                    answers.one("levelWhy").orElseThrow(),
                    answers.one("dangerNow").filter("yes"::equals).isPresent());
            return Map.of(OUTCOME, MORE_SERIOUS);
        }
        answers.one("authorityToldHow")
                .ifPresent(how -> authority.told(reference, how, by, answers.instant("authorityToldAt")));
        boolean worse = further.foundInReview(reference, by, planCheck(answers).orElseThrow(), answers.many("found"));
        if (worse && incidents.get(reference).urgent()) {
            return Map.of(OUTCOME, MORE_SERIOUS);
        }
        if (answers.one("levelRight").filter("lessSerious"::equals).isPresent()) {
            askToLower(reference);
        }
        if (answers.one("goodForChild").filter("yes"::equals).isPresent()) {
            askAuthority(reference, by);
        }
        // One that was asked for before, and interrupted, is still to be done.
        return Map.of(OUTCOME, plans.isToBeReviewed(reference) ? "reviewPlan" : "noChange");
    }

    /** What says nothing worse is not asked anew: whoever is on it now has other questions. */
    @Override
    public Optional<String> tooLate(ClosedTask task, Answers answers) {
        boolean worse = answers.one("levelRight").filter(MORE_SERIOUS::equals).isPresent()
                || planCheck(answers).filter(NOT_AGREED::contains).isPresent()
                || answers.many("found").stream().anyMatch(found -> !found.equals("none"));
        return Optional.of(worse ? SomebodyWasFaster.HEARD : SomebodyWasFaster.KEPT_TO_READ);
    }

    /** What it says for the worse counts: nobody may think that it was heard. */
    @Override
    public void saidToo(ClosedTask task, Answers answers) {
        String reference = task.reference();
        if (answers.one("levelRight").filter(MORE_SERIOUS::equals).isPresent()) {
            messages.moreWorried(
                    reference,
                    task.person(),
                    answers.one("levelWhy").orElse("Said in a review that was sent later."),
                    answers.one("dangerNow").filter("yes"::equals).isPresent());
            return;
        }
        boolean worse = planCheck(answers)
                .filter(found -> further.foundInReview(reference, task.person(), found, answers.many("found")))
                .isPresent();
        if (worse && incidents.get(reference).urgent()) {
            messages.raised(reference);
        }
    }

    /** Whoever reviewed it finds the request on their list, with what the report knows (practice, section 6, point 10.2). */
    private void askAuthority(String reference, String by) {
        Map<String, Object> known = incidents.answers(reference);
        requests.begin(
                incidents.get(reference).childId().orElseThrow(),
                by,
                Because.itWasGood(
                        reference,
                        text(known, RiskQuestions.PERSON).filter(person -> !person.equals(PlanCheck.SOMEBODY_ELSE)),
                        text(known, RiskQuestions.CHANNEL).flatMap(id -> Choice.of(Channel.class, id))));
    }

    private static Optional<String> planCheck(Answers answers) {
        boolean round = answers.many("doing").contains(ROUND_SUPERVISION);
        return answers.one("planCheck").map(found -> round && !NOT_AGREED.contains(found) ? "outside" : found);
    }

    private static Optional<String> text(Map<String, Object> answers, String question) {
        return Optional.ofNullable(answers.get(question)).map(Object::toString);
    }

    private void askToLower(String reference) {
        if (incidents.get(reference).level().filter(RiskLevel.LOW::equals).isPresent()) {
            throw new FormRefused("levelRight", "It cannot be lower than it is now.");
        }
        messages.askToLower(reference);
    }
}
