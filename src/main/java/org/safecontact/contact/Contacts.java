package org.safecontact.contact;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.ChildAccess;
import org.safecontact.access.NotYours;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.Person;
import org.safecontact.engine.Authors;
import org.safecontact.incident.RiskQuestions;
import org.safecontact.incident.named.NamedBefore;
import org.safecontact.incident.report.PlanAnswers;
import org.safecontact.plan.ContactNumbers;
import org.safecontact.plan.PlanWords;
import org.safecontact.record.Author;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.EntryKind;
import org.safecontact.record.NewEntry;
import org.safecontact.record.Statement;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Agreed contacts that took place: begun, told, kept with what was agreed that day (docs/adr/0082-agreed-contact.md). */
@Service
@Transactional
public class Contacts {

    /** Heading of what is kept beside the carer's answers. */
    public static final String KEPT = "An agreed contact, compared with what is agreed";

    /** Told by both carers of a home the two times may differ by so much. House default. */
    static final Duration SAME_CONTACT = Duration.ofMinutes(30);

    private final ContactRepository repository;
    private final ContactNumbers numbers;
    private final ContactCheck check;
    private final PlanAnswers agreed;
    private final PlanWords words;
    private final NamedBefore named;
    private final KeptFromContacts away;
    private final CaseFiles files;
    private final ChildAccess access;
    private final CaseRecord record;
    private final Authors authors;
    private final Agency agency;
    private final HumanTime times;
    private final Clock clock;

    Contacts(
            ContactRepository repository,
            ContactNumbers numbers,
            ContactCheck check,
            PlanAnswers agreed,
            PlanWords words,
            NamedBefore named,
            KeptFromContacts away,
            CaseFiles files,
            ChildAccess access,
            CaseRecord record,
            Authors authors,
            Agency agency,
            HumanTime times,
            Clock clock) {
        this.repository = repository;
        this.numbers = numbers;
        this.check = check;
        this.agreed = agreed;
        this.words = words;
        this.named = named;
        this.away = away;
        this.files = files;
        this.access = access;
        this.record = record;
        this.authors = authors;
        this.agency = agency;
        this.times = times;
        this.clock = clock;
    }

    /** Whether this person tells of the child's agreed contacts: a carer of its home, or whoever supervises that. House default. */
    @Transactional(readOnly = true)
    public boolean mayTell(String personId, String childId) {
        return agency.child(childId).map(Child::householdId).map(agency::carersOf).orElse(List.of()).stream()
                        .map(Person::id)
                        .anyMatch(personId::equals)
                || access.mayKeep(personId, childId);
    }

    /** Lets this person begin no other one until the transaction ends: two presses in the same second find the same. */
    public void oneAtATime(String personId) {
        repository.waitForTurn(personId);
    }

    /**
     * Begins one.
     *
     * @return the new reference, {@code CON-<year in England>-<six digits>}; it comes from here and never from a caller
     * @throws NotYours when the child is not of this person's home
     */
    public String begin(String childId, String by) {
        if (!mayTell(by, childId)) {
            throw new NotYours();
        }
        Instant now = clock.instant();
        String reference = numbers.next();
        // Until it is sent it is nobody else's: it may become a report about somebody of the home, or who works for it.
        files.open(reference, by, null);
        files.inNoCase(reference);
        repository.begin(reference, childId, by, now);
        return reference;
    }

    @Transactional(readOnly = true)
    public Contact contact(String reference) {
        return repository.find(reference).orElseThrow(NotYours::new);
    }

    @Transactional(readOnly = true)
    public Compared compare(String childId, Which which, Told told) {
        return check.compare(childId, which, told);
    }

    /** Whether it is one of those that nobody has to read: as agreed, or it did not take place, and nothing about it worries anybody. */
    static boolean isFine(Compared compared, Told told) {
        return !told.worries() && (compared.within() || !told.happened());
    }

    /** What is agreed, in one line. */
    @Transactional(readOnly = true)
    public String agreed(String childId, Which which) {
        return words.line(childId, which.agreed().item());
    }

