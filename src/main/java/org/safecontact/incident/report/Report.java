package org.safecontact.incident.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safecontact.incident.RiskQuestions;

/**
 * What a person reports, after the form was checked: ids and enumerations only.
 *
 * @param childId the child that it is about
 * @param otherChildren other children of the same home that the same contact touches
 * @param by who sent it
 * @param caller who rang, when it was told by telephone by somebody whom we know: then the caller is the reporter and {@code by} took the
 *     call; when somebody else rang, whoever took the call is the reporter
 * @param calledAt when the call was
 * @param knownAt when the reporter came to know of it, when that was earlier than the report
 * @param happenedAt when the contact took place, as far as known
 * @param justNow whether nobody said that it was earlier than the report
 * @param answers inputs of {@code risk-level} as {@link RiskQuestions} maps them; what was not answered is absent
 * @param namedPersons ids of the people named in the worry, or {@code somebodyElse}
 * @param everything whether the reporter said that this is everything
 */
public record Report(
        String childId,
        List<String> otherChildren,
        String by,
        Optional<String> caller,
        Optional<Instant> calledAt,
        Optional<Instant> knownAt,
        Optional<Instant> happenedAt,
        boolean justNow,
        Map<String, Object> answers,
        List<String> namedPersons,
        boolean everything) {

    /** Of what happened just now, unless there is a time. */
    public Report(
            String childId,
            List<String> otherChildren,
            String by,
            Optional<String> caller,
            Optional<Instant> calledAt,
            Optional<Instant> knownAt,
            Optional<Instant> happenedAt,
            Map<String, Object> answers,
            List<String> namedPersons,
            boolean everything) {
        this(
                childId,
                otherChildren,
                by,
                caller,
                calledAt,
                knownAt,
                happenedAt,
                happenedAt.isEmpty(),
                answers,
                namedPersons,
                everything);
    }
}
