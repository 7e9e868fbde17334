package org.safecontact.incident.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.safecontact.agency.Hours;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.WorkingTime;
import org.safecontact.engine.InDiagrams;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.Noted;
import org.safecontact.incident.RiskLevel;
import org.springframework.stereotype.Component;

/**
 * When things are due: every timer and due date of the diagrams asks here. Which clock counts from when: practice, section 2. How long each
 * is, and why, says {@link HouseTime}; the words here give the defaults, which an agency can change in its folder.
 */
@Component("deadlines")
@InDiagrams
public class Deadlines {

    /** Longer than from when the office closes until it opens: an alarm that nobody answered for so long has run through a night. */
    private static final Duration A_NIGHT = Duration.ofHours(16);

    private final Incidents incidents;
    private final WorkingTime working;
    private final Clock clock;

    Deadlines(Incidents incidents, WorkingTime working, Clock clock) {
        this.incidents = incidents;
        this.working = working;
        this.clock = clock;
    }

    /** A while after the report was begun (default 15 minutes; practice, section 1). */
    public Date notSentYet(DelegateExecution execution) {
        return in(HouseTime.UNSENT_REPORT);
    }

    /** A while after nobody answered (default 15 minutes). */
    public Date tryAgain(DelegateExecution execution) {
        return in(HouseTime.UNSENT_REPORT_AGAIN);
    }

    /** Long after somebody was spoken with and it is still not sent (default 4 hours); nobody is rung about it in the night. */
    public Date stillNotSent(DelegateExecution execution) {
        return Date.from(working.nextAwake(working.due(clock.instant(), HouseTime.UNSENT_REPORT_STILL)));
    }

    /** Ringing that cannot wait (default 5 minutes). */
    public Date ringNow(DelegateExecution execution) {
        return in(HouseTime.RING_CARER);
    }

    /** Every five minutes by default, for as long as nobody has. */
    public String ringAgainEvery(DelegateExecution execution) {
        // The engine asks for a cycle anew each time.
        Instant next = ringNow(execution).toInstant();
        return "R/" + next + "/" + Duration.between(clock.instant(), next);
    }

    /**
     * Counted from when the first person acting for the agency knew (default 24 hours); when that is past already, from when the carer is
     * asked (default 4 hours; practice, section 2).
     */
    public Date fullRecord(DelegateExecution execution) {
        Instant due = working.due(incident(execution).knownAt(), HouseTime.FULL_RECORD);
        return due.isAfter(clock.instant()) ? Date.from(due) : due(asked(execution), HouseTime.LATE_RECORD);
    }

    /** Helping to write counts office hours (default 4). */
    public Date helpWithRecord(DelegateExecution execution) {
        return in(HouseTime.HELP_WITH_RECORD);
    }

    /** Helping to write is offered again, when the carer would rather write it and has not (default 24 hours). */
    public Date offerHelpAgain(DelegateExecution execution) {
        return in(HouseTime.FULL_RECORD);
    }

    /** Counted from the report (default two working days at LOW, the end of the next working day above). */
    public Date review(DelegateExecution execution) {
        boolean low = Case.level(execution) == RiskLevel.LOW;
        return due(reported(execution), low ? HouseTime.REVIEW_LOW : HouseTime.REVIEW);
    }

    /**
     * Counted from the report; where somebody near the child was named later, from then (default the end of the next working day; contract,
     * who-to-tell).
     */
    public Date tellAuthority(DelegateExecution execution) {
        return due(incidents.namedSince(Case.reference(execution)), HouseTime.TELL_AUTHORITY);
    }

    /** The last day to tell them, when nobody has answered by then (default 13:00 of the next working day). */
    public Date authorityWaits(DelegateExecution execution) {
        return due(incidents.namedSince(Case.reference(execution)), HouseTime.TELL_AUTHORITY_UNANSWERED);
    }

    /** Default five working days. */
    public Date saferCarePlan(DelegateExecution execution) {
        return in(HouseTime.SAFER_CARE_PLAN);
    }

    /** Default two working days. */
    public Date signOff(DelegateExecution execution) {
        return in(HouseTime.SIGN_OFF);
    }

    /** Default two working days. */
    public Date confirmWithdrawal(DelegateExecution execution) {
        return in(HouseTime.CONFIRM_WITHDRAWAL);
    }

    /** Default ten working days, or twenty after an escalation: the child's next days lie in between. */
    public Date close(DelegateExecution execution) {
        return in(incident(execution).escalated() ? HouseTime.CLOSE_ESCALATED : HouseTime.CLOSE);
    }

    /** A while (default two hours), then the home's other carer is asked too. */
    public Date evidence(DelegateExecution execution) {
        return in(HouseTime.EVIDENCE);
    }

    /** A day (default 24 hours by the clock), then the supervising social worker is asked too. */
    public Date evidenceByWorker(DelegateExecution execution) {
        return in(HouseTime.EVIDENCE_BY_WORKER);
    }

    /**
     * A while (default two hours), then the home's other carer is asked too; outside a live alarm nobody is asked between 21:00 and 08:00
     * (practice, sections 1 and 2).
     */
    public Date otherCarer(DelegateExecution execution) {
        Instant waited = working.due(asked(execution), HouseTime.OTHER_CARER);
        return Date.from(Case.level(execution).urgent() ? waited : working.nextAwake(waited));
    }

