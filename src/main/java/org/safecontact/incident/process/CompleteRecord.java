package org.safecontact.incident.process;

import java.util.Map;
import org.safecontact.engine.Answers;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.RiskQuestions;
import org.springframework.stereotype.Component;

/** The full record by the person who reported, with the questions of the way that it happened. */
@Component
class CompleteRecord implements UserTaskWork {

    private final Incidents incidents;
    private final CaseWords words;

    CompleteRecord(Incidents incidents, CaseWords words) {
        this.incidents = incidents;
        this.words = words;
    }

    @Override
    public String taskKey() {
        return "completeRecord";
    }

    @Override
    public String recordedAs() {
        return "What happened, in full";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Map<String, Object> shown = words.forCarers(task.reference());
        shown.put(RiskQuestions.CHANNEL, incidents.answers(task.reference()).getOrDefault(RiskQuestions.CHANNEL, ""));
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        incidents.note(
                task.reference(), Incidents.FULL_RECORD, "yes", task.person().orElse("system"));
        return Map.of();
    }
}
