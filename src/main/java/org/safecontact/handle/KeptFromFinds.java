package org.safecontact.handle;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.CaseGrants;
import org.safecontact.access.GrantReason;
import org.safecontact.access.PersonCleared;
import org.safecontact.access.PersonExcluded;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.safecontact.record.Author;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.EntryKind;
import org.safecontact.record.NewEntry;
import org.safecontact.record.Statement;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Who is kept away from one of the reports sees nothing of what names it beside another (contract, section 5.6). Never everybody: the last resort
 * is the one of docs/telling.md.
 */
@Component
class KeptFromFinds {

    private static final String WHY = "kept away from a report that names this account";
    private static final String EVERYBODY_NAMED = "Everybody who could be told is named";

    private static final List<Role> MANAGERS = List.of(Role.REGISTERED_MANAGER, Role.RESPONSIBLE_INDIVIDUAL);
    private static final List<Role> OTHERS = List.of(Role.DUTY_SOCIAL_WORKER, Role.TEAM_MANAGER);

    private final HandleRepository repository;
    private final CaseFiles files;
    private final CaseGrants grants;
    private final CaseRecord record;
    private final Agency agency;

    KeptFromFinds(HandleRepository repository, CaseFiles files, CaseGrants grants, CaseRecord record, Agency agency) {
        this.repository = repository;
        this.files = files;
        this.grants = grants;
        this.record = record;
        this.agency = agency;
    }

    /** As the reports keep people away now. */
    void from(String find) {
        Set<String> away = away(find);
        Set<String> allTheSame = lastResort(find, away);
        away.stream()
                .filter(personId -> !allTheSame.contains(personId))
                .forEach(personId -> files.exclude(find, personId, WHY));
    }

    @EventListener
    void on(PersonExcluded excluded) {
        repository.findsOf(excluded.reference()).forEach(this::from);
    }

    @EventListener
    void on(PersonCleared cleared) {
        repository.findsAbout(cleared.childId()).stream()
                .filter(find -> !away(find).contains(cleared.personId()))
                .forEach(find -> files.letBack(find, cleared.personId(), WHY));
    }

    private Set<String> away(String find) {
        return repository.of(find).stream()
                .map(Sighting::reference)
                .distinct()
                .flatMap(report -> files.excluded(report).stream())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** @return who is asked although kept away from one of the reports; empty as long as anybody else can be */
    private Set<String> lastResort(String find, Set<String> away) {
        if (!first(MANAGERS, away).isEmpty()) {
            return Set.of();
        }
        Set<String> others = first(OTHERS, away);
        others.forEach(personId -> grants.give(find, personId, GrantReason.LAST_RESORT));
        if (!others.isEmpty()) {
            return Set.of();
        }
        Set<String> highest = first(List.of(Role.RESPONSIBLE_INDIVIDUAL, Role.REGISTERED_MANAGER), Set.of());
        if (record.entries(find).stream().noneMatch(entry -> entry.title().equals(EVERYBODY_NAMED))) {
            record.append(
                    find,
                    NewEntry.now(
                            EntryKind.TOLD,
                            EVERYBODY_NAMED,
                            List.of(new Statement(
                                    "Asked all the same",
                                    highest.stream().map(agency::nameOf).collect(Collectors.joining(", ")))),
                            Author.SYSTEM));
        }
        return highest;
    }

    /** The holders of the first of these roles that has any who are not kept away. */
    private Set<String> first(List<Role> roles, Set<String> away) {
        return roles.stream()
                .map(role -> holders(role)
                        .filter(id -> !away.contains(id))
                        .collect(Collectors.toCollection(LinkedHashSet::new)))
                .filter(people -> !people.isEmpty())
                .findFirst()
                .orElseGet(LinkedHashSet::new);
    }

    private Stream<String> holders(Role role) {
        return agency.holdersOf(role).stream().map(Person::id);
    }
}
