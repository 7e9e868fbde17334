package org.safecontact.incident.named;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.LastResort;
import org.safecontact.agency.EnteredHere;
import org.safecontact.agency.EnteredHere.Entered;
import org.safecontact.incident.store.AnswerRepository;
import org.safecontact.incident.store.IncidentRepository;
import org.safecontact.incident.store.Turns;
import org.safecontact.keeping.PeopleKept;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whoever comes to live with somebody named, or is entered by somebody who is kept away from a report, does not see it either: a case is no
 * less closed to a home because somebody moved in, and nobody who is kept away reads it through a login that they made (contract, 5.6).
 */
@Component
class CameLater {

    private static final String ENTERED = "entered by somebody who is kept away";

    private final CaseFiles files;
    private final IncidentRepository incidents;
    private final AnswerRepository given;
    private final NamedPeople people;
    private final LastResort lastResort;
    private final Turns turns;
    private final EnteredHere entered;
    private final TransactionTemplate transaction;

    CameLater(
            CaseFiles files,
            IncidentRepository incidents,
            AnswerRepository given,
            NamedPeople people,
            LastResort lastResort,
            Turns turns,
            EnteredHere entered,
            TransactionTemplate transaction) {
        this.files = files;
        this.incidents = incidents;
        this.given = given;
        this.people = people;
        this.lastResort = lastResort;
        this.turns = turns;
        this.entered = entered;
        this.transaction = transaction;
    }

    /** After the change, and before whoever made it reads the first password of somebody new. */
    @EventListener
    void on(PeopleKept kept) {
        look();
    }

    /** A folder that was read anew may say that somebody lives somewhere else. */
    @EventListener(ApplicationReadyEvent.class)
    public void look() {
        List<Entered> all = entered.all();
        files.keptFromAnybody().forEach(reference -> transaction.executeWithoutResult(status -> look(reference, all)));
    }

    private void look(String reference, List<Entered> all) {
        incidents
                .find(reference)
                .ifPresent(incident -> people.keepAwayWhoCameLater(incident, given.answers(reference)));
        enteredBySomebodyKeptAway(reference, all);
    }

    private void enteredBySomebodyKeptAway(String reference, List<Entered> all) {
        Map<String, Instant> since = files.excludedSince(reference);
        Set<String> away = new LinkedHashSet<>();
        for (Entered each : all) {
            Instant from = since.get(each.by());
            if (from != null && each.at().isAfter(from)) {
                away.add(each.personId());
            }
        }
        Set<String> before = files.excludedBecause(reference, ENTERED);
        before.stream().filter(personId -> !away.contains(personId)).forEach(personId -> {
            files.letBack(reference, personId, ENTERED);
            lastResort.over(reference);
        });
        away.removeAll(before);
        if (!away.isEmpty()) {
            turns.withNamedIn(reference);
            away.removeAll(lastResort.among(reference, away));
            away.forEach(personId -> files.exclude(reference, personId, ENTERED));
        }
    }
}
