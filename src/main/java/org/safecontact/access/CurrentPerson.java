package org.safecontact.access;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who is at the keyboard: the person of the present request, or nobody when the product works by itself. */
@Component
public class CurrentPerson {

    private static final ThreadLocal<String> BEHIND_THE_HOUSE = new ThreadLocal<>();

    private final ObjectProvider<IdentityService> identity;

    CurrentPerson(ObjectProvider<IdentityService> identity) {
        this.identity = identity;
    }

    /** The login of the present person; empty in jobs and at start. */
    public Optional<String> id() {
        return authentication().map(Authentication::getUserId).or(() -> Optional.ofNullable(BEHIND_THE_HOUSE.get()));
    }

    /** @throws NotYours when nobody is there */
    public String required() {
        return id().orElseThrow(NotYours::new);
    }

    /**
     * Runs work that the product does on its own account while a person waits, such as continuing a process that the
     * person could not touch directly. The engine then checks no permission; {@link #id()} still names the person.
     * Whoever calls this has asked {@link CaseAccess} before.
     */
    public <T> T asTheHouse(Supplier<T> work) {
        Optional<Authentication> person = authentication();
        if (person.isEmpty()) {
            return work.get();
        }
        IdentityService service = identity.getObject();
        BEHIND_THE_HOUSE.set(person.get().getUserId());
        service.clearAuthentication();
        try {
            return work.get();
        } finally {
            service.setAuthentication(person.get().getUserId(), person.get().getGroupIds(), List.of());
            BEHIND_THE_HOUSE.remove();
        }
    }

    /** As {@link #asTheHouse(Supplier)}, for work without a result. */
    public void asTheHouse(Runnable work) {
        asTheHouse(() -> {
            work.run();
            return null;
        });
    }

    /** What the engine's lists show somebody, asked when nobody is at the keyboard. */
    public <T> T inSightOf(String personId, Supplier<T> question) {
        IdentityService service = identity.getObject();
        service.setAuthentication(personId, List.of());
        try {
            return question.get();
        } finally {
            service.clearAuthentication();
        }
    }

    private Optional<Authentication> authentication() {
        return Optional.ofNullable(identity.getObject().getCurrentAuthentication())
                .filter(present -> present.getUserId() != null);
    }
}
