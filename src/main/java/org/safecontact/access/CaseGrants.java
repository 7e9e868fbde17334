package org.safecontact.access;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Access to a case beside somebody's own work. It ends with its reason, or with the case; what was in hand when the case closed is
 * still done. That it was given and that it ended is kept for good. What somebody wrote stays theirs to read, outside the case.
 */
@Service
@Transactional
public class CaseGrants {

    private static final String CASE_CLOSED = "CASE_CLOSED";
    private static final String REASON_OVER = "REASON_OVER";

    private final CaseGrantRepository grants;
    private final CaseFileRepository files;
    private final CasesInHand inHand;
    private final CurrentPerson person;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseGrants(
            CaseGrantRepository grants,
            CaseFileRepository files,
            CasesInHand inHand,
            CurrentPerson person,
            ApplicationEventPublisher events,
            Clock clock) {
        this.grants = grants;
        this.files = files;
        this.inHand = inHand;
        this.person = person;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Lets somebody see the case; never who is excluded. Saying it twice changes nothing.
     *
     * @return whether they were not let in before for this reason
     */
    public boolean give(String reference, String personId, GrantReason reason) {
        if (grants.holders(reference, reason).contains(personId)) {
            return false;
        }
        grants.add(reference, personId, reason, clock.instant());
        note(reference, "granted", personId);
        return true;
    }

    /** The reason is over for everybody but these. What the others had taken goes back in the same transaction. */
    public void over(String reference, GrantReason reason, Set<String> butFor) {
        List<String> over = grants.holders(reference, reason).stream()
                .filter(personId -> !butFor.contains(personId))
                .toList();
        over.forEach(personId -> {
            grants.end(reference, personId, reason, REASON_OVER, clock.instant());
            note(reference, "grant over", personId);
        });
        if (!over.isEmpty()) {
            events.publishEvent(new GrantOver(reference));
        }
    }

    /** References of cases with anybody who was let in for that reason. */
    @Transactional(readOnly = true)
    public List<String> casesFor(GrantReason reason) {
        return grants.cases(reason);
    }

    /** The case closes: nobody is let in any more, but for what they have in hand. */
    void closed(String reference) {
        grants.inForce(reference).forEach(personId -> note(reference, "grant over", personId));
        grants.endAll(reference, CASE_CLOSED, clock.instant());
    }

    /** The cases that this person is let in to. */
    List<String> of(String personId) {
        List<String> references = new ArrayList<>(grants.of(personId));
        List<String> closed = grants.endedWith(CASE_CLOSED, personId);
        if (!closed.isEmpty()) {
            inHand.of(personId).stream().filter(closed::contains).forEach(references::add);
        }
        return references;
    }

    /** Who is let in to the case. */
    Set<String> letInTo(String reference) {
        Set<String> people = new HashSet<>(grants.inForce(reference));
        grants.endedAt(reference, CASE_CLOSED).stream()
                .filter(personId -> inHand.of(personId).contains(reference))
                .forEach(people::add);
        return people;
    }

    private void note(String reference, String change, String personId) {
        files.note(reference, change, personId, person.id().orElse(null), clock.instant());
    }
}
