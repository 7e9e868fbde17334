package org.safecontact.inform;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safecontact.agency.Role;
import org.safecontact.agency.WorkingTime;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.RiskLevel;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A phone was taken, or an app limited: the child's social worker hears it by telephone. */
@Service
@Transactional
public class LimitTold {

    private final LadderRepository repository;
    private final AuthorityOffice authority;
    private final Telling telling;
    private final WhoToTell whoToTell;
    private final WhoStands whoStands;
    private final Incidents incidents;
    private final WorkingTime workingTime;
    private final Clock clock;

    LimitTold(
            LadderRepository repository,
            AuthorityOffice authority,
            Telling telling,
            WhoToTell whoToTell,
            WhoStands whoStands,
            Incidents incidents,
            WorkingTime workingTime,
            Clock clock) {
        this.repository = repository;
        this.authority = authority;
        this.telling = telling;
        this.whoToTell = whoToTell;
        this.whoStands = whoStands;
        this.incidents = incidents;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    /**
     * Asks somebody to make the call. It has a turn of its own beside the alarms of a case.
     *
     * @param reference the case that it belongs to, or the limit itself where there is none
     * @param call which call it is; asked for twice it is one
     * @param began when it was taken or limited; empty where nothing was
     * @param end until when; it runs through weekends (practice, section 2)
     * @return the messages and the call; nothing when it was asked for before
     */
    public SetInMotion tell(String reference, String call, Optional<Instant> began, Instant end) {
        repository.lock(call);
        if (!repository.rungs(call).isEmpty()) {
            return new SetInMotion(List.of(), List.of());
        }
        Instant now = clock.instant();
        RiskLevel level = incidents.find(reference).flatMap(Incident::level).orElse(RiskLevel.HIGH);
        Rung rung = new Rung(1, 0, whoRings(reference, now, end), level, Purpose.PHONE_TAKEN, now, end);
        repository.add(call, reference, rung, Optional.empty());
        TellingOf of = new TellingOf(reference, call, rung, now);
        Set<String> people = new LinkedHashSet<>(whoStands.people(rung.role(), reference, now));
        List<OutgoingMessage> messages =
                telling.tell(of, rung.role(), people, OutgoingMessage.Wanted.RING, Optional.of(end));
        String office = authority.office(call, Purpose.PHONE_TAKEN, AuthorityOffice.SOCIAL_WORKER);
        return new SetInMotion(messages, List.of(telling.toBeRung(of, office, Purpose.PHONE_TAKEN, began)));
    }

    /** The supervising social worker, or duty when that one is away or the office does not open in time. */
    private String whoRings(String reference, Instant now, Instant end) {
        if (whoToTell.named(reference)) {
            return Role.REGISTERED_MANAGER.groupId();
        }
        boolean officeInTime = workingTime.isOfficeHours(now)
                || workingTime.due(now, AuthorityOffice.OPENS).isBefore(end);
        return officeInTime && whoStands.supervisingSocialWorkerAvailable(reference, now)
                ? Role.SUPERVISING_SOCIAL_WORKER.groupId()
                : Role.DUTY_SOCIAL_WORKER.groupId();
    }
}
