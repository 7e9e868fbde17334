package org.safecontact.wellbeing;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.safecontact.access.CaseFile;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.HumanTime;
import org.safecontact.incident.Incident;
import org.safecontact.incident.IncidentEnded;
import org.safecontact.incident.RiskLevel;
import org.safecontact.record.EntryKind;
import org.safecontact.record.Statement;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The looks after a child that {@link Schedules} planned: which is next, what came of each, and what follows. */
@Service
@Transactional
public class Wellbeing {

    private static final String WRITTEN_UNDER = "Written in full under";

    private final WellbeingRepository repository;
    private final TouchpointRepository touchpoints;
    private final WhatHappened happened;
    private final CaseFiles files;
    private final Agency agency;
    private final HumanTime human;
    private final WellbeingRecord record;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Wellbeing(
            WellbeingRepository repository,
            TouchpointRepository touchpoints,
            WhatHappened happened,
            CaseFiles files,
            Agency agency,
            HumanTime human,
            WellbeingRecord record,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.touchpoints = touchpoints;
        this.happened = happened;
        this.files = files;
        this.agency = agency;
        this.human = human;
        this.record = record;
        this.events = events;
        this.clock = clock;
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
        return LookDates.until(
                look.dueAt(), agency.length(afterMissed(look) ? HouseTime.LOOK_AFTER_MISSED : HouseTime.LOOK));
    }

    /** Whether nobody looked, or was reached, the time before, and it is HIGH or IMMEDIATE: then the call is for the team manager too. */
    @Transactional(readOnly = true)
    public boolean afterMissed(Look look) {
        return urgency(look.scheduleId()) >= RiskLevel.HIGH.urgency()
                && repository.looks(look.scheduleId()).stream()
                        .filter(other -> other.state() != Look.State.CALLED_OFF)
                        .takeWhile(other -> other.id() != look.id())
                        .reduce((earlier, later) -> later)
                        .filter(before -> before.state() == Look.State.MISSED)
                        .isPresent();
    }

    /** Whom a message asks to ring, because twice in a row nobody looked. */
    public void askedToRing(String opened, Collection<String> people) {
        String who = people.stream().map(agency::nameOf).collect(Collectors.joining(", "));
        record.write(
                opened,
                EntryKind.TOLD,
                "Asked to ring",
                List.of(
                        new Statement("Who", who),
                        new Statement("How", "a message, and on their list"),
                        new Statement("Why", "Twice in a row nobody looked how the child is.")),
                WellbeingRecord.SYSTEM);
    }

    /** Whether two looks one after the other saw the child as usual or better, and none after that saw it worse; a missed one between two parts them. */
    @Transactional(readOnly = true)
    public boolean usualTwice(long scheduleId) {
        int row = 0;
        for (Look look : repository.looks(scheduleId)) {
            if (look.state() == Look.State.CALLED_OFF || row > 1 && look.seen().isEmpty()) {
                continue;
            }
            row = look.seen().isPresent() && !look.worse() ? row + 1 : 0;
        }
        return row > 1;
    }

