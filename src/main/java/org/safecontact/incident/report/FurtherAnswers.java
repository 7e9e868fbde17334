package org.safecontact.incident.report;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Noted;
import org.safecontact.incident.RiskDecision;
import org.safecontact.incident.RiskQuestions;
import org.safecontact.incident.level.Levels;
import org.safecontact.incident.level.NewDanger;
import org.safecontact.incident.named.NamedPeople;
import org.safecontact.incident.store.IncidentRecord;
import org.safecontact.incident.store.IncidentRepository;
import org.safecontact.incident.store.NoteRepository;
import org.safecontact.incident.store.Turns;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes known for the worse after the report began, whoever saw, said or found it. The earlier answers stand. */
@NamedInterface("report")
@Service
@Transactional
public class FurtherAnswers {

    private final IncidentRepository repository;
    private final Given given;
    private final Turns turns;
    private final UnsentReports unsent;
    private final Reporting reporting;
    private final GoingOn goingOn;
    private final PlanAnswers agreed;
    private final Levels levels;
    private final NamedPeople named;
    private final IncidentRecord record;
    private final NoteRepository notes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FurtherAnswers(
            IncidentRepository repository,
            Given given,
            Turns turns,
            UnsentReports unsent,
            Reporting reporting,
            GoingOn goingOn,
            PlanAnswers agreed,
            Levels levels,
            NamedPeople named,
            IncidentRecord record,
            NoteRepository notes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.given = given;
        this.turns = turns;
        this.unsent = unsent;
        this.reporting = reporting;
        this.goingOn = goingOn;
        this.agreed = agreed;
        this.levels = levels;
        this.named = named;
        this.record = record;
        this.notes = notes;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Adds answers and decides again. When the report is over, a new one begins with its answers and these; danger that was said in it is over
     * with it, which nobody has to answer (house default), whatever is seen of danger now counts.
     *
     * @param reference a report that was sent
     * @param by who saw it
     * @param worse answers by the names of {@link RiskQuestions}; where something worse is known, that stands
     * @param howTheChildIs see {@link Levels#decideOnNews}
     * @return the report in which it was decided, or will be
     */
    public String add(String reference, String by, Map<String, Object> worse, String howTheChildIs) {
        Incident incident = turns.at(reference);
        if (incident.state().isOver()) {
            given.dangerNow(reference, by, worse);
            return again(incident, by, worse, "Begun because of how the child is");
        }
        Map<String, Object> known = given.answers(reference);
        Map<String, Object> stands = new LinkedHashMap<>(worse);
        stands.entrySet()
                .removeIf(said -> !NewDanger.known(said.getKey(), known.get(said.getKey()), said.getValue())
                        .equals(said.getValue()));
        given.take(reference, by, stands);
        RiskDecision decision =
                levels.decideOnNews(reference, worse, howTheChildIs).decision();
        if (decision.level().urgent()) {
            events.publishEvent(new SeenAgain(reference, by, Optional.of(decision)));
        }
        return reference;
    }

    /**
     * Somebody is more worried, or says that somebody is in danger, in a report that is over: a new one begins with its answers and that.
     *
     * @return the new report, which is decided already
     */
    public String goesOn(String over, String by, boolean dangerNow) {
        Map<String, Object> worse = dangerNow ? Map.of(RiskQuestions.IMMEDIATE_DANGER, "yes") : Map.of();
        given.dangerNow(over, by, worse);
        return again(turns.at(over), by, worse, "Begun because somebody is more worried");
    }

    /**
     * Adds what whoever reported says in another version of the same report: only what is worse than what is known, in the order of the
     * contract (section 4), and concerns beside those that are known. Decides nothing.
     *
     * @param said answers by the names of {@link RiskQuestions}
     * @param who whom they name
     * @return whether anything is worse than what was known
     */
    public boolean saidToo(String reference, String by, Map<String, Object> said, List<String> who) {
        Incident incident = turns.at(reference);
        if (incident.state().isOver()) {
            return false;
        }
        Map<String, Object> known = given.answers(reference);
        Map<String, Object> worse = new LinkedHashMap<>();
        withWhatIsAgreed(incident, known, said).forEach((question, answer) -> {
            Object together = RiskAnswers.together(question, known, answer);
            if (NewDanger.anythingWorse(known, Map.of(question, together))) {
                worse.put(question, together);
            }
        });
        Set<String> people = new LinkedHashSet<>(NamedPeople.named(known));
        boolean more = people.addAll(who);
        if (more && said.get(RiskQuestions.NAMED_PERSON) instanceof String kind && !kind.equals("none")) {
            worse.putIfAbsent(RiskQuestions.NAMED_PERSON, kind);
        }
        boolean names = worse.containsKey(RiskQuestions.NAMED_PERSON);
        if (names) {
            worse.put(RiskQuestions.NAMED_PERSONS, List.copyOf(people));
        }
        given.take(reference, by, worse, Given.Said.LATER, () -> {
            if (names) {
                named.keepAway(incident, given.answers(reference), false);
            }
        });
        return !worse.isEmpty();
    }

    /** Of somebody else who was picked this time, or where somebody else was there, what is agreed says what it knows, as it does of a report. */
    private Map<String, Object> withWhatIsAgreed(
            Incident incident, Map<String, Object> known, Map<String, Object> said) {
        return incident.childId()
                .filter(child -> said.containsKey(RiskQuestions.PERSON)
                        && Stream.of(RiskQuestions.PERSON, RiskQuestions.THERE)
                                .anyMatch(question -> !Objects.equals(said.get(question), known.get(question))))
                .map(child -> agreed.answers(child, said, new PlanAnswers.When(incident.knownAt(), false)))
                .orElse(said);
    }

    /**
     * Somebody saw that pictures are part of it, before the report is sent or later: from now on no file may enter the case, and nobody can
     * say any more that there is nothing to report. Decides nothing.
     *
     * @param by who said so
     */
    public void picturesToo(String reference, String by) {
        Incident incident = turns.at(reference);
        Set<String> concerns = new LinkedHashSet<>();
        if (given.answers(reference).get(RiskQuestions.CONCERNS) instanceof List<?> present) {
            present.forEach(concern -> concerns.add(concern.toString()));
        } else {
            concerns.add("unsure");
        }
        if (concerns.add(RiskQuestions.IMAGES)) {
            given.take(reference, by, Map.of(RiskQuestions.CONCERNS, List.copyOf(concerns)));
        }
        if (incident.state() == Incident.State.UNSENT) {
            repository.state(reference, Incident.State.OPEN);
        }
    }

    /**
     * What a review found about what is agreed and what the contact was doing. It can make it more serious, also against what a manager said
     * before it was known; what was found worse before stands, since making it less serious is a manager's.
     *
     * @param by who reviewed it
     * @param planCheck {@code within}, {@code outside}, {@code silent}, {@code barred} or {@code unknown}
     * @param concerns those that were ticked; {@code none} says it of the ones that were asked for only
     * @return whether it is more serious than before
     */
    public boolean foundInReview(String reference, String by, String planCheck, List<String> concerns) {
        turns.at(reference);
        Map<String, Object> known = given.answers(reference);
        Map<String, Object> found = new LinkedHashMap<>();
        found.put(RiskQuestions.PLAN_CHECK, planCheck);
        List<String> named =
                concerns.stream().filter(concern -> !concern.equals("none")).toList();
        if (!named.isEmpty()) {
            found.put(RiskQuestions.CONCERNS, RiskAnswers.together(RiskQuestions.CONCERNS, known, named));
        }
        found.entrySet()
                .removeIf(answer -> !NewDanger.known(answer.getKey(), known.get(answer.getKey()), answer.getValue())
                        .equals(answer.getValue()));
        given.take(reference, by, found);
        named.stream()
                .filter(concern ->
                        !(known.get(RiskQuestions.CONCERNS) instanceof List<?> before && before.contains(concern)))
                .forEach(concern -> notes.add(reference, Noted.FOUND_IN_REVIEW, concern, by, clock.instant()));
        return NewDanger.anythingWorse(known, given.answers(reference)) && levels.decideIfWorse(reference);
    }

    private String again(Incident over, String by, Map<String, Object> worse, String why) {
        Map<String, Object> answers = new LinkedHashMap<>(given.answers(over.reference()));
        List<String> dangerOver = RiskQuestions.DANGER.stream()
                .filter(question -> "yes".equals(answers.get(question)))
                .toList();
        answers.keySet().removeAll(dangerOver);
        List<String> named = new ArrayList<>(NamedPeople.named(answers));
        answers.remove(RiskQuestions.NAMED_PERSONS);
        answers.putAll(worse);
        String next = unsent.start(by);
        given.take(
                next,
                IncidentRecord.SYSTEM,
                dangerOver.stream().collect(Collectors.toMap(question -> question, no -> "no")));
        reporting.report(
                next,
                new Report(
                        over.childId().orElseThrow(),
                        List.of(),
                        by,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        answers,
                        named,
                        false));
        notes.values(over.reference(), Noted.FOUND_IN_REVIEW)
                .forEach(concern ->
                        notes.add(next, Noted.FOUND_IN_REVIEW, concern, IncidentRecord.SYSTEM, clock.instant()));
        goingOn.begins(next, over.reference(), why, by);
        events.publishEvent(new SeenAgain(next, by, Optional.empty()));
        return next;
    }
}
