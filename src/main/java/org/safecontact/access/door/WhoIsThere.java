package org.safecontact.access.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.springframework.stereotype.Component;

/**
 * Finds the person of a request: from the session that Camunda's login made, asked again each time, so that a login
 * taken away or a role that changed counts at once.
 */
@Component
class WhoIsThere {

    private static final String SESSION_KEY = "authenticatedUser";
    private static final String ENGINE = "default";

    private final IdentityService identity;
    private final Agency agency;

    WhoIsThere(IdentityService identity, Agency agency) {
        this.identity = identity;
        this.agency = agency;
    }

    Optional<SomebodyThere> of(HttpServletRequest request) {
        return login(request)
                .filter(id -> identity.createUserQuery().userId(id).count() == 1)
                .map(id -> new SomebodyThere(id, rolesOf(id)));
    }

    /** What somebody does, as the agency says; the administrator's role is given with the login. */
    private Set<Role> rolesOf(String id) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(agency.person(id).map(Person::roles).orElse(Set.of()));
        roles.remove(Role.ADMINISTRATOR);
        boolean administrator = identity.createUserQuery()
                        .userId(id)
                        .memberOfGroup(Role.ADMINISTRATOR.groupId())
                        .count()
                == 1;
        if (administrator) {
            roles.add(Role.ADMINISTRATOR);
        }
        return roles;
    }

    private static Optional<String> login(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(SESSION_KEY) instanceof Authentications known)) {
            return Optional.empty();
        }
        return Optional.ofNullable(known.getAuthenticationForProcessEngine(ENGINE))
                .map(Authentication::getIdentityId);
    }
}
