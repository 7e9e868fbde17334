package org.safecontact.incident.process;

import java.util.List;
import java.util.Map;
import org.safecontact.engine.Answers;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.Noted;
import org.springframework.stereotype.Component;

/** The assessment of an escalation: what was done, what follows, and why. */
@Component
class AssessEscalation implements UserTaskWork {

    /** Heading of the entries of an assessment. */
    static final String ASSESSMENT = "Assessment";

    /** The question of its form that asks why the Safer Care Plan is to be reviewed. */
    static final String PLAN_WHY = "The Safer Care Plan: why, or why not?";

    private final Incidents incidents;
    private final CaseWords words;

    AssessEscalation(Incidents incidents, CaseWords words) {
        this.incidents = incidents;
        this.words = words;
    }

    @Override
    public String taskKey() {
        return CaseToDos.ASSESS_ESCALATION;
    }

    @Override
    public String recordedAs() {
        return ASSESSMENT;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Map<String, Object> shown = words.forWorkers(task.reference());
        shown.put("sentBack", Boolean.FALSE.equals(task.variables().get(SecondSignature.SIGNED)));
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        String by = task.by();
        incidents.note(
                task.reference(),
                Noted.ABUSE_REPORT,
                answers.one(Noted.ABUSE_REPORT).orElseThrow(),
                by);
        boolean nobodyAsked = answers.many("referrals").equals(List.of("none"));
        incidents.note(task.reference(), Noted.REFERRALS, nobodyAsked ? "none" : "asked", by);
        boolean planNeeded = answers.one("planNeeded").filter("yes"::equals).isPresent();
        return Map.of(Case.ASSESSED_BY, by, Case.PLAN_NEEDED, planNeeded);
    }
}
