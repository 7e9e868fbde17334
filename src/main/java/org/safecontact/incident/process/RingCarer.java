package org.safecontact.incident.process;

import java.util.Map;
import org.safecontact.engine.Answers;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.incident.CaseNames;
import org.springframework.stereotype.Component;

/** Ringing a carer: about a report that was not sent, or because nobody confirmed that the police were rung. */
@Component
class RingCarer implements UserTaskWork {

    static final String KEY = "ringCarer";

    private final CaseWords words;

    RingCarer(CaseWords words) {
        this.words = words;
    }

    @Override
    public String taskKey() {
        return KEY;
    }

    @Override
    public String recordedAs() {
        return "The carer was rung";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Map<String, Object> shown = words.reporter(task.reference());
        shown.put("about", aboutPolice(task) ? "police" : "unsent");
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        if (aboutPolice(task)) {
            return Map.of();
        }
        return Map.of("carerAnswered", !answers.one("answered").orElseThrow().equals("noAnswer"));
    }

    private static boolean aboutPolice(OpenTask task) {
        return CaseNames.CALL_POLICE.equals(task.processKey());
    }
}
