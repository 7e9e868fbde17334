package org.safecontact.breach.process;

import java.util.Map;
import org.safecontact.access.ToDos;
import org.safecontact.engine.Answers;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.springframework.stereotype.Component;

/** Nothing is taken down before the safeguarding lead noted that nothing more need be kept (practice, section 4). */
@Component
class AgreeTakedown implements UserTaskWork {

    private final BreachWords words;

    AgreeTakedown(BreachWords words) {
        this.words = words;
    }

    @Override
    public String taskKey() {
        return ToDos.AGREE_TAKEDOWN;
    }

    @Override
    public String recordedAs() {
        return "Before it is taken down: is enough kept?";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        return words.about(task.reference());
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        if (answers.one("enough").filter("yes"::equals).isPresent()) {
            throw new FormRefused(
                    "enough", "Please have it kept first, and send this then. What you typed stays here.");
        }
        return Map.of();
    }
}
