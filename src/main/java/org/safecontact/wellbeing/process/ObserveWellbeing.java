package org.safecontact.wellbeing.process;

import java.util.Map;
import java.util.Optional;
import org.safecontact.access.ToDos;
import org.safecontact.engine.Answers;
import org.safecontact.engine.ClosedTask;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.incident.LooksOnRecord;
import org.springframework.stereotype.Component;

/** A carer looks how the child is: one phone screen (practice, section 3). */
@Component
class ObserveWellbeing implements UserTaskWork {

    private final LookAnswers look;
    private final LookSentLate late;

    ObserveWellbeing(LookAnswers look, LookSentLate late) {
        this.look = look;
        this.late = late;
    }

    @Override
    public String taskKey() {
        return ToDos.OBSERVE_WELLBEING;
    }

    @Override
    public String recordedAs() {
        return LooksOnRecord.SEEN;
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
    public Optional<String> tooLate(ClosedTask task, Answers answers) {
        return Optional.of(late.told(answers));
    }

    @Override
    public void saidToo(ClosedTask task, Answers answers) {
        late.saidToo(task, answers);
    }

    @Override
    public boolean goesOn(ClosedTask task) {
        return late.goesOn(task);
    }
}
