package org.safecontact.agency;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who became part of the agency, or more in it, by somebody's hand on a page. */
@Service
@Transactional(readOnly = true)
public class EnteredHere {

    private static final Set<String> ABOVE =
            Set.of(Role.REGISTERED_MANAGER.groupId(), Role.RESPONSIBLE_INDIVIDUAL.groupId());

    private final AgencyRepository repository;

    EnteredHere(AgencyRepository repository) {
        this.repository = repository;
    }

    /**
     * Somebody who was added, or got a role that they did not have.
     *
     * @param by who did it
     */
    public record Entered(String personId, String by, Instant at) {}

    /** Everybody, the oldest first; not who stood above already. */
    public List<Entered> all() {
        return repository.onPages(ItemKind.PEOPLE).stream()
                .filter(EnteredHere::isMoreThanBefore)
                .map(change -> new Entered(change.id(), change.by().orElseThrow(), change.at()))
                .toList();
    }

    /** Whether that person was entered by this one after that moment. */
    public boolean by(String personId, String by, Instant after) {
        return all().stream()
                .anyMatch(each -> each.personId().equals(personId)
                        && each.by().equals(by)
                        && each.at().isAfter(after));
    }

    private static boolean isMoreThanBefore(AgencyRepository.Change change) {
        Set<String> before = roles(change.before());
        return before.stream().noneMatch(ABOVE::contains) && !before.containsAll(roles(change.after()));
    }

    private static Set<String> roles(Optional<ObjectNode> fields) {
        Set<String> roles = new TreeSet<>();
        fields.ifPresent(each -> each.path("roles").forEach(role -> roles.add(role.asText())));
        return roles;
    }
}
