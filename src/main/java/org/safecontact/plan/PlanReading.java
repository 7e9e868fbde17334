package org.safecontact.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safecontact.access.ChildAccess;
import org.safecontact.access.NotYours;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.safecontact.engine.Authors;
import org.safecontact.engine.KeptLooks;
import org.safecontact.plan.Plan.Held;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.EntryKind;
import org.safecontact.record.NewEntry;
import org.safecontact.record.Statement;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is agreed, for whoever may read it; that duty read it stands in the record of the case because of which it did (practice, section 1). */
@Service
@Transactional
public class PlanReading {

    /** Heading of the entry that keeps a reading by duty. */
    public static final String READ_ON_DUTY = "What is agreed was read on duty";

    /** Heading of the entry that keeps that a carer has read it. */
    public static final String READ = "What is agreed was read";

    private final PlanRegister register;
    private final PlanReaders readers;
    private final PlanWords words;
    private final ChildAccess access;
    private final KeptLooks looks;
    private final CaseRecord record;
    private final Authors authors;
    private final Agency agency;
    private final List<AlsoAgreed> also;

    PlanReading(
            PlanRegister register,
            PlanReaders readers,
            PlanWords words,
            ChildAccess access,
            KeptLooks looks,
            CaseRecord record,
            Authors authors,
            Agency agency,
            List<AlsoAgreed> also) {
        this.register = register;
        this.readers = readers;
        this.words = words;
        this.access = access;
        this.looks = looks;
        this.record = record;
        this.authors = authors;
        this.agency = agency;
        this.also = also;
    }

    /**
     * An entry as people read it.
     *
     * @param number of the entry; 0 for what the agency's folder says
     * @param mark why nobody may go by it now, a sentence; empty where they may
     */
    public record Line(int number, String words, List<String> details, String mark) {}

    /** What stands under one heading. */
    public record Part(String heading, List<Line> lines) {}

    /**
     * What another room adds, and the page that has all of it.
     *
     * @param none what stands there where nothing of it holds now; empty where something does
     * @param path empty where there is no such page
     * @param more what the way to that page says
     */
    public record Also(Part part, String none, String path, String more) {}

    /**
     * A carer of the home and what they have read last.
     *
     * @param unread what of that they have yet to read, where they have read the version
     * @param mark names what stands for them now, see {@link PlanReaders#mark}
     * @param haveRead what they say when they have read it
     */
    public record Reader(String name, int version, boolean upToDate, String unread, String mark, String haveRead) {}

    /**
     * @param reference of the child's file; empty where nothing was ever entered
     * @param missing what belongs here and is not there yet, each a sentence
     * @param also what else holds, beside what was agreed
     * @param readers carers of the home who have something to read, for whoever works for it; for a carer that carer alone
     * @param mayKeep whether this person enters what is agreed
     * @param because the open case because of which duty reads it; empty for everybody whose own work it is
     */
    public record Page(
            Child child,
            int version,
            Optional<String> reference,
            List<Part> parts,
            List<String> missing,
            List<Also> also,
            List<Reader> readers,
            boolean worker,
            boolean mayKeep,
            Optional<String> because) {}

    /** The children whose page this person may open. */
    @Transactional(readOnly = true)
    public List<Child> children(String personId) {
        return access.readable(personId);
    }

    /** @throws NotYours when it is not this person's to read */
    public Page read(String childId, String personId) {
        access.requireRead(personId, childId);
        Child child = agency.child(childId).orElseThrow();
        Plan plan = register.plan(childId);
        boolean carer =
                agency.person(personId).filter(known -> known.is(Role.CARER)).isPresent();
        Optional<String> because = access.becauseOf(personId, childId);
        because.ifPresent(reference -> keepTheLook(reference, child, plan.version(), personId));
        return new Page(
                child,
                plan.version(),
                register.reference(childId),
                parts(childId, plan),
                NotWrittenYet.of(plan),
                also.stream()
                        .map(each -> new Also(
                                each.about(childId, personId),
                                each.none(childId, personId),
                                each.path(childId),
                                each.more()))
                        .toList(),
                readers(child, carer ? Optional.of(personId) : Optional.empty()),
                !carer,
                access.mayKeep(personId, childId),
                because);
    }

