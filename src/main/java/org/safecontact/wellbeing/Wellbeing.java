package org.safecontact.wellbeing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.Person;
import org.safecontact.agency.WorkingTime;
import org.safecontact.engine.Decided;
import org.safecontact.incident.Incident;
import org.safecontact.incident.IncidentEnded;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.RiskDecision;
import org.safecontact.incident.RiskLevel;
import org.safecontact.incident.RiskQuestions;
import org.safecontact.record.EntryKind;
import org.safecontact.record.Statement;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The looks after a child: when, what came of each, and what follows. One schedule for each child, extended by every report that joins
 * (practice, section 3); a report that keeps anybody away has one of its own (section 1).
 */
@Service
@Transactional
public class Wellbeing {

    private final WellbeingRepository repository;
    private final WellbeingTable table;
    private final Incidents incidents;
    private final CaseFiles files;
    private final Agency agency;
    private final WorkingTime working;
    private final HumanTime human;
    private final WellbeingRecord record;
    private final Clock clock;

    Wellbeing(
            WellbeingRepository repository,
            WellbeingTable table,
            Incidents incidents,
            CaseFiles files,
            Agency agency,
            WorkingTime working,
            HumanTime human,
            WellbeingRecord record,
            Clock clock) {
        this.repository = repository;
        this.table = table;
        this.incidents = incidents;
        this.files = files;
        this.agency = agency;
        this.working = working;
        this.human = human;
        this.record = record;
        this.clock = clock;
    }

    /**
     * What was planned.
     *
     * @param scheduleId the child's schedule
     * @param touchpointId the touchpoint that a worker has to make because of this report, a new one or the open one that is due earlier
     *     now; empty when nothing changes
     */
    public record Planned(long scheduleId, Optional<Long> touchpointId) {}

    /** Whether this child's home may be asked: nobody of it is named, and it is settled who is. */
    @Transactional(readOnly = true)
    public boolean withHome(String reference) {
        Incident incident = incidents.get(reference);
        return !files.walled(reference)
                && incident.householdId().map(agency::carersOf).orElse(List.of()).stream()
                        .map(Person::id)
                        .noneMatch(files.excluded(reference)::contains);
    }

    /** Whether other reports of the child may be followed with it: it keeps nobody away, who would see from theirs that it exists. */
    private boolean shared(String reference) {
        return withHome(reference) && files.excluded(reference).isEmpty();
    }

    /** The schedule that runs for the child of this report: the one that it opened, else the one that the child's reports share. */
    @Transactional(readOnly = true)
    public Optional<WellbeingSchedule> running(String reference) {
        return incidents
                .get(reference)
                .childId()
                .flatMap(child -> repository.running(child, reference, shared(reference)));
    }

    /** Whether the child has been or is followed because of this report, and the report is not over. */
    @Transactional(readOnly = true)
    public boolean follows(String reference) {
        return repository.hasAsked(reference)
                && !incidents.get(reference).state().isOver();
    }

    /** Opens a schedule for the child of this report and plans what the report asks for. */
    public Planned open(String reference) {
        String child = incidents.get(reference).childId().orElseThrow();
        return plan(repository.open(child, reference, shared(reference), clock.instant()), reference);
    }

    /** Adds what another report about the same child asks for, or the same one at another level; the same level twice adds nothing. */
    public Planned join(long scheduleId, String reference) {
        return plan(scheduleId, reference);
    }

