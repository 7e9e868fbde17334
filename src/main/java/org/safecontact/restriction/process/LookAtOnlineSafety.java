package org.safecontact.restriction.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.safecontact.access.CurrentPerson;
import org.safecontact.restriction.review.ReviewDay;
import org.safecontact.restriction.review.ReviewDays;
import org.safecontact.restriction.review.Reviews;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every child has a day on which its online safety is looked at; on that day a look begins, and what was about a home that the child has left ends.
 * Looks every minute, so that a report that was closed is followed at once.
 */
@Component
public class LookAtOnlineSafety {

    private static final Logger LOG = LoggerFactory.getLogger(LookAtOnlineSafety.class);

    private final ReviewDays days;
    private final Reviews reviews;
    private final EndReviews end;
    private final RuntimeService runtime;
    private final CurrentPerson person;
    private final TransactionTemplate transaction;

    LookAtOnlineSafety(
            ReviewDays days,
            Reviews reviews,
            EndReviews end,
            RuntimeService runtime,
            CurrentPerson person,
            TransactionTemplate transaction) {
        this.days = days;
        this.reviews = reviews;
        this.end = end;
        this.runtime = runtime;
        this.person = person;
        this.transaction = transaction;
    }

    @Scheduled(
            initialDelayString = "${safe-contact.access.look-at-taken-every:PT5S}",
            fixedDelayString = "${safe-contact.access.look-at-taken-every:PT1M}")
    public void look() {
        byItself("days for children", days::forEverybody);
        for (String reference : reviews.leftBehind()) {
            byItself(reference, () -> {
                reviews.leave(reference);
                end.of(reference);
            });
        }
        for (ReviewDay day : days.due()) {
            byItself("a look with " + day.childId(), () -> begin(day));
        }
    }

    private void begin(ReviewDay day) {
        String reference = reviews.open(day);
        person.asTheHouse(() -> runtime.startProcessInstanceByKey(
                OnlineSafety.PROCESS, reference, Map.of(OnlineSafety.REFERENCE, reference)));
    }

    private void byItself(String what, Runnable work) {
        try {
            transaction.executeWithoutResult(status -> work.run());
        } catch (RuntimeException failure) {
            // In use in this moment, or done by another node: the next look finds what is left.
            LOG.warn("Online safety: {} has to wait: {}", what, failure.getClass());
        }
    }
}
