package org.safecontact.inform;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safecontact.access.CaseFiles;
import org.safecontact.incident.RiskLevel;
import org.safecontact.incident.WhoWasTold;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an incident shows of who was told and who has it. */
@Component
class ToldSoFar implements WhoWasTold {

    private final LadderRepository repository;
    private final Ladders ladders;
    private final CaseFiles files;
    private final Messages messages;
    private final CallsToCarers calls;

    ToldSoFar(LadderRepository repository, Ladders ladders, CaseFiles files, Messages messages, CallsToCarers calls) {
        this.repository = repository;
        this.ladders = ladders;
        this.files = files;
        this.messages = messages;
        this.calls = calls;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> toldSoFar(String reference) {
        Set<String> told = new LinkedHashSet<>(repository.peopleTold(reference));
        told.removeAll(files.excluded(reference));
        return told;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Taken> taken(String reference) {
        return newestAlarmOf(reference).stream()
                .filter(row -> switch (row.what()) {
                    case TAKEN, GIVEN_BACK, ANSWERED -> true;
                    default -> false;
                })
                .reduce((earlier, later) -> later)
                .filter(row -> row.what() == ToldRow.What.ANSWERED
                        || row.what() == ToldRow.What.TAKEN && isStillTheirTurn(row))
                .map(row ->
                        row.what() == ToldRow.What.ANSWERED ? tookOverSince(row).orElse(row) : row)
                .map(ToldSoFar::taken);
    }

    private Optional<ToldRow> tookOverSince(ToldRow answer) {
        return repository.ofCase(answer.reference()).stream()
                .filter(row -> row.purpose() == Purpose.HANDOVER && row.what() == ToldRow.What.ANSWERED)
                .filter(row -> !row.at().isBefore(answer.at()))
                .reduce((earlier, later) -> later);
    }

    private static Taken taken(ToldRow row) {
        return new Taken(
                row.personId().orElseThrow(),
                row.at(),
                row.until(),
                row.what() == ToldRow.What.ANSWERED,
                row.purpose() == Purpose.HANDOVER);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Taken> answeredBefore(String reference) {
        List<ToldRow> newest = newestAlarmOf(reference);
        return repository.ofCase(reference).stream()
                .filter(row -> row.purpose().isAlarm() || row.purpose() == Purpose.HANDOVER)
                .filter(row -> row.what() == ToldRow.What.ANSWERED && !newest.contains(row))
                .reduce((earlier, later) -> later)
                .map(ToldSoFar::taken);
    }

    @Override
    public Optional<Promised> promised(String reference) {
        return calls.promised(reference);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Instant> newestAlarm(String reference) {
        return newestAlarmOf(reference).stream().findFirst().map(ToldRow::at);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean waits(String alarm, RiskLevel level) {
        List<Rung> turns = repository.rungs(alarm);
        return turns.isEmpty()
                || !answered(alarm, turns.get(turns.size() - 1))
                        && (turns.get(turns.size() - 1).level().compareTo(level) >= 0 || goesToTheManager(alarm));
    }

    /** The next turn is then at the level that stands. */
    private boolean goesToTheManager(String alarm) {
        return repository.ofLadder(alarm).stream()
                .findFirst()
                .filter(row -> ladders.goesToTheManager(alarm, row.reference()))
                .isPresent();
    }

    private boolean answered(String alarm, Rung turn) {
        return repository.ofLadder(alarm).stream()
                .filter(row -> row.what() == ToldRow.What.ANSWERED)
                .anyMatch(row -> row.rung() == turn.number() && row.repetition() == turn.repetition());
    }

    private List<ToldRow> newestAlarmOf(String reference) {
        List<ToldRow> alarms = repository.ofCase(reference).stream()
                .filter(row -> row.purpose().isAlarm())
                .toList();
        Optional<String> newest =
                alarms.stream().map(ToldRow::ladder).distinct().reduce((earlier, later) -> later);
        return alarms.stream()
                .filter(row -> newest.filter(row.ladder()::equals).isPresent())
                .toList();
    }

    /** Once the next people are asked, nobody has it any more. */
    private boolean isStillTheirTurn(ToldRow taken) {
        Rung now = ladders.current(taken.ladder());
        return now.number() == taken.rung() && now.repetition() == taken.repetition();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Asked> asked(String reference) {
        return ladders.asked(reference).map(rung -> new Asked(rung.role(), rung.dueAt()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Told> told(String reference, Instant since) {
        Set<String> excluded = files.excluded(reference);
        Map<String, Told> byRole = new LinkedHashMap<>();
        repository.ofCase(reference).stream()
                .filter(row -> !row.when().isBefore(since))
                .filter(row -> row.personId().filter(excluded::contains).isEmpty())
                .filter(row -> row.knows() || row.what() == ToldRow.What.REACHED)
                .map(row -> new Told(Telling.words(row.role()), row.when(), row.what() != ToldRow.What.TOLD))
                .forEach(told ->
                        byRole.merge(told.who(), told, (one, other) -> one.spoken() || !other.spoken() ? one : other));
        return List.copyOf(byRole.values());
    }

    @Override
    public boolean wakesPeople() {
        return messages.wakesPeople();
    }
}
