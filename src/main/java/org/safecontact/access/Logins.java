package org.safecontact.access;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.safecontact.agency.Role;
import org.springframework.stereotype.Service;

/** Who can log in, and with which groups. The engine keeps the passwords, salted and hashed. */
@Service
public class Logins {

    private final IdentityService identities;

    Logins(IdentityService identities) {
        this.identities = identities;
    }

    /** Makes the group of a role where it is missing; nobody logs in as an emergency duty team, so it has none. */
    public void provide(Role role) {
        if (role == Role.EMERGENCY_DUTY_TEAM
                || identities.createGroupQuery().groupId(role.groupId()).count() > 0) {
            return;
        }
        Group group = identities.newGroup(role.groupId());
        group.setName(
                Character.toUpperCase(role.words().charAt(0)) + role.words().substring(1));
        group.setType(role == Role.ADMINISTRATOR ? "SYSTEM" : "WORKFLOW");
        identities.saveGroup(group);
    }

    /**
     * Makes a login where it is missing and gives it the role's group. A login that is there keeps its password.
     *
     * @param id the login, letters and digits only
     * @param name as colleagues know them
     * @param password for a new login
     * @return whether the login is new
     * @throws AuthorizationException when somebody is logged in who may not do this
     */
    public boolean provide(String id, String name, String password, Role role) {
        provide(role);
        boolean fresh = identities.createUserQuery().userId(id).count() == 0;
        if (fresh) {
            User user = identities.newUser(id);
            int lastWord = name.lastIndexOf(' ');
            user.setFirstName(lastWord < 0 ? name : name.substring(0, lastWord));
            user.setLastName(lastWord < 0 ? "" : name.substring(lastWord + 1));
            user.setPassword(password);
            identities.saveUser(user);
        }
        boolean member = identities
                        .createUserQuery()
                        .userId(id)
                        .memberOfGroup(role.groupId())
                        .count()
                > 0;
        if (!member) {
            identities.createMembership(id, role.groupId());
        }
        return fresh;
    }

    /** Whether anybody can log in with that role. */
    public boolean anybodyIs(Role role) {
        return identities.createUserQuery().memberOfGroup(role.groupId()).count() > 0;
    }
}
