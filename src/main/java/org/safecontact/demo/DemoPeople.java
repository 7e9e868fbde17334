package org.safecontact.demo;

import static org.safecontact.agency.Role.ADMINISTRATOR;
import static org.safecontact.agency.Role.CARER;
import static org.safecontact.agency.Role.CHILDS_SOCIAL_WORKER;
import static org.safecontact.agency.Role.DUTY_SOCIAL_WORKER;
import static org.safecontact.agency.Role.REGISTERED_MANAGER;
import static org.safecontact.agency.Role.RESPONSIBLE_INDIVIDUAL;
import static org.safecontact.agency.Role.SUPERVISING_SOCIAL_WORKER;
import static org.safecontact.agency.Role.TEAM_MANAGER;

import java.util.Arrays;
import java.util.List;
import org.safecontact.access.Logins;
import org.safecontact.agency.Role;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The logins of the demonstration (contract, section 2): plainly invented people, one password for all. */
@Component
@Profile(DemoStart.PROFILE)
class DemoPeople implements SmartInitializingSingleton {

    static final String PASSWORD = "Demo-contact-1";

    /**
     * Somebody who can log in.
     *
     * @param name the same as in the demonstration's agency folder
     * @param standsFor what the console says about them
     */
    record DemoLogin(String id, Role role, String name, String standsFor) {}

    static final List<DemoLogin> LOGINS = List.of(
            new DemoLogin("carer1", CARER, "Alex Ashdown", "carer of C1 and C2 (household H1)"),
            new DemoLogin("carer2", CARER, "Charlie Brookside", "carer of C3 (household H2)"),
            new DemoLogin("carer3", CARER, "Billie Ashdown", "second carer of C1 and C2"),
            new DemoLogin("ssw1", SUPERVISING_SOCIAL_WORKER, "Dana Northgate", "supervising social worker of H1"),
            new DemoLogin("ssw2", SUPERVISING_SOCIAL_WORKER, "Eli Southgate", "supervising social worker of H2"),
            new DemoLogin("duty1", DUTY_SOCIAL_WORKER, "Frankie Nightingale", "duty social worker"),
            new DemoLogin("teammanager1", TEAM_MANAGER, "Gray Teamwell", "team manager, North and South"),
            new DemoLogin("manager1", REGISTERED_MANAGER, "Harper Leadwell", "registered manager"),
            new DemoLogin("manager2", REGISTERED_MANAGER, "Indigo Deputy", "deputy of the registered manager"),
            new DemoLogin("director1", RESPONSIBLE_INDIVIDUAL, "Jules Overall", "responsible individual"),
            new DemoLogin("childsw1", CHILDS_SOCIAL_WORKER, "Kit Placer", "child's social worker of C1, C3"),
            new DemoLogin("childsw2", CHILDS_SOCIAL_WORKER, "Lee Placer", "child's social worker of C2"),
            new DemoLogin("admin", ADMINISTRATOR, "Max Machine", "administrator, sees no case"));

    private final Logins logins;

    DemoPeople(Logins logins) {
        this.logins = logins;
    }

    /** Before the first page can be opened; what the administrator has changed since stays. */
    @Override
    public void afterSingletonsInstantiated() {
        Arrays.stream(Role.values()).forEach(logins::provide);
        LOGINS.forEach(login -> logins.provide(login.id(), login.name(), PASSWORD, login.role()));
    }
}
