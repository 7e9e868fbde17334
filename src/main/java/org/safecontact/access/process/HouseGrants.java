package org.safecontact.access.process;

import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.RETRY_JOB;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.safecontact.agency.Role;

/**
 * The whole of what the engine's own permissions allow anybody. Tasks are missing on purpose: they follow person and
 * case. Nobody may change the own login, nobody may grant anything; the administrator sees no task, variable or history
 * of a case. House default.
 */
final class HouseGrants {

    /** Everybody who works with Tasklist. */
    static final Set<Role> PEOPLE = EnumSet.complementOf(EnumSet.of(Role.ADMINISTRATOR, Role.EMERGENCY_DUTY_TEAM));

    static final Set<Role> WORKERS = EnumSet.of(
            Role.SUPERVISING_SOCIAL_WORKER,
            Role.DUTY_SOCIAL_WORKER,
            Role.TEAM_MANAGER,
            Role.REGISTERED_MANAGER,
            Role.RESPONSIBLE_INDIVIDUAL);

    static final Set<Role> REPORTERS = PEOPLE;

    static final String REPORT = "unplanned-contact";

    private static final Set<Role> ADMINISTRATOR = EnumSet.of(Role.ADMINISTRATOR);

    private HouseGrants() {}

    /** @param filters ids of the prepared filters and the roles that see each */
    static List<Grant> all(Map<String, Set<Role>> filters) {
        List<Grant> grants = new ArrayList<>();
        grants.addAll(Grant.toEach(PEOPLE, Resources.APPLICATION, "tasklist", ACCESS));
        // names of colleagues and of what is done; the door shows no list of either
        grants.addAll(Grant.toEach(PEOPLE, Resources.USER, Authorization.ANY, READ));
        grants.addAll(Grant.toEach(PEOPLE, Resources.PROCESS_DEFINITION, Authorization.ANY, READ));
        grants.addAll(Grant.toEach(REPORTERS, Resources.PROCESS_DEFINITION, REPORT, CREATE_INSTANCE));
        grants.addAll(Grant.toEach(REPORTERS, Resources.PROCESS_INSTANCE, Authorization.ANY, CREATE));
        filters.forEach((id, roles) -> grants.addAll(Grant.toEach(roles, Resources.FILTER, id, READ)));

        // asking what a table would say stores nothing (contract, section 4)
        grants.addAll(Grant.toEach(
                EnumSet.of(Role.ADMINISTRATOR, Role.REGISTERED_MANAGER),
                Resources.DECISION_DEFINITION,
                Authorization.ANY,
                READ,
                CREATE_INSTANCE));

        grants.addAll(Grant.toEach(ADMINISTRATOR, Resources.APPLICATION, "cockpit", ACCESS));
        grants.addAll(Grant.toEach(ADMINISTRATOR, Resources.APPLICATION, "admin", ACCESS));
        grants.addAll(Grant.toEach(ADMINISTRATOR, Resources.USER, Authorization.ANY, ALL));
        grants.addAll(Grant.toEach(ADMINISTRATOR, Resources.GROUP, Authorization.ANY, READ));
        grants.addAll(Grant.toEach(ADMINISTRATOR, Resources.GROUP_MEMBERSHIP, Authorization.ANY, ALL));
        grants.addAll(Grant.toEach(ADMINISTRATOR, Resources.DEPLOYMENT, Authorization.ANY, READ));
        grants.addAll(Grant.toEach(ADMINISTRATOR, Resources.DECISION_REQUIREMENTS_DEFINITION, Authorization.ANY, READ));
        // instances show where they stand and what failed, never a variable; a failed step may be tried again
        grants.addAll(Grant.toEach(
                ADMINISTRATOR, Resources.PROCESS_DEFINITION, Authorization.ANY, READ, READ_INSTANCE, RETRY_JOB));
        return grants;
    }
}
