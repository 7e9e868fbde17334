package org.safecontact.plan.request;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.KeptFromChildren;
import org.safecontact.access.PersonCleared;
import org.safecontact.access.PersonExcluded;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.Person;
import org.safecontact.engine.DecidedBy;
import org.safecontact.plan.ContactNumbers;
import org.safecontact.plan.PlanPeople;
import org.safecontact.plan.PlanPerson;
import org.safecontact.plan.request.ContactRequest.Answer;
import org.safecontact.record.Author;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.EntryKind;
import org.safecontact.record.NewEntry;
import org.safecontact.record.Statement;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Requests for new or extra contact: begun, sent, answered; each has a file and a record of its own (docs/adr/0085-asking-for-contact.md). */
@NamedInterface("request")
@Service
@Transactional
public class ContactRequests {

    /** Heading of what the table says of who decides. */
    public static final String WHO_DECIDES = "Who decides about this contact";

    /** Heading of what is kept where nobody answered in time. */
    public static final String STILL_WAITS = "Nobody has answered in time";

    /** How long an answer stands on the page of what is agreed. House default. */
    private static final Duration ANSWER_SHOWN = Duration.ofDays(28);

    private static final String WHY_AWAY = "kept away from a report about this child";

    private final RequestRepository repository;
    private final ContactNumbers numbers;
    private final PlanPeople people;
    private final CaseFiles files;
    private final CaseAccess access;
    private final KeptFromChildren kept;
    private final CaseRecord record;
    private final Agency agency;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ContactRequests(
            RequestRepository repository,
            ContactNumbers numbers,
            PlanPeople people,
            CaseFiles files,
            CaseAccess access,
            KeptFromChildren kept,
            CaseRecord record,
            Agency agency,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.numbers = numbers;
        this.people = people;
        this.files = files;
        this.access = access;
        this.kept = kept;
        this.record = record;
        this.agency = agency;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Begins a request; whoever asks finds its form among their to-dos. Who is kept away from a report about the child is kept away from it as
     * well, as long as nobody has decided that they keep access to the child's other cases.
     *
     * @param by id of who asks
     * @return its reference
     */
    public String begin(String childId, String by, Because because) {
        Child child = agency.child(childId).orElseThrow();
        String reference = numbers.next();
        files.open(reference, by, child.householdId());
        files.about(reference, childId, child.householdId());
        files.inNoCase(reference);
        repository.begin(reference, childId, by, clock.instant(), because);
        kept.fromRequests(childId).forEach(away -> files.exclude(reference, away, WHY_AWAY));
        events.publishEvent(new RequestBegun(reference, childId, by));
        return reference;
    }

    /** Who is kept away from a report about the child from now on is kept away from what was asked for it too. */
    @EventListener
    void on(PersonExcluded excluded) {
        files
                .find(excluded.reference())
                .flatMap(file -> file.childId())
                .map(repository::open)
                .orElse(List.of())
                .stream()
                .filter(reference -> !reference.equals(excluded.reference()))
                .forEach(reference -> files.exclude(reference, excluded.personId(), WHY_AWAY));
    }

    /** Who is kept away from nothing about the child any more sees what was asked for it meanwhile. */
    @EventListener
    void on(PersonCleared cleared) {
        files.excludedFrom(cleared.personId(), WHY_AWAY).stream()
                .filter(reference -> repository
                        .find(reference)
                        .filter(request -> request.childId().equals(cleared.childId()))
                        .isPresent())
                .forEach(reference -> files.letBack(reference, cleared.personId(), WHY_AWAY));
    }

    /** What is asked for, sent by this person. */
    public void ask(String reference, Wanted wanted, String by) {
        repository.asked(reference, wanted, by, clock.instant());
        files.sent(reference);
    }

    /** Keeps who decides, and what says so. */
    public void whoDecides(String reference, String words, DecidedBy by) {
        List<Statement> says = new ArrayList<>(List.of(new Statement("Who", words)));
        says.addAll(by.statements());
        record.append(reference, NewEntry.now(EntryKind.DECISION, WHO_DECIDES, says, Author.SYSTEM));
    }

    /** The one answer to a request. */
    public void answer(String reference, Outcome outcome, String by, Optional<Integer> entry, String words) {
        repository.answered(reference, new Answer(outcome, by, clock.instant(), entry, words));
    }

    /** Keeps that nobody has answered in time, and who is asked now. */
    public void stillWaits(String reference, String whoIsAsked) {
        record.append(
                reference,
                NewEntry.now(
                        EntryKind.ACTION,
                        STILL_WAITS,
                        List.of(new Statement("Who is asked now", whoIsAsked)),
                        Author.SYSTEM));
    }

    @Transactional(readOnly = true)
    public Optional<ContactRequest> find(String reference) {
        return repository.find(reference);
    }

    @Transactional(readOnly = true)
    public ContactRequest get(String reference) {
        return repository.find(reference).orElseThrow();
    }

    /** The child that a request is about. */
    @Transactional(readOnly = true)
    public Child childOf(String reference) {
        return agency.child(get(reference).childId()).orElseThrow();
    }

    /** What was asked for the child: what waits, and what was answered in the last four weeks; the newest first. */
    @Transactional(readOnly = true)
    public List<ContactRequest> sent(String childId) {
        return repository.sent(childId, clock.instant().minus(ANSWER_SHOWN));
    }

    /** {@code video call with Mum, Sundays 16:00-16:30, every week}. */
    @Transactional(readOnly = true)
    public String line(ContactRequest request) {
        Wanted wanted = request.wanted();
        return wanted.terms()
                .line(person(request)
                        .map(PlanPerson::label)
                        .orElse(wanted.whom().label()));
    }

    /** Of whom it speaks, as far as what is agreed speaks of them too: also somebody typed anew who is spoken of in the same words. */
    @Transactional(readOnly = true)
    public Optional<PlanPerson> person(ContactRequest request) {
        Whom whom = request.wanted().whom();
        return whom.personId().isPresent()
                ? people.find(request.childId(), whom.personId().get())
                : people.called(request.childId(), whom.label());
    }

    /**
     * Whom the answer concerns: the carers of the home, and who asked; nobody who is kept away, nor who answered, nor whoever only wrote it down
     * on duty.
     */
    @Transactional(readOnly = true)
    public List<String> toTell(String reference) {
        ContactRequest request = get(reference);
        Set<String> tell = new LinkedHashSet<>();
        agency.carersOf(childOf(reference).householdId()).stream()
                .map(Person::id)
                .forEach(tell::add);
        tell.add(request.asker());
        tell.removeIf(person -> !access.mayRead(person, reference));
        request.answer().map(Answer::by).ifPresent(tell::remove);
        return List.copyOf(tell);
    }
}
