package org.safecontact.wellbeing.process;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.WorkingTime;
import org.safecontact.engine.InDiagrams;
import org.safecontact.wellbeing.Look;
import org.safecontact.wellbeing.LooksSoFar;
import org.safecontact.wellbeing.Touchpoints;
import org.springframework.stereotype.Component;

/** The times of the diagram {@code wellbeing-monitoring}. How long each is, and why, says {@link HouseTime}. */
@Component("wellbeingTimes")
@InDiagrams
public class WellbeingTimes {

    private final LooksSoFar soFar;
    private final Touchpoints touchpoints;
    private final WorkingTime working;
    private final Clock clock;

    WellbeingTimes(LooksSoFar soFar, Touchpoints touchpoints, WorkingTime working, Clock clock) {
        this.soFar = soFar;
        this.touchpoints = touchpoints;
        this.working = working;
        this.clock = clock;
    }

    /**
     * 20:00 on the next day that the table wellbeing-schedule asks for.
     *
     * @return now when no look is planned any more
     */
    public Date nextLook(DelegateExecution execution) {
        return Date.from(soFar.next(Names.schedule(execution)).orElseGet(clock::instant));
    }

    public boolean anotherLook(DelegateExecution execution) {
        return soFar.next(Names.schedule(execution)).isPresent();
    }

    /** A while after it was due (default two hours), and not between 21:00 and 08:00 (practice, sections 1 and 2). */
    public Date otherCarer(DelegateExecution execution) {
        Instant waited = working.due(look(execution).dueAt(), HouseTime.OTHER_CARER);
        return Date.from(working.nextAwake(waited));
    }

    /** A while after it was due (default noon of the next day; 09:00 at HIGH and IMMEDIATE where nobody looked the time before). */
    public Date lookUntil(DelegateExecution execution) {
        return Date.from(soFar.lookUntil(look(execution)));
    }

    /** When the next look is due; the last one after a while (default 14 days). */
    public Date lapses(DelegateExecution execution) {
        return Date.from(soFar.next(Names.schedule(execution))
                .orElseGet(() -> working.due(look(execution).dueAt(), HouseTime.LAST_LOOK)));
    }

    /** Default 17:00 of the working day. */
    public Date callBy(DelegateExecution execution) {
        return due(HouseTime.CALL_ABOUT_CHILD);
    }

    /** As the table wellbeing-schedule says. */
    public Date touchpointBy(DelegateExecution execution) {
        return Date.from(touchpoints.due(((Number) execution.getVariable(Names.TOUCHPOINT)).longValue()));
    }

    /** Default 17:00 of the next working day. */
    public Date tellBy(DelegateExecution execution) {
        return due(HouseTime.TELL_WORSE);
    }

    /** Default two working days. */
    public Date closeBy(DelegateExecution execution) {
        return due(HouseTime.CLOSE_LOOKS);
    }

    /** How urgent the most serious open report is that the looks are for, for ordering what people have to do; 0 when all are closed. */
    public int urgency(DelegateExecution execution) {
        return soFar.urgency(Names.schedule(execution));
    }

    private Date due(HouseTime time) {
        return Date.from(working.due(clock.instant(), time));
    }

    private Look look(DelegateExecution execution) {
        return soFar.look(Names.look(execution));
    }
}
