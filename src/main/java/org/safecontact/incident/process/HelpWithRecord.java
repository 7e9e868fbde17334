package org.safecontact.incident.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.safecontact.engine.Answers;
import org.safecontact.engine.AskedAnew;
import org.safecontact.engine.ClosedTask;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.Noted;
import org.safecontact.incident.RiskQuestions;
import org.springframework.stereotype.Component;

/** The full record written down by a worker while the person who reported talks, or left to that person, who would rather write it. */
@Component
class HelpWithRecord implements UserTaskWork {

    private final Incidents incidents;
    private final CaseWords words;
    private final LateRecord late;

    HelpWithRecord(Incidents incidents, CaseWords words, LateRecord late) {
        this.incidents = incidents;
        this.words = words;
        this.late = late;
    }

    @Override
    public String taskKey() {
        return CaseToDos.HELP_WITH_RECORD;
    }

    @Override
    public String recordedAs() {
        return "What happened, in full, written down together";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Map<String, Object> shown = new HashMap<>(words.forCarers(task.reference()));
        shown.putAll(words.reporter(task.reference()));
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
        return Map.of(Case.WRITTEN_TOGETHER, together);
    }

    @Override
    public Optional<String> tooLate(ClosedTask task, Answers answers) {
        return late.kept(task, false);
    }

    @Override
    public AskedAnew askedAnew() {
        return AskedAnew.IN_THE_CASE;
    }
}
