package org.safecontact.access;

import java.util.Arrays;
import org.camunda.bpm.engine.ProcessEngineException;
import org.safecontact.agency.Role;
import org.safecontact.start.CannotStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * On a database of the agency's own: the groups, and one administrator who makes the other logins. Before the first
 * page can be opened, so that nobody finds the web applications without an owner.
 */
@Component
@Profile("!demo")
class FirstLogin implements SmartInitializingSingleton {

    static final String ADMINISTRATOR = "admin";

    private static final Logger LOG = LoggerFactory.getLogger(FirstLogin.class);

    private final Logins logins;
    private final String password;

    FirstLogin(Logins logins, @Value("${safe-contact.admin.password:}") String password) {
        this.logins = logins;
        this.password = password;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Arrays.stream(Role.values()).forEach(logins::provide);
        if (logins.anybodyIs(Role.ADMINISTRATOR)) {
            if (!password.isBlank()) {
                LOG.info("There is an administrator: SAFE_CONTACT_ADMIN_PASSWORD is not read any more and can go.");
            }
            return;
        }
        if (password.isBlank()) {
            throw new CannotStart("Missing: SAFE_CONTACT_ADMIN_PASSWORD, because nobody is an administrator.");
        }
        try {
            logins.provide(ADMINISTRATOR, "Administrator", password, Role.ADMINISTRATOR);
        } catch (ProcessEngineException weak) {
            throw new CannotStart(
                    "SAFE_CONTACT_ADMIN_PASSWORD is too weak: at least ten characters, with capital and small letters,"
                            + " a digit and another sign, and without the word admin.",
                    weak);
        }
    }
}
