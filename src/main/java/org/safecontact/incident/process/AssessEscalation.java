package org.safecontact.incident.process;

import java.util.List;
import java.util.Map;
import org.safecontact.engine.Answers;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.incident.Incidents;
import org.springframework.stereotype.Component;

/** The assessment of an escalation: what was done, what follows, and why. */
@Component
class AssessEscalation implements UserTaskWork {

    static final String KEY = "assessEscalation";

    /** Noted: {@code asked} when somebody else was asked to act, else {@code none}. */
    static final String REFERRALS = "referrals";

    /** Heading of the entries of an assessment. */
    static final String ASSESSMENT = "Assessment";

    private final Incidents incidents;
    private final CaseWords words;

    AssessEscalation(Incidents incidents, CaseWords words) {
        this.incidents = incidents;
        this.words = words;
    }

    @Override
    public String taskKey() {
        return KEY;
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
        String by = task.person().orElse("system");
        incidents.note(
                task.reference(),
                Incidents.ABUSE_REPORT,
                answers.one(Incidents.ABUSE_REPORT).orElseThrow(),
                by);
        boolean nobodyAsked = answers.many("referrals").equals(List.of("none"));
        incidents.note(task.reference(), REFERRALS, nobodyAsked ? "none" : "asked", by);
        incidents.note(task.reference(), "parents", answers.one("parents").orElseThrow(), by);
        return Map.of(Case.ASSESSED_BY, by);
    }
}
