package org.safecontact.incident.level;

import org.safecontact.incident.store.Turns;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.springframework.stereotype.Component;

/** A worry that arrives once more because its answer was lost on the way. */
@Component
public class SaidTwice {

    private final Turns turns;
    private final CaseRecord record;

    SaidTwice(Turns turns, CaseRecord record) {
        this.turns = turns;
        this.record = record;
    }

    /**
     * Whether this person said exactly this last, within {@link CaseRecord#LATELY}, and it is still as serious as they said: what a manager
     * lowered meanwhile has to be heard again. Nobody else says anything until the caller's transaction has ended.
     *
     * @throws org.safecontact.incident.UnknownIncident when there is no such case
     */
    public boolean worry(String reference, String by, String why, boolean dangerNow) {
        boolean asSerious = turns.at(reference)
                .level()
                .filter(level -> level.compareTo(Raising.asked(dangerNow)) >= 0)
                .isPresent();
        return asSerious
                && record.lately(reference, by).stream()
                        .filter(entry -> entry.title().equals(Raising.MORE_WORRIED))
                        .reduce((earlier, later) -> later)
                        .map(Entry::statements)
                        .filter(Raising.worry(why, dangerNow)::equals)
                        .isPresent();
    }
}
