package org.safecontact.contact;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.ChildAccess;
import org.safecontact.incident.named.NamedBefore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Many agreed contacts of a child side by side, for whoever may read of them: as {@link Contacts#last}, with few statements. */
@Service
@Transactional(readOnly = true)
public class ContactsSoFar {

    private final ContactRepository repository;
    private final ChildAccess access;
    private final CaseFiles files;
    private final NamedBefore named;

    ContactsSoFar(ContactRepository repository, ChildAccess access, CaseFiles files, NamedBefore named) {
        this.repository = repository;
        this.access = access;
        this.files = files;
        this.named = named;
    }

    /**
     * What was told of contacts since then, the newest first. One that became a report is read by whoever reads that.
     *
     * @param readable references of reports that this person may read
     */
    public List<Contact> since(String childId, String personId, Set<String> readable, Instant from, int most) {
        access.requireRead(personId, childId);
        Set<String> excluded = files.excludedAbout(childId, personId);
        boolean notTold = named.about(childId).contains(personId);
        return repository.toldSince(childId, from, most).stream()
                .filter(contact -> contact.report()
                        .map(readable::contains)
                        .orElseGet(() -> contact.begunBy().equals(personId)
                                || !notTold && !excluded.contains(contact.reference())))
                .toList();
    }

    /** The agreed contact that each of the child's reports came of, by the report. */
    public Map<String, String> byReport(String childId) {
        return repository.byReport(childId);
    }

    /** Whether both speak of one contact: told by two people, the two times may differ a little. */
    public static boolean same(Contact one, Contact other) {
        return one.kept()
                .flatMap(kept -> other.kept()
                        .filter(also -> also.entry() == kept.entry()
                                && Duration.between(also.happenedAt(), kept.happenedAt())
                                                .abs()
                                                .compareTo(Contacts.SAME_CONTACT)
                                        <= 0))
                .isPresent();
    }
}
