package org.safecontact.restriction;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.safecontact.plan.Subject;

/**
 * What is limited, why and until when: none of it may be left out (domain brief, DMN-5). Texts are as somebody typed them.
 *
 * @param subject which part of daily life online it is about: what the plan says of it counts
 * @param what exactly
 * @param aim what it is to achieve
 * @param tried ids of the milder things that were tried before
 * @param understanding age, and what the child understands of it
 * @param views what the child says about it, or why nobody asked
 * @param from since when; empty while it is only asked for
 * @param until when it ends by itself; empty only of what never runs
 * @param reviewAt when it is looked at again; empty while it is only asked for
 * @param lifts who can lift it before
 * @param authorised who said that it may be
 */
public record LimitTerms(
        Kind kind,
        Subject subject,
        String what,
        String aim,
        List<String> tried,
        String understanding,
        String views,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<Instant> reviewAt,
        Lifts lifts,
        String authorised) {

    LimitTerms running(Instant since, Instant end, Instant review, String by) {
        return new LimitTerms(
                kind,
                subject,
                what,
                aim,
                tried,
                understanding,
                views,
                Optional.of(from.orElse(since)),
                Optional.of(end),
                Optional.of(review),
                lifts,
                by);
    }

    /** What is less of it from now on. */
    LimitTerms lighter(Kind milder, String lessOfIt) {
        return new LimitTerms(
                milder, subject, lessOfIt, aim, tried, understanding, views, from, until, reviewAt, lifts, authorised);
    }

    /** New reasons, and what the child says now. */
    LimitTerms because(String reasons, String viewsNow) {
        return new LimitTerms(
                kind, subject, what, reasons, tried, understanding, viewsNow, from, until, reviewAt, lifts, authorised);
    }

    /** The last moment of what runs. */
    public Instant end() {
        return until.orElseThrow();
    }

    /** When what runs is looked at again; empty where that would not be before its end. */
    Optional<Instant> nextLook() {
        return reviewAt.filter(review -> review.isBefore(end()));
    }

    /** Keeps what was typed out of logs and of the texts of errors. */
    @Override
    public String toString() {
        return "LimitTerms[" + kind + "]";
    }
}