    private Planned plan(long scheduleId, String reference) {
        Instant now = clock.instant();
        Incident incident = incidents.get(reference);
        String level = incident.level().map(RiskLevel::name).orElse(null);
        Decided<WellbeingTable.Asked> decided =
                table.ask(reference, level, incidents.answers(reference).get(RiskQuestions.DISTRESS));
        WellbeingTable.Asked asked = decided.answer();
        Instant levelSince =
                incidents.decision(reference).map(RiskDecision::decidedAt).orElse(incident.startedAt());
        if (!repository.request(
                scheduleId, reference, String.valueOf(level), levelSince, decided.by(), asked.escalateWhen(), now)) {
            return new Planned(scheduleId, Optional.empty());
        }
        List<Instant> dates = LookDates.of(
                incident.reportedAt().orElse(incident.startedAt()),
                now,
                asked.days(),
                asked.at(),
                agency.length(HouseTime.LOOK_NOTICE));
        dates.forEach(due -> repository.plan(scheduleId, due, reference));
        Optional<Instant> touchpoint = asked.touchpoint().map(rule -> working.due(now, rule));
        record.write(
                reference,
                EntryKind.DECISION,
                "When somebody looks how the child is",
                Stream.concat(
                                Stream.of(
                                        new Statement(
                                                "Looks",
                                                dates.stream().map(human::full).collect(Collectors.joining("; "))),
                                        new Statement(
                                                "A worker sees the child",
                                                touchpoint
                                                        .map(due -> "by " + human.full(due))
                                                        .orElse("no call or visit is asked for")),
                                        new Statement(
                                                "It is decided again when",
                                                asked.escalateWhen().isEmpty()
                                                        ? "nothing is listed"
                                                        : asked.escalateWhen().stream()
                                                                .map(EscalateWhen::words)
                                                                .collect(Collectors.joining("; ")))),
                                decided.by().statements().stream())
                        .toList(),
                WellbeingRecord.SYSTEM);
        return new Planned(scheduleId, touchpoint.flatMap(due -> touchpoint(scheduleId, reference, due)));
    }

    /** One open touchpoint for each report: when it asks again, that one is due earlier. */
    private Optional<Long> touchpoint(long scheduleId, String reference, Instant due) {
        Optional<Long> open = repository.openTouchpoint(scheduleId, reference);
        if (open.isEmpty()) {
            return Optional.of(repository.touchpoint(scheduleId, reference, due));
        }
        return open.filter(id -> repository.touchpointEarlier(id, due));
    }

    @Transactional(readOnly = true)
    public WellbeingSchedule schedule(long scheduleId) {
        return repository.find(scheduleId).orElseThrow();
    }

    @Transactional(readOnly = true)
    public Look look(long lookId) {
        return repository.look(lookId).orElseThrow();
    }

    /** All looks of a schedule, in order. */
    @Transactional(readOnly = true)
    public List<Look> looks(long scheduleId) {
        return repository.looks(scheduleId);
    }

    /** When the next planned look is due; empty when none is planned. */
    @Transactional(readOnly = true)
    public Optional<Instant> next(long scheduleId) {
        return repository.looks(scheduleId).stream()
                .filter(look -> look.state() == Look.State.PLANNED)
                .map(Look::dueAt)
                .findFirst();
    }

    /** Until when whoever was asked may look, before somebody rings. */
    public Instant lookUntil(Look look) {
        return LookDates.until(look.dueAt(), agency.length(HouseTime.LOOK));
    }

    /** Reports that asked for a look, the newest first. */
    @Transactional(readOnly = true)
    public List<String> askedFor(long lookId) {
        return repository.askedFor(lookId);
    }

    /** Reports that a schedule serves, the newest first. */
    @Transactional(readOnly = true)
    public List<String> requests(long scheduleId) {
        return repository.requests(scheduleId);
    }

    /** Where the child stays, as far as the last look says. */
    @Transactional(readOnly = true)
    public Seen.Place place(long scheduleId) {
        return repository.looks(scheduleId).stream()
                .flatMap(look -> look.seen().stream())
                .reduce((earlier, later) -> later)
                .map(Seen::place)
                .orElse(Seen.Place.HOME);
    }

