package org.safecontact.inform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
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
import org.safecontact.inform.WhoToTell.Answer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ladder of an alarm: whose turn it is to answer, who is next, who may answer. The first role of the decision table's present answer that
 * has not had its turn yet is next, so that duty is never jumped when the office closes in between. When all had their turn, the last one is
 * asked again and again.
 */
@Service
@Transactional(readOnly = true)
public class Ladders {

    private static final Set<String> FOR_THE_SERVICE =
            Set.of(Role.REGISTERED_MANAGER.groupId(), WhoStands.OTHER_MANAGERS, Role.RESPONSIBLE_INDIVIDUAL.groupId());

    private final LadderRepository repository;
    private final WhoToTell whoToTell;
    private final WhoStands whoStands;
    private final CaseFiles files;
    private final Incidents incidents;
    private final WorkingTime workingTime;
    private final Clock clock;

    Ladders(
            LadderRepository repository,
            WhoToTell whoToTell,
            WhoStands whoStands,
            CaseFiles files,
            Incidents incidents,
            WorkingTime workingTime,
            Clock clock) {
        this.repository = repository;
        this.whoToTell = whoToTell;
        this.whoStands = whoStands;
        this.files = files;
        this.incidents = incidents;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    /** How often anybody was told of this case so far. */
    int timesTold(String reference) {
        return (int) told(reference).count();
    }

    /** Everybody who was told of this case so far. */
    Stream<ToldRow> told(String reference) {
        return repository.ofCase(reference).stream().filter(row -> row.what() == ToldRow.What.TOLD);
    }

    /** Whose turn it is. */
    public Rung current(String ladder) {
        List<Rung> rungs = repository.rungs(ladder);
        return rungs.get(rungs.size() - 1);
    }

    /**
     * By when it should have been answered. Where minutes count it is the turn's own time, for whoever was asked just now; what has waited for
     * days, or is handed over, has waited since the first was asked, whoever is asked meanwhile (practice, section 2). House default.
     */
    public Instant shouldBeAnsweredBy(String ladder) {
        return minutesCount(ladder)
                ? current(ladder).dueAt()
                : repository.rungs(ladder).get(0).dueAt();
    }

    /** Whether somebody waits for the answer while the minutes run. */
    public boolean minutesCount(String ladder) {
        Rung turn = current(ladder);
        return turn.level().urgent() && turn.purpose().isAlarm();
    }

    /** Whether whoever's turn it is has answered. */
    private boolean isAnswered(String ladder) {
        Rung turn = current(ladder);
        return repository.ofLadder(ladder).stream()
                .filter(row -> row.what() == ToldRow.What.ANSWERED)
                .anyMatch(row -> row.rung() == turn.number() && row.repetition() == turn.repetition());
    }

    /** Whether it is the turn of somebody who answers for the service. */
    public boolean isForTheService(String ladder) {
        return FOR_THE_SERVICE.contains(current(ladder).role());
    }

    /** Whether somebody near the child is named while it is still the turn of others: it goes on by itself to whoever answers for the service. */
    public boolean goesToTheManager(String ladder, String reference) {
        return onlyForTheService(reference) && !isForTheService(ladder);
    }

    /** Whose turn it is in the newest alarm of a case; once that is answered, or before anybody is told at the level that stands, whose the table makes it. */
    public Optional<Rung> asked(String reference) {
        Instant now = clock.instant();
        Situation situation = whoToTell.situation(reference, now);
        return repository.ofCase(reference).stream()
                .filter(row -> row.what() == ToldRow.What.TOLD && row.purpose().isAlarm())
                .map(ToldRow::ladder)
                .reduce((earlier, later) -> later)
                .filter(ladder -> !isAnswered(ladder))
                .map(this::current)
                .filter(turn -> turn.level().compareTo(situation.level()) >= 0)
                .or(() -> {
                    Answer answer = whoToTell.ask(reference, situation, Purpose.ALARM);
                    return firstWhoHasNotStood(
                            answer, List.of(), reference, now, now, situation.level(), Purpose.ALARM);
                });
    }

    /**
     * Everybody who may answer this alarm by name, beside {@link #dutyMayAnswer duty}: whoever was told of it, on a turn, with it or in the
     * call, and is not excluded. Once somebody near the child is named, only those who answer for the service, as long as one of them is left.
     */
    public Set<String> mayAnswer(String ladder, String reference) {
        Set<String> excluded = files.excluded(reference);
        boolean named = onlyForTheService(reference);
        return repository.ofLadder(ladder).stream()
                .filter(ToldRow::knows)
                .filter(row -> !named || FOR_THE_SERVICE.contains(row.role()))
                .flatMap(row -> row.personId().stream())
                .filter(id -> !excluded.contains(id))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The roles that had their turn in this alarm and may still answer, in order. */
    public List<String> rolesSoFar(String ladder, String reference) {
        boolean named = onlyForTheService(reference);
        return repository.rungs(ladder).stream()
                .map(Rung::role)
                .filter(role -> !named || FOR_THE_SERVICE.contains(role))
                .distinct()
                .toList();
    }

    /**
     * Whether whoever is on duty may answer it too, told or not: the carer is sent to their telephone, and who has spoken with the carer has to
     * be able to say so (practice, section 1). Not where somebody near the child is named: then only those who answer for the service.
     */
    public boolean dutyMayAnswer(String ladder, String reference) {
        Rung turn = current(ladder);
        return turn.level().urgent() && turn.purpose().isAlarm() && !whoToTell.named(reference);
    }

    /**
     * Whether what is to be told now is what was said in the call: nobody near the child is part of the worry, nobody was told before, and
     * nobody is more worried since. A later alarm takes a later answer.
     */
    public boolean toldInTheCall(String reference) {
        return saidInTheCall(reference) && repository.ofCase(reference).isEmpty();
    }

    /** Whether the call is all there is to it: nobody near the child is part of the worry, and nobody else was more worried. */
    boolean saidInTheCall(String reference) {
        return !whoToTell.named(reference)
                && incidents.decisions(reference).stream().noneMatch(RiskDecision::byPerson);
    }

    /** Whether whoever answered one alarm of the case answers this one with it: not for those who answer for the service. */
    public boolean answersToo(String ladder, String reference, String personId) {
        return !whoToTell.named(reference) || mayAnswer(ladder, reference).contains(personId);
    }

    /** When everybody who answers for the service is named, whoever is told instead can answer too. */
    private boolean onlyForTheService(String reference) {
        Instant now = clock.instant();
        return whoToTell.named(reference)
                && FOR_THE_SERVICE.stream()
                        .anyMatch(
                                role -> !whoStands.people(role, reference, now).isEmpty());
    }

    /** Whether only an open question made it serious when whoever has the turn was asked. */
    public boolean askedForAnOpenQuestion(String ladder, String reference) {
        Instant asked = current(ladder).startedAt();
        return incidents.decisions(reference).stream()
                .filter(decision -> !decision.decidedAt().isAfter(asked))
                .findFirst()
                .filter(RiskDecision::failSafe)
                .isPresent();
    }

    /** When those who wait for the open question are told at the latest. */
    public Instant othersToldAt(String ladder) {
        List<Rung> rungs = repository.rungs(ladder);
        return workingTime.due(rungs.get(0).startedAt(), HouseTime.OPEN_QUESTION);
    }

    /**
     * The turn after those that were: the table's next, else the last one once more. Where somebody had it past the last turn's time and did not
     * answer, its time counts from where the climb would be (practice, section 1).
     */
    Rung next(String ladder, Answer answer, Situation situation, String reference, Instant now, Purpose purpose) {
        List<Rung> past = repository.rungs(ladder);
        Instant begins = wouldHaveBegun(ladder, past, now);
        return firstWhoHasNotStood(answer, past, reference, now, begins, situation.level(), purpose)
                .orElseGet(() -> again(past, reference, now, situation, purpose));
    }

    private Instant wouldHaveBegun(String ladder, List<Rung> past, Instant now) {
        if (past.isEmpty()) {
            return now;
        }
        Rung last = past.get(past.size() - 1);
        return repository.ofLadder(ladder).stream()
                .filter(row -> row.what() == ToldRow.What.TAKEN)
                .filter(row -> row.rung() == last.number() && row.repetition() == last.repetition())
                .flatMap(row -> row.until().stream())
                .filter(last.dueAt()::isBefore)
                .max(Comparator.naturalOrder())
                .map(until -> now.minus(Duration.between(last.dueAt(), until)))
                .map(begun -> begun.isBefore(last.dueAt()) ? last.dueAt() : begun)
                .orElse(now);
    }

    private Optional<Rung> firstWhoHasNotStood(
            Answer answer,
            List<Rung> past,
            String reference,
            Instant now,
            Instant begins,
            RiskLevel level,
            Purpose purpose) {
        Set<String> stood = past.stream().map(Rung::role).collect(Collectors.toSet());
        int number = past.stream().mapToInt(Rung::number).max().orElse(0) + 1;
        return answer.standing().stream()
                .filter(row -> !stood.contains(row.role()))
                .filter(row -> !whoStands.people(row.role(), reference, now).isEmpty())
                .findFirst()
                .map(row -> {
                    Instant due = atItsHour(workingTime.due(begins, row.within()), purpose, reference);
                    return new Rung(number, 0, row.role(), level, purpose, now, due.isBefore(now) ? now : due);
                });
    }

    /**
     * What is handed over was answered: it wakes nobody, and waits for the office where its time would be over at night. Whatever is new
     * since is an alarm of its own; and with somebody near the child named it is one too (decision who-to-tell). House default.
     */
    private Instant atItsHour(Instant due, Purpose purpose, String reference) {
        return purpose == Purpose.HANDOVER && !whoToTell.named(reference) ? workingTime.whenOpen(due) : due;
    }

    /** The last turn once more; an alarm without anybody at all goes to whoever answers for the service. */
    private Rung again(List<Rung> past, String reference, Instant now, Situation situation, Purpose purpose) {
        HouseTime again = situation.level().urgent() ? HouseTime.ALARM_AGAIN_URGENT : HouseTime.ALARM_AGAIN;
        Instant due = atItsHour(workingTime.due(now, again), purpose, reference);
        if (past.isEmpty()) {
            String lastResort = Stream.of(
                            Role.RESPONSIBLE_INDIVIDUAL.groupId(),
                            Role.REGISTERED_MANAGER.groupId(),
                            WhoStands.OTHER_MANAGERS,
                            Role.DUTY_SOCIAL_WORKER.groupId(),
                            WhoStands.OTHER_TEAM_MANAGERS)
                    .filter(role -> !whoStands.people(role, reference, now).isEmpty())
                    .findFirst()
                    // Whoever comes into that place is told the next time.
                    .orElse(Role.RESPONSIBLE_INDIVIDUAL.groupId());
            return new Rung(1, 0, lastResort, situation.level(), purpose, now, due);
        }
        Rung last = past.get(past.size() - 1);
        return new Rung(last.number(), last.repetition() + 1, last.role(), situation.level(), purpose, now, due);
    }
}
