package org.safecontact.wellbeing.process;

import java.util.Map;
import org.safecontact.engine.Answers;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.wellbeing.Wellbeing;
import org.springframework.stereotype.Component;

/** A worker rings or visits the carer and sees the child (practice, section 3). */
@Component
class Touchpoint implements UserTaskWork {

    static final String KEY = "touchpoint";

    private final LookAnswers look;
    private final Wellbeing wellbeing;

    Touchpoint(LookAnswers look, Wellbeing wellbeing) {
        this.look = look;
        this.wellbeing = wellbeing;
    }

    @Override
    public String taskKey() {
        return KEY;
    }

    @Override
    public String recordedAs() {
        return "A worker saw the child";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        return Map.of("child", look.childLabel(task));
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        long id = ((Number) task.variables().get(Names.THIS_TOUCHPOINT)).longValue();
        wellbeing.touchpointDone(id, task.person().orElseThrow());
        return Map.of();
    }
}
