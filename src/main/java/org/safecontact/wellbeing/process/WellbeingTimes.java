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

    /**
     * 20:00 on the next day that the table wellbeing-schedule asks for.
     *
     * @return now when no look is planned any more
     */
    public Date nextLook(DelegateExecution execution) {
        return Date.from(wellbeing.next(Names.schedule(execution)).orElseGet(clock::instant));
    }

    public boolean anotherLook(DelegateExecution execution) {
        return wellbeing.next(Names.schedule(execution)).isPresent();
    }

    /** Two hours after it was due, and not between 21:00 and 08:00 (practice, sections 1 and 2). */
    public Date otherCarer(DelegateExecution execution) {
        Instant twoHours = working.due(look(execution).dueAt(), Names.OTHER_CARER_AFTER);
        return Date.from(working.nextAwake(twoHours));
    }

    /** Noon of the next day (house default). */
    public Date lookUntil(DelegateExecution execution) {
        return Date.from(wellbeing.lookUntil(look(execution)));
    }

    /** When the next look is due; after the last one, 14 days (house default). */
    public Date lapses(DelegateExecution execution) {
        return Date.from(wellbeing
                .next(Names.schedule(execution))
                .orElseGet(() -> look(execution).dueAt().plus(LAST_LOOK_STAYS)));
    }

    /** 17:00 of the working day (house default). */
    public Date callBy(DelegateExecution execution) {
        return due("endOfWorkingDay");
    }

    /** As the table wellbeing-schedule says. */
    public Date touchpointBy(DelegateExecution execution) {
        return Date.from(wellbeing.touchpointDue(((Number) execution.getVariable(Names.TOUCHPOINT)).longValue()));
    }

    /** 17:00 of the next working day (house default). */
    public Date tellBy(DelegateExecution execution) {
        return due("endOfNextWorkingDay");
    }

    /** Two working days (house default). */
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
