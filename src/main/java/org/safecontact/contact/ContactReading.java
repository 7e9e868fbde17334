package org.safecontact.contact;

import java.util.List;
import java.util.Optional;
import org.safecontact.access.ChildAccess;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.safecontact.engine.KeptLooks;
import org.safecontact.plan.PlanItem.Agreement;
import org.safecontact.plan.PlanRegister;
import org.safecontact.plan.PlanWords;
import org.safecontact.plan.Supervision;
import org.safecontact.record.Statement;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Agreed contacts for whoever may read of them: what is agreed before one, and what was told lately. */
@Service
@Transactional
public class ContactReading {

    /** Heading of the entry that keeps a reading by duty (practice, section 1). */
    public static final String READ_ON_DUTY = "Agreed contacts were read on duty";

    /** House default: a year of weekly contact. */
    private static final int MOST = 60;

    private final Contacts contacts;
    private final ContactWords words;
    private final PlanRegister register;
    private final PlanWords planWords;
    private final ChildAccess access;
    private final KeptLooks looks;
    private final Agency agency;
    private final HumanTime times;

    ContactReading(
            Contacts contacts,
            ContactWords words,
            PlanRegister register,
            PlanWords planWords,
            ChildAccess access,
            KeptLooks looks,
            Agency agency,
            HumanTime times) {
        this.contacts = contacts;
        this.words = words;
        this.register = register;
        this.planWords = planWords;
        this.access = access;
        this.looks = looks;
        this.agency = agency;
        this.times = times;
    }

    /**
     * A child and what is agreed for it.
     *
     * @param agreed in one sentence each
     * @param mayTell whether this person tells of its contacts
     */
    public record OfChild(Child child, List<Agreed> agreed, boolean mayTell) {}

    /** @param mark why it does not count; empty where it does */
    public record Agreed(String words, String mark) {}

    /**
     * A contact as it was told.
     *
     * @param record whether this person may read its record
     */
    public record Line(
            String reference,
            String what,
            String when,
            String went,
            String there,
            String child,
            String by,
            boolean record) {}

    /**
     * What is to be read of contact with one child.
     *
     * @param about the child, and what is agreed
     * @param last how it went, the newest first
     */
    public record Page(OfChild about, List<Line> last) {}

    /** The children of whom this person may read; duty, who reads because of a case, comes from the page of what is agreed. */
    @Transactional(readOnly = true)
    public List<OfChild> children(String personId) {
        return access.readable(personId).stream()
                .filter(child -> access.becauseOf(personId, child.id()).isEmpty())
                .map(child -> of(child, personId))
                .toList();
    }

    /** @throws org.safecontact.access.NotYours when it is not this person's to read */
    public Page read(String childId, String personId) {
        access.requireRead(personId, childId);
        Child child = agency.child(childId).orElseThrow();
        Optional<String> because = access.becauseOf(personId, childId);
        because.ifPresent(reference -> looks.once(
                reference,
                READ_ON_DUTY,
                List.of(new Statement("Who", agency.nameOf(personId)), new Statement("About", child.label())),
                personId));
        boolean worker = agency.person(personId)
                .filter((Person known) -> known.is(Role.CARER))
                .isEmpty();
        return new Page(
                of(child, personId),
                contacts.last(childId, personId, MOST).stream()
                        .map(contact -> line(contact, worker && because.isEmpty()))
                        .toList());
    }

    private OfChild of(Child child, String personId) {
        List<Agreed> agreed = register.plan(child.id()).entries().stream()
                .filter(held -> held.item() instanceof Agreement)
                .map(held -> new Agreed(
                        planWords.line(child.id(), held.item()), held.standing().words()))
                .toList();
        return new OfChild(child, agreed, contacts.mayTell(personId, child.id()));
    }

    private Line line(Contact contact, boolean record) {
        Contact.Kept kept = contact.kept().orElseThrow();
        return new Line(
                contact.reference(),
                words.person(contact.childId(), kept.personId()) + ", "
                        + kept.channel().words(),
                times.full(kept.happenedAt()),
                kept.went().words(),
                kept.there().map(ContactReading::there).orElse(""),
                "before: " + kept.before().words() + "; afterwards: "
                        + kept.after().words(),
                agency.nameOf(contact.begunBy()),
                record);
    }

    private static String there(Supervision there) {
        return switch (there) {
            case IN_THE_ROOM -> "a carer in the room";
            case NEARBY -> "a carer near enough to hear";
            case CONTACT_WORKER -> "a contact worker";
            case NOBODY -> "nobody with them";
        };
    }
}
