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
import org.springframework.stereotype.Component;

/**
 * At every start the engine's grants are exactly ours: missing ones are made, others go. Before the first page can be
 * opened.
 */
@Component
class Seeding implements SmartInitializingSingleton {

    private record Key(String group, int resource, String resourceId) {}

    private final AuthorizationService authorizations;
    private final PreparedFilters filters;

    Seeding(AuthorizationService authorizations, PreparedFilters filters) {
        this.authorizations = authorizations;
        this.filters = filters;
    }

    @Override
    public void afterSingletonsInstantiated() {
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
