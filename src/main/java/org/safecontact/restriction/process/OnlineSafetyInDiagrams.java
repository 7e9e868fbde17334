package org.safecontact.restriction.process;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.London;
import org.safecontact.agency.WorkingTime;
import org.safecontact.engine.InDiagrams;
import org.safecontact.record.Author;
import org.safecontact.restriction.review.Finding;
import org.safecontact.restriction.review.Review;
import org.safecontact.restriction.review.Reviews;
import org.safecontact.restriction.review.Topic;
import org.springframework.stereotype.Component;

/** What the diagram {@code online-safety-review} asks: by when, by whom, and what is still to do. */
@Component("onlineSafety")
@InDiagrams
public class OnlineSafetyInDiagrams {

    private static final int NOT_URGENT = 0;

    /** When the day ends by which a carer wanted to do something: in the evening at home. House default. */
    private static final LocalTime AT_HOME = LocalTime.of(20, 0);

    private static final LocalTime AT_WORK = LocalTime.of(17, 0);

    private final Reviews reviews;
    private final WorkingTime workingTime;
    private final Clock clock;

    OnlineSafetyInDiagrams(Reviews reviews, WorkingTime workingTime, Clock clock) {
        this.reviews = reviews;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    /** Default within five working days from its day, or from when a report about the child was closed. */
    public Date heldBy(DelegateExecution execution) {
        return Date.from(workingTime.due(clock.instant(), HouseTime.HOLD_ONLINE_SAFETY));
    }

    /** The day that was agreed for it. */
    public Date pointBy(DelegateExecution execution) {
        return Date.from(day(execution));
    }

    /** Some time after the day that was agreed for it (default five working days). */
    public Date helpAt(DelegateExecution execution) {
        return Date.from(workingTime.due(day(execution), HouseTime.HELP_WITH_ONLINE_SAFETY));
    }

    /** It can be planned. */
    public int urgency() {
        return NOT_URGENT;
    }

    /** Names of the topics of which something is still to do. */
    public List<String> open(DelegateExecution execution) {
        return of(execution).open().stream().map(Finding::topic).map(Topic::id).toList();
    }

    /** Who does it now: {@code carer}, {@code worker} or {@code nobody}. */
    public String whose(DelegateExecution execution) {
        return of(execution).open().stream()
                .filter(finding -> finding.topic() == topic(execution))
                .flatMap(finding -> finding.doer().stream())
                .map(doer -> doer.equals(Finding.WORKER) ? Finding.WORKER : "carer")
                .findFirst()
                .orElse("nobody");
    }

    /** The carer who took it on. */
    public String carer(DelegateExecution execution) {
        return finding(execution).doer().orElseThrow();
    }

    /** It waited for the carer for a while; the worker of the home has it now. */
    public void withWorker(DelegateExecution execution) {
        reviews.withWorker(OnlineSafety.reference(execution), topic(execution), "", Author.SYSTEM.personId());
    }

    private Instant day(DelegateExecution execution) {
        LocalDate day = finding(execution).by().orElseThrow();
        LocalTime end = whose(execution).equals(Finding.WORKER) ? AT_WORK : AT_HOME;
        return day.atTime(end).atZone(London.ZONE).toInstant();
    }

    private Finding finding(DelegateExecution execution) {
        return of(execution).finding(topic(execution)).orElseThrow();
    }

    private static Topic topic(DelegateExecution execution) {
        return OnlineSafety.topic(execution.getVariables());
    }

    private Review of(DelegateExecution execution) {
        return reviews.get(OnlineSafety.reference(execution));
    }
}
