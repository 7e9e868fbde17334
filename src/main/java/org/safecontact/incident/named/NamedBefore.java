package org.safecontact.incident.named;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.LastResort;
import org.safecontact.access.PersonCleared;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.Person;
import org.safecontact.incident.Incident;
import org.safecontact.incident.IncidentEnded;
import org.safecontact.incident.RiskQuestions;
import org.safecontact.incident.UnknownIncident;
import org.safecontact.incident.store.AnswerRepository;
import org.safecontact.incident.store.IncidentRepository;
import org.safecontact.incident.store.LinkRepository;
import org.safecontact.incident.store.Turns;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps whoever is named in a report about a child away from every later report about it, from its first moment, until the registered manager
 * has decided with the LADO whether they keep access to the child's other cases; for good where they lose it (practice, section 1).
 */
@NamedInterface("named")
@Component
public class NamedBefore {

    private final IncidentRepository repository;
    private final LinkRepository links;
    private final AnswerRepository given;
    private final Turns turns;
    private final LastResort lastResort;
    private final CaseFiles files;
    private final EnteredByThem theirs;
    private final Agency agency;
    private final ApplicationEventPublisher events;

    NamedBefore(
            IncidentRepository repository,
            LinkRepository links,
            AnswerRepository given,
            Turns turns,
            LastResort lastResort,
            CaseFiles files,
            EnteredByThem theirs,
            Agency agency,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.links = links;
        this.given = given;
        this.turns = turns;
        this.lastResort = lastResort;
        this.files = files;
        this.theirs = theirs;
        this.agency = agency;
        this.events = events;
    }

    /**
     * Nobody who is named in an earlier report sees this one. Said again when more is known of it: which child it is about, or that it was sent.
     */
    public void startWithout(String reference) {
        Incident incident = repository.find(reference).orElseThrow(() -> new UnknownIncident(reference));
        children(incident).forEach(turns::withNamedAbout);
        Set<String> before = files.excludedBecause(reference, CaseFiles.NAMED_ELSEWHERE);
        Set<String> away = keptAwayFrom(incident);
        before.stream().filter(personId -> !away.contains(personId)).forEach(personId -> letBack(reference, personId));
        away.removeAll(before);
        if (!away.isEmpty()) {
            away.removeAll(lastResort.among(reference, away));
            away.forEach(personId -> files.exclude(reference, personId, CaseFiles.NAMED_ELSEWHERE));
        }
        incident.childId().map(LookedAgain::new).ifPresent(events::publishEvent);
    }

    /**
     * Who is named in a report about this child and is kept away from what others tell about it, as long as nobody has decided that they keep
     * access to it.
     */
    @Transactional(readOnly = true)
    public Set<String> about(String childId) {
        Set<String> away = new LinkedHashSet<>();
        repository.namedAndNotKept(childId).forEach(report -> away.addAll(namedIn(report, Set.of())));
        return away;
    }

    /** Who is kept away from a report about this child, named in it or not, as long as nobody has decided that who is named keeps access to it. */
    @Transactional(readOnly = true)
    public Set<String> awayFromReportsAbout(String childId) {
        Set<String> away = new LinkedHashSet<>();
        repository.namedAndNotKept(childId).forEach(report -> away.addAll(files.excluded(report)));
        return away;
    }

    /** What keeps people away because of this report may be over: they see again what was begun meanwhile, unless another one names them too. */
    void lookAgain(String reference) {
        turns.withNamedIn(reference);
        for (String personId : files.excluded(reference)) {
            for (String later : files.excludedFrom(personId, CaseFiles.NAMED_ELSEWHERE)) {
                if (!keptAwayFrom(repository.find(later).orElseThrow()).contains(personId)) {
                    letBack(later, personId);
                }
            }
        }
        repository.find(reference).flatMap(Incident::childId).ifPresent(child -> besideReports(reference, child));
    }

    /** What is kept about the child beside its reports is theirs again, unless a report still keeps them away. */
    private void besideReports(String reference, String childId) {
        Set<String> away = awayFromReportsAbout(childId);
        files.excluded(reference).stream()
                .filter(personId -> !away.contains(personId))
                .forEach(personId -> events.publishEvent(new PersonCleared(childId, personId)));
    }

    private void letBack(String reference, String personId) {
        files.letBack(reference, personId, CaseFiles.NAMED_ELSEWHERE);
        lastResort.over(reference);
    }

    /** Where it ended without a decision, nobody will make one. */
    @EventListener
    void on(IncidentEnded ended) {
        lookAgain(ended.reference());
    }

    @EventListener
    void on(NobodyNamed nobody) {
        lookAgain(nobody.reference());
    }

    private Set<String> keptAwayFrom(Incident incident) {
        Set<String> away = new LinkedHashSet<>();
        List<String> same = links.ofSameReport(incident.reference());
        Set<String> reports = new LinkedHashSet<>(incident.takenBy().stream().toList());
        reports.add(incident.reporterId());
        children(incident).stream()
                .flatMap(child -> repository.namedAndNotKept(child).stream())
                .filter(earlier -> !earlier.equals(incident.reference()) && !same.contains(earlier))
                .forEach(earlier -> away.addAll(namedIn(earlier, reports)));
        away.addAll(theirs.of(away));
        if (!incident.sent()) {
            // Whoever began it sends it first; also somebody who is named has something to tell.
            away.remove(repository.startedBy(incident.reference()));
        }
        return away;
    }

    /**
     * Who is named themselves; who is kept away only with somebody of their home is not. Where the home is named and nobody said who, any carer of
     * it may be, but never who reports now.
     */
    private Set<String> namedIn(String earlier, Set<String> reports) {
        Map<String, Object> answers = given.answers(earlier);
        Set<String> named = new LinkedHashSet<>(NamedPeople.named(answers));
        if (named.isEmpty() && "household".equals(answers.get(RiskQuestions.NAMED_PERSON))) {
            repository.find(earlier).flatMap(Incident::householdId).map(agency::carersOf).orElse(List.of()).stream()
                    .map(Person::id)
                    .forEach(named::add);
            named.removeAll(reports);
        }
        // Who is asked all the same, because nobody else is left, is not kept away from the earlier one either.
        named.retainAll(files.excluded(earlier));
        return named;
    }

    /** The child, and those of the same report; before it is known which, each child of the home that it comes from. In one order everywhere. */
    private Set<String> children(Incident incident) {
        Stream<String> own = incident.childId().isPresent()
                ? incident.childId().stream()
                : incident.householdId().map(agency::childrenOf).orElse(List.of()).stream()
                        .map(Child::id);
        Stream<String> others = links.ofSameReport(incident.reference()).stream()
                .map(repository::find)
                .flatMap(Optional::stream)
                .flatMap(other -> other.childId().stream());
        Set<String> children = new TreeSet<>();
        Stream.concat(own, others).forEach(children::add);
        return children;
    }
}
