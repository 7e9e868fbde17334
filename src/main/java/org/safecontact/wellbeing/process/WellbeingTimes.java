package org.safecontact.wellbeing.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.safecontact.access.CaseFile;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.WorkingTime;
import org.safecontact.engine.InDiagrams;
import org.safecontact.wellbeing.Look;
import org.safecontact.wellbeing.Wellbeing;
import org.springframework.stereotype.Component;

/** The times of the diagram {@code wellbeing-monitoring}. What no policy says is a house default. */
@Component("wellbeingTimes")
@InDiagrams
public class WellbeingTimes {

    /** How long a look that nobody answers stays with a worker when no other follows. House default. */
    private static final Duration LAST_LOOK_STAYS = Duration.ofDays(14);

    private final Wellbeing wellbeing;
    private final WorkingTime working;
    private final CaseFiles files;
    private final Clock clock;

    WellbeingTimes(Wellbeing wellbeing, WorkingTime working, CaseFiles files, Clock clock) {
        this.wellbeing = wellbeing;
        this.working = working;
        this.files = files;
        this.clock = clock;
    }

    /** When the next look is due; now when none is, so that nothing waits for nothing. */
    public Date nextLook(DelegateExecution execution) {
        return Date.from(wellbeing.next(Names.schedule(execution)).orElseGet(clock::instant));
    }

    public boolean anotherLook(DelegateExecution execution) {
        return wellbeing.next(Names.schedule(execution)).isPresent();
    }

    /** Two hours after the look was due, and not between 21:00 and 08:00 (practice, sections 1 and 2). */
    public Date otherCarer(DelegateExecution execution) {
        Instant twoHours = working.due(look(execution).dueAt(), Names.OTHER_CARER_AFTER);
        return Date.from(working.nextAwake(twoHours));
    }

    /** Noon of the next day: then it becomes a call to make, and no carer was ever late. House default. */
    public Date lookUntil(DelegateExecution execution) {
        return Date.from(wellbeing.lookUntil(look(execution)));
    }

    /** When a look that nobody answered gives way to the next one. */
    public Date lapses(DelegateExecution execution) {
        return Date.from(wellbeing
                .next(Names.schedule(execution))
                .orElseGet(() -> look(execution).dueAt().plus(LAST_LOOK_STAYS)));
    }

    /** The call that a missing look became: by the end of the working day. House default. */
    public Date callBy(DelegateExecution execution) {
        return due("endOfWorkingDay");
    }

    /** By when a worker sees the child, as {@code wellbeing-schedule} says. */
    public Date touchpointBy(DelegateExecution execution) {
        return Date.from(wellbeing.touchpointDue(((Number) execution.getVariable(Names.TOUCHPOINT)).longValue()));
    }

    /** The child's social worker hears of two worse looks by the end of the next working day (NMS 9.5; the time is a house default). */
    public Date tellBy(DelegateExecution execution) {
        return due("endOfNextWorkingDay");
    }

    /** Closing: two working days. House default. */
    public Date closeBy(DelegateExecution execution) {
        return due("workingDays:2");
    }

    /** How urgent the case is, for ordering what people have to do. */
    public int urgency(DelegateExecution execution) {
        return files.find(Names.reference(execution)).map(CaseFile::urgency).orElse(0);
    }

    private Date due(String rule) {
        return Date.from(working.due(clock.instant(), rule));
    }

    private Look look(DelegateExecution execution) {
        return wellbeing.look(Names.look(execution));
    }
}
