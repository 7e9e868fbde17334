package org.safecontact.plan.process;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.safecontact.access.CurrentPerson;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.London;
import org.safecontact.agency.WorkingTime;
import org.safecontact.plan.PlanEntered;
import org.safecontact.plan.PlanItem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets nothing that is agreed lapse unseen: what has an end, or a review, is looked at before that day. A contact on one single day ends with
 * it, and nobody is asked.
 */
@Component
class LookAgainAt {

    /** Process key and variables of the diagram {@code look-again}. */
    static final String PROCESS = "look-again";

    static final String ENTRY = "entry";
    /** What comes then: {@code askAnew}, {@code enter}, {@code ends} or {@code over}. */
    static final String COMES = "comes";

    private final ObjectProvider<RuntimeService> runtime;
    private final CurrentPerson person;
    private final WorkingTime workingTime;
    private final Clock clock;

    LookAgainAt(ObjectProvider<RuntimeService> runtime, CurrentPerson person, WorkingTime workingTime, Clock clock) {
        this.runtime = runtime;
        this.person = person;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    @EventListener
    void on(PlanEntered entered) {
        PlanItem item = entered.entry().item();
        boolean oneDay = item.from().isPresent() && item.from().equals(item.until());
        if (day(item).isPresent() && !oneDay) {
            person.asTheHouse(() -> runtime.getObject()
                    .startProcessInstanceByKey(
                            PROCESS,
                            entered.reference(),
                            Map.of(
                                    KeepPlan.REFERENCE,
                                    entered.reference(),
                                    ENTRY,
                                    entered.entry().number())));
        }
    }

    /** The end, or the review where that comes first; empty where it has neither. A court's order does not lapse with a review. */
    static Optional<LocalDate> day(PlanItem item) {
        return Stream.of(item.until(), item instanceof PlanItem.Order ? Optional.<LocalDate>empty() : item.reviewOn())
                .flatMap(Optional::stream)
                .min(LocalDate::compareTo);
    }

    /** Some working days before (default ten); what is agreed for less time than that, in the last working morning before its end. */
    Instant begins(PlanItem item) {
        LocalDate day = day(item).orElseThrow();
        Instant now = clock.instant();
        Instant usual = workingTime.before(day, HouseTime.LOOK_AGAIN);
        Instant from = item.from()
                .map(first -> first.atStartOfDay(London.ZONE).toInstant())
                .filter(now::isBefore)
                .orElse(now);
        Instant late = workingTime.lastOfficeBefore(day).minus(WorkingTime.OFFICE_DAY);
        return Stream.of(usual, late).filter(from::isBefore).findFirst().orElse(now);
    }

    /** Some working days from now (default five), and never after the last office hour before that day. */
    Instant due(PlanItem item) {
        Instant now = clock.instant();
        Instant last = workingTime.lastOfficeBefore(day(item).orElseThrow());
        Instant usual = workingTime.due(now, HouseTime.SAY_WHAT_COMES);
        return Stream.of(usual, last.isBefore(now) ? now : last)
                .min(Instant::compareTo)
                .orElseThrow();
    }
}
