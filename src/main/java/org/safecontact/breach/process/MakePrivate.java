package org.safecontact.breach.process;

import java.util.Map;
import org.safecontact.access.ToDos;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.springframework.stereotype.Component;

/** What can be seen is taken down together with the child, without blame (domain brief, 5.3 and 5.5). */
@Component
class MakePrivate implements UserTaskWork {

    private final BreachWords words;

    MakePrivate(BreachWords words) {
        this.words = words;
    }

    @Override
    public String taskKey() {
        return ToDos.MAKE_PRIVATE;
    }

    @Override
    public String recordedAs() {
        return "Made private again, with the child";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        return words.about(task.reference());
    }
}
