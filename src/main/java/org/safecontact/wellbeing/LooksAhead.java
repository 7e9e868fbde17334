package org.safecontact.wellbeing;

import java.util.List;
import org.safecontact.incident.ComesNext;
import org.springframework.stereotype.Component;

/** The next look that a report asked for. */
@Component
class LooksAhead implements ComesNext {

    private final WellbeingRepository repository;

    LooksAhead(WellbeingRepository repository) {
        this.repository = repository;
    }

    @Override
    public List<Next> on(String reference) {
        return repository.looksFor(reference).stream()
                .filter(look -> look.state() == Look.State.PLANNED)
                .limit(1)
                .map(look -> new Next("somebody looks how the child is", look.dueAt()))
                .toList();
    }
}
