package org.safecontact.access.process;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * At every start the engine's grants are exactly ours: missing ones are made, others go. Before the first page can be
 * opened.
 */
@Component
class Seeding implements SmartInitializingSingleton {

    private record Key(String group, int resource, String resourceId) {}

    /** Any number that nothing else in this database locks. */
    private static final long LOCK = 7_302_411L;

    private final AuthorizationService authorizations;
    private final PreparedFilters filters;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    Seeding(
            AuthorizationService authorizations,
            PreparedFilters filters,
            PlatformTransactionManager transactions,
            JdbcClient jdbc) {
        this.authorizations = authorizations;
        this.filters = filters;
        this.transaction = new TransactionTemplate(transactions);
        this.jdbc = jdbc;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            // nodes that start at the same time take turns
            jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query().singleRow();
            seed();
        });
    }

    private void seed() {
        Map<Key, Permission[]> wanted = new HashMap<>();
        for (Grant grant : HouseGrants.all(filters.provide())) {
            wanted.put(
                    key(grant.role().groupId(), grant.resource(), grant.resourceId()),
                    grant.permissions().toArray(Permission[]::new));
        }
        List<Authorization> present = authorizations.createAuthorizationQuery().list();
        for (Authorization one : present) {
            Permission[] permissions =
                    one.getGroupId() == null || one.getAuthorizationType() != Authorization.AUTH_TYPE_GRANT
                            ? null
                            : wanted.remove(new Key(one.getGroupId(), one.getResourceType(), one.getResourceId()));
            if (permissions == null) {
                authorizations.deleteAuthorization(one.getId());
            } else if (!sameAs(one, permissions)) {
                one.setPermissions(permissions);
                authorizations.saveAuthorization(one);
            }
        }
        wanted.forEach(this::make);
    }

    private void make(Key key, Permission[] permissions) {
        Authorization made = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        made.setGroupId(key.group());
        made.setResourceType(key.resource());
        made.setResourceId(key.resourceId());
        made.setPermissions(permissions);
        authorizations.saveAuthorization(made);
    }

    private static boolean sameAs(Authorization present, Permission[] wanted) {
        int bits = Arrays.stream(wanted).mapToInt(Permission::getValue).reduce(0, (a, b) -> a | b);
        return ((AuthorizationEntity) present).getPermissions() == bits;
    }

    private static Key key(String group, Resource resource, String resourceId) {
        return new Key(group, resource.resourceType(), resourceId);
    }
}
