package org.safecontact.access.process;

import java.util.Optional;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.safecontact.access.LoginChanges;

/** The engine's own logins; what a person changes about one is kept in the same transaction. */
class WatchedLogins extends DbIdentityServiceProvider {

    private final LoginChanges changes;

    private WatchedLogins(LoginChanges changes) {
        this.changes = changes;
    }

    static SessionFactory factory(LoginChanges changes) {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return WatchedLogins.class;
            }

            @Override
            public Session openSession() {
                return new WatchedLogins(changes);
            }
        };
    }

    @Override
    public IdentityOperationResult saveUser(User user) {
        UserEntity login = (UserEntity) user;
        boolean fresh = login.getRevision() == 0;
        boolean newPassword = login.hasNewPassword();
        IdentityOperationResult result = super.saveUser(user);
        if (fresh) {
            note(user.getId(), "was given a login");
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
            note(userId, "was put into the group " + groupId);
        }
        return result;
    }

    @Override
    public IdentityOperationResult deleteMembership(String userId, String groupId) {
        IdentityOperationResult result = super.deleteMembership(userId, groupId);
        if (changed(result)) {
            note(userId, "was taken out of the group " + groupId);
        }
        return result;
    }

    private static boolean changed(IdentityOperationResult result) {
        return !IdentityOperationResult.OPERATION_NONE.equals(result.getOperation());
    }

    /** What the product does by itself, such as letting groups follow the agency's folder, is no person's change. */
    private void note(String login, String change) {
        Optional.ofNullable(getCurrentAuthentication())
                .map(person -> person.getUserId())
                .ifPresent(by -> changes.note(login, change, by));
    }
}
