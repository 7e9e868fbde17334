package org.safecontact.incident;

import java.time.Instant;
import java.util.Optional;

/**
 * One report of contact that nobody planned, and its life: ids, times and the present level; no narrative.
 *
 * @param reference {@code INC-<year>-<six digits>}, given by the server
 * @param childId the child that it is about; empty until the report is sent, or until a danger tap said which child
 * @param householdId the child's household when it was reported; before a child is known, the household of the carer who reports; else empty;
 *     {@link Incidents} say where the child lives now
 * @param reporterId who reports; when somebody rang, the caller
 * @param takenBy who took the telephone call and wrote it down, when it was told by telephone
 * @param startedAt when the report was begun; for a telephone report, when the call was
 * @param reportedAt when it was sent; for a telephone report, when the call was
 * @param knownAt when the first person acting for the agency (a carer counts) knew: record and statutory clocks run from here
 * @param happenedAt when the contact took place, as far as somebody said
 * @param level the present level, empty until decided
 * @param policeNow whether the police are needed now
 * @param failSafe whether an open question decided the level
 * @param escalated whether the safeguarding escalation was ever started
 * @param state where it stands
 */
public record Incident(
        String reference,
        Optional<String> childId,
        Optional<String> householdId,
        String reporterId,
        Optional<String> takenBy,
        Instant startedAt,
        Optional<Instant> reportedAt,
        Instant knownAt,
        Optional<Instant> happenedAt,
        Optional<RiskLevel> level,
        boolean policeNow,
        boolean failSafe,
        boolean escalated,
        State state) {

    /** Where an incident stands. */
    public enum State {
        /** Begun and not sent: duty sees who and when, nothing else. */
        UNSENT,
        /** Sent, or somebody tapped that there may be danger. */
        OPEN,
        /** Closed by the person whose task it is. */
        CLOSED,
        /** Never sent, and its reporter said that there is nothing to report. */
        NOTHING_TO_REPORT,
        /** Started by accident; everything that was written stays. */
        WITHDRAWN;

        public boolean isOver() {
            return this == CLOSED || this == NOTHING_TO_REPORT || this == WITHDRAWN;
        }
    }

    /** Whether the report itself was sent (a danger tap alone is not a sent report). */
    public boolean sent() {
        return reportedAt.isPresent();
    }

    /** The same, with the home in which the child lives now. */
    Incident livingIn(String household) {
        return new Incident(
                reference,
                childId,
                Optional.of(household),
                reporterId,
                takenBy,
                startedAt,
                reportedAt,
                knownAt,
                happenedAt,
                level,
                policeNow,
                failSafe,
                escalated,
                state);
    }

    /** Whether people are needed now. */
    public boolean urgent() {
        return level.map(RiskLevel::urgent).orElse(false);
    }
}
