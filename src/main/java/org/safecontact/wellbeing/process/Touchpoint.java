package org.safecontact.wellbeing.process;

import java.util.Map;
import org.safecontact.access.ToDos;
import org.safecontact.engine.Answers;
import org.safecontact.engine.ClosedTask;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.wellbeing.LooksSoFar;
import org.safecontact.wellbeing.Schedules;
import org.safecontact.wellbeing.Touchpoints;
import org.springframework.stereotype.Component;

/** A worker rings or visits the carer and sees the child (practice, section 3). */
@Component
class Touchpoint implements UserTaskWork {

    /** The heading in the record. */
    static final String SEEN = "A worker saw the child";

    private final LookAnswers look;
    private final LooksSoFar soFar;
    private final Touchpoints touchpoints;
    private final Schedules schedules;

    Touchpoint(LookAnswers look, LooksSoFar soFar, Touchpoints touchpoints, Schedules schedules) {
        this.look = look;
        this.soFar = soFar;
        this.touchpoints = touchpoints;
        this.schedules = schedules;
    }

    @Override
    public String taskKey() {
        return ToDos.TOUCHPOINT;
    }

    @Override
    public String recordedAs() {
        return SEEN;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        return Map.of(
                "child",
                look.childLabel(task),
                "nobodyToRing",
                schedules.carersToAsk(task.reference()).isEmpty());
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        long schedule = ((Number) task.variables().get(Names.SCHEDULE)).longValue();
        touchpoints.childSeen(schedule, task.person().orElseThrow());
        return Map.of();
    }

    /** What a worker saw of the child stays, also where nobody has to see it any more. */
    @Override
    public boolean goesOn(ClosedTask task) {
        return soFar.goesOn(task.reference());
    }
}
