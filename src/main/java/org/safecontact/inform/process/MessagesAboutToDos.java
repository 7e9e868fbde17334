package org.safecontact.inform.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.safecontact.access.CaseTasks;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.OpenAgain;
import org.safecontact.access.ToDoWaits;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Agency;
import org.safecontact.agency.London;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.safecontact.agency.WorkingTime;
import org.safecontact.engine.StuckStep;
import org.safecontact.incident.AddedTo;
import org.safecontact.incident.AskedToRing;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.HandedOver;
import org.safecontact.incident.SentBack;
import org.safecontact.inform.AskedPeople;
import org.safecontact.inform.Messages;
import org.safecontact.inform.OutgoingMessage;
import org.safecontact.inform.OutgoingMessage.Wanted;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** People hear by message what a line on a list would not tell them in time, in the transaction that asks them (practice, section 1). */
@Component
class MessagesAboutToDos {

    private static final Map<String, Wanted> HEARD_OF = Map.ofEntries(
            Map.entry(ToDos.RING_CARER, Wanted.RING),
            Map.entry(ToDos.RING_AS_AGREED, Wanted.RING),
            Map.entry(ToDos.CALL_POLICE, Wanted.RING),
            Map.entry(ToDos.HEAR_OF_CONTACT, Wanted.RING),
            Map.entry(ToDos.TELL_DECISION, Wanted.RING),
            Map.entry(ToDos.CHECK_ADDRESS_SAFETY, Wanted.RING),
            Map.entry(ToDos.CHECK_AGAIN, Wanted.RING),
            Map.entry(ToDos.TELL_SCHOOL, Wanted.RING),
            Map.entry(ToDos.SECOND_SIGNATURE, Wanted.DECIDE),
            Map.entry(ToDos.CONFIRM_WITHDRAWAL, Wanted.DECIDE),
            Map.entry(ToDos.DECIDE_LOWERING, Wanted.DECIDE),
            Map.entry(ToDos.DECIDE_CONTACT, Wanted.DECIDE),
            Map.entry(ToDos.ASK_LEGAL_ADVICE, Wanted.DECIDE),
            Map.entry(ToDos.DEAL_WITH_SEALED_FILE, Wanted.DECIDE),
            Map.entry(ToDos.DECIDE_ABOUT_ACCOUNT, Wanted.DECIDE),
            Map.entry(ToDos.RATIFY_RESTRICTION, Wanted.DECIDE),
            Map.entry(ToDos.AUTHORISE_RESTRICTION, Wanted.DECIDE),
            Map.entry(ToDos.REVIEW_RESTRICTION, Wanted.DECIDE),
            Map.entry(ToDos.CONFIRM_RETURNED, Wanted.SEE_TO),
            Map.entry(ToDos.AGREE_TAKEDOWN, Wanted.DECIDE),
            Map.entry(ToDos.DEAL_WITH_BREACH, Wanted.DECIDE),
            Map.entry(ToDos.ANSWER_REGULATOR, Wanted.DECIDE),
            Map.entry(ToDos.MAKE_REFERRAL, Wanted.SEE_TO),
            Map.entry(ToDos.CASE_WAS_TOUCHED, Wanted.SEE_TO));

    /** What somebody has from the beginning and hears of as well, where it cannot wait until they look. */
    private static final Set<String> NOT_WAITING =
            Set.of(ToDos.READ_DECISION, ToDos.LEAVE_COPY, ToDos.CALL_POLICE, ToDos.MAKE_OWN_REPORT);

    private static final Duration SOON = Duration.ofHours(24);

    private final Messages messages;
    private final AskedPeople askedPeople;
    private final CaseTasks caseTasks;
    private final Agency agency;
    private final WorkingTime workingTime;
    private final ObjectProvider<RuntimeService> runtime;
    private final CurrentPerson person;
    private final Clock clock;