    /**
     * Default five minutes when somebody is in danger, else 60. While nobody has answered, the 60 run since it is that serious, and whoever was
     * told still has the time of a call that cannot wait.
     */
    public Date police(DelegateExecution execution) {
        if (Case.level(execution) == RiskLevel.IMMEDIATE) {
            return in(HouseTime.POLICE_IN_DANGER);
        }
        if (Case.text(execution, CaseNames.ACKNOWLEDGED_BY) != null) {
            return in(HouseTime.POLICE);
        }
        Date soon = in(HouseTime.RING_CARER);
        Date unanswered = due(incidents.urgentSince(Case.reference(execution)), HouseTime.POLICE);
        return unanswered.after(soon) ? unanswered : soon;
    }

    /** From the alarm, when the police no longer wait for somebody to answer it (default 60 minutes; practice, section 1). */
    public Date policeUnanswered(DelegateExecution execution) {
        return in(HouseTime.POLICE);
    }

    /**
     * Counted by the clock from the report, or from when it became that serious later; where it was assessed before, from when it got worse
     * (default 60 minutes at IMMEDIATE, else 4 hours; practice, section 1).
     */
    public Date assessment(DelegateExecution execution) {
        String reference = Case.reference(execution);
        boolean again = incidents.noted(reference, Noted.REFERRALS).isPresent();
        Instant since =
                incidents.worseAt(reference).filter(worse -> again).orElseGet(() -> incidents.urgentSince(reference));
        return due(since, assess(Case.level(execution)));
    }

    /** When the time to assess it is over; what was late already when it came onto a list has its time from then (default 60 minutes, or 4 hours). */
    private Date notAssessedYet(DelegateExecution execution) {
        Date due = assessment(execution);
        return due.after(Date.from(clock.instant())) ? due : assessmentFromNow(Case.level(execution));
    }

    /** The first time then, and again after as long each time, until it is assessed. The engine asks for it anew each time. */
    public String notAssessedAgain(DelegateExecution execution) {
        return "R/" + notAssessedYet(execution).toInstant() + "/" + "PT1H";
    }

    /** From now, at that level (see {@link #assessment}). */
    Date assessmentFromNow(RiskLevel level) {
        return in(assess(level));
    }

    private static HouseTime assess(RiskLevel level) {
        return level == RiskLevel.IMMEDIATE ? HouseTime.ASSESS_IN_DANGER : HouseTime.ASSESS;
    }

    /** Default the end of the next working day. */
    public Date decideLowering(DelegateExecution execution) {
        return in(HouseTime.LOWER_LEVEL);
    }

    /** Default the end of the next working day. */
    public Date secondSignature(DelegateExecution execution) {
        return in(HouseTime.SECOND_SIGNATURE);
    }

    /**
     * One working day after the report that named somebody, or after the answer that did so later: the LADO's own clock, which no agency sets
     * (practice, sections 1 and 2).
     */
    public Date lado(DelegateExecution execution) {
        return Date.from(working.due(incidents.namedSince(Case.reference(execution)), "workingDays:1"));
    }

    /** Whether anybody was told out of hours, between the first alarm and the answer. */
    public boolean toldOutOfHours(DelegateExecution execution) {
        Instant since = tellingSince(execution);
        Instant now = clock.instant();
        return working.hours(since) == Hours.OUT_OF_HOURS
                || working.hours(now) == Hours.OUT_OF_HOURS
                || Duration.between(since, now).compareTo(A_NIGHT) > 0;
    }

    /**
     * After somebody was told out of hours for the first time (default 09:00 of the next working day); when that has passed, at once in
     * office hours, else when the office opens. What was begun in the office's day is told out of hours from when the office closes.
     */
    public Date handover(DelegateExecution execution) {
        Instant since = tellingSince(execution);
        Instant now = clock.instant();
        Instant outOfHours = working.hours(since) == Hours.OUT_OF_HOURS ? since : working.due(since, "endOfWorkingDay");
        Instant morning = working.due(outOfHours, HouseTime.HANDOVER);
        return Date.from(morning.isAfter(now) ? morning : working.whenOpen(now));
    }

    /** Routine waits for a carer until the morning; what a live alarm asks does not (practice, section 2). Null: now. */
    public Date whenAwake(DelegateExecution execution) {
        return working.quietUntil(clock.instant())
                .filter(until -> !Case.level(execution).urgent())
                .map(Date::from)
                .orElse(null);
    }

    /** At nine on every working day. */
    public String everyWorkingMorning() {
        // Asked again each time, so what the engine would count itself does not matter.
        return "R/" + working.due(clock.instant(), "nextWorkingDay09:00") + "/PT24H";
    }

    /** The priority of a to-do: 0 for LOW to 3 for IMMEDIATE. */
    public int urgency(DelegateExecution execution) {
        return Case.level(execution).urgency();
    }

    /** What waits with minutes left stands first on every list. House default. */
    public int beforeAllElse() {
        return RiskLevel.BEFORE_ALL_ELSE;
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

    private Date due(Instant from, HouseTime time) {
        return Date.from(working.due(from, time));
    }

    private Date in(HouseTime time) {
        return due(clock.instant(), time);
    }
}
