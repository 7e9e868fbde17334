package org.safecontact.restriction;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.London;
import org.safecontact.engine.Authors;
import org.safecontact.engine.Decided;
import org.safecontact.engine.FormRefused;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.RiskLevel;
import org.safecontact.plan.Subject;
import org.safecontact.record.Author;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.EntryKind;
import org.safecontact.record.NewEntry;
import org.safecontact.record.Statement;
import org.safecontact.restriction.Answer.Follows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Limits on phone or apps, from being asked for or made to being over (policy, sections 4, 7, 10; domain brief, DMN-5). */
@Service
@Transactional
public class Restrictions {

    /** Heading of what the table said. */
    public static final String TABLE_SAID = "What may be limited now";

    /** Heading of the entry that its own end left. */
    public static final String LAPSED = "The limit has ended by itself";

    private static final String IN_CASE = "A limit on phone or apps";

    private final RestrictionRepository repository;
    private final RestrictionTable table;
    private final RestrictionWords words;
    private final LimitDates dates;
    private final KeptAway keptAway;
    private final CaseFiles files;
    private final CaseRecord record;
    private final Authors authors;
    private final Incidents incidents;
    private final Agency agency;
    private final Clock clock;

    Restrictions(
            RestrictionRepository repository,
            RestrictionTable table,
            RestrictionWords words,
            LimitDates dates,
            KeptAway keptAway,
            CaseFiles files,
            CaseRecord record,
            Authors authors,
            Incidents incidents,
            Agency agency,
            Clock clock) {
        this.repository = repository;
        this.table = table;
        this.words = words;
        this.dates = dates;
        this.keptAway = keptAway;
        this.files = files;
        this.record = record;
        this.authors = authors;
        this.incidents = incidents;
        this.agency = agency;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Restriction get(String reference) {
        return repository.find(reference).orElseThrow();
    }

    @Transactional(readOnly = true)
    public Optional<Restriction> find(String reference) {
        return repository.find(reference);
    }

    /** Those that were made in a case. */
    @Transactional(readOnly = true)
    public List<Restriction> ofCase(String caseReference) {
        return repository.ofCase(caseReference);
    }

    /** Whether that belongs to it, as the table says. */
    @Transactional(readOnly = true)
    public boolean needs(String reference, Need need) {
        return get(reference).answer().filter(answer -> answer.needs(need)).isPresent();
    }

    /** The end of what is never to run: see {@link Terms}. */
    @Transactional(readOnly = true)
    public Instant shortestEnd(Instant from) {
        return dates.longest(from, HouseTime.EMERGENCY_LIMIT);
    }

    @Transactional(readOnly = true)
    public Child childOf(String reference) {
        return agency.child(get(reference).childId()).orElseThrow();
    }

    /** Lets nobody else begin one for this child until the transaction ends. */
    public void oneAtATime(String childId) {
        incidents.oneAtATime(childId);
    }

    /**
     * @param caseReference the case in which it is made; empty where there is none
     * @return its reference; it is shown in no list of cases, and may be read by whoever may read what is about the child
     */
    public String open(String childId, Optional<String> caseReference, String by) {
        Child child = agency.child(childId).orElseThrow(() -> new FormRefused("", "Please choose the child again."));
        Instant now = clock.instant();
        String reference = "RES-%d-%06d".formatted(now.atZone(London.ZONE).getYear(), repository.nextNumber());
        repository.open(reference, childId, caseReference, by, now);
        files.open(reference, by, child.householdId());
        files.about(reference, childId, child.householdId());
        files.sent(reference);
        keptAway.fromTheBeginning(get(reference));
        return reference;
    }

    /**
     * A phone was taken in a case because of danger: it is limited from then, with the longest end that the house allows, until whoever took it
     * writes the rest.
     *
     * @return empty where one runs already that was taken in this case
     */
    public Optional<String> take(String caseReference, Instant takenAt, String by) {
        String childId = incidents.get(caseReference).childId().orElseThrow();
        oneAtATime(childId);
        if (repository.ofCase(caseReference).stream().anyMatch(Restriction::runs)) {
            return Optional.empty();
        }
        String reference = open(childId, Optional.of(caseReference), by);
        Instant end = dates.longest(takenAt, HouseTime.EMERGENCY_LIMIT);
        Terms terms = new Terms(
                Kind.REMOVAL,
                Subject.PHONE,
                "the phone",
                "",
                List.of(),
                "",
                "",
                Optional.of(takenAt),
                end,
                Optional.of(dates.review(takenAt, agency.length(HouseTime.PHONE_TAKEN), end, Optional.empty())),
                Lifts.SUPERVISING_SOCIAL_WORKER,
                words.becauseOfDanger());
        urgent(reference);
        add(reference, Step.What.TAKEN, Optional.empty(), Optional.of(terms), Optional.empty(), by);
        inItsCase(reference, "has begun", by);
        return Optional.of(reference);
    }

    /**
     * Whoever asks for it, or made it, says what, why and until when.
     *
     * @throws FormRefused where it has no end that can stand
     */
    public void write(String reference, Asked asked, Terms wanted, String by) {
        record.takeTurn(reference);
        Instant from = wanted.from().orElse(clock.instant());
        boolean evidence = !asked.evidence().equals(Asked.NO) && wanted.kind() == Kind.REMOVAL;
        if (asked.inDanger()) {
            dates.requireEnd(
                    wanted.until(),
                    from,
                    HouseTime.EMERGENCY_LIMIT,
                    "Because of danger now it lasts for the least time; a manager can say more. Please choose");
        } else if (evidence) {
            dates.requireEnd(
                    wanted.until(),
                    from,
                    HouseTime.RATIFIED_LIMIT,
                    "Until the police have said what to do, a short time is enough. Please choose");
        } else {
            dates.requireEnd(
                    wanted.until(),
                    from,
                    HouseTime.LONGEST_LIMIT,
                    "Nothing is limited for longer without new reasons. Please choose");
        }
        add(reference, Step.What.WRITTEN, Optional.of(asked), Optional.of(wanted), Optional.empty(), by);
    }

    /** The table says what follows; that and why stands in the record. */
    public Follows decide(String reference) {
        record.takeTurn(reference);
        Restriction written = get(reference);
        Asked asked = written.asked().orElseThrow();
        Terms wanted = written.terms().orElseThrow();
        Decided<Answer> decided = table.ask(written, asked, wanted);
        Answer answer = decided.answer();
        Follows follows = answer.follows(written.wasMade());
        Optional<Terms> terms = follows == Follows.NOW ? Optional.of(running(wanted, answer)) : Optional.empty();
        if (answer.temporary()) {
            urgent(reference);
        }
        List<Statement> says = new ArrayList<>();
        says.add(new Statement("What is wanted", wanted.kind().words() + ": " + wanted.what()));
        says.add(new Statement("Answer", words.answer(answer, written.wasMade())));
        says.add(new Statement("What belongs to it", String.join(" ", words.needs(answer))));
        says.addAll(decided.by().statements());
        record.append(reference, NewEntry.now(EntryKind.DECISION, TABLE_SAID, says, Author.SYSTEM));
        add(reference, Step.What.DECIDED, Optional.empty(), terms, Optional.of(answer), Author.SYSTEM.personId());
        if (follows == Follows.NO) {
            closeUnlessToBeReturned(reference);
        }
        return follows;
    }

    private Terms running(Terms wanted, Answer answer) {
        Instant from = wanted.from().orElse(clock.instant());
        String by = answer.temporary() ? words.becauseOfDanger() : "the plan: the carer decides this";
        return wanted.running(
                from, wanted.until(), dates.review(from, answer.reviewAfter(), wanted.until(), Optional.empty()), by);
    }

    /**
     * The authority agrees.
     *
     * @param authorised who did, when and how
     * @param reviewOn an earlier day than the table's to look at it again
     */
    public void agree(String reference, String authorised, Instant until, Optional<LocalDate> reviewOn, String by) {
        Instant now = clock.instant();
        dates.requireEnd(
                until,
                now,
                HouseTime.LONGEST_LIMIT,
                "Nothing is limited for longer without new reasons. Please choose");
        goesOn(reference, Step.What.AGREED, terms(reference), until, reviewOn, authorised, by);
        inItsCase(reference, "has begun", by);
    }

    public void notAgreed(String reference, String by) {
        add(reference, Step.What.NOT_AGREED, by);
        closeUnlessToBeReturned(reference);
    }

    /** A registered manager has looked at it, and it stands until then. */
    public void ratify(String reference, Instant until, String by) {
        Terms terms = terms(reference);
        dates.requireEnd(
                until,
                terms.from().orElseThrow(),
                HouseTime.RATIFIED_LIMIT,
                "For longer, the authority agrees first. Please choose");
        goesOn(reference, Step.What.RATIFIED, terms, until, Optional.empty(), agency.nameOf(by), by);
    }

    /**
     * It goes on as it is, for new reasons.
     *
     * @throws FormRefused where they are those of an earlier time
     */
    public void keep(
            String reference,
            String reasons,
            String views,
            String authorised,
            Instant until,
            Optional<LocalDate> reviewOn,
            String by) {
        requireNew(reference, reasons);
        requireEndOfNext(until);
        goesOn(reference, Step.What.KEPT, terms(reference).because(reasons, views), until, reviewOn, authorised, by);
    }

    /** Less of it goes on. */
    public void lighter(
            String reference,
            Kind kind,
            String what,
            String views,
            Instant until,
            Optional<LocalDate> reviewOn,
            String by) {
        requireEndOfNext(until);
        Terms terms = terms(reference);
        goesOn(
                reference,
                Step.What.LIGHTER,
                terms.lighter(kind, what).because(terms.aim(), views),
                until,
                reviewOn,
                terms.authorised(),
                by);
    }

    private void requireEndOfNext(Instant until) {
        dates.requireEnd(
                until,
                clock.instant(),
                HouseTime.LONGEST_LIMIT,
                "Nothing is limited for longer without new reasons. Please choose");
    }

    public void lift(String reference, String by) {
        add(reference, Step.What.LIFTED, by);
        inItsCase(reference, "was lifted", by);
    }

    /** Its end has come; does nothing where it is over already. */
    public void lapse(String reference) {
        record.takeTurn(reference);
        if (!get(reference).runs()) {
            return;
        }
        add(reference, Step.What.LAPSED, Author.SYSTEM.personId());
        record.append(
                reference,
                NewEntry.now(
                        EntryKind.ACTION,
                        LAPSED,
                        List.of(new Statement("What", words.line(get(reference)))),
                        Author.SYSTEM));
        inItsCase(reference, "has ended by itself", Author.SYSTEM.personId());
    }

    /** Nothing was limited after all. */
    public void nothing(String reference, String by) {
        add(reference, Step.What.NOTHING, by);
        files.close(reference);
    }

    /** The device was given back, or what was set is undone, and somebody talked with the child. */
    public void returned(String reference, String by) {
        add(reference, Step.What.RETURNED, by);
        inItsCase(reference, "is undone, and somebody talked with the child", by);
        files.close(reference);
    }

    private void goesOn(
            String reference,
            Step.What what,
            Terms terms,
            Instant until,
            Optional<LocalDate> reviewOn,
            String authorised,
            String by) {
        Instant now = clock.instant();
        Answer answer = get(reference).answer().orElseThrow();
        Instant review = dates.review(now, answer.reviewAfter(), until, reviewOn);
        add(
                reference,
                what,
                Optional.empty(),
                Optional.of(terms.running(now, until, review, authorised)),
                Optional.empty(),
                by);
    }

    /** House rule: what was a reason last time is none for going on. */
    private void requireNew(String reference, String reasons) {
        boolean old = get(reference).steps().stream()
                .flatMap(step -> step.terms().stream())
                .anyMatch(terms -> same(terms.aim(), reasons));
        if (old) {
            throw new FormRefused(
                    "newReasons",
                    "These are the reasons of an earlier time. What is new? If nothing is, please lift it or make it lighter.");
        }
    }

    private static boolean same(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.UK).replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    private Terms terms(String reference) {
        record.takeTurn(reference);
        return get(reference).terms().orElseThrow();
    }

    private void closeUnlessToBeReturned(String reference) {
        if (!get(reference).wasMade()) {
            files.close(reference);
        }
    }

    /** What was made because of danger is looked at as fast as what is HIGH. */
    private void urgent(String reference) {
        files.urgency(reference, RiskLevel.HIGH.urgency());
    }

    private void inItsCase(String reference, String became, String by) {
        Restriction restriction = get(reference);
        restriction
                .caseReference()
                .filter(caseReference -> !incidents.get(caseReference).state().isOver())
                .ifPresent(caseReference -> record.append(
                        caseReference,
                        NewEntry.now(
                                EntryKind.ACTION,
                                IN_CASE + " " + became,
                                List.of(
                                        new Statement("Reference", reference),
                                        new Statement("What", words.line(restriction))),
                                authors.of(by))));
    }

    private void add(String reference, Step.What what, String by) {
        record.takeTurn(reference);
        add(reference, what, Optional.empty(), Optional.empty(), Optional.empty(), by);
    }

    private void add(
            String reference,
            Step.What what,
            Optional<Asked> asked,
            Optional<Terms> terms,
            Optional<Answer> answer,
            String by) {
        int number = get(reference).steps().size() + 1;
        repository.add(reference, new Step(number, what, asked, terms, answer, by, clock.instant()));
    }
}