    MessagesAboutToDos(
            Messages messages,
            AskedPeople askedPeople,
            CaseTasks caseTasks,
            Agency agency,
            WorkingTime workingTime,
            ObjectProvider<RuntimeService> runtime,
            CurrentPerson person,
            Clock clock) {
        this.messages = messages;
        this.askedPeople = askedPeople;
        this.caseTasks = caseTasks;
        this.agency = agency;
        this.workingTime = workingTime;
        this.runtime = runtime;
        this.person = person;
        this.clock = clock;
    }

    /** A to-do opens that those whom it is offered to have to hear of now: of the second person, whoever was the first is not one.
     * What somebody has from the beginning is nobody else's. */
    @EventListener
    void opened(DelegateTask task) {
        Wanted wanted = HEARD_OF.get(task.getTaskDefinitionKey());
        if (wanted == null
                || task.getAssignee() != null
                || !TaskListener.EVENTNAME_CREATE.equals(task.getEventName())) {
            return;
        }
        String reference = (String) task.getVariable(CaseNames.REFERENCE);
        Set<String> people = new LinkedHashSet<>();
        task.getCandidates().forEach(offer -> {
            if (offer.getUserId() != null) {
                people.add(offer.getUserId());
            } else {
                people.addAll(holders(offer.getGroupId(), reference));
            }
        });
        person.id().ifPresent(people::remove);
        Optional<Instant> by = Optional.ofNullable(task.getDueDate()).map(Date::toInstant);
        person.asTheHouse(() -> start(askedPeople.ask(reference, task.getId(), 0, people, wanted, by)));
    }

    /**
     * Somebody was given something by name that is to be done before they may look at their list, or is their own duty: they hear of it, but for
     * the hours in which a carer is left in peace (practice, section 2).
     */
    @EventListener
    void given(DelegateTask task) {
        Instant now = clock.instant();
        if (task.getAssignee() == null
                || !NOT_WAITING.contains(task.getTaskDefinitionKey())
                || !TaskListener.EVENTNAME_CREATE.equals(task.getEventName())
                || agency.is(task.getAssignee(), Role.CARER) && workingTime.quietForCarers(now)
                || ToDos.CALL_POLICE.equals(task.getTaskDefinitionKey()) && isThere(task.getAssignee())
                || !ToDos.MAKE_OWN_REPORT.equals(task.getTaskDefinitionKey())
                        && now.plus(SOON).isBefore(task.getDueDate().toInstant())) {
            return;
        }
        String reference = (String) task.getVariable(CaseNames.REFERENCE);
        Set<String> has = Set.of(task.getAssignee());
        Wanted wanted = HEARD_OF.getOrDefault(task.getTaskDefinitionKey(), Wanted.SEE_TO);
        Optional<Instant> by = Optional.of(task.getDueDate().toInstant());
        person.asTheHouse(() -> start(askedPeople.ask(reference, task.getId(), 0, has, wanted, by)));
    }

    /** Whoever is at the screen where the police are asked for knows of it; so does a carer, whose own screen says it. */
    private boolean isThere(String personId) {
        return !isWorker(personId) || person.id().filter(personId::equals).isPresent();
    }

    /** Where the one whose turn it would be is who asks, the others of that role. */
    private Set<String> holders(String group, String reference) {
        Set<String> holders = askedPeople.holders(group, reference);
        person.id().ifPresent(holders::remove);
        return holders.isEmpty() && group.equals(Role.REGISTERED_MANAGER.groupId())
                ? askedPeople.otherManagers(reference)
                : holders;
    }

    /**
     * A step of a case failed for the last time: duty looks after it by hand, technical help, who see no case, mend it. A message that fails
     * would only breed the next.
     */
    @EventListener
    void on(StuckStep stuck) {
        if (stuck.process().equals(InformNames.DELIVER_MESSAGE)) {
            return;
        }
        String reference = stuck.reference();
        person.asTheHouse(() -> {
            List<OutgoingMessage> duty = ask(stuck, Role.DUTY_SOCIAL_WORKER);
            start(duty.isEmpty() ? ask(stuck, Role.REGISTERED_MANAGER) : duty);
        });
        agency.holdersOf(Role.ADMINISTRATOR).stream()
                .map(Person::id)
                .forEach(administrator -> send(reference, stuck.incident(), 0, administrator, Wanted.MEND));
    }

