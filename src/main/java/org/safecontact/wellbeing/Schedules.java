package org.safecontact.wellbeing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.Person;
import org.safecontact.agency.WorkingTime;
import org.safecontact.engine.Decided;
import org.safecontact.record.EntryKind;
import org.safecontact.record.Statement;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * When somebody looks after a child. One schedule for each child, extended by every report that joins (practice, section 3); a report that
 * keeps anybody away has one of its own (section 1).
 */
@Service
@Transactional
public class Schedules {

    private final WellbeingRepository repository;
    private final TouchpointRepository touchpoints;
    private final WellbeingTable table;
    private final WhatHappened happened;
    private final CaseFiles files;
    private final Agency agency;
    private final WorkingTime working;
    private final HumanTime human;
    private final WellbeingRecord record;
    private final Clock clock;

    Schedules(
            WellbeingRepository repository,
            TouchpointRepository touchpoints,
            WellbeingTable table,
            WhatHappened happened,
            CaseFiles files,
            Agency agency,
            WorkingTime working,
            HumanTime human,
            WellbeingRecord record,
            Clock clock) {
        this.repository = repository;
        this.touchpoints = touchpoints;
        this.table = table;
        this.happened = happened;
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

    /** Whether this child's home may be asked: nobody of it is named in this report, and it is settled who is. */
    @Transactional(readOnly = true)
    public boolean withHome(String reference) {
        return !files.walled(reference)
                && happened.get(reference).householdId().map(agency::carersOf).orElse(List.of()).stream()
                        .map(Person::id)
                        .noneMatch(files.excludedHere(reference)::contains);
    }

    /** Who of this child's home may be asked: its carers but those who are kept away; nobody where {@link #withHome} says no. */
    @Transactional(readOnly = true)
    public List<Person> carersToAsk(String reference) {
        if (!withHome(reference)) {
            return List.of();
        }
        Set<String> excluded = files.excluded(reference);
        return happened.get(reference).householdId().map(agency::carersOf).orElse(List.of()).stream()
                .filter(carer -> !excluded.contains(carer.id()))
                .toList();
    }

    /** Whether other reports of the child may be followed with it: it keeps nobody away, who would see from theirs that it exists. */
    private boolean shared(String reference) {
        return withHome(reference) && files.excluded(reference).isEmpty();
    }

    /** The schedule that runs for the child of this report: the one that it opened, else the one that the child's reports share. */
    @Transactional(readOnly = true)
    public Optional<WellbeingSchedule> running(String reference) {
        return happened.get(reference)
                .childId()
                .flatMap(child -> repository.running(child, reference, shared(reference)));
    }

    /** Whether the child has been or is followed because of this report, and the report is not over. */
    @Transactional(readOnly = true)
    public boolean follows(String reference) {
        return repository.hasAsked(reference) && happened.get(reference).open();
    }

    /** Open reports that joined the running schedule which this report opened, the newest first. */
    @Transactional(readOnly = true)
    public List<String> joined(String reference) {
        return repository.joined(reference).stream()
                .filter(joined -> happened.get(joined).open())
                .toList();
    }

    /** Reports that opened a running schedule which this one joined. */
    @Transactional(readOnly = true)
    public List<String> joinedTo(String reference) {
        return repository.joinedTo(reference);
    }

    /** Opens a schedule for the child of this report and plans what the report asks for. */
    public Planned open(String reference) {
        happened.takeTurn(reference);
        String child = happened.get(reference).childId().orElseThrow();
        return plan(repository.open(child, reference, shared(reference), clock.instant()), reference);
    }

    /** Adds what another report about the same child asks for, or the same one at another level; the same level twice adds nothing. */
    public Planned join(long scheduleId, String reference) {
        happened.takeTurn(reference);
        return plan(scheduleId, reference);
    }

    private Planned plan(long scheduleId, String reference) {
        Instant now = clock.instant();
        Occasion occasion = happened.get(reference);
        String level = occasion.level().orElse(null);
        Decided<WellbeingTable.Asked> decided = table.ask(reference, level, occasion.presentation());
        WellbeingTable.Asked asked = decided.answer();
        if (!repository.request(
                scheduleId,
                reference,
                String.valueOf(level),
                occasion.levelSince(),
                decided.by(),
                asked.escalateWhen(),
                now)) {
            return new Planned(scheduleId, Optional.empty());
        }
        List<Instant> dates =
                LookDates.of(occasion.toldAt(), now, asked.days(), asked.at(), agency.length(HouseTime.LOOK_NOTICE));
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
        Optional<Long> open = touchpoints.open(scheduleId, reference);
        if (open.isEmpty()) {
            return Optional.of(touchpoints.want(scheduleId, reference, due));
        }
        return open.filter(id -> touchpoints.earlier(id, due));
    }
}
