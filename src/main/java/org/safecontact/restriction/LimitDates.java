package org.safecontact.restriction;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.London;
import org.safecontact.engine.FormRefused;
import org.springframework.stereotype.Component;

/** By when a limit ends and is looked at again: never without an end, never longer than the house allows, never later than the table says. */
@Component
class LimitDates {

    static final String NEW_REASONS = "Nothing is limited for longer without new reasons. Please choose";

    private static final String UNTIL = "until";

    /** When a day begins for whoever looks at a limit again. House default. */
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final Agency agency;
    private final HumanTime time;
    private final Clock clock;

    LimitDates(Agency agency, HumanTime time, Clock clock) {
        this.agency = agency;
        this.time = time;
        this.clock = clock;
    }

    /** The last moment of a limit that nobody has said an end of yet. */
    Instant longest(Instant from, HouseTime most) {
        return from.plus(agency.length(most));
    }

    /** The same of what was made already: where that is over when it is written down, a little longer, so that it ends and somebody looks at it. */
    Instant longestFromNow(Instant from, HouseTime most) {
        return isTooLong(from, most) ? longest(clock.instant(), HouseTime.LATE_LIMIT) : longest(from, most);
    }

    /** Whether what was made then has lasted longer already than it may. */
    boolean isTooLong(Instant from, HouseTime most) {
        return !longest(from, most).isAfter(clock.instant());
    }

    /** Whether it is over already when it is written down. */
    boolean isOver(Instant end) {
        return !end.isAfter(clock.instant());
    }

    /**
     * @param from since when it is limited
     * @param last the last moment that it may have
     * @param why it can last no longer, as a sentence that goes on with the moment
     * @throws FormRefused at {@code until}
     */
    Instant requireEnd(Instant end, Instant from, Instant last, String why) {
        if (!end.isAfter(from) || isOver(end)) {
            throw new FormRefused(UNTIL, "It would end before it begins. Please give a moment that is still to come.");
        }
        if (isOver(last)) {
            throw new FormRefused(
                    UNTIL,
                    "It has lasted longer than that already. Please lift it now; what goes on is asked for anew.");
        }
        if (end.isAfter(last)) {
            throw new FormRefused(UNTIL, why + " " + time.full(last) + ", at the latest.");
        }
        return end;
    }

    /** @throws FormRefused at {@code until}, where less of something would go on for longer */
    void requireNoLater(Instant end, Instant present) {
        if (end.isAfter(present)) {
            throw new FormRefused(
                    UNTIL,
                    "Less of it ends no later than it would now. Please choose " + time.full(present)
                            + ", at the latest.");
        }
    }

    /**
     * When it is looked at again.
     *
     * @param from from when the time runs
     * @param after how long at the most, as the table says
     * @param earlier an earlier day that somebody chose
     * @throws FormRefused at {@code reviewOn}
     */
    Instant review(Instant from, Duration after, Instant end, Optional<LocalDate> earlier) {
        Instant latest = from.plus(after).isBefore(end) ? from.plus(after) : end;
        if (earlier.isEmpty()) {
            return latest;
        }
        Instant wanted = earlier.get().atTime(MORNING).atZone(London.ZONE).toInstant();
        if (!wanted.isAfter(clock.instant()) || wanted.isAfter(latest)) {
            throw new FormRefused(
                    "reviewOn",
                    "Please choose a day before " + time.full(latest) + ", or leave it empty for that moment.");
        }
        return wanted;
    }
}
