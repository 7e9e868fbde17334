package org.safecontact.plan;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.CourtOrder;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.London;
import org.safecontact.engine.Authors;
import org.safecontact.engine.FormRefused;
import org.safecontact.plan.Plan.Held;
import org.safecontact.plan.PlanItem.Checked;
import org.safecontact.plan.PlanItem.Ended;
import org.safecontact.plan.PlanItem.Order;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.EntryKind;
import org.safecontact.record.NewEntry;
import org.safecontact.record.Statement;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is agreed about each child: entering, checking, reading (docs/adr/0080-plan-register.md). */
@Service
@Transactional
public class PlanRegister {

    /** Heading of what was entered, in the child's file and in its open cases. */
    public static final String CHANGED = "What is agreed has changed";

    /** Heading of what is kept where a second person was to compare what stands no more. */
    public static final String NOTHING_TO_COMPARE = "Nothing is left to compare";

    private static final String NO_SUCH_CHILD = "Please choose the child again.";

    private final PlanRepository repository;
    private final PlanPeople people;
    private final PlanWords words;
    private final EntryRules rules;
    private final CaseFiles files;
    private final CaseRecord record;
    private final Authors authors;
    private final Agency agency;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PlanRegister(
            PlanRepository repository,
            PlanPeople people,
            PlanWords words,
            EntryRules rules,
            CaseFiles files,
            CaseRecord record,
            Authors authors,
            Agency agency,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.people = people;
        this.words = words;
        this.rules = rules;
        this.files = files;
        this.record = record;
        this.authors = authors;
        this.agency = agency;
        this.events = events;
        this.clock = clock;
    }

    /** What is agreed about the child today. */
    @Transactional(readOnly = true)
    public Plan plan(String childId) {
        return plan(childId, today());
    }

    /** What is agreed, as it is known now, about a certain day. */
    @Transactional(readOnly = true)
    public Plan plan(String childId, LocalDate day) {
        List<PlanEntry> folder = agency.ordersOf(childId).stream()
                .map(order -> ofFolder(childId, order))
                .toList();
        return Plan.of(repository.entries(childId), folder, day);
    }

    /** Agreed contact that is over by its own end, for a while (default four weeks). */
    @Transactional(readOnly = true)
    public List<Held> over(String childId) {
        long days = agency.length(HouseTime.OVER_SHOWN).toDays();
        return Plan.over(repository.entries(childId), today().minusDays(days), today());
    }

    /** The entry of that number, as long as it stands, or is over for a while. */
    @Transactional(readOnly = true)
    public Optional<Held> standingOrOver(String childId, int number) {
        return plan(childId)
                .entry(number)
                .or(() -> over(childId).stream()
                        .filter(held -> held.number() == number)
                        .findFirst());
    }

    /** The child's file; empty as long as nothing was ever entered. */
    @Transactional(readOnly = true)
    public Optional<String> reference(String childId) {
        return repository.reference(childId);
    }

    /** The child of a file. */
    @Transactional(readOnly = true)
    public Child childOf(String reference) {
        return repository.childOf(reference).flatMap(agency::child).orElseThrow();
    }

    /** @return the child's file, opened where there was none; others who would enter wait until the caller's transaction has ended */
    public String open(String childId, String by) {
        Child child = agency.child(childId).orElseThrow(() -> new FormRefused("", NO_SUCH_CHILD));
        if (repository.reference(childId).isEmpty()) {
            Instant now = clock.instant();
            String reference =
                    "PLN-%d-%06d".formatted(now.atZone(London.ZONE).getYear(), repository.nextNumberOfFiles());
            if (repository.open(childId, reference, by, now)) {
                files.open(reference, by, child.householdId());
                files.about(reference, childId, child.householdId());
                files.sent(reference);
                // Duty, who sees what is open, reads it because of a case.
                files.inNoCase(reference);
                events.publishEvent(new PlanOpened(childId));
            }
        }
        String reference = repository.reference(childId).orElseThrow();
        record.takeTurn(reference);
        return reference;
    }

    /**
     * Enters something. It counts once it is confirmed, an order once it is checked as well.
     *
     * @return its number, the new version
     * @throws FormRefused when it cannot stand: at the field, in plain words
     */
    public int enter(String childId, NewPlanEntry wanted, String by) {
        String reference = open(childId, by);
        Plan before = plan(childId);
        rules.requireSense(childId, before, wanted);
        return add(childId, reference, before.version() + 1, wanted, by);
    }