    /** Takes the look that is due now; when several are (the machine was off), the newest, and the others were missed. */
    public Optional<Look> take(long scheduleId) {
        Instant now = clock.instant();
        List<Look> due = repository.looks(scheduleId).stream()
                .filter(look ->
                        look.state() == Look.State.PLANNED && !look.dueAt().isAfter(now))
                .toList();
        due.stream().limit(Math.max(0, due.size() - 1)).forEach(look -> missed(look.id()));
        Optional<Look> taken = due.stream().reduce((earlier, later) -> later);
        taken.ifPresent(look -> repository.state(look.id(), Look.State.OPEN));
        return taken.map(look -> look(look.id()));
    }

    /** Keeps what was seen, and says what follows from it. */
    public Outcome seen(long lookId, Seen seen, String by) {
        Look look = look(lookId);
        repository.done(lookId, seen, by, clock.instant());
        repository.askedFor(lookId).stream()
                .filter(reference ->
                        !reference.equals(schedule(look.scheduleId()).reference()))
                .forEach(reference -> record.write(
                        reference,
                        EntryKind.FACT,
                        "Somebody looked how the child is",
                        List.of(
                                new Statement("Compared with usual", word(seen.compared())),
                                new Statement(
                                        "Written in full under",
                                        schedule(look.scheduleId()).reference())),
                        by));
        Set<EscalateWhen> escalateWhen = repository.escalateWhen(look.scheduleId());
        if (escalateWhen.contains(EscalateWhen.TWO_WORSE_IN_A_ROW)
                && seen.compared() == Seen.Compared.WORSE
                && worseInARow(look.scheduleId()) % 2 == 0) {
            return Outcome.TWO_WORSE;
        }
        boolean decideAgain = seen.signs().stream().map(Seen.Sign::escalates).anyMatch(escalateWhen::contains);
        return decideAgain ? Outcome.DECIDE_AGAIN : Outcome.STEADY;
    }

    /** Nobody looked and nobody was reached. */
    public void missed(long lookId) {
        Look look = look(lookId);
        repository.state(lookId, Look.State.MISSED);
        repository
                .askedFor(lookId)
                .forEach(reference -> record.write(
                        reference,
                        EntryKind.FACT,
                        "Nobody looked how the child is",
                        List.of(new Statement("It was due", human.full(look.dueAt()))),
                        WellbeingRecord.SYSTEM));
    }

    @Transactional(readOnly = true)
    public Instant touchpointDue(long touchpointId) {
        return repository.touchpointDue(touchpointId);
    }

    /** A worker has seen the child. */
    public void touchpointDone(long touchpointId, String by) {
        repository.touchpointDone(touchpointId, by, clock.instant());
    }

    /** Whether a worker still has to see the child. */
    @Transactional(readOnly = true)
    public boolean touchpointOpen(long scheduleId) {
        return repository.touchpointOpen(scheduleId);
    }

    /** Nobody needs to look any more. */
    public void close(long scheduleId, String by) {
        repository.close(scheduleId, by, clock.instant());
    }

    /** A report that was started by accident takes back what only it asked for and nobody has begun. */
    @EventListener
    void takeBack(IncidentEnded ended) {
        if (ended.state() != Incident.State.WITHDRAWN) {
            return;
        }
        Predicate<String> stillCounts = reference ->
                !reference.equals(ended.reference()) && incidents.get(reference).state() != Incident.State.WITHDRAWN;
        repository.looksFor(ended.reference()).stream()
                .filter(look -> look.state() == Look.State.PLANNED)
                .filter(look -> repository.askedFor(look.id()).stream().noneMatch(stillCounts))
                .forEach(look -> repository.state(look.id(), Look.State.CALLED_OFF));
        repository.touchpointsCalledOff(ended.reference());
    }

    /** Worse looks at the end of those that somebody made; a missed one between two does not make them two rows. */
    private int worseInARow(long scheduleId) {
        int row = 0;
        for (Look look : repository.looks(scheduleId)) {
            if (look.seen().isPresent()) {
                row = look.worse() ? row + 1 : 0;
            }
        }
        return row;
    }

    private static String word(Seen.Compared compared) {
        return switch (compared) {
            case BETTER -> "better";
            case SAME -> "as usual";
            case WORSE -> "worse";
        };
    }
}
