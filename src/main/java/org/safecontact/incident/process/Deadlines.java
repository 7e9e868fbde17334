package org.safecontact.incident.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.safecontact.agency.Hours;
import org.safecontact.agency.WorkingTime;
import org.safecontact.engine.InDiagrams;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.RiskLevel;
import org.springframework.stereotype.Component;

/**
 * When things are due: every timer and due date of the diagrams asks here. Which clock counts from when: practice, section 2. All durations
 * are house defaults unless the practice notes name them.
 */
@Component("deadlines")
@InDiagrams
public class Deadlines {

    private static final Duration UNSENT = Duration.ofMinutes(15);
    private static final Duration FULL_RECORD = Duration.ofHours(24);
    private static final Duration LATE_RECORD = Duration.ofHours(4);
    private static final Duration EVIDENCE = Duration.ofHours(2);
    private static final Duration OTHER_CARER = Duration.ofHours(2);
    private static final Duration POLICE_IN_DANGER = Duration.ofMinutes(5);
    private static final Duration POLICE = Duration.ofMinutes(60);
    private static final Duration ASSESS_IN_DANGER = Duration.ofMinutes(60);
    private static final Duration ASSESS = Duration.ofHours(4);
    /** An alarm that nobody answered for so long has run through a night. */
    private static final Duration A_NIGHT = Duration.ofHours(16);

    private final Incidents incidents;
    private final WorkingTime working;
    private final Clock clock;

    Deadlines(Incidents incidents, WorkingTime working, Clock clock) {
        this.incidents = incidents;
        this.working = working;
        this.clock = clock;
    }

    /** 15 minutes after the report was begun (practice, section 1). */
    public Date notSentYet(DelegateExecution execution) {
        return in(UNSENT);
    }

    /** 15 minutes after nobody answered. */
    public Date tryAgain(DelegateExecution execution) {
        return in(UNSENT);
    }

    /** Five minutes: this cannot wait. */
    public Date ringNow(DelegateExecution execution) {
        return in(POLICE_IN_DANGER);
    }

    /** 24 hours after the first person acting for the agency knew; when that is past already, 4 hours from when the carer is asked (practice, section 2). */
    public Date fullRecord(DelegateExecution execution) {
        Instant due = incident(execution).knownAt().plus(FULL_RECORD);
        return Date.from(due.isAfter(clock.instant()) ? due : asked(execution).plus(LATE_RECORD));
    }

    /** 4 office hours. */
    public Date helpWithRecord(DelegateExecution execution) {
        return due(clock.instant(), "WPT4H");
    }

    /** Two working days after a LOW report, the next working day after a more serious one. */
    public Date review(DelegateExecution execution) {
        boolean low = Case.level(execution) == RiskLevel.LOW;
        return due(reported(execution), low ? "workingDays:2" : "endOfNextWorkingDay");
    }

    /** The end of the next working day after the report (contract, who-to-tell). */
    public Date tellAuthority(DelegateExecution execution) {
        return due(reported(execution), "endOfNextWorkingDay");
    }

    /** Five working days. */
    public Date saferCarePlan(DelegateExecution execution) {
        return due(clock.instant(), "workingDays:5");
    }

    /** Two working days. */
    public Date signOff(DelegateExecution execution) {
        return due(clock.instant(), "workingDays:2");
    }

    /** Ten working days; twenty after an escalation, for the child is looked after meanwhile. */
    public Date close(DelegateExecution execution) {
        return due(clock.instant(), incident(execution).escalated() ? "workingDays:20" : "workingDays:10");
    }

    /** Two hours; then the home's other carer is asked too. */
    public Date evidence(DelegateExecution execution) {
        return in(EVIDENCE);
    }

    /**
     * Two hours; outside a live alarm nobody is asked between 21:00 and 08:00 (practice, sections
     * 1 and 2).
     */
    public Date otherCarer(DelegateExecution execution) {
        Instant twoHours = asked(execution).plus(OTHER_CARER);
        return Date.from(Case.level(execution).urgent() ? twoHours : working.nextAwake(twoHours));
    }

    /** Five minutes when somebody is in danger, else 60 minutes. */
    public Date police(DelegateExecution execution) {
        return in(Case.level(execution) == RiskLevel.IMMEDIATE ? POLICE_IN_DANGER : POLICE);
    }

    /** 60 minutes after the report when somebody is in danger, else 4 hours; nights and weekends count. */
    public Date assessment(DelegateExecution execution) {
        return Date.from(
                reported(execution).plus(Case.level(execution) == RiskLevel.IMMEDIATE ? ASSESS_IN_DANGER : ASSESS));
    }

    /** The end of the next working day. */
    public Date decideLowering(DelegateExecution execution) {
        return due(clock.instant(), "endOfNextWorkingDay");
    }

    /** The end of the next working day. */
    public Date secondSignature(DelegateExecution execution) {
        return due(clock.instant(), "endOfNextWorkingDay");
    }

    /** One working day after the report: the LADO's own clock (practice, section 1). */
    public Date lado(DelegateExecution execution) {
        return due(reported(execution), "workingDays:1");
    }

    /** Whether anybody was told out of hours, between the first alarm and the answer. */
    public boolean toldOutOfHours(DelegateExecution execution) {
        Instant since = tellingSince(execution);
        Instant now = clock.instant();
        return working.hours(since) == Hours.OUT_OF_HOURS
                || working.hours(now) == Hours.OUT_OF_HOURS
                || Duration.between(since, now).compareTo(A_NIGHT) > 0;
    }

    /** 09:00 of the next working day after somebody was told out of hours; at once when that has passed. */
    public Date handover(DelegateExecution execution) {
        Instant since = tellingSince(execution);
        Instant now = clock.instant();
        Instant outOfHours = working.hours(since) == Hours.OUT_OF_HOURS ? since : now;
        Instant morning = working.due(outOfHours, "nextWorkingDay09:00");
        return Date.from(morning.isAfter(now) ? morning : now);
    }

    /** Routine waits for a carer until the morning; what a live alarm asks does not (practice, section 2). Null: now. */
    public Date whenAwake(DelegateExecution execution) {
        Instant now = clock.instant();
        boolean live = Case.level(execution).urgent();
        return live || !working.quietForCarers(now) ? null : Date.from(working.nextAwake(now));
    }

    /** The priority of a to-do: 0 for LOW to 3 for IMMEDIATE. */
    public int urgency(DelegateExecution execution) {
        return Case.level(execution).urgency();
    }

    /** When a carer gets a to-do that begins now. */
    private Instant asked(DelegateExecution execution) {
        Instant now = clock.instant();
        return Case.level(execution).urgent() ? now : working.nextAwake(now);
    }

    private Instant tellingSince(DelegateExecution execution) {
        return ((Date) execution.getVariable(Case.TELLING_SINCE)).toInstant();
    }

    private Instant reported(DelegateExecution execution) {
        Incident incident = incident(execution);
        return incident.reportedAt().orElse(incident.startedAt());
    }

    private Incident incident(DelegateExecution execution) {
        return incidents.get(Case.reference(execution));
    }

    private Date due(Instant from, String rule) {
        return Date.from(working.due(from, rule));
    }

    private Date in(Duration duration) {
        return Date.from(clock.instant().plus(duration));
    }
}
