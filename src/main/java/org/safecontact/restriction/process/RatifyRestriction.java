package org.safecontact.restriction.process;

import java.util.Map;
import org.safecontact.access.ToDos;
import org.safecontact.engine.Answers;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.restriction.LimitDecisions;
import org.safecontact.restriction.LimitReading;
import org.safecontact.restriction.Restrictions;
import org.springframework.stereotype.Component;

/** A registered manager looks at what was made because of danger: it stands for a short time, or is lifted (domain brief, DMN-5). */
@Component
class RatifyRestriction implements UserTaskWork {

    private final LimitDecisions decisions;
    private final LimitShown limit;
    private final LimitReading reading;
    private final Restrictions restrictions;

    RatifyRestriction(LimitDecisions decisions, LimitShown limit, LimitReading reading, Restrictions restrictions) {
        this.reading = reading;
        this.restrictions = restrictions;
        this.decisions = decisions;
        this.limit = limit;
    }

    @Override
    public String taskKey() {
        return ToDos.RATIFY_RESTRICTION;
    }

    @Override
    public String recordedAs() {
        return LimitDecisions.RATIFIED;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Map<String, Object> shown = limit.of(task.reference());
        shown.put("danger", LimitShown.list(reading.danger(restrictions.get(task.reference()))));
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        String by = task.person().orElseThrow();
        boolean stands = answers.one("decision").filter("stands"::equals).isPresent();
        if (stands) {
            decisions.ratify(task.reference(), answers.instant("until").orElseThrow(), answers.one("viewsSaid"), by);
        } else {
            decisions.lift(task.reference(), by);
        }
        return Map.of(DeviceRestriction.GOES_ON, stands);
    }
}
