package org.safecontact.access;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.safecontact.record.Author;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.EntryKind;
import org.safecontact.record.NewEntry;
import org.safecontact.record.Statement;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Never nobody: an alarm that nobody may hear is worse than one that somebody named hears. While anybody who answers for
 * the agency is not named, that person is asked; else the highest who is named is asked all the same, on record, and the
 * carer reads whom outside to ring (docs/telling.md). House default.
 */
@Service
@Transactional
public class LastResort {

    private static final String EVERYBODY_NAMED = "everybody named";

    private static final List<Role> MANAGERS = List.of(Role.RESPONSIBLE_INDIVIDUAL, Role.REGISTERED_MANAGER);
    private static final List<Role> OTHERS = List.of(Role.DUTY_SOCIAL_WORKER, Role.TEAM_MANAGER);

    private final CaseFileRepository files;
    private final ExclusionRepository exclusions;
    private final CaseGrants grants;
    private final Agency agency;
    private final CaseRecord record;
    private final Clock clock;

    LastResort(
            CaseFileRepository files,
            ExclusionRepository exclusions,
            CaseGrants grants,
            Agency agency,
            CaseRecord record,
            Clock clock) {
        this.files = files;
        this.exclusions = exclusions;
        this.grants = grants;
        this.agency = agency;
        this.record = record;
        this.clock = clock;
    }

    /**
     * Who is not kept away although named. Where every manager is, but not duty or the team managers, these may see the
     * case, behind a wall too, until a manager may or it is closed.
     *
     * @param named who is to be kept away from the case now
     * @return empty as long as anybody else may be told
     */
    public Set<String> among(String reference, Set<String> named) {
        Set<String> away = exclusions.excluded(reference);
        Set<String> now = new LinkedHashSet<>(away);
        now.addAll(named);
        if (!first(MANAGERS, now).isEmpty()) {
            return Set.of();
        }
        Set<String> others = first(OTHERS, now);
        if (!others.isEmpty()) {
            letIn(reference, others);
            return Set.of();
        }
        Set<String> asked =
                first(Stream.concat(MANAGERS.stream(), OTHERS.stream()).toList(), away);
        if (letIn(reference, asked) || !isAsked(reference)) {
            files.note(reference, EVERYBODY_NAMED, null, Author.SYSTEM.personId(), clock.instant());
            record.append(
                    reference,
                    NewEntry.now(
                            EntryKind.TOLD,
                            "Everybody who could be told is named",
                            List.of(new Statement(
                                    "Asked all the same",
                                    asked.stream().map(agency::nameOf).collect(Collectors.joining(", ")))),
                            Author.SYSTEM));
        }
        return asked;
    }

    /** Who was let in because no manager could be told is not any more where one can: the reason is over. */
    public void over(String reference) {
        if (!first(MANAGERS, exclusions.excluded(reference)).isEmpty()) {
            grants.over(reference, GrantReason.LAST_RESORT, Set.of());
        }
    }

    /** A folder that was read anew may have a manager who is not named. */
    @EventListener(ApplicationReadyEvent.class)
    public void lookAgain() {
        grants.casesFor(GrantReason.LAST_RESORT).forEach(this::over);
    }

    /** Whether only people who are named themselves could be asked. */
    @Transactional(readOnly = true)
    public boolean isAsked(String reference) {
        return files.noted(reference, EVERYBODY_NAMED);
    }

    /** @return whether anybody among them was not let in before */
    private boolean letIn(String reference, Set<String> people) {
        return people.stream()
                        .filter(personId -> grants.give(reference, personId, GrantReason.LAST_RESORT))
                        .count()
                > 0;
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
