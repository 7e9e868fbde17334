package org.safecontact.breach.process;

import java.util.Map;
import org.safecontact.access.ToDos;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.springframework.stereotype.Component;

/** What is not safe is not over before somebody has found that everybody can stay (domain brief, 5.1). */
@Component
class CheckAgain implements UserTaskWork {

    private final BreachWords words;

    CheckAgain(BreachWords words) {
        this.words = words;
    }

    @Override
    public String taskKey() {
        return ToDos.CHECK_AGAIN;
    }

    @Override
    public String recordedAs() {
        return "Rung again: is it safe at home now?";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Map<String, Object> shown = words.about(task.reference());
        shown.put("whom", words.whom(task.reference()));
        return shown;
    }
}
