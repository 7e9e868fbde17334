package org.safecontact.wellbeing;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.safecontact.agency.HumanTime;
import org.safecontact.incident.ClosingCondition;
import org.springframework.stereotype.Component;

/** An incident may close when the looks that it asked for are done (contract, section 3). */
@Component
class LooksDone implements ClosingCondition {

    private final WellbeingRepository repository;
    private final TouchpointRepository touchpoints;
    private final HumanTime time;
    private final Clock clock;

    LooksDone(WellbeingRepository repository, TouchpointRepository touchpoints, HumanTime time, Clock clock) {
        this.repository = repository;
        this.touchpoints = touchpoints;
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
                    + (due.isBefore(clock.instant()) ? "was" : "is") + " due " + time.at(due) + ".");
        }
        return touchpoints.isOpen(reference)
                ? Optional.of("A worker has not yet rung or visited and seen the child.")
                : Optional.empty();
    }
}
