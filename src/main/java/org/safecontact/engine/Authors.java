package org.safecontact.engine;

import java.util.Comparator;
import java.util.Set;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.safecontact.record.Author;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who writes something, and in which of their roles they do. */
@Component
public class Authors {

    /** Of somebody who is not, or no longer, in the agency's folder. */
    private static final String NO_ROLE = "none";

    private final ObjectProvider<Agency> agency;

    Authors(ObjectProvider<Agency> agency) {
        this.agency = agency;
    }

    /** Somebody in the first of their roles, as {@link Role} orders them; the product itself stays itself. */
    public Author of(String personId) {
        return of(personId, Set.of());
    }

    /**
     * Somebody who does what was asked of certain roles.
     *
     * @param askedFor group ids; where the person holds several of them, the first as {@link Role} orders them counts, where none, the first
     *     of their own
     */
    public Author of(String personId, Set<String> askedFor) {
        if (Author.SYSTEM.personId().equals(personId)) {
            return Author.SYSTEM;
        }
        String role = agency.getObject().person(personId).map(Person::roles).orElse(Set.of()).stream()
                .min(Comparator.comparing((Role each) -> !askedFor.contains(each.groupId()))
                        .thenComparing(Comparator.naturalOrder()))
                .map(Role::groupId)
                .orElse(NO_ROLE);
        return new Author(personId, role);
    }
}
