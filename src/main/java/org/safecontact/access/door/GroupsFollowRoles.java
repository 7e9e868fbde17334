package org.safecontact.access.door;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.springframework.stereotype.Component;

/**
 * The engine's groups decide which lists somebody finds and which application lets them in. They follow the agency's
 * folder whenever somebody logs in; what a person may see and do follows the folder directly, on every request.
 */
@Component
class GroupsFollowRoles {

    private final Agency agency;
    private final IdentityService identity;

    GroupsFollowRoles(Agency agency, IdentityService identity) {
        this.agency = agency;
        this.identity = identity;
    }

    /**
     * Asks the engine the same questions whoever it is: how long the answer takes must not say who works here.
     *
     * @return whether there is such a login
     */
    boolean beforeLogin(String login) {
        boolean hasLogin = identity.createUserQuery().userId(login).count() == 1;
        Set<String> present = new HashSet<>(identity.createGroupQuery().groupMember(login).list().stream()
                .map(Group::getId)
                .toList());
        agency.person(login).filter(person -> hasLogin).ifPresent(person -> follow(person, present));
        return hasLogin;
    }

    private void follow(Person person, Set<String> present) {
        Set<String> wanted = new HashSet<>();
        person.roles().forEach(role -> wanted.add(role.groupId()));
        wanted.remove(Role.EMERGENCY_DUTY_TEAM.groupId());
        // whoever looks after the machine is appointed with the login, not by the folder
        Set<String> ours =
                new HashSet<>(Arrays.stream(Role.values()).map(Role::groupId).toList());
        ours.remove(Role.ADMINISTRATOR.groupId());
        wanted.remove(Role.ADMINISTRATOR.groupId());

        present.retainAll(ours);
        wanted.stream()
                .filter(group -> !present.contains(group))
                .forEach(group -> identity.createMembership(person.id(), group));
        present.stream()
                .filter(group -> !wanted.contains(group))
                .forEach(group -> identity.deleteMembership(person.id(), group));
    }
}