    /** Keeps what was told, with what was agreed that day. */
    public void keep(String reference, Which which, Told told, Compared compared) {
        Contact contact = contact(reference);
        Instant now = clock.instant();
        List<Contact> same = same(contact, which);
        repository.keep(
                reference,
                new Contact.Kept(
                        which.agreed().number(),
                        which.agreement().personId().orElseThrow(),
                        which.agreement().channel(),
                        which.at(),
                        told.went(),
                        told.there(),
                        told.before(),
                        told.after(),
                        compared.result(),
                        now));
        agreed.keep(reference, contact.childId(), asked(which, told), new PlanAnswers.When(which.at(), true));
        record.append(
                reference,
                new NewEntry(
                        EntryKind.FACT,
                        KEPT,
                        statements(contact, which, compared, same, now),
                        which.at(),
                        now,
                        Author.SYSTEM,
                        null));
    }

    /** It is as agreed: whoever works for the home, and its carers, may read it. */
    public void share(String reference) {
        Contact contact = contact(reference);
        Child child = agency.child(contact.childId()).orElseThrow();
        away.fromTheBeginning(contact);
        files.about(reference, child.id(), child.householdId());
        files.sent(reference);
    }

    /** Nothing was told, or a report has it: what stands here stays with whoever answers for the service. */
    public void putAway(String reference) {
        files.sent(reference);
    }

    /** The same contact, told by somebody else of the home before; both stay. */
    @Transactional(readOnly = true)
    public List<Contact> same(Contact contact, Which which) {
        Instant at = which.at();
        return repository
                .toldBetween(contact.childId(), which.agreed().number(), at.minus(SAME_CONTACT), at.plus(SAME_CONTACT))
                .stream()
                .filter(other -> !other.reference().equals(contact.reference()))
                .filter(other -> mayRead(contact.begunBy(), other))
                .toList();
    }

    /** What was told lately about this child, as far as this person may read it; the newest contact first. */
    @Transactional(readOnly = true)
    public List<Contact> last(String childId, String personId, int most) {
        access.requireRead(personId, childId);
        Set<String> notTold = named.about(childId);
        return repository.toldAbout(childId, most).stream()
                .filter(contact -> contact.report().isEmpty())
                .filter(contact -> contact.begunBy().equals(personId) || !notTold.contains(personId))
                .filter(contact -> mayRead(personId, contact))
                .toList();
    }

    private boolean mayRead(String personId, Contact contact) {
        return contact.begunBy().equals(personId)
                || contact.report().isEmpty()
                        && !files.excluded(contact.reference()).contains(personId);
    }

    private List<Statement> statements(
            Contact contact, Which which, Compared compared, List<Contact> same, Instant now) {
        List<Statement> statements = new ArrayList<>();
        statements.add(new Statement(
                "About", agency.child(contact.childId()).map(Child::label).orElseThrow()));
        statements.add(new Statement("When it was", times.full(which.at())));
        if (Duration.between(which.at(), now).compareTo(agency.length(HouseTime.REPORTED_LATE)) > 0) {
            statements.add(new Statement(
                    "Written later", "Written on " + times.full(now) + " about " + times.full(which.at()) + "."));
        }
        statements.add(new Statement("It is", compared.result().words() + ". " + compared.clause()));
        if (!compared.differs().isEmpty()) {
            statements.add(new Statement("Not as agreed", String.join("; ", compared.differs())));
        }
        same.forEach(other -> statements.add(new Statement(
                "The same contact, also told by", agency.nameOf(other.begunBy()) + ", " + other.reference())));
        return statements;
    }

    private static Map<String, Object> asked(Which which, Told told) {
        return Map.of(
                RiskQuestions.PERSON,
                which.agreement().personId().orElseThrow(),
                RiskQuestions.CHANNEL,
                which.agreement().channel().id(),
                RiskQuestions.THERE,
                ContactCheck.there(which, told).id());
    }
}
