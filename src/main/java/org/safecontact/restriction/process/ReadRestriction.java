package org.safecontact.restriction.process;

import java.util.List;
import java.util.Map;
import org.safecontact.access.ToDos;
import org.safecontact.engine.AsTyped;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.restriction.LimitReading;
import org.safecontact.restriction.Restriction;
import org.safecontact.restriction.Restrictions;
import org.springframework.stereotype.Component;

/** The home, and whoever asked, read how it stands (practice, section 7: the decision fed back). */
@Component
class ReadRestriction implements UserTaskWork {

    private final Restrictions restrictions;
    private final LimitReading reading;
    private final LimitShown limit;

    ReadRestriction(Restrictions restrictions, LimitReading reading, LimitShown limit) {
        this.restrictions = restrictions;
        this.reading = reading;
        this.limit = limit;
    }

    @Override
    public String taskKey() {
        return ToDos.READ_RESTRICTION;
    }

    @Override
    public String recordedAs() {
        return "How the limit stands was read";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Restriction restriction = restrictions.get(task.reference());
        Map<String, Object> shown = limit.of(task.reference());
        shown.put("standing", AsTyped.inText(reading.standing(restriction)));
        shown.put("details", LimitShown.list(details(restriction)));
        shown.put(
                "toTheChild",
                AsTyped.inText(restriction.runs() || restriction.isOver() ? reading.toTheChild(restriction) : ""));
        // Whoever read it while it changed is not offered to have read what stands now.
        shown.put(
                "readIt",
                List.of(Map.of("value", String.valueOf(restriction.steps().size()), "label", "I have read it")));
        return shown;
    }

    private List<String> details(Restriction restriction) {
        return restriction.runs()
                ? reading.details(restriction)
                : reading.whyLifted(restriction).map(why -> "Why it was lifted: " + why).stream()
                        .toList();
    }
}
