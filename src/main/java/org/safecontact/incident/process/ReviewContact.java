package org.safecontact.incident.process;

import java.time.Clock;
import java.util.Map;
import org.safecontact.engine.Answers;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.Levels;
import org.safecontact.incident.RiskDecision;
import org.springframework.stereotype.Component;

/** The review of a contact by the supervising social worker. */
@Component
class ReviewContact implements UserTaskWork {

    /** Noted: how the child's social worker was told. */
    static final String AUTHORITY_TOLD = "authorityTold";

    private static final String OUTCOME = "reviewOutcome";

    private final Incidents incidents;
    private final Levels levels;
    private final CaseWords words;
    private final Clock clock;

    ReviewContact(Incidents incidents, Levels levels, CaseWords words, Clock clock) {
        this.incidents = incidents;
        this.levels = levels;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public String taskKey() {
        return "reviewContact";
    }

    @Override
    public String recordedAs() {
        return "Review of this contact";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        return words.forWorkers(task.reference());
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        String reference = task.reference();
        String by = task.person().orElse("system");
        if (answers.one("levelRight").orElseThrow().equals("moreSerious")) {
            RiskDecision raised = levels.raise(
                    reference,
                    by,
                    answers.one("levelWhy").orElseThrow(),
                    answers.one("dangerNow").filter("yes"::equals).isPresent());
            return Map.of(
                    OUTCOME,
                    "moreSerious",
                    CaseNames.RISK_LEVEL,
                    raised.level().name(),
                    CaseNames.POLICE_NOW,
                    raised.policeNow(),
                    CaseNames.FAIL_SAFE,
                    false);
        }
        if (answers.instant("authorityToldAt").filter(clock.instant()::isBefore).isPresent()) {
            throw new FormRefused("authorityToldAt", "This lies in the future. Please look at the time again.");
        }
        incidents.note(
                reference, AUTHORITY_TOLD, answers.one("authorityToldHow").orElse("yes"), by);
        incidents.note(reference, "planCheck", answers.one("planCheck").orElse("unknown"), by);
        answers.one("goodForChild").ifPresent(good -> incidents.note(reference, "goodForChild", good, by));
        boolean review = answers.one("planNeeded").filter("yes"::equals).isPresent();
        return Map.of(OUTCOME, review ? "reviewPlan" : "noChange");
    }
}