    /** How urgent the most serious open report is that the looks are for; 0 when all are closed. */
    @Transactional(readOnly = true)
    public int urgency(long scheduleId) {
        return requests(scheduleId).stream()
                .flatMap(reference -> files.find(reference).stream())
                .filter(file -> file.closedAt().isEmpty())
                .mapToInt(CaseFile::urgency)
                .max()
                .orElse(0);
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

    /** The look that was open at that time in the newest schedule that this report opened. */
    @Transactional(readOnly = true)
    public Optional<Look> openedAt(String opened, Instant time) {
        return repository.openedAt(opened, time);
    }

    /** Whether looks after the child go on that this report began, be it closed or not. */
    @Transactional(readOnly = true)
    public boolean goesOn(String opened) {
        return repository.isRunning(opened);
    }

    /** Keeps what was seen, and says what follows from it. */
    public WhatFollows seen(long lookId, Seen seen, String by) {
        Look look = look(lookId);
        repository.done(lookId, seen, by, clock.instant());
        String opened = schedule(look.scheduleId()).reference();
        repository.askedFor(lookId).stream()
                .filter(reference -> !reference.equals(opened))
                .forEach(reference -> record.copy(
                        reference,
                        EntryKind.FACT,
                        "Somebody looked how the child is",
                        List.of(
                                new Statement("Compared with usual", word(seen.compared())),
                                new Statement(WRITTEN_UNDER, opened)),
                        by));
        wordsToo(opened, repository.askedFor(lookId), by);
        return follows(look, seen);
    }

    /** What somebody adds for the worse to a look that was made already. */
    void alsoSeen(Look look, boolean worse, Set<Seen.Sign> more, String by) {
        repository.alsoSeen(look.id(), worse, more);
        wordsToo(schedule(look.scheduleId()).reference(), repository.askedFor(look.id()), by);
    }

    /**
     * Whoever reads a report that is open reads what was seen for it, also where they may not read the one that opened the schedule; but for
     * whoever is kept away from that one.
     */
    private void wordsToo(String opened, List<String> servedToo, String by) {
        servedToo.stream()
                .filter(reference ->
                        !reference.equals(opened) && happened.get(reference).open() && !keepsAway(opened, reference))
                .forEach(reference -> record.copyWrittenLast(opened, reference, by));
    }

    /** Whether somebody may read the other report and is kept away from this one. */
    private boolean keepsAway(String reference, String other) {
        return files.walled(reference) && !files.walled(other)
                || !files.excluded(other).containsAll(files.excluded(reference));
    }

    /**
     * What follows from what was seen at a look.
     *
     * @param look as it was before that
     */
    @Transactional(readOnly = true)
    WhatFollows follows(Look look, Seen seen) {
        Set<EscalateWhen> escalateWhen = repository.escalateWhen(look.scheduleId());
        if (escalateWhen.contains(EscalateWhen.TWO_WORSE_IN_A_ROW)
                && seen.compared() == Seen.Compared.WORSE
                && !look.worse()
                && worseInARow(look) % 2 == 0) {
            return WhatFollows.TWO_WORSE;
        }
        boolean decideAgain = seen.signs().stream().anyMatch(sign -> sign.escalates(escalateWhen));
        return decideAgain ? WhatFollows.DECIDE_AGAIN : WhatFollows.STEADY;
    }

    /** Nobody looked and nobody was reached; but for somebody who wrote it too late for the form. */
    public void missed(long lookId) {
        Look look = look(lookId);
        if (look.seen().isPresent()) {
            return;
        }
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
        return touchpoints.due(touchpointId);
    }

    /** A worker has seen the child: once for every report that asked for it. */
    public void childSeen(long scheduleId, String by) {
        String opened = schedule(scheduleId).reference();
        List<String> askedFor = touchpoints.done(scheduleId, by, clock.instant());
        askedFor.stream()
                .filter(reference -> !reference.equals(opened))
                .forEach(reference -> record.copy(
                        reference,
                        EntryKind.ACTION,
                        "A worker saw the child",
                        List.of(new Statement(WRITTEN_UNDER, opened)),
                        by));
        wordsToo(opened, askedFor, by);
    }

    /** Whether a worker still has to see the child. */
    @Transactional(readOnly = true)
    public boolean touchpointOpen(long scheduleId) {
        return touchpoints.isOpen(scheduleId);
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
                !reference.equals(ended.reference()) && happened.get(reference).counts();
        repository.looksFor(ended.reference()).stream()
                .filter(look -> look.state() == Look.State.PLANNED)
                .filter(look -> repository.askedFor(look.id()).stream().noneMatch(stillCounts))
                .forEach(look -> repository.state(look.id(), Look.State.CALLED_OFF));
        touchpoints.calledOff(ended.reference()).stream()
                .filter(schedule -> !touchpoints.isOpen(schedule))
                .forEach(schedule -> events.publishEvent(new TouchpointTakenBack(schedule)));
    }

    /** Worse looks in a row with this one, which is worse too; a missed one between two does not make them two rows. */
    private int worseInARow(Look worse) {
        int row = 0;
        boolean counted = false;
        for (Look look : repository.looks(worse.scheduleId())) {
            if (look.id() == worse.id()) {
                counted = true;
                row++;
            } else if (look.worse()) {
                row++;
            } else if (look.seen().isPresent() && counted) {
                break;
            } else if (look.seen().isPresent()) {
                row = 0;
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
