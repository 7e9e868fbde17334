package org.safecontact.access;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody's work is towards cases at this moment, and as what they stand in one of them. */
@Service
@Transactional(readOnly = true)
public class Relations {

    private final Agency agency;
    private final Clock clock;

    Relations(Agency agency, Clock clock) {
        this.agency = agency;
        this.clock = clock;
    }

    /** What somebody's work is towards cases, the widest first. */
    public Relation of(String personId) {
        Optional<Person> known = agency.person(personId);
        if (known.isEmpty()) {
            return Relation.NONE;
        }
        Person person = known.get();
        if (person.is(Role.REGISTERED_MANAGER) || person.is(Role.RESPONSIBLE_INDIVIDUAL)) {
            return Relation.SERVICE;
        }
        if (isOnDuty(person)) {
            return Relation.DUTY_NOW;
        }
        if (person.is(Role.TEAM_MANAGER)) {
            return Relation.TEAM;
        }
        if (person.is(Role.SUPERVISING_SOCIAL_WORKER)) {
            return Relation.CASELOAD;
        }
        if (person.is(Role.CHILDS_SOCIAL_WORKER)) {
            return Relation.CHILDS_AUTHORITY;
        }
        return person.is(Role.CARER) ? Relation.OWN_HOUSEHOLD : Relation.NONE;
    }

    /** The roles of {@link #standsAs} that this person has on some case; on which, only that one knows. */
    List<String> mayStandAs(Person person) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(person.roles());
        roles.removeAll(Set.of(Role.DUTY_SOCIAL_WORKER, Role.EMERGENCY_DUTY_TEAM, Role.ADMINISTRATOR));
        if (isOnDuty(person)) {
            roles.add(Role.DUTY_SOCIAL_WORKER);
            roles.add(Role.SUPERVISING_SOCIAL_WORKER);
        }
        return roles.stream().map(Role::groupId).toList();
    }

    /** Whether this person holds the role towards this case: its home, its child, its turn. */
    boolean standsAs(String personId, Role role, CaseFacts facts) {
        CaseFile file = facts.file();
        Optional<Person> holder = agency.person(personId);
        if (holder.isEmpty()) {
            return false;
        }
        Person person = holder.get();
        return switch (role) {
            case SUPERVISING_SOCIAL_WORKER -> supervises(person, file.householdId(), facts.excluded());
            case DUTY_SOCIAL_WORKER -> isOnDuty(person);
            case TEAM_MANAGER ->
                person.is(role)
                        && file.householdId().map(agency::teamManagersOf).orElse(List.of()).stream()
                                .anyMatch(manager -> manager.id().equals(personId));
            case REGISTERED_MANAGER, RESPONSIBLE_INDIVIDUAL -> person.is(role);
            case CARER ->
                person.is(role)
                        && person.householdId().equals(file.householdId())
                        && file.householdId().isPresent();
            case CHILDS_SOCIAL_WORKER ->
                person.is(role)
                        && file.childId()
                                .filter(child -> agency.childrenOfChildsSocialWorker(personId).stream()
                                        .anyMatch(own -> own.id().equals(child)))
                                .isPresent();
            case EMERGENCY_DUTY_TEAM, ADMINISTRATOR -> false;
        };
    }

    /** The child's own supervising social worker, or whoever is on duty while that one is away or excluded. */
    boolean supervises(Person person, Optional<String> householdId, Set<String> excluded) {
        Optional<Person> own = householdId.flatMap(agency::supervisingSocialWorkerOf);
        if (own.filter(person::equals).isPresent()) {
            return true;
        }
        Instant now = clock.instant();
        boolean standIn = own.isEmpty()
                || !agency.available(own.get().id(), now)
                || excluded.contains(own.get().id());
        return standIn && isOnDuty(person);
    }

    boolean isOnDuty(Person person) {
        return agency.onDuty(clock.instant()).stream()
                .anyMatch(duty -> duty.id().equals(person.id()));
    }
}
