package org.safecontact.breach.process;

import java.util.Map;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.springframework.stereotype.Component;

/** What a carer and the child cannot make private by themselves does not stay where it is because nobody asked (domain brief, 5.3). */
@Component
class HaveTakenDown implements UserTaskWork {

    private final BreachWords words;

    HaveTakenDown(BreachWords words) {
        this.words = words;
    }

    @Override
    public String taskKey() {
        return ConfidentialityBreach.HAVE_TAKEN_DOWN;
    }

    @Override
    public String recordedAs() {
        return "Others could still see it: what was done about it";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        return words.about(task.reference());
    }
}
