package org.safecontact.inform;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safecontact.access.CaseAccess;
import org.safecontact.agency.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is asked to do something on a case, and the messages to them that say so. */
@Service
@Transactional
public class AskedPeople {

    private final Ladders ladders;
    private final WhoStands whoStands;
    private final Messages messages;
    private final CaseAccess access;
    private final Clock clock;

    AskedPeople(Ladders ladders, WhoStands whoStands, Messages messages, CaseAccess access, Clock clock) {
        this.ladders = ladders;
        this.whoStands = whoStands;
        this.messages = messages;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Who may make a call: everybody who was told in this alarm and the registered manager on call, from the first
     * minute; asked once more also team manager and duty, once again everybody who answers for the service.
     *
     * @param askedMore how often more people were asked
     */
    @Transactional(readOnly = true)
    public Set<String> mayRing(String reference, String ladder, int askedMore) {
        Instant now = clock.instant();
        Set<String> people = new LinkedHashSet<>(ladders.mayAnswer(ladder, reference));
        List<String> roles = new ArrayList<>(List.of(Role.REGISTERED_MANAGER.groupId()));
        if (askedMore >= 1) {
            roles.addAll(List.of(Role.TEAM_MANAGER.groupId(), Role.DUTY_SOCIAL_WORKER.groupId()));
        }
        if (askedMore >= 2) {
            roles.addAll(List.of(WhoStands.OTHER_MANAGERS, Role.RESPONSIBLE_INDIVIDUAL.groupId()));
        }
        roles.forEach(role -> people.addAll(whoStands.people(role, reference, now)));
        return people;
    }

    /**
     * Who may make a call that somebody else promised a carer: whoever is on duty, at HIGH and above the registered manager on call too; where all
     * of them are kept away, the next who answer for the service.
     */
    @Transactional(readOnly = true)
    public Set<String> mayRingTheCarer(String reference, boolean urgent) {
        Set<String> people = notKeptAway(Role.DUTY_SOCIAL_WORKER.groupId(), reference);
        if (urgent || people.isEmpty()) {
            people.addAll(notKeptAway(Role.REGISTERED_MANAGER.groupId(), reference));
        }
        return people.isEmpty() ? inPlaceOfManagerOnCall(reference) : people;
    }

    /** Who is told what that role has to know; where the registered manager on call is kept away, the next who answer for the service. */
    @Transactional(readOnly = true)
    public Set<String> told(String role, String reference) {
        Set<String> people = notKeptAway(role, reference);
        return people.isEmpty() && role.equals(Role.REGISTERED_MANAGER.groupId())
                ? inPlaceOfManagerOnCall(reference)
                : people;
    }

    private Set<String> inPlaceOfManagerOnCall(String reference) {
        Set<String> others = notKeptAway(WhoStands.OTHER_MANAGERS, reference);
        return others.isEmpty() ? notKeptAway(Role.RESPONSIBLE_INDIVIDUAL.groupId(), reference) : others;
    }

    private Set<String> notKeptAway(String role, String reference) {
        Set<String> people = holders(role, reference);
        people.removeIf(id -> access.keptAway(id, reference));
        return people;
    }

    /**
     * Messages to those who are asked to do something on a case; nobody gets one who is excluded or stands before a wall.
     *
     * @param origin the call or to-do that they are asked for
     * @param asked how often they were asked before
     * @param wanted what they are asked for
     * @param by until when, empty when nothing says so
     */
    public List<OutgoingMessage> ask(
            String reference,
            String origin,
            int asked,
            Set<String> people,
            OutgoingMessage.Wanted wanted,
            Optional<Instant> by) {
        return people.stream()
                .filter(person -> !access.keptAway(person, reference))
                .flatMap(person -> messages.write(reference, origin, 0, asked, person, wanted, by).stream())
                .toList();
    }

    /** Ids of those who stand for a role on this case now. */
    @Transactional(readOnly = true)
    public Set<String> holders(String role, String reference) {
        return new LinkedHashSet<>(whoStands.people(role, reference, clock.instant()));
    }

    /** Ids of the registered managers who are not on call now. */
    @Transactional(readOnly = true)
    public Set<String> otherManagers(String reference) {
        return holders(WhoStands.OTHER_MANAGERS, reference);
    }
}
