package org.safecontact.access.door;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
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

    /** @param form login and password as the browser sends them; the password is not looked at */
    void beforeLogin(byte[] form) {
        for (String part : new String(form, StandardCharsets.UTF_8).split("&")) {
            if (part.startsWith("username=")) {
                follow(decode(part.substring("username=".length())));
            }
        }
    }

    private void follow(String login) {
        agency.person(login)
                .filter(person -> identity.createUserQuery().userId(login).count() == 1)
                .ifPresent(this::follow);
    }

    private void follow(Person person) {
        Set<String> wanted = new HashSet<>();
        person.roles().forEach(role -> wanted.add(role.groupId()));
        wanted.remove(Role.EMERGENCY_DUTY_TEAM.groupId());
        // whoever looks after the machine is appointed with the login, not by the folder
        Set<String> ours =
                new HashSet<>(Arrays.stream(Role.values()).map(Role::groupId).toList());
        ours.remove(Role.ADMINISTRATOR.groupId());
        wanted.remove(Role.ADMINISTRATOR.groupId());

        Set<String> present = new HashSet<>(identity.createGroupQuery().groupMember(person.id()).list().stream()
                .map(Group::getId)
                .toList());
        present.retainAll(ours);
        wanted.stream()
                .filter(group -> !present.contains(group))
                .forEach(group -> identity.createMembership(person.id(), group));
        present.stream()
                .filter(group -> !wanted.contains(group))
                .forEach(group -> identity.deleteMembership(person.id(), group));
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