    /**
     * A carer of the home says on the page that they have read it; where anything else stands by now, it is read anew.
     *
     * @throws NotYours when it is not this person's to read, or not their home's
     */
    public void haveRead(String childId, String personId, String mark) {
        access.requireRead(personId, childId);
        Child child = agency.child(childId).orElseThrow();
        if (agency.carersOf(child.householdId()).stream().map(Person::id).noneMatch(personId::equals)) {
            throw new NotYours();
        }
        String reference = register.reference(childId).orElseThrow(NotYours::new);
        record.takeTurn(reference);
        if (!mark.equals(readers.mark(childId, personId)) || readers.hasRead(childId, personId)) {
            return;
        }
        readers.acknowledge(childId, personId, mark);
        List<Statement> read = new ArrayList<>();
        read.add(new Statement("Version", String.valueOf(register.plan(childId).version())));
        read.addAll(beside(childId, personId));
        record.append(reference, NewEntry.now(EntryKind.ACTION, READ, read, authors.of(personId)));
    }

    private List<Statement> beside(String childId, String personId) {
        return readers.beside(childId, personId).stream()
                .map(part -> new Statement(
                        "Beside it", part.heading() + ": " + part.lines().get(0).words()))
                .toList();
    }

    private List<Reader> readers(Child child, Optional<String> only) {
        return agency.carersOf(child.householdId()).stream()
                .filter(carer -> only.isEmpty() || only.get().equals(carer.id()))
                .filter(carer -> readers.isThere(child.id(), carer.id()))
                .map(carer -> new Reader(
                        carer.name(),
                        register.readBy(child.id(), carer.id()),
                        readers.hasRead(child.id(), carer.id()),
                        readers.hasReadBeside(child.id(), carer.id()) ? "what is over" : "the Safer Care Plan",
                        readers.mark(child.id(), carer.id()),
                        "I have read it" + readers.signs(child.id(), carer.id())))
                .toList();
    }

    private List<Part> parts(String childId, Plan plan) {
        List<Part> parts = new ArrayList<>();
        add(parts, childId, plan, "Agreed contact", PlanItem.Agreement.class);
        List<Line> over = readers.over(childId).stream()
                .flatMap(part -> part.lines().stream())
                .toList();
        if (!over.isEmpty()) {
            parts.add(new Part(PlanReaders.NO_LONGER, over));
        }
        add(parts, childId, plan, "No contact", PlanItem.Refusal.class);
        add(parts, childId, plan, "Court orders", PlanItem.Order.class);
        add(parts, childId, plan, "Who decides what", PlanItem.Delegation.class);
        add(parts, childId, plan, "What the child may do alone", PlanItem.Alone.class);
        add(parts, childId, plan, "The plans it rests on", PlanItem.Document.class);
        add(parts, childId, plan, "About to end", PlanItem.Ended.class);
        return parts;
    }

    private void add(List<Part> parts, String childId, Plan plan, String heading, Class<? extends PlanItem> kind) {
        List<Line> lines = plan.entries().stream()
                .filter(held -> kind.isInstance(held.item()))
                .map(held -> line(childId, plan, held))
                .toList();
        if (!lines.isEmpty()) {
            parts.add(new Part(heading, lines));
        }
    }

    private Line line(String childId, Plan plan, Held held) {
        List<String> details = new ArrayList<>(words.details(held));
        boolean ahead = held.standing() == Standing.NOT_YET;
        if (ahead) {
            details.add(0, held.mark());
        }
        // What only lies ahead is no reason to ask anybody.
        return new Line(
                held.number(), words.line(childId, held.item()), details, ahead ? "" : words.mark(childId, plan, held));
    }

    private void keepTheLook(String reference, Child child, int version, String personId) {
        List<Statement> look = new ArrayList<>();
        look.add(new Statement("Who", agency.nameOf(personId)));
        look.add(new Statement("About", child.label()));
        look.add(new Statement("Version", String.valueOf(version)));
        look.addAll(beside(child.id(), personId));
        looks.once(reference, READ_ON_DUTY, look, personId);
    }
}
