package org.safecontact.incident;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.access.CaseFile;
import org.safecontact.access.CaseFiles;
import org.safecontact.incident.store.AnswerRepository;
import org.safecontact.incident.store.IncidentRepository;
import org.safecontact.incident.store.LevelRepository;
import org.safecontact.incident.store.LinkRepository;
import org.safecontact.incident.store.NoteRepository;
import org.safecontact.incident.store.Turns;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Incidents as every other area knows them: what is known, how serious it is, where it stands. Ids and enumerations, no narrative. */
@Service
@Transactional
public class Incidents {

    private final IncidentRepository repository;
    private final CaseFiles files;
    private final LinkRepository links;
    private final AnswerRepository given;
    private final NoteRepository notes;
    private final LevelRepository levels;
    private final Turns turns;
    private final Clock clock;

    Incidents(
            IncidentRepository repository,
            CaseFiles files,
            LinkRepository links,
            AnswerRepository given,
            NoteRepository notes,
            LevelRepository levels,
            Turns turns,
            Clock clock) {
        this.repository = repository;
        this.files = files;
        this.links = links;
        this.given = given;
        this.notes = notes;
        this.levels = levels;
        this.turns = turns;
        this.clock = clock;
    }

    /** @throws UnknownIncident when there is none */
    @Transactional(readOnly = true)
    public Incident get(String reference) {
        return find(reference).orElseThrow(() -> new UnknownIncident(reference));
    }

    /** Its home is the one in which the child lives as long as it is open, then the last one in which it was open. */
    @Transactional(readOnly = true)
    public Optional<Incident> find(String reference) {
        return repository
                .find(reference)
                .map(incident -> files.find(reference)
                        .flatMap(CaseFile::householdId)
                        .map(incident::livingIn)
                        .orElse(incident));
    }

    /** The home that told it, wherever the child lives now; empty when there is none. */
    @Transactional(readOnly = true)
    public Optional<String> toldFrom(String reference) {
        return repository.find(reference).flatMap(Incident::householdId);
    }

    /** @throws NotAllowed when it was taken back: nothing is added to what was started by accident */
    @Transactional(readOnly = true)
    public void requireNotTakenBack(String reference) {
        if (find(reference)
                .filter(incident -> incident.state() == Incident.State.WITHDRAWN)
                .isPresent()) {
            throw new NotAllowed(
                    "This was taken back as started by accident. If there is something new, report it, or ring duty.");
        }
    }

    /** @throws NotAllowed when it is over: nobody reads any more what is added to it */
    @Transactional(readOnly = true)
    public void requireOpen(String reference) {
        requireNotTakenBack(reference);
        if (find(reference).filter(incident -> incident.state().isOver()).isPresent()) {
            throw new NotAllowed(
                    "This is closed, and nobody would read it here. If there is something new, please press"
                            + " Report contact, or ring duty.");
        }
    }

    /**
     * The newest answers by the names of {@link RiskQuestions}: strings and lists of strings; a question that was not answered is absent.
     */
    @Transactional(readOnly = true)
    public Map<String, Object> answers(String reference) {
        return given.answers(reference);
    }

    /** Concerns that were named, {@code unsure} included; empty when there are none or nothing was answered. */
    @Transactional(readOnly = true)
    public Set<String> concerns(String reference) {
        return list(reference, RiskQuestions.CONCERNS);
    }

