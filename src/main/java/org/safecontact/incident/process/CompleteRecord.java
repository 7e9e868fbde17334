package org.safecontact.incident.process;

import java.util.Map;
import java.util.Optional;
import org.safecontact.access.ToDos;
import org.safecontact.engine.Answers;
import org.safecontact.engine.AskedAnew;
import org.safecontact.engine.ClosedTask;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.Noted;
import org.safecontact.incident.RiskQuestions;
import org.springframework.stereotype.Component;

/** The full record by the person who reported, with the questions of the way that it happened. */
@Component
class CompleteRecord implements UserTaskWork {

    static final String IN_FULL = "What happened, in full";

    /** The concern whose signs are asked for; only where the home knows that it was named. */
    static final String EXPLOITATION = "exploitation";

    private final Incidents incidents;
    private final CaseWords words;
    private final Doers doers;
    private final LateRecord late;
    private final AccountsInWords accounts;

    CompleteRecord(Incidents incidents, CaseWords words, Doers doers, LateRecord late, AccountsInWords accounts) {
        this.incidents = incidents;
        this.words = words;
        this.doers = doers;
        this.late = late;
        this.accounts = accounts;
    }

    @Override
    public String taskKey() {
        return ToDos.COMPLETE_RECORD;
    }

    @Override
    public String recordedAs() {
        return IN_FULL;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Map<String, Object> shown = words.forCarers(task.reference());
        shown.put(
                "everything",
                incidents.noted(task.reference(), Noted.EVERYTHING).isPresent());
        shown.put(EXPLOITATION, incidents.concernsTheHomeKnows(task.reference()).contains(EXPLOITATION));
        shown.put(RiskQuestions.CHANNEL, incidents.answers(task.reference()).getOrDefault(RiskQuestions.CHANNEL, ""));
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        incidents.note(task.reference(), Noted.FULL_RECORD, "yes", task.by());
        accounts.met(task.reference(), task.by(), answers);
        return Map.of();
    }

    @Override
    public void saidToo(ClosedTask task, Answers answers) {
        accounts.met(task.reference(), task.person(), answers);
    }

    @Override
    public Optional<String> tooLate(ClosedTask task, Answers answers) {
        return late.kept(
                task,
                doers.reporterOf(task.reference()).map(task.person()::equals).orElse(true));
    }

    @Override
    public AskedAnew askedAnew() {
        return AskedAnew.IN_THE_CASE;
    }
}
