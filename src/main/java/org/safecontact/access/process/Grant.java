package org.safecontact.access.process;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.safecontact.agency.Role;

/**
 * What the engine itself allows a role to do.
 *
 * @param role the group
 * @param resource the kind of thing
 * @param resourceId which one, {@code *} for all
 * @param permissions what may be done with it
 */
record Grant(Role role, Resource resource, String resourceId, Set<Permission> permissions) {

    static List<Grant> toEach(Iterable<Role> roles, Resource resource, String resourceId, Permission... permissions) {
        java.util.ArrayList<Grant> grants = new java.util.ArrayList<>();
        roles.forEach(role -> grants.add(new Grant(role, resource, resourceId, Set.of(permissions))));
        return grants;
    }
}
