package org.safecontact.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is kept away from a report and reads what is kept about the child in no case: what is changed there because of the report, they see change. */
@Service
@Transactional(readOnly = true)
public class KeptAwayReaders {

    private final CaseAccess access;
    private final ChildAccess children;
    private final CaseFiles files;
    private final Agency agency;

    KeptAwayReaders(CaseAccess access, ChildAccess children, CaseFiles files, Agency agency) {
        this.access = access;
        this.children = children;
        this.files = files;
        this.agency = agency;
    }

    /** Everybody of the kind, by role in the order of {@link Role}. */
    public List<Person> of(String childId, String reference) {
        Set<String> excluded = files.excluded(reference);
        boolean walled = files.walled(reference);
        return Stream.of(Role.values())
                .flatMap(role -> agency.holdersOf(role).stream())
                .distinct()
                .filter(person -> walled || excluded.contains(person.id()))
                .filter(person -> access.keptAway(person.id(), reference))
                .filter(person -> children.mayRead(person.id(), childId))
                .toList();
    }
}
