package org.safecontact.inform;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.WorkingTime;
import org.safecontact.engine.Authors;
import org.safecontact.incident.RiskLevel;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Taking, giving back and answering. Claiming is not answering: it holds the climb for a while, once. */
@Service
@Transactional
public class Answering {

    private static final Set<ToldRow.What> HAS_IT = Set.of(ToldRow.What.TAKEN, ToldRow.What.ANSWERED);

    private final LadderRepository repository;
    private final Ladders ladders;
    private final Telling telling;
    private final Authors authors;
    private final Agency agency;
    private final WorkingTime workingTime;
    private final Clock clock;

    Answering(
            LadderRepository repository,
            Ladders ladders,
            Telling telling,
            Authors authors,
            Agency agency,
            WorkingTime workingTime,
            Clock clock) {
        this.repository = repository;
        this.ladders = ladders;
        this.telling = telling;
        this.authors = authors;
        this.agency = agency;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    /** Who answered an alarm, and when. */
    public record Answered(String personId, String name, Instant at) {}

    /**
     * Somebody took it.
     *
     * @return until when the climb waits for this person, be that before or after the turn's own time: whoever takes it and does nothing is
     *     passed soon; empty when the level does not hold it or this person held this turn before
     */
    public Optional<Instant> taken(String ladder, String reference, String personId) {
        Rung rung = ladders.current(ladder);
        Instant now = clock.instant();
        boolean before = repository.ofLadder(ladder).stream()
                .filter(row -> row.what() == ToldRow.What.TAKEN)
                .filter(row -> row.rung() == rung.number() && row.repetition() == rung.repetition())
                .anyMatch(row -> row.personId().filter(personId::equals).isPresent());
        Instant held = now.plus(agency.length(HouseTime.TAKEN));
        // Nobody is asked at night about what is handed over, so nobody has to be held back.
        boolean waitsAnyway = rung.purpose() == Purpose.HANDOVER && !workingTime.isOfficeHours(held);
        Optional<Instant> until =
                before || waitsAnyway || !rung.level().urgent() ? Optional.empty() : Optional.of(held);
        telling.row(
                new TellingOf(reference, ladder, rung, now),
                ToldRow.What.TAKEN,
                roleIn(ladder, personId),
                Optional.of(personId),
                ToldRow.ON_SCREEN,
                personId,
                until);
        telling.hasIt(reference, personId, now, until);
        return until;
    }

    /**
     * It was given back: the turn's own deadline counts again, at once when it is past, and everybody else who may
     * answer is asked again.
     *
     * @param by who gave it back, who may have got it by name without taking it; empty when it was given back by itself
     * @return the messages that this sets in motion
     */
    public List<OutgoingMessage> givenBack(String ladder, String reference, Optional<String> by) {
        TellingOf turn = present(ladder, reference);
        Set<String> people = new LinkedHashSet<>(ladders.mayAnswer(ladder, reference));
        Optional<String> giver = lastTaken(ladder).or(() -> by.filter(people::contains));
        nobodyHasIt(turn, giver);
        giver.ifPresent(people::remove);
        return telling.askAgain(turn, ladders.timesTold(reference), people);
    }

    /** It was handed over by name: whoever had it has it no more, and the other has not taken it yet. */
    public void handedOver(String ladder, String reference) {
        nobodyHasIt(present(ladder, reference), lastTaken(ladder));
    }

    private TellingOf present(String ladder, String reference) {
        return new TellingOf(reference, ladder, ladders.current(ladder), clock.instant());
    }

    private void nobodyHasIt(TellingOf turn, Optional<String> giver) {
        giver.ifPresent(personId -> telling.row(
                turn,
                ToldRow.What.GIVEN_BACK,
                roleIn(turn.ladder(), personId),
                Optional.of(personId),
                ToldRow.ON_SCREEN,
                personId,
                Optional.empty()));
    }

    /** Until when the present turn lasts. */
    @Transactional(readOnly = true)
    public Instant dueAt(String ladder) {
        return ladders.current(ladder).dueAt();
    }

    /** Who answered before; whoever comes at the same moment waits until that is known. */
    public Optional<Answered> answeredBefore(String ladder) {
        repository.lock(ladder);
        return answered(ladder);
    }

    /**
     * Answers the alarm.
     *
     * @param ringsBy until when this person rings the carer, where they said so
     */
    public void answer(String ladder, String reference, String personId, Optional<Instant> ringsBy) {
        telling.answered(present(ladder, reference), roleIn(ladder, personId), personId, ToldRow.ON_SCREEN, ringsBy);
    }

    /** Who answered the present turn. */
    @Transactional(readOnly = true)
    public Optional<Answered> answered(String ladder) {
        Rung rung = ladders.current(ladder);
        List<ToldRow> rows = repository.ofLadder(ladder).stream()
                .filter(row -> row.what() == ToldRow.What.ANSWERED)
                .filter(row -> row.rung() == rung.number() && row.repetition() == rung.repetition())
                .toList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(answered(rows.get(rows.size() - 1)));
    }

    /** Whether the level at which people were told makes them speak with the carer before they answer. */
    public static boolean mustHaveSpoken(RiskLevel level, Purpose purpose) {
        return level.urgent() && purpose != Purpose.HANDOVER;
    }

    private Answered answered(ToldRow row) {
        String id = row.personId().orElseThrow();
        return new Answered(id, agency.nameOf(id), row.at());
    }

    /** As whom somebody was told of this alarm, else the first of their roles. */
    private String roleIn(String ladder, String personId) {
        Set<String> toldAs = repository.ofLadder(ladder).stream()
                .filter(row -> row.what() == ToldRow.What.TOLD)
                .filter(row -> row.personId().filter(personId::equals).isPresent())
                .map(ToldRow::role)
                .collect(Collectors.toSet());
        return authors.of(personId, toldAs).role();
    }

    /** Who took it and has it still; whoever got it by name has not taken it. */
    private Optional<String> lastTaken(String ladder) {
        return repository.ofLadder(ladder).stream()
                .filter(row -> HAS_IT.contains(row.what()) || row.what() == ToldRow.What.GIVEN_BACK)
                .reduce((earlier, later) -> later)
                .filter(row -> row.what() != ToldRow.What.GIVEN_BACK)
                .flatMap(ToldRow::personId);
    }
}
