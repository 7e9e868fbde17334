package org.safecontact.wellbeing.process;

import java.util.Map;
import org.safecontact.access.ToDos;
import org.safecontact.engine.Answers;
import org.safecontact.engine.ClosedTask;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.springframework.stereotype.Component;

/** A carer looks how the child is: one phone screen (practice, section 3). */
@Component
class ObserveWellbeing implements UserTaskWork {

    private final LookAnswers look;

    ObserveWellbeing(LookAnswers look) {
        this.look = look;
    }

    @Override
    public String taskKey() {
        return ToDos.OBSERVE_WELLBEING;
    }

    @Override
    public String recordedAs() {
        return "How the child is";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        return look.show(task);
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        return look.keep(task, answers);
    }

    @Override
    public void sentTwice(ClosedTask task, Answers answers) {
        look.saidToo(task, answers);
    }
}