    private List<OutgoingMessage> ask(StuckStep stuck, Role role) {
        Set<String> people = askedPeople.holders(role.groupId(), stuck.reference());
        return askedPeople.ask(stuck.reference(), stuck.incident(), 0, people, Wanted.LOOK_AFTER, Optional.empty());
    }

    /** More people are asked to ring the police. */
    @EventListener
    void on(AskedToRing asked) {
        person.asTheHouse(() -> start(
                askedPeople.ask(asked.reference(), asked.origin(), 0, asked.people(), Wanted.RING, Optional.empty())));
    }

    /** A to-do that somebody had is open again: whoever may take it now. */
    @EventListener
    void on(OpenAgain again) {
        // Each time anew: what was open again before and was taken once more is another message.
        String origin = again.taskId() + "-" + clock.instant().getEpochSecond();
        again.asked().stream()
                .filter(this::isWorker)
                .forEach(worker -> send(again.reference(), origin, 0, worker, Wanted.TAKE));
    }

    /** A second person sent back what somebody wrote: it is open again, for them before all others. */
    @EventListener
    void on(SentBack back) {
        person.asTheHouse(() -> start(askedPeople.ask(
                back.reference(), back.taskId(), 0, Set.of(back.author()), Wanted.TAKE, Optional.empty())));
    }

    /** What was not done in time: whoever has it or may take it hears once a day what is to do, and once more where it became more urgent. */
    @EventListener
    void on(ToDoWaits waits) {
        Optional<CaseTasks.Open> open = caseTasks.find(waits.taskId());
        String origin = waits.taskId() + "-waits-" + when(waits.key())
                + open.map(each -> "-" + each.task().getPriority()).orElse("");
        Set<String> people = new LinkedHashSet<>(waits.people());
        waits.groups().forEach(group -> people.addAll(askedPeople.told(group, waits.reference())));
        people.removeIf(each -> !isWorker(each));
        // Of the second person, whoever was the first is not one.
        open.flatMap(each -> each.caseTask().first()).ifPresent(people::remove);
        Wanted wanted = HEARD_OF.getOrDefault(waits.key(), Wanted.SEE_TO);
        person.asTheHouse(() -> start(askedPeople.ask(waits.reference(), origin, 0, people, wanted, Optional.empty())));
    }

    /** Once a day; an assessment that waits cannot wait for the next one. */
    private Object when(String key) {
        Instant now = clock.instant();
        return ToDos.ASSESS_ESCALATION.equals(key) ? now.getEpochSecond() : LocalDate.ofInstant(now, London.ZONE);
    }

    /** Somebody added to a case: whoever has it, unless a message that says so is on its way to them already. */
    @EventListener
    void on(AddedTo added) {
        added.people().stream()
                .filter(has -> !messages.waits(added.reference(), has, Wanted.READ))
                .forEach(has -> send(added.reference(), added.reference(), added.number(), has, Wanted.READ));
    }

    /** A to-do was handed over by name. */
    @EventListener
    void on(HandedOver over) {
        String origin = over.reference() + "-handed-over";
        person.asTheHouse(() -> start(
                messages
                        .write(over.reference(), origin, over.entry(), 0, over.to(), Wanted.TAKE_OVER, over.by())
                        .stream()
                        .toList()));
    }

    private void send(String reference, String origin, int number, String to, Wanted wanted) {
        person.asTheHouse(
                () -> start(messages.write(reference, origin, number, 0, to, wanted, Optional.empty()).stream()
                        .toList()));
    }

    private void start(List<OutgoingMessage> written) {
        written.forEach(message -> Sending.start(message, runtime.getObject()));
    }

    /** A carer's list waits for the carer; nobody writes to carers again about it (practice, section 3). */
    private boolean isWorker(String personId) {
        return agency.person(personId).filter(known -> !known.is(Role.CARER)).isPresent();
    }
}
