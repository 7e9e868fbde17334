package org.safecontact.breach.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safecontact.access.ToDos;
import org.safecontact.engine.Answers;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.springframework.stereotype.Component;

/** The school hears by way of the child's social worker and the designated teacher (practice, section 6). */
@Component
class TellSchool implements UserTaskWork {

    private final BreachWords words;

    TellSchool(BreachWords words) {
        this.words = words;
    }

    @Override
    public String taskKey() {
        return ToDos.TELL_SCHOOL;
    }

    @Override
    public String recordedAs() {
        return "The school was told";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Map<String, Object> shown = words.about(task.reference());
        shown.put("childsWorker", words.childsWorker(task.reference()));
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        Map<String, String> refused = new LinkedHashMap<>();
        for (String looked : List.of("collection", "photos")) {
            if (answers.one(looked).filter("notYet"::equals).isPresent()) {
                refused.put(looked, "Please have the school look at it first. What you typed stays here.");
            }
        }
        if (!refused.isEmpty()) {
            throw new FormRefused(refused);
        }
        return Map.of();
    }
}