    /**
     * A second person has compared an order, or the end of one, with the document.
     *
     * @param differs what is different, when it does not match
     * @return whether it goes on: false where it is to be entered anew; what stands no more needs no comparing
     */
    public boolean check(String childId, int number, boolean matches, String differs, String by) {
        String reference = open(childId, by);
        Plan before = plan(childId);
        Optional<PlanEntry> entry = before.entry(number).map(Held::entry);
        if (entry.isEmpty()) {
            List<Statement> gone = List.of(new Statement("Stands no more", "entry " + number));
            record.append(reference, NewEntry.now(EntryKind.ACTION, NOTHING_TO_COMPARE, gone, authors.of(by)));
            return true;
        }
        if (entry.get().enteredBy().equals(by)) {
            throw new FormRefused("matches", "You entered this. Somebody else has to compare it with the document.");
        }
        Checked checked = new Checked(number, matches, differs);
        add(
                childId,
                reference,
                before.version() + 1,
                new NewPlanEntry(checked, Optional.empty(), Optional.empty()),
                by);
        return matches;
    }

    /** Whether a second person has yet to compare that entry with its document. */
    @Transactional(readOnly = true)
    public boolean isToBeChecked(String childId, int number) {
        Plan plan = plan(childId);
        Optional<PlanItem> item = plan.entry(number).map(Held::item);
        return item.filter(Order.class::isInstance).isPresent()
                || item.filter(Ended.class::isInstance)
                        .flatMap(ended -> plan.entry(((Ended) ended).entry()))
                        .filter(held -> held.item() instanceof Order)
                        .isPresent();
    }

    /** What a second person found different in that entry; empty when nothing was. */
    @Transactional(readOnly = true)
    public Optional<String> differs(String childId, int number) {
        return repository.entries(childId).stream()
                .map(PlanEntry::item)
                .filter(item -> item instanceof Checked checked && checked.entry() == number && !checked.matches())
                .map(item -> ((Checked) item).differs())
                .reduce((earlier, later) -> later);
    }

    /** The entry of that number as it was entered, whether it stands or not. */
    @Transactional(readOnly = true)
    public Optional<PlanEntry> entered(String childId, int number) {
        return repository.entries(childId).stream()
                .filter(entry -> entry.number() == number)
                .findFirst();
    }

    /** Somebody has read this version. */
    public void acknowledge(String childId, String personId, int version) {
        acknowledge(childId, personId, version, "");
    }

    /** The same with what stood beside it, by the name of that. */
    void acknowledge(String childId, String personId, int version, String beside) {
        repository.acknowledged(childId, personId, version, beside, clock.instant());
    }

    /** The newest version that this person has read; 0 when none. */
    @Transactional(readOnly = true)
    public int readBy(String childId, String personId) {
        return repository.acknowledged(childId, personId);
    }

    /** When each person read what has that name beside what is agreed, by their id; the first time counts. */
    @Transactional(readOnly = true)
    public Map<String, Instant> readBeside(String childId, String beside) {
        return repository.readBeside(childId, beside);
    }

    private int add(String childId, String reference, int number, NewPlanEntry wanted, String by) {
        PlanEntry added =
                new PlanEntry(number, wanted.item(), wanted.replaces(), wanted.confirmed(), by, clock.instant());
        repository.add(childId, added);
        Plan after = plan(childId);
        List<Statement> says = new ArrayList<>();
        says.add(new Statement("Version", number + " (" + reference + ")"));
        says.add(new Statement(
                "Entered",
                after.entry(number)
                        .map(held -> words.sentence(childId, held))
                        .orElseGet(() -> words.line(childId, wanted.item()))));
        wanted.replaces().ifPresent(old -> says.add(new Statement("In the place of", "entry " + old)));
        NewEntry entry = NewEntry.now(EntryKind.ACTION, CHANGED, says, authors.of(by));
        record.append(reference, entry);
        NewEntry copy = entry.copied(agency.nameOf(by));
        files.openAbout(childId).forEach(open -> record.append(open, copy));
        events.publishEvent(new PlanEntered(childId, reference, added));
        return number;
    }

    private PlanEntry ofFolder(String childId, CourtOrder order) {
        Order item = new Order(
                "Court order",
                order.madeOn(),
                order.until(),
                Optional.empty(),
                "",
                people.called(childId, order.person()).map(PlanPerson::id),
                order.contactBarred(),
                order.says());
        return new PlanEntry(0, item, Optional.empty(), Optional.empty(), "", clock.instant());
    }

    private LocalDate today() {
        return clock.instant().atZone(London.ZONE).toLocalDate();
    }
}
