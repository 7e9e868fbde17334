package org.safecontact.wellbeing.process;

import org.safecontact.access.CurrentPerson;
import org.safecontact.incident.LevelChanged;
import org.safecontact.wellbeing.Schedules;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** A report that became more serious asks its child's schedule again (practice, section 3). One that has not asked yet asks at its new level anyway. */
@Component
class MoreSeriousAsksForMore {

    private final Schedules schedules;
    private final ChildsDays days;
    private final CurrentPerson person;

    MoreSeriousAsksForMore(Schedules schedules, ChildsDays days, CurrentPerson person) {
        this.schedules = schedules;
        this.days = days;
        this.person = person;
    }

    /** As the last step of the transaction: the schedule's own diagram may be what raised the level, and waits again by then. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void askAgain(LevelChanged changed) {
        boolean more = changed.before()
                .filter(before -> before.compareTo(changed.decision().level()) < 0)
                .isPresent();
        if (more && schedules.follows(changed.reference())) {
            person.asTheHouse(() -> days.ask(changed.reference()));
        }
    }
}
