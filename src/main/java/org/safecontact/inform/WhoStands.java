package org.safecontact.inform;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Household;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.safecontact.agency.WorkingTime;
import org.springframework.stereotype.Component;

/** Which people a role of the decision table means, for one case at one moment; nobody who is excluded. */
@Component
class WhoStands {

    /** The table's word for the registered managers who do not stand as the one on call. */
    static final String OTHER_MANAGERS = "otherRegisteredManagers";

    /** Every team manager, of whatever home: asked when nobody else is left. */
    static final String OTHER_TEAM_MANAGERS = "otherTeamManagers";

    private static final List<Role> ON_LADDERS = List.of(
            Role.SUPERVISING_SOCIAL_WORKER,
            Role.DUTY_SOCIAL_WORKER,
            Role.TEAM_MANAGER,
            Role.REGISTERED_MANAGER,
            Role.RESPONSIBLE_INDIVIDUAL);

    private final Agency agency;
    private final CaseFiles files;
    private final WorkingTime workingTime;

    WhoStands(Agency agency, CaseFiles files, WorkingTime workingTime) {
        this.agency = agency;
        this.files = files;
        this.workingTime = workingTime;
    }

    /** Who stands for a role; empty when nobody can. */
    List<String> people(String role, String reference, Instant now) {
        Set<String> excluded = files.excluded(reference);
        return holders(role, reference, now)
                .map(Person::id)
                .filter(id -> !excluded.contains(id))
                .distinct()
                .toList();
    }

    /**
     * Roles whose holder is named in the concern, related to or living with somebody named. For the registered manager
     * that is the one on call and the one who answers for the service: their deputies do not decide about them.
     */
    List<String> excludedRoles(String reference, Instant now) {
        Set<String> excluded = files.excluded(reference);
        if (excluded.isEmpty()) {
            return List.of();
        }
        Predicate<Person> isExcluded = person -> excluded.contains(person.id());
        Stream<String> ladder = ON_LADDERS.stream()
                .filter(role -> role == Role.REGISTERED_MANAGER
                        ? managersWhoAnswer(now).anyMatch(isExcluded)
                        : holders(role.groupId(), reference, now).findAny().isPresent()
                                && holders(role.groupId(), reference, now).allMatch(isExcluded))
                .map(Role::groupId);
        Stream<String> authority = childsSocialWorker(reference).stream()
                .filter(excluded::contains)
                .map(id -> Role.CHILDS_SOCIAL_WORKER.groupId());
        return Stream.concat(ladder, authority).toList();
    }

    /** Whether the supervising social worker can answer: there now or, when the office is closed, when it opens. */
    boolean supervisingSocialWorkerAvailable(String reference, Instant now) {
        Instant asked = workingTime.isOfficeHours(now) ? now : workingTime.due(now, "nextWorkingDay09:00");
        return household(reference)
                .flatMap(home -> agency.supervisingSocialWorkerOf(home.id()))
                .filter(worker -> agency.available(worker.id(), asked))
                .isPresent();
    }

    private Stream<Person> holders(String role, String reference, Instant now) {
        if (OTHER_MANAGERS.equals(role)) {
            String onCall = agency.onCallManager(now).map(Person::id).orElse("");
            return agency.holdersOf(Role.REGISTERED_MANAGER).stream()
                    .filter(manager -> !manager.id().equals(onCall));
        }
        if (OTHER_TEAM_MANAGERS.equals(role)) {
            return agency.holdersOf(Role.TEAM_MANAGER).stream();
        }
        Optional<Household> home = household(reference);
        return switch (Role.ofGroup(role).orElseThrow(() -> new IllegalArgumentException("No role: " + role))) {
            case SUPERVISING_SOCIAL_WORKER ->
                home.flatMap(known -> agency.supervisingSocialWorkerOf(known.id())).stream();
            case DUTY_SOCIAL_WORKER -> onDuty(reference, now);
            case TEAM_MANAGER ->
                whoIsThere(home.map(known -> agency.teamManagersOf(known.id())).orElse(List.of()), now);
            case REGISTERED_MANAGER -> agency.onCallManager(now).stream();
            case RESPONSIBLE_INDIVIDUAL -> whoIsThere(agency.holdersOf(Role.RESPONSIBLE_INDIVIDUAL), now);
            default -> Stream.empty();
        };
    }

    /** Whoever the rota names; when all of them are excluded, every other duty worker. */
    private Stream<Person> onDuty(String reference, Instant now) {
        Set<String> excluded = files.excluded(reference);
        List<Person> named = agency.onDuty(now);
        return named.stream().allMatch(person -> excluded.contains(person.id()))
                ? agency.holdersOf(Role.DUTY_SOCIAL_WORKER).stream()
                : named.stream();
    }

    private Stream<Person> managersWhoAnswer(Instant now) {
        return Stream.concat(
                agency.onCallManager(now).stream(),
                agency.holdersOf(Role.REGISTERED_MANAGER).stream().limit(1));
    }

    /** Those who are there; when all are away, all of them: a rung is never empty because of holidays. */
    private Stream<Person> whoIsThere(List<Person> people, Instant now) {
        List<Person> there = people.stream()
                .filter(person -> agency.available(person.id(), now))
                .toList();
        return there.isEmpty() ? people.stream() : there.stream();
    }

    private Optional<Household> household(String reference) {
        return files.find(reference).flatMap(file -> file.householdId()).flatMap(agency::household);
    }

    private Optional<String> childsSocialWorker(String reference) {
        return files.find(reference)
                .flatMap(file -> file.childId())
                .flatMap(agency::child)
                .map(child -> child.childsSocialWorkerId());
    }
}
