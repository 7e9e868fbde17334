package org.safecontact.restriction.review;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safecontact.restriction.review.ReviewStep.What;

/**
 * A look at online safety with one child in one home, as its steps make it.
 *
 * @param reference {@code REV-<year>-<six digits>}
 * @param day because of which it began
 */
public record Review(String reference, ReviewDay day, Instant openedAt, List<ReviewStep> steps) {

    private static final Set<What> SETTLED = EnumSet.of(What.DONE, What.GIVEN_UP);
    private static final Set<What> ENDED = EnumSet.of(What.TAKEN_UP, What.MOVED);

    public String childId() {
        return day.childId();
    }

    public String householdId() {
        return day.householdId();
    }

    /** When it was looked at together; empty before. */
    public Optional<ReviewStep> held() {
        return steps.stream().filter(step -> step.what() == What.HELD).findFirst();
    }

    /** What was found of a topic, as it stands now. */
    public Optional<Finding> finding(Topic topic) {
        return newest(topic).flatMap(step -> step.finding(topic));
    }

    /** What became of a topic last. */
    public Optional<ReviewStep> newest(Topic topic) {
        return steps.stream().filter(step -> step.finding(topic).isPresent()).reduce((earlier, later) -> later);
    }

    /** What is still to do, in the order of the topics. */
    public List<Finding> open() {
        return isOver()
                ? List.of()
                : List.of(Topic.values()).stream()
                        .filter(topic -> newest(topic)
                                .filter(step -> !SETTLED.contains(step.what()))
                                .isPresent())
                        .flatMap(topic -> finding(topic).stream())
                        .filter(finding -> finding.how() == Finding.How.NOT_YET)
                        .toList();
    }

    /** Whether nothing of it is anybody's any more. */
    public boolean isOver() {
        return steps.stream().anyMatch(step -> ENDED.contains(step.what()));
    }
}
