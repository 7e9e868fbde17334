package org.safecontact.restriction.process;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.safecontact.access.ToDos;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.WorkingTime;
import org.safecontact.engine.InDiagrams;
import org.safecontact.incident.RiskLevel;
import org.safecontact.restriction.LimitPeople;
import org.safecontact.restriction.LimitTerms;
import org.safecontact.restriction.Restriction;
import org.safecontact.restriction.Restrictions;
import org.springframework.stereotype.Component;

/** What the diagram {@code device-restriction} asks: by when, by whom, and where it stands. */
@Component("limits")
@InDiagrams
public class RestrictionInDiagrams {

    private static final int NOT_URGENT = 0;

    private final Restrictions restrictions;
    private final LimitPeople people;
    private final WorkingTime workingTime;
    private final Clock clock;

    RestrictionInDiagrams(Restrictions restrictions, LimitPeople people, WorkingTime workingTime, Clock clock) {
        this.restrictions = restrictions;
        this.people = people;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    /** A while after a phone was taken, or after somebody began (default four hours), and not between 21:00 and 08:00 (practice, section 2). */
    public Date writtenBy(DelegateExecution execution) {
        return Date.from(workingTime.nextAwake(workingTime.due(begins(execution), HouseTime.LIMIT_WRITTEN)));
    }

    /** Of a phone that was taken: the longest that it can last before a manager has looked at it (default 72 hours); else default seven days. */
    public Date writtenUntil(DelegateExecution execution) {
        Restriction restriction = of(execution);
        return Date.from(restriction
                .terms()
                .flatMap(LimitTerms::until)
                .orElseGet(() -> workingTime.due(restriction.openedAt(), HouseTime.LIMIT_NOT_SENT)));
    }

    /** Saying what the authority answered (default by the end of the next working day). */
    public Date authorisedBy(DelegateExecution execution) {
        return in(HouseTime.AUTHORISE_LIMIT);
    }

    /** What nobody has decided waits until the end that was asked for; where none was, as long as a limit may last (default 84 days). */
    public Date decidedUntil(DelegateExecution execution) {
        return Date.from(of(execution)
                .terms()
                .flatMap(LimitTerms::until)
                .orElseGet(() -> workingTime.due(clock.instant(), HouseTime.LONGEST_LIMIT)));
    }

    /** As the table device-restriction says, counted from when it was made, through weekends (24 hours). */
    public Date ratifiedBy(DelegateExecution execution) {
        return Date.from(of(execution).terms().flatMap(LimitTerms::reviewAt).orElseThrow());
    }

    /** The day that was chosen for it, never later than the table device-restriction says. */
    public Date reviewAt(DelegateExecution execution) {
        return Date.from(of(execution).terms().flatMap(LimitTerms::reviewAt).orElseThrow());
    }

    /** Default by the end of the next working day, and never after its end. */
    public Date reviewedBy(DelegateExecution execution) {
        Instant end = of(execution).terms().orElseThrow().end();
        Instant due = workingTime.due(clock.instant(), HouseTime.REVIEW_LIMIT);
        return Date.from(due.isBefore(end) ? due : end);
    }

    /** Its last moment, as whoever looked at it last said. */
    public Date endsAt(DelegateExecution execution) {
        return Date.from(of(execution).terms().orElseThrow().end());
    }

    /** Between 21:00 and 08:00 what was decided waits for the morning, unless danger asks for it or it is to be undone (practice, section 2). Null: now. */
    public Date whenAwake(DelegateExecution execution) {
        return quietUntil(execution).map(Date::from).orElse(null);
    }

    /**
     * Reading what was decided (default within four hours, counted from the morning where it waits until then), and not between 21:00 and 08:00;
     * anew whenever that changes. While others decide first, nobody is late before it is decided or its end has come.
     */
    public Date readBy(DelegateExecution execution) {
        if (of(execution).state() == Restriction.State.WAITS_FOR_OTHERS) {
            return decidedUntil(execution);
        }
        Instant due = workingTime.due(quietUntil(execution).orElse(clock.instant()), HouseTime.READ_LIMIT);
        return Date.from(workingTime.nextAwake(due));
    }

    private Optional<Instant> quietUntil(DelegateExecution execution) {
        return workingTime
                .quietUntil(clock.instant())
                .filter(until -> !of(execution).toRatify() && of(execution).state() != Restriction.State.REFUSED);
    }

    /** Making sure that the device was given back (default by the end of the next working day; within the hour where it took force). */
    public Date returnedBy(DelegateExecution execution) {
        return in(of(execution).undoForce() ? HouseTime.FORCE_UNDONE : HouseTime.LIMIT_OVER);
    }

    /** Where it took force, or may have, the registered manager on call is asked at once. */
    public Collection<String> managerForForce(DelegateExecution execution) {
        return people.managerForForce(of(execution));
    }

    /** What was made because of danger is as urgent as what is HIGH, until a manager has looked at it; and force, until it is undone. */
    public int urgency(DelegateExecution execution) {
        return of(execution).toRatify() || of(execution).undoForce() ? RiskLevel.HIGH.urgency() : NOT_URGENT;
    }

    /** Whether a registered manager has still to look at it. */
    public boolean toRatify(DelegateExecution execution) {
        return of(execution).toRatify();
    }

    /** Whether anything was ever limited. */
    public boolean wasLimited(DelegateExecution execution) {
        return of(execution).wasLimited();
    }

    /** Where it stands: {@code LAPSED}, {@code LIFTED} or {@code REFUSED} once it is over. */
    public String state(DelegateExecution execution) {
        return of(execution).state().name();
    }

    /** The child's social worker, where they have a login and are not kept away. */
    public Collection<String> childsWorker(DelegateExecution execution) {
        return people.childsWorker(of(execution));
    }

    /** The carers of the home, and whoever asked for it; of what was never limited only whoever asked; where force was spoken of, also the manager on call. */
    public List<String> toRead(DelegateExecution execution) {
        String reference = DeviceRestriction.reference(execution);
        TaskService tasks = execution.getProcessEngineServices().getTaskService();
        Set<String> readers = new LinkedHashSet<>(people.readers(of(execution)));
        // One to-do for each is enough: it shows how it stands when it is read, and is due as if it were new.
        tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(ToDos.READ_RESTRICTION)
                .list()
                .forEach(open -> {
                    tasks.setFollowUpDate(open.getId(), whenAwake(execution));
                    tasks.setDueDate(open.getId(), readBy(execution));
                    tasks.setPriority(open.getId(), urgency(execution));
                    readers.remove(open.getAssignee());
                });
        return List.copyOf(readers);
    }

    private Instant begins(DelegateExecution execution) {
        return of(execution).openedAt();
    }

    private Restriction of(DelegateExecution execution) {
        return restrictions.get(DeviceRestriction.reference(execution));
    }

    private Date in(HouseTime time) {
        return Date.from(workingTime.due(clock.instant(), time));
    }
}
