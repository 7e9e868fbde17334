package org.safecontact.access.process;

import java.util.List;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.LoginChanges;
import org.safecontact.access.LoginLetters;
import org.safecontact.access.WhoComesIn;
import org.safecontact.agency.Role;
import org.springframework.beans.factory.ObjectProvider;

/** The engine's own logins; what a person changes about one is kept, and told, in the same transaction. */
class WatchedLogins extends DbIdentityServiceProvider {

    /** As long as a real one. */
    private static final String NO_SALT = "AAAAAAAAAAAAAAAAAAAAAA==";

    private final LoginChanges changes;

    private final ObjectProvider<LoginLetters> letters;

    private final WhoComesIn comesIn;

    private final CurrentPerson person;

    private WatchedLogins(
            LoginChanges changes, ObjectProvider<LoginLetters> letters, WhoComesIn comesIn, CurrentPerson person) {
        this.changes = changes;
        this.letters = letters;
        this.comesIn = comesIn;
        this.person = person;
    }

    static SessionFactory factory(
            LoginChanges changes, ObjectProvider<LoginLetters> letters, WhoComesIn comesIn, CurrentPerson person) {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return WatchedLogins.class;
            }

            @Override
            public Session openSession() {
                return new WatchedLogins(changes, letters, comesIn, person);
            }
        };
    }

    /**
     * Locks nobody out, as stock would for good after ten wrong passwords by anybody: the door slows down where they come from. An unknown
     * login takes as much work as a known one, so that how long the answer takes does not say who works here. For whoever is suspended or
     * gone the right password is a wrong one.
     */
    @Override
    public boolean checkPassword(String userId, String password) {
        UserEntity login = findUserById(userId);
        if (password == null) {
            return false;
        }
        if (login == null) {
            Context.getProcessEngineConfiguration()
                    .getPasswordManager()
                    .encrypt(EncryptionUtil.saltPassword(password, NO_SALT));
            return false;
        }
        boolean right = matchPassword(password, login);
        if (right && !login.getPassword().startsWith("{" + hashNow() + "}")) {
            // kept in an older way: the right password is known in this moment only
            login.setPassword(password);
            login.encryptPassword();
        }
        return right && comesIn.mayComeIn(userId, groupsOf(userId));
    }

    private List<String> groupsOf(String userId) {
        return createGroupQuery(Context.getCommandContext()).groupMember(userId).list().stream()
                .map(Group::getId)
                .toList();
    }

    private static String hashNow() {
        return Context.getProcessEngineConfiguration().getPasswordEncryptor().hashAlgorithmName();
    }

    @Override
    public IdentityOperationResult saveUser(User user) {
        UserEntity login = (UserEntity) user;
        boolean fresh = login.getRevision() == 0;
        boolean newPassword = login.hasNewPassword();
        IdentityOperationResult result = super.saveUser(user);
        if (fresh) {
            note(user.getId(), LoginChanges.GIVEN);
        } else if (newPassword) {
            note(user.getId(), "was given a new password");
        }
        return result;
    }

    @Override
    public IdentityOperationResult deleteUser(String userId) {
        IdentityOperationResult result = super.deleteUser(userId);
        if (changed(result)) {
            note(userId, "had the login taken away");
            changes.takenAway(userId);
        }
        return result;
    }

    @Override
    public IdentityOperationResult createMembership(String userId, String groupId) {
        IdentityOperationResult result = super.createMembership(userId, groupId);
        if (changed(result)) {
            note(userId, "was given the role " + words(groupId));
        }
        return result;
    }

    @Override
    public IdentityOperationResult deleteMembership(String userId, String groupId) {
        IdentityOperationResult result = super.deleteMembership(userId, groupId);
        if (changed(result)) {
            note(userId, "lost the role " + words(groupId));
        }
        return result;
    }

    private static String words(String groupId) {
        return Role.ofGroup(groupId).map(Role::words).orElse(groupId);
    }

    private static boolean changed(IdentityOperationResult result) {
        return !IdentityOperationResult.OPERATION_NONE.equals(result.getOperation());
    }

    /** What the product does by itself, such as letting groups follow the agency's folder, is no person's change. */
    private void note(String login, String change) {
        person.id().ifPresent(by -> tell(changes.note(login, change, by), login));
    }

    private void tell(long change, String login) {
        letters.getObject()
                .recipients(login)
                .forEach(recipient -> LoginLetterJob.later(new LoginLetterJob.Letter(change, login, recipient, false)));
    }
}
