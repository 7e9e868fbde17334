package org.safecontact.wellbeing.process;

import java.util.List;
import java.util.Set;
import org.safecontact.access.ToDos;
import org.safecontact.incident.ServedTogether;
import org.safecontact.wellbeing.Schedules;
import org.springframework.stereotype.Component;

/** The looks after a child stand under the report that opened them, and serve those that joined. */
@Component
class LooksServeTogether implements ServedTogether {

    private static final Set<String> OF_A_SCHEDULE = Set.of(
            ToDos.OBSERVE_WELLBEING,
            Names.CALL_ABOUT_CHILD,
            ToDos.TOUCHPOINT,
            Names.TELL_CHILDS_WORKER,
            Names.CLOSE_WELLBEING);

    private final Schedules schedules;

    LooksServeTogether(Schedules schedules) {
        this.schedules = schedules;
    }

    @Override
    public List<String> also(String reference, String toDo) {
        return OF_A_SCHEDULE.contains(toDo) ? schedules.joined(reference) : List.of();
    }

    @Override
    public List<String> under(String reference) {
        return schedules.joinedTo(reference);
    }
}
