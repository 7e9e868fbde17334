package org.safecontact.wellbeing;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import org.safecontact.agency.HumanTime;
import org.safecontact.incident.ClosingCondition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** An incident may close when the looks that it asked for are done (contract, section 3). */
@Component
class LooksDone implements ClosingCondition {

    private final WellbeingRepository repository;
    private final TouchpointRepository touchpoints;
    private final ObjectProvider<WhoHasIt> who;
    private final HumanTime time;
    private final Clock clock;

    LooksDone(
            WellbeingRepository repository,
            TouchpointRepository touchpoints,
            ObjectProvider<WhoHasIt> who,
            HumanTime time,
            Clock clock) {
        this.repository = repository;
        this.touchpoints = touchpoints;
        this.who = who;
        this.time = time;
        this.clock = clock;
    }

    @Override
    public Optional<String> stillOpen(String reference) {
        Optional<Look> last = repository.looksFor(reference).stream()
                .filter(look -> !look.state().isOver())
                .reduce((earlier, later) -> later);
        if (last.isPresent()) {
            Instant due = last.get().dueAt();
            return Optional.of("Somebody still looks how the child is; the last look "
                    + (due.isBefore(clock.instant()) ? "was" : "is") + " due " + time.at(due) + "."
                    + toDo(last.get().scheduleId(), WhoHasIt::look));
        }
        return touchpoints
                .scheduleOfOpen(reference)
                .map(schedule -> "A worker has not yet rung or visited and seen the child."
                        + toDo(schedule, WhoHasIt::touchpoint));
    }

    private String toDo(long scheduleId, BiFunction<WhoHasIt, String, Optional<String>> which) {
        String opened = repository.find(scheduleId).orElseThrow().reference();
        return which.apply(who.getObject(), opened).map(says -> " " + says).orElse("");
    }
}
