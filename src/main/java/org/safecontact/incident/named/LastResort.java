package org.safecontact.incident.named;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.CaseGrants;
import org.safecontact.access.GrantReason;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.safecontact.incident.store.IncidentRecord;
import org.safecontact.incident.store.NoteRepository;
import org.safecontact.record.EntryKind;
import org.safecontact.record.Statement;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Never nobody: an alarm that nobody may hear is worse than one that somebody named hears. While anybody who answers for
 * the agency is not named, that person is asked; else the highest who is named is asked all the same, on record, and the
 * carer reads whom outside to ring (docs/telling.md). House default.
 */
@Component
public class LastResort {

    /** The note that somebody who is named is asked all the same. */
    private static final String EVERYBODY_NAMED = "everybodyNamed";

    private static final List<Role> MANAGERS = List.of(Role.RESPONSIBLE_INDIVIDUAL, Role.REGISTERED_MANAGER);
    private static final List<Role> OTHERS = List.of(Role.DUTY_SOCIAL_WORKER, Role.TEAM_MANAGER);

    private final CaseFiles files;
    private final CaseGrants grants;
    private final Agency agency;
    private final IncidentRecord record;
    private final NoteRepository notes;
    private final Clock clock;

    LastResort(
            CaseFiles files,
            CaseGrants grants,
            Agency agency,
            IncidentRecord record,
            NoteRepository notes,
            Clock clock) {
        this.files = files;
        this.grants = grants;
        this.agency = agency;
        this.record = record;
        this.notes = notes;
        this.clock = clock;
    }

    /**
     * Who is not kept away although named. Where every manager is, but not duty or the team managers, these may see the
     * case, behind a wall too, until a manager may or it is closed.
     *
     * @param named who is to be kept away from the case now
     * @return empty as long as anybody else may be told
     */
    Set<String> among(String reference, Set<String> named) {
        Set<String> away = new LinkedHashSet<>(files.excluded(reference));
        Set<String> now = new LinkedHashSet<>(away);
        now.addAll(named);
        if (!first(MANAGERS, now).isEmpty()) {
            return Set.of();
        }
        Set<String> others = first(OTHERS, now);
        others.forEach(personId -> grants.give(reference, personId, GrantReason.LAST_RESORT));
        if (!others.isEmpty()) {
            return Set.of();
        }
        Set<String> asked =
                first(Stream.concat(MANAGERS.stream(), OTHERS.stream()).toList(), away);
        asked.forEach(personId -> grants.give(reference, personId, GrantReason.LAST_RESORT));
        notes.add(reference, EVERYBODY_NAMED, "yes", IncidentRecord.SYSTEM, clock.instant());
        record.write(
                reference,
                EntryKind.TOLD,
                "Everybody who could be told is named",
                List.of(new Statement(
                        "Asked all the same", asked.stream().map(agency::nameOf).collect(Collectors.joining(", ")))),
                IncidentRecord.SYSTEM);
        return asked;
    }

    /** Who was let in because no manager could be told is not any more where one can: the reason is over. */
    void over(String reference) {
        if (!first(MANAGERS, files.excluded(reference)).isEmpty()) {
            grants.over(reference, GrantReason.LAST_RESORT, Set.of());
        }
    }

    /** A folder that was read anew may have a manager who is not named. */
    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void lookAgain() {
        grants.casesFor(GrantReason.LAST_RESORT).forEach(this::over);
    }

    /** Whether only people who are named themselves could be asked. */
    public boolean isAsked(String reference) {
        return notes.newest(reference, EVERYBODY_NAMED).isPresent();
    }

    /** The holders of the first of these roles that has any who are not kept away. */
    private Set<String> first(List<Role> roles, Set<String> away) {
        return roles.stream()
                .map(role -> agency.holdersOf(role).stream()
                        .map(Person::id)
                        .filter(id -> !away.contains(id))
                        .collect(Collectors.toCollection(LinkedHashSet::new)))
                .filter(people -> !people.isEmpty())
                .findFirst()
                .orElseGet(LinkedHashSet::new);
    }
}
