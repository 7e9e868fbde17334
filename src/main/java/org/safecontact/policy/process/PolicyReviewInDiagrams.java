package org.safecontact.policy.process;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.London;
import org.safecontact.agency.WorkingTime;
import org.safecontact.engine.InDiagrams;
import org.safecontact.policy.Concern;
import org.safecontact.policy.PolicyLooks;
import org.springframework.stereotype.Component;

/** What the diagram {@code review-policy} asks: by when, and how urgent it is. */
@Component("policyReview")
@InDiagrams
public class PolicyReviewInDiagrams {

    private static final int NOT_URGENT = 0;
    private static final LocalTime OFFICE_CLOSES = LocalTime.of(17, 0);

    private final PolicyLooks looks;
    private final WorkingTime workingTime;
    private final Clock clock;

    PolicyReviewInDiagrams(PolicyLooks looks, WorkingTime workingTime, Clock clock) {
        this.looks = looks;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    /** On the day by which the policy is to be looked at; where that is past, or something is wrong with it, soon (default five working days). */
    public Date lookedAtBy(DelegateExecution execution) {
        Instant now = clock.instant();
        return looks.concern(PolicyReview.reference(execution))
                .flatMap(Concern::day)
                .map(day -> day.atTime(OFFICE_CLOSES).atZone(London.ZONE).toInstant())
                .filter(now::isBefore)
                .map(Date::from)
                .orElseGet(() -> Date.from(workingTime.due(now, HouseTime.LOOK_AT_POLICY)));
    }

    /** No child waits for it. */
    public int urgency() {
        return NOT_URGENT;
    }
}
