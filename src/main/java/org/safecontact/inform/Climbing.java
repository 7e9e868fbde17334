package org.safecontact.inform;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.Role;
import org.safecontact.agency.WorkingTime;
import org.safecontact.incident.Incidents;
import org.safecontact.inform.OutgoingMessage.Wanted;
import org.safecontact.inform.WhoToTell.Answer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The alarm, one turn of its {@link Ladders} after the other until somebody answers: who is told at each step. The decision table is asked
 * again before every turn.
 */
@Service
@Transactional
public class Climbing {

    private final Ladders ladders;
    private final LadderRepository repository;
    private final WhoToTell whoToTell;
    private final WhoStands whoStands;
    private final Telling telling;
    private final Incidents incidents;
    private final WorkingTime workingTime;
    private final CallTimes calls;
    private final Clock clock;

    Climbing(
            Ladders ladders,
            LadderRepository repository,
            WhoToTell whoToTell,
            WhoStands whoStands,
            Telling telling,
            Incidents incidents,
            WorkingTime workingTime,
            CallTimes calls,
            Clock clock) {
        this.ladders = ladders;
        this.repository = repository;
        this.whoToTell = whoToTell;
        this.whoStands = whoStands;
        this.telling = telling;
        this.incidents = incidents;
        this.workingTime = workingTime;
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * Gives the next people their turn and tells them.
     *
     * @param ladder id of this alarm
     * @return the messages and calls that this sets in motion
     */
    public SetInMotion next(String ladder, String reference, Purpose purpose) {
        Instant now = clock.instant();
        Situation situation = whoToTell.situation(reference, now);
        Answer answer = whoToTell.ask(reference, situation, purpose);
        Rung rung = ladders.next(ladder, answer, situation, reference, now, purpose);
        repository.add(ladder, reference, rung, Optional.of(answer.by()));
        TellingOf alarm = new TellingOf(reference, ladder, rung, now, Optional.of(answer.by()));
        Set<String> people = new LinkedHashSet<>(whoStands.people(rung.role(), reference, now));
        List<OutgoingMessage> messages = new ArrayList<>(
                rung.repetition() == 0
                        ? telling.tell(alarm, rung.role(), people, Wanted.ANSWER, Optional.of(rung.dueAt()))
                        : telling.tellAgain(alarm, people, ladders.mayAnswer(ladder, reference)));
        SetInMotion others = tellWithIt(alarm, answer, purpose);
        Instant ringBy = calls.dueAt(ladder, purpose);
        if (!others.calls().isEmpty() && ringBy.isBefore(rung.dueAt())) {
            // Else they would read of the later time alone.
            messages.addAll(0, telling.askToRing(alarm, people, ringBy));
        }
        messages.addAll(others.messages());
        return new SetInMotion(messages, others.calls());
    }

    /**
     * Tells those who waited for the open question: it was answered and the level stays, or they waited long enough.
     * Whoever was told already is not told again; when the level is below HIGH now, nobody is.
     */
    public SetInMotion tellTheOthers(String ladder, String reference, Purpose purpose) {
        Instant now = clock.instant();
        Situation situation = whoToTell.situation(reference, now);
        if (!situation.level().urgent()) {
            return new SetInMotion(List.of(), List.of());
        }
        Answer answer = whoToTell.ask(reference, situation.answered(), purpose);
        return tellWithIt(
                new TellingOf(reference, ladder, ladders.current(ladder), now, Optional.of(answer.by())),
                answer,
                purpose);
    }

    /**
     * Somebody took the call in which it was told and so has answered: the others are told as the level asks, and
     * nobody has to answer any more (practice, section 1). They had the questions before them while they spoke: one that stayed open was
     * answered with not sure, which keeps it HIGH, so nobody waits for another answer.
     *
     * @param takenBy who took the call
     */
    public SetInMotion alreadyAnswered(String ladder, String reference, Purpose purpose, String takenBy) {
        Instant now = clock.instant();
        Situation situation = whoToTell.situation(reference, now);
        Answer answer = whoToTell.ask(reference, situation.answered(), purpose);
        LadderRow first = answer.standing().get(0);
        Rung rung = new Rung(1, 0, first.role(), situation.level(), purpose, now, now);
        repository.add(ladder, reference, rung, Optional.of(answer.by()));
        TellingOf alarm = new TellingOf(reference, ladder, rung, now, Optional.of(answer.by()));
        telling.answeredInTheCall(alarm, takenBy);
        Set<String> people = new LinkedHashSet<>(whoStands.people(first.role(), reference, now));
        people.remove(takenBy);
        List<OutgoingMessage> messages =
                new ArrayList<>(telling.tell(alarm, first.role(), people, Wanted.KNOW, Optional.empty()));
        SetInMotion others = tellWithIt(alarm, answer, purpose);
        messages.addAll(others.messages());
        return new SetInMotion(messages, others.calls());
    }

    /**
     * An alarm went out while somebody was on the telephone and still wrote the report: it is answered with the call, and the others are told.
     *
     * @return empty where somebody near the child is named or somebody else was more worried: then the alarm goes on
     */
    public Optional<SetInMotion> answeredInTheCall(String ladder, String reference, Purpose purpose, String takenBy) {
        if (!ladders.saidInTheCall(reference)) {
            return Optional.empty();
        }
        telling.answeredInTheCall(new TellingOf(reference, ladder, ladders.current(ladder), clock.instant()), takenBy);
        return Optional.of(tellTheOthers(ladder, reference, purpose));
    }

    /**
     * Somebody is more worried while this alarm waits: whoever may answer it hears that, unless they heard so a moment
     * ago, and those who still waited for an open question are told.
     */
    public SetInMotion askAgain(String ladder, String reference, Purpose purpose) {
        Instant now = clock.instant();
        Set<String> people = new LinkedHashSet<>(ladders.mayAnswer(ladder, reference));
        Set<Instant> turns =
                repository.rungs(ladder).stream().map(Rung::startedAt).collect(Collectors.toSet());
        ladders.told(reference)
                .filter(row -> !turns.contains(row.at()))
                .filter(row -> workingTime.due(row.at(), HouseTime.ASK_AGAIN).isAfter(now))
                .flatMap(row -> row.personId().stream())
                .forEach(people::remove);
        List<OutgoingMessage> messages = new ArrayList<>(telling.askAgain(
                new TellingOf(reference, ladder, ladders.current(ladder), now), ladders.timesTold(reference), people));
        SetInMotion others = whoToTell.situation(reference, now).failSafe()
                ? new SetInMotion(List.of(), List.of())
                : tellTheOthers(ladder, reference, purpose);
        messages.addAll(others.messages());
        return new SetInMotion(messages, others.calls());
    }

    /** Those who are told with the turns so far and were not yet. */
    private SetInMotion tellWithIt(TellingOf alarm, Answer answer, Purpose purpose) {
        List<OutgoingMessage> messages = new ArrayList<>();
        List<Call> calls = new ArrayList<>();
        List<ToldRow> rows = repository.ofLadder(alarm.ladder());
        boolean authorityHears = rows.stream().anyMatch(row -> row.what() == ToldRow.What.TO_BE_RUNG)
                || callIsOpen(alarm.reference())
                || purpose == Purpose.MORE_WORRIED && knowsTheDanger(alarm.reference());
        for (LadderRow row : answer.toldWithIt()) {
            boolean notYet = row.rung() > alarm.rung().number() && alarm.rung().repetition() == 0;
            if (notYet) {
                continue;
            }
            if (isOutside(row.role())) {
                // One call to the authority an alarm, and at a time: at 17:00 it becomes the emergency duty team's by
                // itself.
                if (!authorityHears) {
                    authorityHears = true;
                    calls.add(telling.toBeRung(alarm, row.role(), purpose, Optional.empty()));
                }
            } else {
                Set<String> told = rows.stream()
                        .filter(earlier -> earlier.what() == ToldRow.What.TOLD)
                        .flatMap(earlier -> earlier.personId().stream())
                        .collect(Collectors.toSet());
                List<String> people = whoStands.people(row.role(), alarm.reference(), alarm.now()).stream()
                        .filter(id -> !told.contains(id))
                        .toList();
                messages.addAll(
                        telling.tell(alarm, row.role(), new LinkedHashSet<>(people), Wanted.KNOW, Optional.empty()));
            }
        }
        return new SetInMotion(messages, calls);
    }

    /** Whether another alarm of the case has a call to the authority that is still to be made; a phone's call may wait longer. */
    private boolean callIsOpen(String reference) {
        List<ToldRow> rows = repository.ofCase(reference);
        Set<String> over = rows.stream()
                .filter(row -> row.what() == ToldRow.What.REACHED || row.what() == ToldRow.What.CALLED_OFF)
                .map(ToldRow::ladder)
                .collect(Collectors.toSet());
        return rows.stream()
                .filter(row -> row.what() == ToldRow.What.TO_BE_RUNG && row.purpose() != Purpose.PHONE_TAKEN)
                .map(ToldRow::ladder)
                .anyMatch(ladder -> !over.contains(ladder));
    }

    /** How the child is since, where the danger is the same, the authority hears by itself (NMS 9.5): nobody rings it at once for that again. */
    private boolean knowsTheDanger(String reference) {
        Optional<Instant> danger = incidents.dangerAt(reference);
        return !incidents.worseAt(reference).equals(danger)
                && repository.ofCase(reference).stream()
                        .filter(row -> row.what() == ToldRow.What.REACHED && row.purpose() != Purpose.PHONE_TAKEN)
                        .anyMatch(row -> danger.filter(row.at()::isBefore).isEmpty());
    }

    private static boolean isOutside(String role) {
        return role.equals(Role.CHILDS_SOCIAL_WORKER.groupId()) || role.equals(Role.EMERGENCY_DUTY_TEAM.groupId());
    }
}
