package org.safecontact.referral;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.London;
import org.safecontact.agency.WorkingTime;
import org.safecontact.engine.Decision;
import org.safecontact.engine.Decisions;
import org.safecontact.incident.AskedOutside;
import org.safecontact.incident.Assessed;
import org.safecontact.incident.AuthorityTold;
import org.safecontact.incident.IncidentEnded;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.Noted;
import org.safecontact.incident.RiskQuestions;
import org.safecontact.incident.named.PersonNamed;
import org.safecontact.record.Author;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.EntryKind;
import org.safecontact.record.NewEntry;
import org.safecontact.record.Statement;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who outside has to hear of a report, as {@code external-referral} says, whom somebody asked, and what they answered. */
@Service
@Transactional
public class Referrals implements AskedOutside {

    private static final Set<String> OF_THE_POLICE = Set.of("police999", "police101");

    /** As they ask to be asked again themselves (domain brief, DMN-9). */
    private static final String CHASE = "workingDays:1";

    /** What was decided so late in the day that nobody could do it before midnight is done by then. */
    private static final LocalTime NEXT_MORNING = LocalTime.of(10, 0);

    private final ReferralRepository repository;
    private final Decisions decisions;
    private final Incidents incidents;
    private final AuthorityTold authority;
    private final AbuseReports abuseReports;
    private final CaseRecord record;
    private final WorkingTime workingTime;
    private final HumanTime times;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Referrals(
            ReferralRepository repository,
            Decisions decisions,
            Incidents incidents,
            AuthorityTold authority,
            AbuseReports abuseReports,
            CaseRecord record,
            WorkingTime workingTime,
            HumanTime times,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.decisions = decisions;
        this.incidents = incidents;
        this.authority = authority;
        this.abuseReports = abuseReports;
        this.record = record;
        this.workingTime = workingTime;
        this.times = times;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public boolean assessed(String reference, Assessed said) {
        incidents.takeTurn(reference);
        if (said.sexualAbuse().equals("yes")) {
            abuseReports.ask(reference, said.by());
        }
        Decision decision =
                decisions.decide("external-referral", WhatTheTableAsks.inputs(incidents.answers(reference), said));
        List<Statement> owed = new ArrayList<>();
        for (String asked : said.asked()) {
            Body.ofAsked(asked)
                    .filter(body -> !seenTo(body, reference))
                    .ifPresent(body -> owed.add(wasAsked(reference, body, said.by(), clock.instant())));
        }
        for (Map<String, Object> row : decision.rows()) {
            Body.ofRoute(row.get("route").toString())
                    .filter(body -> !seenTo(body, reference))
                    .ifPresent(body ->
                            owed.add(has(reference, body, row.get("clock").toString())));
        }
        if (!owed.isEmpty()) {
            owed.add(new Statement("Decided by", decision.versionName()));
            append(reference, EntryKind.DECISION, "Who outside has to hear of it", owed);
        }
        return decision.rows().stream().map(row -> row.get("route")).anyMatch(OF_THE_POLICE::contains);
    }

    /** What is decided with the LADO, and whether the regulator has to know of what got out, is asked by to-dos of their own. */
    private boolean seenTo(Body body, String reference) {
        return switch (body) {
            case LADO -> incidents.somebodyNamed(reference);
            case ICO ->
                !RiskQuestions.privateDetails(incidents.answers(reference)).isEmpty();
            default -> false;
        };
    }

    private Statement wasAsked(String reference, Body body, String by, Instant at) {
        Optional<Referral> before = newest(reference, body);
        if (before.filter(Referral::isAsked).isEmpty()) {
            Referral referral = before.filter(known -> !known.isOver())
                    .orElseGet(() -> repository.get(repository.add(reference, body, at, at)));
            repository.step(referral.id(), Referral.Step.ASKED, by, at);
            events.publishEvent(
                    before.filter(known -> !known.isOver()).isPresent()
                            ? new AskedMeanwhile(referral, at)
                            : new ReferralOwed(repository.get(referral.id()), true));
        }
        return new Statement(body.words(), "asked already");
    }

    /** Nobody is asked twice; what a manager said before it got worse is asked about anew. */
    private Statement has(String reference, Body body, String rule) {
        Optional<Referral> before = newest(reference, body).filter(known -> !isPast(known));
        if (before.isPresent()) {
            return new Statement(body.words(), before.get().isOver() ? "seen to already" : "asked for already");
        }
        if (body == Body.PLACING_AUTHORITY && authority.onRecord(reference)) {
            Instant told = incidents
                    .notedAt(reference, Noted.AUTHORITY_TOLD)
                    .orElseGet(() -> incidents.toldFirstAt(reference));
            return wasAsked(reference, body, Author.SYSTEM.personId(), told);
        }
        Referral referral =
                repository.get(repository.add(reference, body, clock.instant(), due(reference, body, rule)));
        events.publishEvent(new ReferralOwed(referral, false));
        return new Statement(body.words(), "by " + times.full(referral.dueAt()));
    }

    private boolean isPast(Referral known) {
        return known.last()
                .filter(last -> last.step() == Referral.Step.NOT_NEEDED)
                .flatMap(last -> incidents.worseAt(known.reference()).filter(last.at()::isBefore))
                .isPresent();
    }

    /** A statutory clock runs from when it was known, the table's other ones from the assessment (practice, section 2). */
    private Instant due(String reference, Body body, String rule) {
        Instant now = clock.instant();
        return switch (rule) {
            case "now" -> workingTime.due(now, HouseTime.REFERRAL_NOW);
            case "sameDay" -> sameDay(now);
            default ->
                workingTime.due(
                        body == Body.LADO
                                ? incidents.namedSince(reference)
                                : incidents.get(reference).knownAt(),
                        rule);
        };
    }

    private Instant sameDay(Instant now) {
        ZonedDateTime midnight =
                now.atZone(London.ZONE).toLocalDate().plusDays(1).atStartOfDay(London.ZONE);
        boolean late = workingTime.due(now, HouseTime.REFERRAL_SAME_DAY).isAfter(midnight.toInstant());
        return (late ? midnight.with(NEXT_MORNING) : midnight.minus(Duration.ofMinutes(1))).toInstant();
    }

    /** By when they should have answered what they were asked then. */
    @Transactional(readOnly = true)
    public Instant answerBy(long id, Instant asked) {
        return repository.get(id).body().chased()
                ? workingTime.due(asked, CHASE)
                : workingTime.due(asked, HouseTime.REFERRAL_ANSWER);
    }

    @Transactional(readOnly = true)
    public Referral get(long id) {
        return repository.get(id);
    }

    /** Where the child lives in the area of the authority that placed it, the one that is still to be asked too; one call is both. */
    @Transactional(readOnly = true)
    public Optional<Referral> otherAuthority(Referral referral) {
        return switch (referral.body()) {
            case AREA_AUTHORITY -> open(referral.reference(), Body.PLACING_AUTHORITY);
            case PLACING_AUTHORITY -> open(referral.reference(), Body.AREA_AUTHORITY);
            default -> Optional.empty();
        };
    }

    private Optional<Referral> open(String reference, Body body) {
        return newest(reference, body).filter(known -> known.last().isEmpty());
    }

    /** Somebody asked them. */
    public void asked(long id, String by, Instant at) {
        repository.step(id, Referral.Step.ASKED, by, at);
    }

    /** The same call was both. */
    public void alsoAsked(Referral referral, String by, Instant at) {
        end(referral, Referral.Step.SAME_CALL, by, at, "Asked with the same call", "One call was both");
    }

    /** They have not answered, and were asked again. */
    public void askedAgain(long id, String by, Instant at) {
        repository.step(id, Referral.Step.ASKED_AGAIN, by, at);
    }

    /** They answered. */
    public void answered(long id, String by, Instant at) {
        repository.step(id, Referral.Step.ANSWERED, by, at);
    }

    /** A registered manager says that they need not be asked. */
    public void notNeeded(long id, String by) {
        repository.step(id, Referral.Step.NOT_NEEDED, by, clock.instant());
    }

    /** They were asked and do not answer; a registered manager says that nobody waits for it any more. */
    public void needNotAnswer(long id, String by) {
        repository.step(id, Referral.Step.NEED_NOT_ANSWER, by, clock.instant());
    }

    /** They were not asked in time; it stands in the record that the registered manager hears of it. */
    public void notAskedInTime(long id) {
        Referral late = repository.get(id);
        append(
                late.reference(),
                EntryKind.TOLD,
                "Not asked in time",
                List.of(
                        new Statement("Who", late.body().words()),
                        new Statement("By when", times.full(late.dueAt())),
                        new Statement(
                                "Told",
                                "the registered manager on call, or whoever answers for the service in their place")));
    }

    /** The report is over, or was taken back: nobody is asked any more. */
    @EventListener
    void on(IncidentEnded ended) {
        repository.of(ended.reference()).stream()
                .filter(referral -> !referral.isOver())
                .forEach(open -> callOff(open, "The report is over"));
    }

    /** Somebody near the child is named: it is decided with the LADO in a to-do of its own. */
    @EventListener
    void on(PersonNamed named) {
        newest(named.reference(), Body.LADO)
                .filter(referral -> !referral.isOver())
                .ifPresent(open -> callOff(open, "Somebody near the child is named: the LADO is asked in that to-do"));
    }

    private void callOff(Referral referral, String why) {
        end(referral, Referral.Step.CALLED_OFF, Author.SYSTEM.personId(), clock.instant(), "No longer asked", why);
    }

    private void end(Referral referral, Referral.Step step, String by, Instant at, String title, String why) {
        repository.step(referral.id(), step, by, at);
        append(
                referral.reference(),
                EntryKind.ACTION,
                title,
                List.of(new Statement("Who", referral.body().words()), new Statement("Why", why)));
        events.publishEvent(new ReferralCalledOff(referral));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean anybody(String reference) {
        return repository.of(reference).stream().anyMatch(Referral::isAsked);
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> lines(String reference) {
        Map<Body, Referral> newest = new LinkedHashMap<>();
        repository.of(reference).forEach(referral -> newest.put(referral.body(), referral));
        return newest.values().stream()
                .map(referral -> sentence(referral.body().words()) + ": " + how(referral) + ".")
                .toList();
    }

    private String how(Referral referral) {
        Optional<Referral.Done> last = referral.last();
        if (last.isEmpty()) {
            return "to be asked " + times.byOrLate(referral.dueAt());
        }
        String at = times.at(last.get().at());
        return switch (last.get().step()) {
            case ASKED -> "asked " + at + (referral.body().answers() ? ", no answer yet" : "");
            case ASKED_AGAIN -> "asked again " + at + ", no answer yet";
            case ANSWERED -> "answered " + at;
            case SAME_CALL -> "asked with the same call " + at;
            case NOT_NEEDED -> "not needed, as a manager said " + at;
            case NEED_NOT_ANSWER -> "asked, and need not answer, as a manager said " + at;
            case CALLED_OFF -> "no longer asked, " + at;
        };
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private Optional<Referral> newest(String reference, Body body) {
        return repository.of(reference).stream()
                .filter(referral -> referral.body() == body)
                .reduce((earlier, later) -> later);
    }

    private void append(String reference, EntryKind kind, String title, List<Statement> says) {
        record.append(reference, NewEntry.now(kind, title, says, Author.SYSTEM));
    }
}
