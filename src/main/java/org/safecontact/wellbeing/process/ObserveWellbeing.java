package org.safecontact.wellbeing.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.safecontact.access.ToDos;
import org.safecontact.engine.Answers;
import org.safecontact.engine.ClosedTask;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.incident.LooksOnRecord;
import org.safecontact.incident.carer.WithTheChild;
import org.springframework.stereotype.Component;

/** A carer looks how the child is: one phone screen (practice, section 3). */
@Component
class ObserveWellbeing implements UserTaskWork {

    private final LookAnswers look;
    private final LookSentLate late;
    private final WithTheChild withTheChild;

    ObserveWellbeing(LookAnswers look, LookSentLate late, WithTheChild withTheChild) {
        this.look = look;
        this.late = late;
        this.withTheChild = withTheChild;
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
        Map<String, Object> shown = new HashMap<>(look.show(task));
        task.person()
                .flatMap(carer ->
                        withTheChild.of(task.reference(), carer).stream().findFirst())
                .ifPresent(words -> shown.putAll(Map.of(
                        "couldSay", words.say(), "betterNot", words.betterNot(), "afterwards", words.afterwards())));
        return shown;
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
