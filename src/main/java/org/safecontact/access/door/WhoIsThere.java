package org.safecontact.access.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.safecontact.access.WhoComesIn;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.springframework.stereotype.Component;

/**
 * Finds the person of a request: from the session that Camunda's login made, asked again each time, so that a login
 * taken away or a role that changed counts at once. A session ends with the login as it was when the session began (a
 * new password, another group, a login taken away and made again), with the work that the person did then (another role,
 * home or team, suspended, gone), and when nobody touches the screen ({@link Attendance}).
 */
@Component
class WhoIsThere {

    private static final String SESSION_KEY = "authenticatedUser";
    private static final String LOGIN_KEY = WhoIsThere.class.getName() + ".login";
    private static final String UNATTENDED = WhoIsThere.class.getName() + ".unattended";
    private static final String ENGINE = "default";

    private final IdentityService identity;
    private final Agency agency;
    private final WhoComesIn comesIn;
    private final Attendance attendance;

    WhoIsThere(IdentityService identity, Agency agency, WhoComesIn comesIn, Attendance attendance) {
        this.identity = identity;
        this.agency = agency;
        this.comesIn = comesIn;
        this.attendance = attendance;
    }

    Optional<SomebodyThere> of(HttpServletRequest request) {
        Optional<String> id = login(request);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        Set<String> groups = groupsOf(id.get());
        Optional<String> began = SharedSession.attribute(request.getSession(false), LOGIN_KEY, String.class);
        if (began.isEmpty() || !began.equals(mark(id.get(), groups))) {
            SharedSession.end(request.getSession(false));
            return Optional.empty();
        }
        if (attendance.isOver(request.getSession(false), id.get())) {
            SharedSession.end(request.getSession(false));
            request.setAttribute(UNATTENDED, true);
            return Optional.empty();
        }
        return id.map(person -> new SomebodyThere(person, rolesOf(person, groups)));
    }

    /** Whether it was just found that nobody had touched that screen for too long. */
    static boolean wasUnattended(HttpServletRequest request) {
        return request.getAttribute(UNATTENDED) != null;
    }

    /** Keeps with a session that has just begun how the login stands. */
    void rememberLogin(HttpServletRequest request) {
        login(request)
                .ifPresent(id -> mark(id, groupsOf(id)).ifPresent(mark -> {
                    SharedSession.change(request.getSession(false), session -> session.setAttribute(LOGIN_KEY, mark));
                    attendance.touched(request.getSession(false), id);
                }));
    }

    /**
     * Somebody logged out. Camunda takes the login out of the session, and a request that is under way puts it back when it has asked for the
     * groups again: without what the session began with it opens nothing.
     */
    void left(HttpServletRequest request) {
        SharedSession.end(request.getSession(false));
    }

    /** Changes with the password, which the engine keeps salted and hashed, the groups and the work; empty for whom no login opens anything. */
    private Optional<String> mark(String id, Set<String> groups) {
        return Optional.ofNullable(identity.createUserQuery().userId(id).singleResult())
                .filter(login -> comesIn.mayComeIn(id, groups))
                .map(User::getPassword)
                .map(password -> Sha256.of(password + groups + comesIn.standing(id)));
    }

    private Set<String> groupsOf(String id) {
        return identity.createGroupQuery().groupMember(id).list().stream()
                .map(Group::getId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What somebody does, as the agency says; the administrator's role is given with the login. */
    private Set<Role> rolesOf(String id, Set<String> groups) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(agency.person(id).map(Person::roles).orElse(Set.of()));
        roles.remove(Role.ADMINISTRATOR);
        if (groups.contains(Role.ADMINISTRATOR.groupId())) {
            roles.add(Role.ADMINISTRATOR);
        }
        return roles;
    }

    private static Optional<String> login(HttpServletRequest request) {
        return SharedSession.attribute(request.getSession(false), SESSION_KEY, Authentications.class)
                .map(known -> known.getAuthenticationForProcessEngine(ENGINE))
                .map(Authentication::getIdentityId);
    }
}
