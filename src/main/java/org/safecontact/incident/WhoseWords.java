package org.safecontact.incident;

import java.util.Set;
import java.util.stream.Collectors;
import org.safecontact.access.Relation;
import org.safecontact.access.Relations;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Person;
import org.springframework.stereotype.Service;

/** Whose words somebody reads in a case that is theirs: workers everybody's, carers those of their own home. */
@Service
public class WhoseWords {

    private final Relations relations;
    private final Agency agency;

    WhoseWords(Relations relations, Agency agency) {
        this.relations = relations;
        this.agency = agency;
    }

    /** Whether the person reads only what their own home wrote. */
    public boolean ownHomeOnly(String personId) {
        return relations.of(personId) == Relation.OWN_HOUSEHOLD;
    }

    /** Everybody who cares in the home of this person, and the person. */
    public Set<String> homeOf(String personId) {
        Set<String> home = agency.person(personId).flatMap(Person::householdId).stream()
                .flatMap(household -> agency.carersOf(household).stream())
                .map(Person::id)
                .collect(Collectors.toSet());
        home.add(personId);
        return home;
    }
}
