package org.safecontact.access;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Household;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.springframework.stereotype.Service;

/** For whom a login opens anything at this moment: who works or cares here by the agency's folder and is not suspended, and who looks after the machine. */
@Service
public class WhoComesIn {

    private final Agency agency;
    private final Clock clock;

    WhoComesIn(Agency agency, Clock clock) {
        this.agency = agency;
        this.clock = clock;
    }

    /** @param groups that the login carries */
    public boolean mayComeIn(String login, Collection<String> groups) {
        Optional<Person> known = agency.person(login);
        return known.isPresent()
                ? !known.get().isSuspended(clock.instant())
                : groups.contains(Role.ADMINISTRATOR.groupId());
    }

    /** What somebody's work is by the folder. With any of it a session ends: another role, home, caseload or team. */
    public String standing(String login) {
        List<Object> standing = List.of(
                agency.person(login)
                        .map(Person::roles)
                        .map(roles -> roles.stream().sorted().toList())
                        .orElse(List.of()),
                agency.householdOf(login).map(Household::id).orElse(""),
                agency.householdsSupervisedBy(login),
                agency.householdsOfTeamsManagedBy(login));
        return standing.toString();
    }
}
