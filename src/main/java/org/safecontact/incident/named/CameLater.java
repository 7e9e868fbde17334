package org.safecontact.incident.named;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.LastResort;
import org.safecontact.agency.EnteredHere;
import org.safecontact.engine.SameMoment;
import org.safecontact.incident.Incident;
import org.safecontact.incident.store.AnswerRepository;
import org.safecontact.incident.store.IncidentRepository;
import org.safecontact.incident.store.Turns;
import org.safecontact.keeping.PeopleKept;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whoever comes to live with somebody named, or was entered by somebody who is kept away from a report, does not see it either: a case is no less
 * closed to a home because somebody moved in (contract, 5.6). At once after a page changed people; after the folder did, within a minute. House
 * default.
 */
@Component
public class CameLater {

    private static final Logger LOG = LoggerFactory.getLogger(CameLater.class);

    private static final String ENTERED = "entered by somebody who is kept away";

    private final CaseFiles files;
    private final IncidentRepository incidents;
    private final AnswerRepository given;
    private final NamedPeople people;
    private final EnteredByThem theirs;
    private final LastResort lastResort;
    private final Turns turns;
    private final EnteredHere entered;
    private final SameMoment sameMoment;
    private final TransactionTemplate transaction;
    private volatile long looked = -1;

    CameLater(
            CaseFiles files,
            IncidentRepository incidents,
            AnswerRepository given,
            NamedPeople people,
            EnteredByThem theirs,
            LastResort lastResort,
            Turns turns,
            EnteredHere entered,
            SameMoment sameMoment,
            TransactionTemplate transaction) {
        this.files = files;
        this.incidents = incidents;
        this.given = given;
        this.people = people;
        this.theirs = theirs;
        this.lastResort = lastResort;
        this.turns = turns;
        this.entered = entered;
        this.sameMoment = sameMoment;
        this.transaction = transaction;
    }

    /** Before whoever made the change reads the first password of somebody new. */
    @EventListener
    void on(PeopleKept kept) {
        look();
    }

    @Scheduled(
            initialDelayString = "${safe-contact.access.look-at-taken-every:PT5S}",
            fixedDelayString = "${safe-contact.access.look-at-taken-every:PT1M}")
    public void look() {
        long newest = entered.newestChange();
        if (newest == looked) {
            return;
        }
        boolean all = true;
        for (String reference : files.keptFromAnybody()) {
            all &= isLookedAt(reference);
        }
        if (all) {
            looked = newest;
        }
    }

    private boolean isLookedAt(String reference) {
        try {
            sameMoment.again(() -> transaction.executeWithoutResult(status -> look(reference)));
            return true;
        } catch (RuntimeException failure) {
            // What was changed holds all the same; the next look finds what is left.
            LOG.warn("Who came later to {} has to wait: {}", reference, failure.getClass());
            return false;
        }
    }

    private void look(String reference) {
        if (near(reference).isEmpty() && theirs(reference).equals(files.excludedBecause(reference, ENTERED))) {
            return;
        }
        turns.began(reference);
        turns.withNamedIn(reference);
        keepAway(reference, near(reference), NamedPeople.WHY);
        Set<String> theirs = theirs(reference);
        Set<String> before = files.excludedBecause(reference, ENTERED);
        before.stream().filter(personId -> !theirs.contains(personId)).forEach(personId -> {
            files.letBack(reference, personId, ENTERED);
            lastResort.over(reference);
        });
        Set<String> fresh = new LinkedHashSet<>(theirs);
        fresh.removeAll(before);
        keepAway(reference, fresh, ENTERED);
    }

    private void keepAway(String reference, Set<String> away, String why) {
        if (!away.isEmpty()) {
            away.removeAll(lastResort.among(reference, away));
            away.forEach(personId -> files.exclude(reference, personId, why));
        }
    }

    private Set<String> near(String reference) {
        Optional<Incident> incident = incidents.find(reference);
        return incident.map(each -> people.cameLater(each, given.answers(reference)))
                .orElseGet(LinkedHashSet::new);
    }

    private Set<String> theirs(String reference) {
        return theirs.of(files.excludedBesides(reference, ENTERED));
    }
}
