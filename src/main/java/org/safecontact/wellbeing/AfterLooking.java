package org.safecontact.wellbeing;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.safecontact.incident.carer.LastScreen;
import org.safecontact.incident.carer.ThankYou;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The last screen of whoever looked how the child is: where people are asked for it, who talks with them and by when. */
@Service
@Transactional(readOnly = true)
public class AfterLooking {

    private final WellbeingRepository repository;
    private final ThankYou thanks;
    private final Clock clock;

    AfterLooking(WellbeingRepository repository, ThankYou thanks, Clock clock) {
        this.repository = repository;
        this.thanks = thanks;
        this.clock = clock;
    }

    /**
     * @param opened the report under which the looks stand
     * @return the report whose alarm nobody has answered yet, as far as this person reads who has it; empty where none waits
     */
    public Optional<String> waits(String opened, String personId) {
        return repository.openedAt(opened, clock.instant()).map(Look::scheduleId).map(repository::requests).stream()
                .flatMap(List::stream)
                .filter(reference -> thanks.standing(reference, personId)
                        .filter(LastScreen::dutyFirst)
                        .isPresent())
                .findFirst();
    }
}
