package org.safecontact.breach.process;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.safecontact.access.CaseFile;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.WorkingTime;
import org.safecontact.breach.PrivateDetails;
import org.safecontact.engine.InDiagrams;
import org.springframework.stereotype.Component;

/** What the diagram {@code confidentiality-breach} asks: by when, and how urgent it is. */
@Component("breach")
@InDiagrams
public class BreachInDiagrams {

    private final PrivateDetails details;
    private final CaseFiles cases;
    private final Agency agency;
    private final WorkingTime workingTime;
    private final Clock clock;

    BreachInDiagrams(PrivateDetails details, CaseFiles cases, Agency agency, WorkingTime workingTime, Clock clock) {
        this.details = details;
        this.cases = cases;
        this.agency = agency;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    /** Ringing the home, and again where it is not safe (default 4 hours by the clock, through nights and weekends). */
    public Date checkedBy(DelegateExecution execution) {
        return in(HouseTime.ADDRESS_CHECK);
    }

    /** Having the school told (default 2 office hours). */
    public Date schoolBy(DelegateExecution execution) {
        return in(HouseTime.SCHOOL_TOLD);
    }

    /** Saying whether more has to be kept (default 4 hours by the clock); where it must stay, until it need no longer. */
    public Date takedownAgreedBy(DelegateExecution execution) {
        Date again = (Date) execution.getVariable(ConfidentialityBreach.ASK_AGAIN_AT);
        return again == null ? in(HouseTime.AGREE_TAKEDOWN) : again;
    }

    /** Between 21:00 and 08:00 it waits for the morning (practice, section 2). Null: now. */
    public Date whenAwake(DelegateExecution execution) {
        return workingTime.quietUntil(clock.instant()).map(Date::from).orElse(null);
    }

    /** Making it private again (default 12 hours, counted from the morning where it was asked for in the night). */
    public Date privateBy(DelegateExecution execution) {
        return whileAwake(HouseTime.MAKE_PRIVATE);
    }

    /** Asking the other carer of the home (default 2 hours, counted in the same way). */
    public Date otherCarerBy(DelegateExecution execution) {
        return whileAwake(HouseTime.OTHER_CARER);
    }

    /** Asking the worker of the home to do it together (default 24 hours, counted in the same way). */
    public Date togetherBy(DelegateExecution execution) {
        return whileAwake(HouseTime.MAKE_PRIVATE_TOGETHER);
    }

    /** Having taken down what others can still see (default 2 working days). */
    public Date takenDownBy(DelegateExecution execution) {
        return in(HouseTime.HAVE_TAKEN_DOWN);
    }

    /** Dealing with what one of us let out (default by the end of the working day). */
    public Date dealtWithBy(DelegateExecution execution) {
        return in(HouseTime.DEAL_WITH_BREACH);
    }

    /** 72 hours from when the first person acting for the agency knew, by the clock (UK GDPR, article 33). */
    public Date regulatorBy(DelegateExecution execution) {
        return Date.from(regulatorEnd(execution));
    }

    /** Before that end (default 24 hours). */
    public Date regulatorNearly(DelegateExecution execution) {
        return Date.from(regulatorEnd(execution).minus(agency.length(HouseTime.REGULATOR_NOTICE)));
    }

    private Instant regulatorEnd(DelegateExecution execution) {
        return details.regulatorBy(((Date) execution.getVariable(ConfidentialityBreach.KNOWN_AT)).toInstant());
    }

    /** As urgent as the case. */
    public int urgency(DelegateExecution execution) {
        return cases.find(execution.getProcessBusinessKey())
                .map(CaseFile::urgency)
                .orElse(0);
    }

    private Date whileAwake(HouseTime time) {
        return Date.from(workingTime.due(workingTime.nextAwake(clock.instant()), time));
    }

    private Date in(HouseTime time) {
        return Date.from(workingTime.due(clock.instant(), time));
    }
}
