package org.safecontact.wellbeing.process;

import java.time.Clock;
import java.util.Map;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Agency;
import org.safecontact.engine.Answers;
import org.safecontact.engine.ClosedTask;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.springframework.stereotype.Component;

/** A carer looks how the child is: one phone screen (practice, section 3). */
@Component
class ObserveWellbeing implements UserTaskWork {

    private final LookAnswers look;
    private final Agency agency;
    private final Clock clock;

    ObserveWellbeing(LookAnswers look, Agency agency, Clock clock) {
        this.look = look;
        this.agency = agency;
        this.clock = clock;
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
        Map<String, Object> shown = look.show(task);
        shown.put("dutyTelephone", agency.dutyTelephone(clock.instant()));
        return shown;
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
