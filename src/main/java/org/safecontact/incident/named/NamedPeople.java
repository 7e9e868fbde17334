package org.safecontact.incident.named;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.LastResort;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Person;
import org.safecontact.incident.Incident;
import org.safecontact.incident.RiskQuestions;
import org.safecontact.incident.store.Turns;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Keeps a case from everybody who is named in the worry, in the transaction that stores it and before anybody is told (contract, namedPerson
 * and 5.6; practice, section 1).
 */
@Component
public class NamedPeople {

    public static final String SOMEBODY_ELSE = "somebodyElse";

    static final String WHY = "named in the worry, or connected with somebody named";

    private final CaseFiles files;
    private final LastResort lastResort;
    private final Turns turns;
    private final Agency agency;
    private final ApplicationEventPublisher events;

    NamedPeople(CaseFiles files, LastResort lastResort, Turns turns, Agency agency, ApplicationEventPublisher events) {
        this.files = files;
        this.lastResort = lastResort;
        this.turns = turns;
        this.agency = agency;
        this.events = events;
    }

    /**
     * Somebody of the home: every carer of it, whoever was named. A worker: that worker and whoever lives with them or is related. Not sure,
     * or somebody who is not on the list: the case is walled until the registered manager has settled who it is. Not answered: nobody is
     * taken off, the level decides as usual. Never everybody: {@link LastResort}.
     *
     * @param answers the newest answers of the incident
     * @param whileAnswering whether it was said in the answer to an alarm
     */
    public void keepAway(Incident incident, Map<String, Object> answers, boolean whileAnswering) {
        String kind = String.valueOf(answers.get(RiskQuestions.NAMED_PERSON));
        Set<String> named = named(answers);
        Set<String> known = known(named);
        boolean household = kind.equals("household");
        if (!household && !kind.equals("worker") && !kind.equals("unsure")) {
            return;
        }
        turns.withNamedIn(incident.reference());
        Set<String> excluded = near(incident, kind, known);
        excluded.removeAll(lastResort.among(incident.reference(), excluded));
        boolean unsettled = kind.equals("unsure") || named.contains(SOMEBODY_ELSE) || !household && known.isEmpty();
        boolean news = unsettled && !files.walled(incident.reference());
        for (String personId : excluded) {
            // Who is kept away already because of another report is news here all the same.
            news |= files.exclude(incident.reference(), personId, WHY);
        }
        if (unsettled) {
            files.wall(incident.reference());
        }
        if (news) {
            events.publishEvent(new PersonNamed(incident.reference(), whileAnswering));
        }
    }

    /**
     * Who lives with somebody named only since, or is related by what the agency says since, and was never kept away for it: whoever was let back
     * stays let back.
     *
     * @param answers the newest answers of the incident
     */
    Set<String> cameLater(Incident incident, Map<String, Object> answers) {
        String kind = String.valueOf(answers.get(RiskQuestions.NAMED_PERSON));
        if (!kind.equals("household") && !kind.equals("worker") && !kind.equals("unsure")) {
            return new LinkedHashSet<>();
        }
        Set<String> near = near(incident, kind, known(named(answers)));
        near.removeAll(files.everExcluded(incident.reference(), WHY));
        return near;
    }

    private Set<String> near(Incident incident, String kind, Set<String> known) {
        Set<String> near = new LinkedHashSet<>(agency.namedOrConnected(known));
        if (kind.equals("household")) {
            incident.householdId().map(agency::carersOf).orElse(List.of()).stream()
                    .map(Person::id)
                    .forEach(near::add);
        }
        return near;
    }

    private static Set<String> known(Set<String> named) {
        return named.stream()
                .filter(id -> !id.equals(SOMEBODY_ELSE))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Keeps away from another report of the same contact, for whatever reason, whoever is kept away from this one; nobody is left out of both, see {@link LastResort}.
     *
     * @return whether the other one has still to be walled as this one is
     */
    public boolean keepsAwayToo(String reference, String other) {
        turns.withNamedIn(other);
        Set<String> away = new LinkedHashSet<>(files.excluded(reference));
        away.removeAll(files.excluded(other));
        if (!away.isEmpty()) {
            away.removeAll(lastResort.among(other, away));
            away.forEach(personId -> files.exclude(other, personId, WHY));
        }
        return files.walled(reference) && !files.walled(other);
    }

    public static Set<String> named(Map<String, Object> answers) {
        return answers.get(RiskQuestions.NAMED_PERSONS) instanceof List<?> ids
                ? ids.stream().map(Object::toString).collect(Collectors.toCollection(LinkedHashSet::new))
                : Set.of();
    }
}
