package org.safecontact.inform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.WorkingTime;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Until when a call to the child's authority should be made, and from when more people are asked to make it. */
@Service
@Transactional(readOnly = true)
public class CallTimes {

    private final Ladders ladders;
    private final Agency agency;
    private final WorkingTime workingTime;
    private final Clock clock;

    CallTimes(Ladders ladders, Agency agency, WorkingTime workingTime, Clock clock) {
        this.ladders = ladders;
        this.agency = agency;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    /** Until when a call should be made: a while from now; about a phone that was taken or limited, counted from when it was. */
    public Instant dueAt(String ladder, Purpose purpose) {
        return canWaitUntil(ladder, purpose).orElseGet(this::soon);
    }

    /** From when more people are asked, again and again: from when it is due, or some time before a later end. */
    public Instant askMoreFrom(Instant dueAt, Purpose purpose) {
        return purpose == Purpose.PHONE_TAKEN ? dueAt.minus(agency.length(HouseTime.CALL_ENDS)) : dueAt;
    }

    /** Whether more people should have been asked by now than were. */
    public boolean moreAreDue(Instant dueAt, Purpose purpose, int askedMore) {
        Instant next = askMoreFrom(dueAt, purpose).plus(askMoreEvery().multipliedBy(askedMore));
        return !next.isAfter(clock.instant());
    }

    /** How long each time, before more people are asked. */
    public Duration askMoreEvery() {
        return agency.length(HouseTime.CALL_AUTHORITY);
    }

    private Instant soon() {
        return workingTime.due(clock.instant(), HouseTime.CALL_AUTHORITY);
    }

    /** Empty where it cannot wait. */
    Optional<Instant> canWaitUntil(String ladder, Purpose purpose) {
        return purpose == Purpose.PHONE_TAKEN
                ? Optional.of(ladders.current(ladder).dueAt())
                : Optional.empty();
    }
}
