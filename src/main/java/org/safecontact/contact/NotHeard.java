package org.safecontact.contact;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.Role;
import org.safecontact.incident.AskedToRing;
import org.safecontact.inform.AskedPeople;
import org.safecontact.record.Author;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.EntryKind;
import org.safecontact.record.NewEntry;
import org.safecontact.record.Statement;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An agreed contact left the child very upset, and nobody rang the home in time: duty is asked too, then the team manager, then the registered
 * manager; when all were asked, all of them again every day, as for an alarm below HIGH (contract, section 3).
 */
@Service
@Transactional
public class NotHeard {

    /** Heading of what is kept each time. */
    public static final String STILL_WAITS = "Nobody has rung the home yet";

    private static final List<Role> ABOVE =
            List.of(Role.DUTY_SOCIAL_WORKER, Role.TEAM_MANAGER, Role.REGISTERED_MANAGER);

    private final AskedPeople askedPeople;
    private final Agency agency;
    private final CaseRecord record;
    private final ApplicationEventPublisher events;

    NotHeard(AskedPeople askedPeople, Agency agency, CaseRecord record, ApplicationEventPublisher events) {
        this.askedPeople = askedPeople;
        this.agency = agency;
        this.record = record;
        this.events = events;
    }

    /**
     * Asks one more, who hears by message that somebody is to be rung, as do those who were asked before.
     *
     * @param taskId the to-do that waits
     * @param times how often it was found waiting, this time counted
     * @param has who has taken it and has not rung
     * @return ids of who may ring now; none in the hours between two days once all were asked
     */
    public Set<String> ask(String reference, String taskId, int times, Optional<String> has) {
        if (times > ABOVE.size() && (times - ABOVE.size()) % eachDay() != 0) {
            return Set.of();
        }
        Set<String> people =
                new LinkedHashSet<>(askedPeople.holders(Role.SUPERVISING_SOCIAL_WORKER.groupId(), reference));
        ABOVE.stream().limit(times).forEach(role -> people.addAll(holders(role, reference)));
        List<Statement> statements = new ArrayList<>();
        has.ifPresent(personId -> statements.add(new Statement("Who had taken it", agency.nameOf(personId))));
        statements.add(new Statement(
                "Who is asked now", people.stream().map(agency::nameOf).collect(Collectors.joining(", "))));
        record.append(reference, NewEntry.now(EntryKind.ACTION, STILL_WAITS, statements, Author.SYSTEM));
        events.publishEvent(new AskedToRing(reference, taskId + "-waits-" + times, people));
        return people;
    }

    private long eachDay() {
        Duration day = agency.length(HouseTime.ALARM_AGAIN);
        return Math.max(1, day.dividedBy(agency.length(HouseTime.HEAR_OF_CONTACT_MORE)));
    }

    /** Where the registered manager on call is kept away, the others; where all are, the responsible individual. */
    private Set<String> holders(Role role, String reference) {
        Set<String> holders = askedPeople.holders(role.groupId(), reference);
        if (role != Role.REGISTERED_MANAGER || !holders.isEmpty()) {
            return holders;
        }
        Set<String> others = askedPeople.otherManagers(reference);
        return others.isEmpty() ? askedPeople.holders(Role.RESPONSIBLE_INDIVIDUAL.groupId(), reference) : others;
    }
}
