package org.safecontact.restriction.review;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.London;
import org.safecontact.agency.Person;
import org.safecontact.record.Author;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.EntryKind;
import org.safecontact.record.NewEntry;
import org.safecontact.record.Statement;
import org.safecontact.restriction.review.ReviewDay.Because;
import org.safecontact.restriction.review.ReviewStep.What;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks at online safety with each child: begun on their day, held, what is still to do until it is done (policy, section 7). */
@Service
@Transactional
public class Reviews {

    /** Heading of the entry of a report because of which it is looked at sooner. */
    public static final String BECAUSE_OF_IT = "Online safety is looked at with the child";

    /** Heading of the entry that ends a look of which something is still to do. */
    public static final String OVER = "What was still to do about online safety";

    private final ReviewRepository repository;
    private final ReviewDays days;
    private final KeptFromReviews kept;
    private final CaseFiles files;
    private final CaseAccess access;
    private final CaseRecord record;
    private final Agency agency;
    private final Clock clock;

    Reviews(
            ReviewRepository repository,
            ReviewDays days,
            KeptFromReviews kept,
            CaseFiles files,
            CaseAccess access,
            CaseRecord record,
            Agency agency,
            Clock clock) {
        this.repository = repository;
        this.days = days;
        this.kept = kept;
        this.files = files;
        this.access = access;
        this.record = record;
        this.agency = agency;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Review get(String reference) {
        return repository.find(reference).orElseThrow();
    }

    /** The newest look that was held with this child in the home where it lives. */
    @Transactional(readOnly = true)
    public Optional<Review> lastHeld(Child child) {
        return ofHome(child).stream()
                .filter(review -> review.held().isPresent())
                .findFirst();
    }

    /** With this child in the home where it lives, the newest first. */
    @Transactional(readOnly = true)
    public List<Review> ofHome(Child child) {
        return repository.ofChild(child.id()).stream()
                .filter(review -> review.householdId().equals(child.householdId()))
                .toList();
    }

    /**
     * Begins one, with a file of its own: those see it to whom the child is theirs, duty only in the place of whoever supervises the home.
     *
     * @return its reference, which comes from here and never from a caller
     */
    public String open(ReviewDay day) {
        Instant now = clock.instant();
        String reference = "REV-%d-%06d".formatted(now.atZone(London.ZONE).getYear(), repository.nextNumber());
        repository.open(reference, day.id(), now);
        files.open(reference, Author.SYSTEM.personId(), day.householdId());
        files.inNoCase(reference);
        files.about(reference, day.childId(), day.householdId());
        files.sent(reference);
        kept.fromTheBeginning(get(reference));
        day.report()
                .ifPresent(report -> record.append(
                        report,
                        NewEntry.now(
                                EntryKind.ACTION,
                                BECAUSE_OF_IT,
                                List.of(new Statement("Reference", reference)),
                                Author.SYSTEM)));
        return reference;
    }

    /** Carers of the home who may read it: they can take something on. */
    @Transactional(readOnly = true)
    public List<Person> carers(String reference) {
        return agency.carersOf(get(reference).householdId()).stream()
                .filter(carer -> access.mayRead(carer.id(), reference))
                .toList();
    }

    /** The report because of which it is looked at sooner, where this person may know of it. */
    @Transactional(readOnly = true)
    public Optional<String> because(String reference, String personId) {
        return get(reference).day().report().filter(report -> access.mayRead(personId, report));
    }

    /**
     * It was looked at together; what an earlier look left to do is in this one.
     *
     * @param wanted the next day; empty for the latest that the house allows
     * @return earlier looks that end with it
     * @throws org.safecontact.engine.FormRefused where a day cannot stand
     */
    public List<String> hold(String reference, List<Finding> findings, Optional<LocalDate> wanted, String by) {
        Review review = turn(reference);
        LocalDate next = days.choose(wanted);
        findings.forEach(finding -> finding.by()
                .ifPresent(day -> days.requireBefore(next, day, finding.topic().id() + "By")));
        add(reference, What.HELD, findings, by);
        Child child = agency.child(review.childId()).orElseThrow();
        days.add(child, next, Because.NEXT, Optional.empty(), by);
        List<String> earlier = repository.ofChild(review.childId()).stream()
                .filter(other -> !other.reference().equals(reference) && !other.isOver())
                .map(Review::reference)
                .toList();
        earlier.forEach(other -> end(other, What.TAKEN_UP, "is in the look that was held now: " + reference));
        return earlier;
    }

    /** What was still to do is done. */
    public void done(String reference, Topic topic, String by) {
        settle(reference, What.DONE, topic, "", by);
    }

    /** It is not to be done after all. */
    public void giveUp(String reference, Topic topic, String why, String by) {
        settle(reference, What.GIVEN_UP, topic, why, by);
    }

    /**
     * It is to be done by another day.
     *
     * @param doer who does it from now on; empty for the same
     * @throws org.safecontact.engine.FormRefused at {@code newBy}, where that is after the next look
     */
    public void anotherDay(String reference, Topic topic, Optional<String> doer, LocalDate day, String by) {
        Review review = turn(reference);
        days.next(review.childId()).ifPresent(next -> days.requireBefore(next, day, "newBy"));
        Finding finding = review.finding(topic).orElseThrow();
        Finding then = finding.with(doer.or(finding::doer).orElseThrow(), day, "");
        add(reference, What.ANOTHER_DAY, List.of(then), by);
    }

    /**
     * The worker of the home has it from now on.
     *
     * @param inTheWay why the carer cannot do it alone; empty where nobody said
     */
    public void withWorker(String reference, Topic topic, String inTheWay, String by) {
        Finding finding = turn(reference).finding(topic).orElseThrow();
        Finding then = finding.with(Finding.WORKER, finding.by().orElseThrow(), inTheWay);
        add(reference, What.WITH_WORKER, List.of(then), by);
    }

    /** Looks with children who do not live any more in the home in which it was; the service lets each end. */
    @Transactional(readOnly = true)
    public List<String> leftBehind() {
        return repository.leftBehind(
                agency.children().stream().collect(Collectors.toMap(Child::id, Child::householdId)));
    }

    /** It was about another home, and is over with it. */
    public void leave(String reference) {
        end(reference, What.MOVED, "ends here: the child does not live in this home any more");
    }

    private void end(String reference, What what, String became) {
        Review review = turn(reference);
        List<Statement> says = review.held().isEmpty()
                ? List.of(new Statement("The look that nobody held", became))
                : review.open().stream()
                        .map(finding -> new Statement(finding.topic().words(), finding.words() + ": " + became))
                        .toList();
        if (!says.isEmpty()) {
            record.append(reference, NewEntry.now(EntryKind.ACTION, OVER, says, Author.SYSTEM));
        }
        add(reference, what, List.of(), Author.SYSTEM.personId());
    }

    private void settle(String reference, What what, Topic topic, String note, String by) {
        Finding finding = turn(reference).finding(topic).orElseThrow();
        add(reference, what, List.of(finding.noted(note)), by);
    }

    private Review turn(String reference) {
        record.takeTurn(reference);
        return get(reference);
    }

    private void add(String reference, What what, List<Finding> findings, String by) {
        int number = get(reference).steps().size() + 1;
        repository.add(reference, new ReviewStep(number, what, findings, by, clock.instant()));
    }
}