    /** The concerns but for what a review found: that is said to the home by a person. */
    @Transactional(readOnly = true)
    public Set<String> concernsTheHomeKnows(String reference) {
        Set<String> found = notes.values(reference, Noted.FOUND_IN_REVIEW);
        return concerns(reference).stream()
                .filter(concern -> !found.contains(concern))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether somebody near the child is part of the worry, or may be, as somebody answered; not answered is no. */
    @Transactional(readOnly = true)
    public boolean somebodyNamed(String reference) {
        return Optional.ofNullable(given.answers(reference).get(RiskQuestions.NAMED_PERSON))
                .filter(answer -> !answer.equals("none"))
                .isPresent();
    }

    /** Ids of who is named in the worry, or {@code somebodyElse}. */
    @Transactional(readOnly = true)
    public Set<String> namedPersons(String reference) {
        return list(reference, RiskQuestions.NAMED_PERSONS);
    }

    /** Whether the report is LOW and its reporter said that it is everything: then it is the full record (practice, section 3). */
    @Transactional(readOnly = true)
    public boolean isEverything(String reference) {
        return get(reference).level().filter(RiskLevel.LOW::equals).isPresent()
                && notes.newest(reference, Noted.EVERYTHING).isPresent();
    }

    /** What set the present level; empty before the first decision. */
    @Transactional(readOnly = true)
    public Optional<RiskDecision> decision(String reference) {
        return levels.all(reference).stream().findFirst();
    }

    /**
     * Whether only an open question made it serious, and the answer to it says that it is not. A person who lowers it settles nothing: then
     * it still closes only by the registered manager (contract, section 4).
     */
    @Transactional(readOnly = true)
    public boolean settled(String reference) {
        List<RiskDecision> all = levels.all(reference);
        return all.stream()
                        .findFirst()
                        .filter(newest -> !newest.byPerson() && !newest.level().urgent())
                        .isPresent()
                && all.stream().filter(decision -> decision.level().urgent()).allMatch(RiskDecision::failSafe);
    }

    /** Every level that was ever set, newest first. */
    @Transactional(readOnly = true)
    public List<RiskDecision> decisions(String reference) {
        return levels.all(reference);
    }

    /**
     * Since when it is HIGH or above without a break: since the report, since danger was tapped before it was sent, or since somebody or
     * something made it so later.
     */
    @Transactional(readOnly = true)
    public Instant urgentSince(String reference) {
        return levels.urgentLater(reference).orElseGet(() -> toldFirstAt(reference));
    }

    /** When it was told first: the tap on danger before the report was sent, else the report, or the call that it writes down. */
    @Transactional(readOnly = true)
    public Instant toldFirstAt(String reference) {
        return levels.firstDecided(reference)
                .filter(reported(reference)::isAfter)
                .orElseGet(() -> reported(reference));
    }

    /** When it got worse last: somebody was more worried, or more became known that makes it more serious. */
    @Transactional(readOnly = true)
    public Optional<Instant> worseAt(String reference) {
        return levels.worseAt(reference);
    }

    /** The same, but for what this person said. */
    @Transactional(readOnly = true)
    public Optional<Instant> worseAt(String reference, String except) {
        return levels.worseAt(reference, except);
    }

    /** When danger became known last that was not known before; empty when all of it was when it was decided first. */
    @Transactional(readOnly = true)
    public Optional<Instant> dangerAt(String reference) {
        return levels.dangerAt(reference);
    }

    /** Since when it is known that somebody near the child is, or may be, part of the worry: since the report, or an answer after it. */
    @Transactional(readOnly = true)
    public Instant namedSince(String reference) {
        Instant reported = reported(reference);
        return given.firstNamed(reference)
                .filter(named ->
                        levels.firstDecided(reference).filter(named::isAfter).isPresent())
                .orElse(reported);
    }

    private Instant reported(String reference) {
        Incident incident = get(reference);
        return incident.reportedAt().orElse(incident.startedAt());
    }

    /** Lets nobody else begin to follow this child until the transaction ends. */
    public void oneAtATime(String childId) {
        turns.withChild(childId);
    }

    /** Lets nobody else change this incident, or write to its record, until the transaction ends; before anything that belongs to it is written. */
    public void takeTurn(String reference) {
        turns.at(reference);
    }

    /** Those that were over, because of which this one was begun, the newest first. */
    @Transactional(readOnly = true)
    public List<String> goesOnFrom(String reference) {
        return Stream.iterate(
                        links.goesOnFrom(reference), Optional::isPresent, before -> before.flatMap(links::goesOnFrom))
                .flatMap(Optional::stream)
                .toList();
    }

    /** References of the other incidents that came of the same report, one for each other child of the home (practice, section 1). */
    @Transactional(readOnly = true)
    public List<String> ofSameReport(String reference) {
        return links.ofSameReport(reference);
    }

    /** Says that the safeguarding escalation of this incident has begun. */
    public void escalated(String reference) {
        turns.at(reference);
        repository.escalated(reference);
    }

    /**
     * Notes something that later steps ask for: a short enumeration, never anything typed. The newest counts, all stand.
     *
     * @param what the name of the fact, such as {@code authorityTold}
     */
    public void note(String reference, String what, String value, String by) {
        notes.add(reference, what, value, by, clock.instant());
    }

    /**
     * Whether sexual abuse was told, seen or found and somebody's own report of it is still missing (practice, section 8), as an assessment said,
     * or because somebody who was asked for it has not answered: then lowering, taking back and closing need the registered manager's reason.
     */
    @Transactional(readOnly = true)
    public boolean abuseReportMissing(String reference) {
        return notes.abuseReportMissing(reference);
    }

    /** What was noted last. */
    @Transactional(readOnly = true)
    public Optional<String> noted(String reference, String what) {
        return notes.newest(reference, what);
    }

    /** When that was noted last. */
    @Transactional(readOnly = true)
    public Optional<Instant> notedAt(String reference, String what) {
        return notes.newestAt(reference, what);
    }

    /** Whatever was ever noted as that. */
    @Transactional(readOnly = true)
    public Set<String> everNoted(String reference, String what) {
        return notes.values(reference, what);
    }

    /** Ids of everybody who ever noted that. */
    @Transactional(readOnly = true)
    public Set<String> notedBy(String reference, String what) {
        return notes.notedBy(reference, what);
    }

    private Set<String> list(String reference, String question) {
        return given.answers(reference).get(question) instanceof List<?> values
                ? values.stream().map(Object::toString).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }
}
