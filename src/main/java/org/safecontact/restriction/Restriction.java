package org.safecontact.restriction;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.safecontact.restriction.Answer.Follows;

/**
 * A limit on a child's phone or apps, as its steps make it.
 *
 * @param reference {@code RES-<year>-<six digits>}
 * @param caseReference the case in which it was made; empty where there is none
 * @param steps what became of it, in order
 */
public record Restriction(
        String reference,
        String childId,
        Optional<String> caseReference,
        String openedBy,
        Instant openedAt,
        List<Step> steps) {

    /** Where it stands. */
    public enum State {
        BEGUN,
        WAITS_FOR_OTHERS,
        RUNS,
        REFUSED,
        LIFTED,
        LAPSED,
        /** Its end came before anybody had decided. */
        NOT_DECIDED,
        NOTHING
    }

    /** Its newest step decides. */
    public State state() {
        return steps.stream()
                .filter(step -> step.what() != Step.What.RETURNED)
                .reduce((earlier, later) -> later)
                .map(this::after)
                .orElse(State.BEGUN);
    }

    private State after(Step step) {
        return switch (step.what()) {
            case TAKEN, AGREED, RATIFIED, KEPT, LIGHTER -> State.RUNS;
            case WRITTEN -> wasMade() ? State.RUNS : State.BEGUN;
            case DECIDED ->
                switch (follows()) {
                    case NOW -> State.RUNS;
                    case ASK -> State.WAITS_FOR_OTHERS;
                    case NO -> State.REFUSED;
                };
            case NOT_AGREED -> State.REFUSED;
            case LIFTED -> State.LIFTED;
            case LAPSED -> wasLimited() ? State.LAPSED : State.NOT_DECIDED;
            case NOTHING -> State.NOTHING;
            case RETURNED -> throw new IllegalStateException("It ends nothing by itself");
        };
    }

    public boolean runs() {
        return state() == State.RUNS;
    }

    /** Whether it ran and does no more. */
    public boolean isOver() {
        return state() == State.LIFTED || state() == State.LAPSED;
    }

    /** What follows from the table's newest answer; {@link Follows#NO} before it was asked. */
    public Follows follows() {
        return answer().map(answer -> answer.follows(wasMade())).orElse(Follows.NO);
    }

    /** Whether it was done before anybody could be asked. */
    public boolean wasMade() {
        return has(Step.What.TAKEN) || asked().filter(Asked::made).isPresent();
    }

    /** Whether anything was ever limited. */
    public boolean wasLimited() {
        return wasMade()
                || steps.stream()
                        .anyMatch(step -> step.terms().flatMap(LimitTerms::from).isPresent());
    }

    /** Whether a registered manager has still to look at it. */
    public boolean toRatify() {
        boolean temporary = answer().map(Answer::temporary).orElseGet(() -> has(Step.What.TAKEN));
        return runs() && temporary && !has(Step.What.RATIFIED);
    }

    /** Whether it was made with force, or may have been, and has still to be undone. */
    public boolean undoForce() {
        return state() == State.REFUSED
                && wasLimited()
                && !returned()
                && answer().filter(answer -> answer.needs(Need.FORCE_ON_RECORD)).isPresent();
    }

    /** Whether what was made because of danger had lasted so long already when somebody wrote it down. */
    boolean writtenLongAfter(Duration most) {
        return steps.stream()
                .filter(step -> step.what() == Step.What.WRITTEN)
                .filter(step -> step.asked().filter(Asked::inDanger).isPresent())
                .anyMatch(step -> step.terms()
                        .flatMap(LimitTerms::from)
                        .filter(from -> !from.plus(most).isAfter(step.at()))
                        .isPresent());
    }

    /** Whether the device was given back, or what was set is undone. */
    public boolean returned() {
        return has(Step.What.RETURNED);
    }

    /** Who asked for it, or made it. */
    public String proposer() {
        return steps.stream()
                .filter(step -> step.what() == Step.What.WRITTEN)
                .findFirst()
                .map(Step::by)
                .orElse(openedBy);
    }

    /** Who did what became of it last. */
    public String lastBy() {
        return steps.isEmpty() ? openedBy : steps.get(steps.size() - 1).by();
    }

    public Optional<Asked> asked() {
        return newest(Step::asked);
    }

    public Optional<LimitTerms> terms() {
        return newest(Step::terms);
    }

    public Optional<Answer> answer() {
        return newest(Step::answer);
    }

    boolean has(Step.What what) {
        return steps.stream().anyMatch(step -> step.what() == what);
    }

    private <T> Optional<T> newest(Function<Step, Optional<T>> part) {
        return steps.stream().flatMap(step -> part.apply(step).stream()).reduce((earlier, later) -> later);
    }
}
