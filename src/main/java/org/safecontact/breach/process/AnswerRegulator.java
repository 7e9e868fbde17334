package org.safecontact.breach.process;

import java.util.Map;
import org.safecontact.access.ToDos;
import org.safecontact.agency.HumanTime;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.springframework.stereotype.Component;

/** Whether the Information Commissioner has to know, within 72 hours (UK GDPR, article 33). */
@Component
class AnswerRegulator implements UserTaskWork {

    private final BreachWords words;
    private final HumanTime time;

    AnswerRegulator(BreachWords words, HumanTime time) {
        this.words = words;
        this.time = time;
    }

    @Override
    public String taskKey() {
        return ToDos.ANSWER_REGULATOR;
    }

    @Override
    public String recordedAs() {
        return "The regulator: the question of the 72 hours";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Map<String, Object> shown = words.about(task.reference());
        shown.put("until", task.dueAt().map(time::full).orElse(""));
        return shown;
    }
}
