package org.safecontact.access.door;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.Role;
import org.springframework.stereotype.Service;

/**
 * Whether anybody is still at a screen. Only what somebody does with their hands counts, as the screen tells it: what pages ask by
 * themselves, such as what is new, keeps nobody logged in (docs/adr/0030-logging-in.md).
 */
@Service
public class Attendance {

    private static final String LAST_TOUCHED = Attendance.class.getName() + ".last";

    /** The web server looks by its own clock, and at every request: it must not be earlier than we are. */
    private static final Duration SPARE = Duration.ofMinutes(1);

    private final Agency agency;
    private final Clock clock;

    Attendance(Agency agency, Clock clock) {
        this.agency = agency;
        this.clock = clock;
    }

    /**
     * How long a screen stays open that nobody touches from now on.
     *
     * @param endsIn seconds until the login ends
     * @param asksIn seconds until the screen asks whether somebody is still there; none left when it is to ask now
     */
    public record Left(long endsIn, long asksIn) {}

    /** Somebody has just touched the screen, or logged in. */
    public void touched(HttpSession session, String personId) {
        int seconds = Math.toIntExact(length(personId).plus(SPARE).toSeconds());
        SharedSession.change(session, there -> {
            there.setAttribute(LAST_TOUCHED, clock.instant());
            there.setMaxInactiveInterval(seconds);
        });
    }

    /** What is left of it. */
    public Left left(HttpSession session, String personId) {
        Duration length = length(personId);
        Duration left = SharedSession.attribute(session, LAST_TOUCHED, Instant.class)
                .map(last -> length.minus(untouched(last)))
                .orElse(Duration.ZERO);
        Duration notice = agency.length(HouseTime.UNATTENDED_NOTICE);
        Duration half = length.dividedBy(2);
        return new Left(
                Math.max(0, left.toSeconds()),
                Math.max(
                        0,
                        left.minus(notice.compareTo(half) < 0 ? notice : half).toSeconds()));
    }

    boolean isOver(HttpSession session, String personId) {
        return SharedSession.attribute(session, LAST_TOUCHED, Instant.class)
                .filter(last -> untouched(last).compareTo(length(personId)) < 0)
                .isEmpty();
    }

    private Duration untouched(Instant last) {
        return Duration.between(last, clock.instant());
    }

    /** Whoever also works here sees what a worker sees. */
    private Duration length(String personId) {
        boolean carer = agency.person(personId)
                .filter(person -> person.roles().equals(Set.of(Role.CARER)))
                .isPresent();
        return agency.length(carer ? HouseTime.UNATTENDED_AT_HOME : HouseTime.UNATTENDED);
    }
}
