package org.safecontact.incident.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.safecontact.engine.Answers;
import org.safecontact.engine.AskedAnew;
import org.safecontact.engine.ClosedTask;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.SomebodyWasFaster;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.Noted;
import org.safecontact.incident.RiskQuestions;
import org.springframework.stereotype.Component;

/** The full record written down by a worker while the person who reported talks, or left to that person, who would rather write it. */
@Component
class HelpWithRecord implements UserTaskWork {

    static final String IN_FULL = CompleteRecord.IN_FULL + ", written down together";

    private static final String COUNTS =
            SomebodyWasFaster.KEPT + ", and it is the full record: nobody is asked for it again.";

    private final Incidents incidents;
    private final CaseWords words;
    private final LateRecord late;
    private final CaseDiagrams diagrams;
    private final AccountsInWords accounts;

    HelpWithRecord(
            Incidents incidents, CaseWords words, LateRecord late, CaseDiagrams diagrams, AccountsInWords accounts) {
        this.incidents = incidents;
        this.words = words;
        this.late = late;
        this.diagrams = diagrams;
        this.accounts = accounts;
    }

    @Override
    public String taskKey() {
        return CaseToDos.HELP_WITH_RECORD;
    }

    @Override
    public String recordedAs() {
        return IN_FULL;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Map<String, Object> shown = new HashMap<>(words.forCarers(task.reference()));
        shown.putAll(words.reporter(task.reference()));
        shown.put(
                CompleteRecord.EXPLOITATION,
                incidents.concernsTheHomeKnows(task.reference()).contains(CompleteRecord.EXPLOITATION));
        shown.put(RiskQuestions.CHANNEL, incidents.answers(task.reference()).getOrDefault(RiskQuestions.CHANNEL, ""));
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        // Who has the form as it was before could only write it down together.
        boolean together = answers.one("written").map("together"::equals).orElse(true);
        if (together) {
            incidents.note(task.reference(), Noted.FULL_RECORD, "yes", task.by());
        }
        accounts.met(task.reference(), task.by(), answers);
        return Map.of(Case.WRITTEN_TOGETHER, together);
    }

    @Override
    public Optional<String> tooLate(ClosedTask task, Answers answers) {
        return isTheRecord(task, answers) ? Optional.of(COUNTS) : late.kept(task, false);
    }

    /** What they wrote down together is the record, whenever it comes: the carer is not asked for it again. */
    @Override
    public void saidToo(ClosedTask task, Answers answers) {
        accounts.met(task.reference(), task.person(), answers);
        if (isTheRecord(task, answers)) {
            incidents.note(task.reference(), Noted.FULL_RECORD, "yes", task.person());
            diagrams.reach(CaseNames.RECORD_WRITTEN, task.reference());
        }
    }

    private boolean isTheRecord(ClosedTask task, Answers answers) {
        return answers.one("written").filter("together"::equals).isPresent()
                && answers.one("whatHappened").isPresent()
                && incidents.noted(task.reference(), Noted.FULL_RECORD).isEmpty();
    }

    @Override
    public AskedAnew askedAnew() {
        return AskedAnew.IN_THE_CASE;
    }
}
