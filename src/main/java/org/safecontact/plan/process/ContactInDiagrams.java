package org.safecontact.plan.process;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.safecontact.agency.WorkingTime;
import org.safecontact.engine.InDiagrams;
import org.safecontact.plan.PlanEntry;
import org.safecontact.plan.PlanItem.Agreement;
import org.safecontact.plan.PlanRegister;
import org.safecontact.plan.request.AfterAsking;
import org.safecontact.plan.request.ContactRequest;
import org.safecontact.plan.request.ContactRequests;
import org.safecontact.plan.request.Terms;
import org.springframework.stereotype.Component;

/** What the diagram {@code contact-authorisation} asks: who, and by when. */
@Component("contactRequest")
@InDiagrams
public class ContactInDiagrams {

    private static final int NOT_URGENT = 0;

    private final ContactRequests requests;
    private final AfterAsking after;
    private final PlanRegister register;
    private final Agency agency;
    private final WorkingTime workingTime;
    private final Clock clock;

    ContactInDiagrams(
            ContactRequests requests,
            AfterAsking after,
            PlanRegister register,
            Agency agency,
            WorkingTime workingTime,
            Clock clock) {
        this.requests = requests;
        this.after = after;
        this.register = register;
        this.agency = agency;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    /** Sending what was begun (default by the end of the next working day). */
    public Date askBy() {
        return in(HouseTime.ASK_FOR_CONTACT);
    }

    /** The decision (default within five working days); where the day that was asked for comes sooner, before it. */
    public Date decideBy(DelegateExecution execution) {
        return Date.from(after.decideBy(requests.get(execution.getProcessBusinessKey()), clock.instant()));
    }

    /** Asking for legal advice (default within two working days). */
    public Date adviceBy() {
        return in(HouseTime.ASK_LEGAL_ADVICE);
    }

    /**
     * Reading the decision (default within two working days); whoever has not by then is rung. Where the contact comes sooner, so early that the
     * call fits in before it, and before the evening's quiet where that still lies ahead.
     */
    public Date readBy(DelegateExecution execution) {
        Instant usual = workingTime.due(clock.instant(), HouseTime.READ_DECISION);
        return Date.from(begins(execution)
                .map(this::lastAwake)
                .filter(usual::isAfter)
                .map(this::soon)
                .orElse(usual));
    }

    /** Between 21:00 and 08:00 it waits for the morning (practice, section 2). Null: now. */
    public Date whenAwake() {
        return workingTime.quietUntil(clock.instant()).map(Date::from).orElse(null);
    }

    /** Ringing who has not read it (default by the end of the next working day); where the contact comes sooner, before it. */
    public Date tellBy(DelegateExecution execution) {
        return in(isSooner(execution) ? HouseTime.TELL_DECISION_SOON : HouseTime.TELL_DECISION);
    }

    /** Who rings besides whoever supervises the home: duty, where it cannot wait until the office opens. */
    public List<String> ringsToo(DelegateExecution execution) {
        Instant now = clock.instant();
        return isSooner(execution) && !workingTime.isOfficeHours(now)
                ? agency.onDuty(now).stream().map(Person::id).toList()
                : List.of();
    }

    /** The child's social worker; where a worker of the agency asked, who cannot write the decision down, the team manager as well. */
    public List<String> decides(DelegateExecution execution) {
        String reference = execution.getProcessBusinessKey();
        Child child = requests.childOf(reference);
        String asker = requests.get(reference).asker();
        boolean outside = agency.is(asker, Role.CARER) || agency.is(asker, Role.CHILDS_SOCIAL_WORKER);
        return Stream.concat(
                        agency.person(child.childsSocialWorkerId()).stream(),
                        outside ? Stream.empty() : agency.teamManagersOf(child.householdId()).stream())
                .map(Person::id)
                .toList();
    }

    /** The carers of the home and who asked, each by themselves. */
    public List<String> toTell(DelegateExecution execution) {
        return requests.toTell(execution.getProcessBusinessKey());
    }

    /** No case hangs on it: what is urgent about a contact is its own report. */
    public int urgency() {
        return NOT_URGENT;
    }

    /** When it takes place next, what was asked for or what was agreed instead; empty where that lies behind, or nobody can say. */
    private Optional<Instant> begins(DelegateExecution execution) {
        Instant now = clock.instant();
        ContactRequest request = requests.get(execution.getProcessBusinessKey());
        Optional<Agreement> agreed = request.answer()
                .flatMap(ContactRequest.Answer::entry)
                .flatMap(entry -> register.entered(request.childId(), entry))
                .map(PlanEntry::item)
                .filter(Agreement.class::isInstance)
                .map(Agreement.class::cast);
        return Stream.concat(
                        agreed.flatMap(is -> Terms.next(is, now)).stream(),
                        request.wanted().terms().beginsOnce().filter(now::isBefore).stream())
                .min(Comparator.naturalOrder());
    }

    private boolean isSooner(DelegateExecution execution) {
        Instant usual = workingTime.due(clock.instant(), HouseTime.TELL_DECISION);
        return begins(execution).filter(usual::isAfter).isPresent();
    }

    /** Before a carer is left in peace on the evening before; when that has passed, until it begins. */
    private Instant lastAwake(Instant begins) {
        Instant evening = workingTime.quietBefore(begins);
        return evening.isAfter(clock.instant()) ? evening : begins;
    }

    private Instant soon(Instant last) {
        Instant awake = workingTime.nextAwake(clock.instant());
        Instant read = workingTime.due(awake, HouseTime.READ_DECISION_SOON);
        Instant callFits = last.minus(agency.length(HouseTime.TELL_DECISION_SOON));
        return Stream.of(awake, callFits.isBefore(read) ? callFits : read)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Date in(HouseTime time) {
        return Date.from(workingTime.due(clock.instant(), time));
    }
}
