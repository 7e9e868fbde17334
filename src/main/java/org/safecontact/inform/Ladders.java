package org.safecontact.inform;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.Role;
import org.safecontact.agency.WorkingTime;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.RiskDecision;
import org.safecontact.incident.RiskLevel;
import org.safecontact.inform.OutgoingMessage.Wanted;
import org.safecontact.inform.WhoToTell.Answer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The alarm: whose turn it is to answer, one after the other, until somebody does. The decision table is asked again
 * before every turn; the first role of its present answer that has not had its turn yet is next, so that duty is never
 * jumped when the office closes in between. When all had their turn, the last one is asked again and again.
 */
@Service
@Transactional
public class Ladders {

    private static final Set<String> FOR_THE_SERVICE =
            Set.of(Role.REGISTERED_MANAGER.groupId(), Standing.OTHER_MANAGERS, Role.RESPONSIBLE_INDIVIDUAL.groupId());

    private final LadderRepository repository;
    private final WhoToTell whoToTell;
    private final Standing standing;
    private final Telling telling;
    private final CaseFiles files;
    private final Incidents incidents;
    private final WorkingTime workingTime;
    private final Clock clock;

    Ladders(
            LadderRepository repository,
            WhoToTell whoToTell,
            Standing standing,
            Telling telling,
            CaseFiles files,
            Incidents incidents,
            WorkingTime workingTime,
            Clock clock) {
        this.repository = repository;
        this.whoToTell = whoToTell;
        this.standing = standing;
        this.telling = telling;
        this.files = files;
        this.incidents = incidents;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    /**
     * Gives the next people their turn and tells them.
     *
     * @param ladder id of this alarm
     * @return the messages and calls that this sets in motion
     */
    public Step next(String ladder, String reference, Purpose purpose) {
        Instant now = clock.instant();
        Situation situation = whoToTell.situation(reference, now);
        Answer answer = whoToTell.ask(reference, situation, purpose);
        List<Rung> past = repository.rungs(ladder);
        Rung rung = firstWhoHasNotStood(answer, past, reference, now, situation.level(), purpose)
                .orElseGet(() -> again(past, reference, now, situation, purpose));
        repository.add(ladder, reference, rung, Optional.of(answer.by()));
        TellingOf alarm = new TellingOf(reference, ladder, rung, now, Optional.of(answer.by()));
        Set<String> people = new LinkedHashSet<>(standing.people(rung.role(), reference, now));
        if (rung.repetition() > 0) {
            people.addAll(mayAnswer(ladder, reference));
        }
        List<OutgoingMessage> messages =
                new ArrayList<>(telling.tell(alarm, rung.role(), people, Wanted.ANSWER, Optional.of(rung.dueAt())));
        Step others = tellWithIt(alarm, answer, purpose);
        messages.addAll(others.messages());
        return new Step(messages, others.calls());
    }

    /**
     * Tells those who waited for the open question: it was answered and the level stays, or they waited long enough.
     * Whoever was told already is not told again; when the level is below HIGH now, nobody is.
     */
    public Step tellTheOthers(String ladder, String reference, Purpose purpose) {
        Instant now = clock.instant();
        Situation situation = whoToTell.situation(reference, now);
        if (!situation.level().urgent()) {
            return new Step(List.of(), List.of());
        }
        Answer answer = whoToTell.ask(reference, situation.answered(), purpose);
        return tellWithIt(
                new TellingOf(reference, ladder, current(ladder), now, Optional.of(answer.by())), answer, purpose);
    }

    /**
     * Somebody took the call in which it was told and so has answered: the others are told as the level asks, and
     * nobody has to answer any more (practice, section 1).
     *
     * @param takenBy who took the call
     */
    public Step alreadyAnswered(String ladder, String reference, Purpose purpose, String takenBy) {
        Instant now = clock.instant();
        Situation situation = whoToTell.situation(reference, now);
        Answer answer = whoToTell.ask(reference, situation, purpose);
        LadderRow first = answer.standing().get(0);
        Rung rung = new Rung(1, 0, first.role(), situation.level(), purpose, now, now);
        repository.add(ladder, reference, rung, Optional.of(answer.by()));
        TellingOf alarm = new TellingOf(reference, ladder, rung, now, Optional.of(answer.by()));
        telling.answeredInTheCall(alarm, takenBy);
        Set<String> people = new LinkedHashSet<>(standing.people(first.role(), reference, now));
        people.remove(takenBy);
        List<OutgoingMessage> messages =
                new ArrayList<>(telling.tell(alarm, first.role(), people, Wanted.KNOW, Optional.empty()));
        Step others = tellWithIt(alarm, answer, purpose);
        messages.addAll(others.messages());
        return new Step(messages, others.calls());
    }

    /**
     * Somebody is more worried while this alarm waits: whoever may answer it hears that, unless they heard so a moment
     * ago, and those who still waited for an open question are told.
     */
    public Step askAgain(String ladder, String reference, Purpose purpose) {
        Instant now = clock.instant();
        Set<String> people = new LinkedHashSet<>(mayAnswer(ladder, reference));
        Set<Instant> turns =
                repository.rungs(ladder).stream().map(Rung::startedAt).collect(Collectors.toSet());
        told(reference)
                .filter(row -> !turns.contains(row.at()))
                .filter(row -> workingTime.due(row.at(), HouseTime.ASK_AGAIN).isAfter(now))
                .flatMap(row -> row.personId().stream())
                .forEach(people::remove);
        List<OutgoingMessage> messages = new ArrayList<>(
                telling.askAgain(new TellingOf(reference, ladder, current(ladder), now), timesTold(reference), people));
        Step others = whoToTell.situation(reference, now).failSafe()
                ? new Step(List.of(), List.of())
                : tellTheOthers(ladder, reference, purpose);
        messages.addAll(others.messages());
        return new Step(messages, others.calls());
    }

    /** How often anybody was told of this case so far. */
    @Transactional(readOnly = true)
    int timesTold(String reference) {
        return (int) told(reference).count();
    }

    private Stream<ToldRow> told(String reference) {
        return repository.ofCase(reference).stream().filter(row -> row.what() == ToldRow.What.TOLD);
    }

    /** Whose turn it is. */
    @Transactional(readOnly = true)
    public Rung current(String ladder) {
        List<Rung> rungs = repository.rungs(ladder);
        return rungs.get(rungs.size() - 1);
    }

    /** Whose turn it is in the newest alarm of a case; before the first is told, whose the table makes it. */
    @Transactional(readOnly = true)
    public Optional<Rung> asked(String reference) {
        Instant now = clock.instant();
        return repository.ofCase(reference).stream()
                .filter(row -> row.what() == ToldRow.What.TOLD && row.purpose().isAlarm())
                .map(ToldRow::ladder)
                .reduce((earlier, later) -> later)
                .map(this::current)
                .or(() -> {
                    Situation situation = whoToTell.situation(reference, now);
                    Answer answer = whoToTell.ask(reference, situation, Purpose.ALARM);
                    return firstWhoHasNotStood(answer, List.of(), reference, now, situation.level(), Purpose.ALARM);
                });
    }

    /**
     * Everybody who may answer this alarm: whoever was told of it, on a turn or with it, and is not excluded. Once
     * somebody near the child is named, only those who answer for the service, as long as one of them is left.
     */
    @Transactional(readOnly = true)
    public Set<String> mayAnswer(String ladder, String reference) {
        Set<String> excluded = files.excluded(reference);
        boolean named = onlyForTheService(reference);
        return repository.ofLadder(ladder).stream()
                .filter(row -> row.what() == ToldRow.What.TOLD)
                .filter(row -> !named || FOR_THE_SERVICE.contains(row.role()))
                .flatMap(row -> row.personId().stream())
                .filter(id -> !excluded.contains(id))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The roles that had their turn in this alarm and may still answer, in order. */
    @Transactional(readOnly = true)
    public List<String> rolesSoFar(String ladder, String reference) {
        boolean named = onlyForTheService(reference);
        return repository.rungs(ladder).stream()
                .map(Rung::role)
                .filter(role -> !named || FOR_THE_SERVICE.contains(role))
                .distinct()
                .toList();
    }

    /**
     * Whether what is to be told now is what was said in the call: nobody near the child is part of the worry, nobody was told before, and
     * nobody is more worried since. A later alarm takes a later answer.
     */
    @Transactional(readOnly = true)
    public boolean toldInTheCall(String reference) {
        return !whoToTell.named(reference)
                && repository.ofCase(reference).isEmpty()
                && incidents.decisions(reference).stream().noneMatch(RiskDecision::byPerson);
    }

    /** When everybody who answers for the service is named, whoever is told instead can answer too. */
    private boolean onlyForTheService(String reference) {
        Instant now = clock.instant();
        return whoToTell.named(reference)
                && FOR_THE_SERVICE.stream()
                        .anyMatch(role -> !standing.people(role, reference, now).isEmpty());
    }

    /** Whether only an open question made it serious when whoever has the turn was asked. */
    @Transactional(readOnly = true)
    public boolean askedForAnOpenQuestion(String ladder, String reference) {
        Instant asked = current(ladder).startedAt();
        return incidents.decisions(reference).stream()
                .filter(decision -> !decision.decidedAt().isAfter(asked))
                .findFirst()
                .filter(RiskDecision::failSafe)
                .isPresent();
    }

    /** When those who wait for the open question are told at the latest. */
    @Transactional(readOnly = true)
    public Instant othersToldAt(String ladder) {
        List<Rung> rungs = repository.rungs(ladder);
        return workingTime.due(rungs.get(0).startedAt(), HouseTime.OPEN_QUESTION);
    }

    private Optional<Rung> firstWhoHasNotStood(
            Answer answer, List<Rung> past, String reference, Instant now, RiskLevel level, Purpose purpose) {
        Set<String> stood = past.stream().map(Rung::role).collect(Collectors.toSet());
        int number = past.stream().mapToInt(Rung::number).max().orElse(0) + 1;
        return answer.standing().stream()
                .filter(row -> !stood.contains(row.role()))
                .filter(row -> !standing.people(row.role(), reference, now).isEmpty())
                .findFirst()
                .map(row -> new Rung(number, 0, row.role(), level, purpose, now, workingTime.due(now, row.within())));
    }

    /** The last turn once more; an alarm without anybody at all goes to whoever answers for the service. */
    private Rung again(List<Rung> past, String reference, Instant now, Situation situation, Purpose purpose) {
        Instant due =
                workingTime.due(now, situation.level().urgent() ? HouseTime.ALARM_AGAIN_URGENT : HouseTime.ALARM_AGAIN);
        if (past.isEmpty()) {
            String lastResort = Stream.of(
                            Role.RESPONSIBLE_INDIVIDUAL.groupId(),
                            Role.REGISTERED_MANAGER.groupId(),
                            Standing.OTHER_MANAGERS,
                            Role.DUTY_SOCIAL_WORKER.groupId(),
                            Standing.OTHER_TEAM_MANAGERS)
                    .filter(role -> !standing.people(role, reference, now).isEmpty())
                    .findFirst()
                    // Whoever comes into that place is told the next time.
                    .orElse(Role.RESPONSIBLE_INDIVIDUAL.groupId());
            return new Rung(1, 0, lastResort, situation.level(), purpose, now, due);
        }
        Rung last = past.get(past.size() - 1);
        return new Rung(last.number(), last.repetition() + 1, last.role(), situation.level(), purpose, now, due);
    }

    /** Those who are told with the turns so far and were not yet. */
    private Step tellWithIt(TellingOf alarm, Answer answer, Purpose purpose) {
        List<OutgoingMessage> messages = new ArrayList<>();
        List<Call> calls = new ArrayList<>();
        List<ToldRow> rows = repository.ofLadder(alarm.ladder());
        boolean authorityHears =
                rows.stream().anyMatch(row -> row.what() == ToldRow.What.TO_BE_RUNG) || callIsOpen(alarm.reference());
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
                    calls.add(telling.toBeRung(alarm, row.role(), purpose));
                }
            } else {
                Set<String> told = rows.stream()
                        .filter(earlier -> earlier.what() == ToldRow.What.TOLD)
                        .flatMap(earlier -> earlier.personId().stream())
                        .collect(Collectors.toSet());
                List<String> people = standing.people(row.role(), alarm.reference(), alarm.now()).stream()
                        .filter(id -> !told.contains(id))
                        .toList();
                messages.addAll(
                        telling.tell(alarm, row.role(), new LinkedHashSet<>(people), Wanted.KNOW, Optional.empty()));
            }
        }
        return new Step(messages, calls);
    }

    /** Whether another alarm of the case has a call to the authority that reached nobody yet; a phone's call may wait longer. */
    private boolean callIsOpen(String reference) {
        List<ToldRow> rows = repository.ofCase(reference);
        Set<String> reached = rows.stream()
                .filter(row -> row.what() == ToldRow.What.REACHED)
                .map(ToldRow::ladder)
                .collect(Collectors.toSet());
        return rows.stream()
                .filter(row -> row.what() == ToldRow.What.TO_BE_RUNG && row.purpose() != Purpose.PHONE_TAKEN)
                .map(ToldRow::ladder)
                .anyMatch(ladder -> !reached.contains(ladder));
    }

    private static boolean isOutside(String role) {
        return role.equals(Role.CHILDS_SOCIAL_WORKER.groupId()) || role.equals(Role.EMERGENCY_DUTY_TEAM.groupId());
    }
}
