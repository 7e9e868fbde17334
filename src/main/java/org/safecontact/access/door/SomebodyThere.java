package org.safecontact.access.door;

import java.util.Set;
import org.safecontact.agency.Role;

/**
 * Who stands at the door.
 *
 * @param id the login
 * @param roles what they do at this moment, as the agency says
 */
record SomebodyThere(String id, Set<Role> roles) {

    boolean isOneOf(Set<Role> wanted) {
        return roles.stream().anyMatch(wanted::contains);
    }
}
