package org.safecontact.restriction;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.PlainWords;
import org.safecontact.engine.FormRefused;
import org.safecontact.incident.NotAllowed;
import org.safecontact.record.Author;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.EntryKind;
import org.safecontact.record.NewEntry;
import org.safecontact.record.Statement;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people decide about a limit after the table, until it is over and undone (NMS 9.4; policy, section 10). */
@Service
@Transactional
public class LimitDecisions {

    /** Heading of what whoever writes it down says. */
    public static final String WRITTEN = "A limit on phone or apps, as it was written down";

    /** Heading of what a manager says of what was limited because of danger. */
    public static final String RATIFIED = "A manager looked at what was limited because of danger";

    /** Heading of what whoever looks at it again says. */
    public static final String LOOKED_AT = "The limit was looked at again";

    /** Heading of the entry that its own end left. */
    public static final String LAPSED = "The limit has ended by itself";

    /** Heading of the entry that is left where nobody decided before its end. */
    public static final String NOT_DECIDED = "Nobody decided about the limit before its end: nothing is limited";

    private final RestrictionTable table;
    private final RestrictionWords words;
    private final LimitSteps steps;
    private final LimitDates dates;
    private final LimitPeople people;
    private final CaseFiles files;
    private final CaseRecord record;
    private final Agency agency;
    private final Clock clock;

    LimitDecisions(
            RestrictionTable table,
            RestrictionWords words,
            LimitSteps steps,
            LimitDates dates,
            LimitPeople people,
            CaseFiles files,
            CaseRecord record,
            Agency agency,
            Clock clock) {
        this.table = table;
        this.words = words;
        this.steps = steps;
        this.dates = dates;
        this.people = people;
        this.files = files;
        this.record = record;
        this.agency = agency;
        this.clock = clock;
    }

    /**
     * Until when something goes on.
     *
     * @param reviewOn an earlier day than the table's to look at it again
     */
    public record Span(Instant until, Optional<LocalDate> reviewOn) {}

    /**
     * @param authorised who at the authority agreed, when and how
     * @throws NotAllowed when its time was over before anybody decided
     */
    public void agree(String reference, String authorised, Span span, String by) {
        Restriction asked = steps.turn(reference);
        if (!asked.terms().orElseThrow().end().isAfter(clock.instant())) {
            throw new NotAllowed(
                    "The time for which this was asked is over, and nothing was limited. If it is still needed, please ask for it anew.");
        }
        requireEnd(span);
        goesOn(
                reference,
                Step.What.AGREED,
                asked.terms().orElseThrow(),
                asked.answer().orElseThrow(),
                span,
                authorised,
                by);
    }

    public void notAgreed(String reference, String by) {
        steps.add(reference, Step.What.NOT_AGREED, by);
        files.close(reference);
    }

    /**
     * A registered manager has looked at it, and it stands until then.
     *
     * @param said what the child says about it now; empty where nobody could ask: what it said before is read on
     * @throws NotAllowed when that is not this person's to decide
     */
    public void ratify(String reference, Instant until, Optional<String> said, String by) {
        Restriction made = steps.turn(reference);
        if (!people.mayRatify(by, reference)) {
            throw new NotAllowed("A registered manager looks at this. Please leave it to them.");
        }
        LimitTerms terms = made.terms().orElseThrow();
        dates.requireEnd(
                until,
                terms.from().orElseThrow(),
                dates.longest(terms.from().orElseThrow(), HouseTime.RATIFIED_LIMIT),
                "For longer, the authority agrees first. Please choose");
        goesOn(
                reference,
                Step.What.RATIFIED,
                said.map(views -> terms.because(terms.aim(), views)).orElse(terms),
                made.answer().orElseThrow(),
                new Span(until, Optional.empty()),
                agency.nameOf(by),
                by);
    }

    /**
     * It goes on as it is, for new reasons.
     *
     * @throws FormRefused where they are those of an earlier time
     */
    public void keep(String reference, String reasons, String views, String authorised, Span span, String by) {
        Restriction runs = steps.turn(reference);
        boolean old = runs.steps().stream()
                .flatMap(step -> step.terms().stream())
                .anyMatch(terms -> PlainWords.of(terms.aim()).equals(PlainWords.of(reasons)));
        if (old) {
            throw new FormRefused(
                    "newReasons",
                    "These are the reasons of an earlier time. What is new? If nothing is, please lift it or make it lighter.");
        }
        requireEnd(span);
        afterwards(runs, Step.What.KEPT, runs.terms().orElseThrow().because(reasons, views), span, authorised, by);
    }

    /**
     * Less of it goes on, until no later than it would anyway.
     *
     * @throws FormRefused at the kind that is not less, or at the end that is later: that takes new reasons, or is asked for as a limit of
     *     its own
     */
    public void lighter(String reference, Kind kind, String what, String views, Span span, String by) {
        Restriction runs = steps.turn(reference);
        LimitTerms terms = runs.terms().orElseThrow();
        if (!terms.kind().orLess().contains(kind)) {
            throw new FormRefused(
                    "lighterKind",
                    "That is not less of what is limited now. Please choose something else here, or ask for it as a new limit.");
        }
        dates.requireNoLater(span.until(), terms.end());
        requireEnd(span);
        LimitTerms less = terms.lighter(kind, what).because(terms.aim(), views);
        afterwards(runs, Step.What.LIGHTER, less, span, terms.authorised(), by);
    }

    /** @throws NotAllowed when that is not this person's to decide */
    public void lift(String reference, String by) {
        steps.turn(reference);
        if (!people.mayLift(by, reference)) {
            throw new NotAllowed("This is not yours to lift. Please ask the supervising social worker, or ring duty.");
        }
        steps.add(reference, Step.What.LIFTED, by);
        steps.sayInItsCase(reference, "was lifted", by);
    }

    /** Its end has come; does nothing where it is over already. */
    public void lapse(String reference) {
        Restriction over = steps.turn(reference);
        if (over.state() == Restriction.State.WAITS_FOR_OTHERS) {
            notDecided(over);
            return;
        }
        if (!over.runs()) {
            return;
        }
        steps.add(reference, Step.What.LAPSED, Author.SYSTEM.personId());
        List<Statement> what = List.of(new Statement("What", words.line(over)));
        record.append(reference, NewEntry.now(EntryKind.ACTION, LAPSED, what, Author.SYSTEM));
        steps.sayInItsCase(reference, "has ended by itself", Author.SYSTEM.personId());
    }

    private void notDecided(Restriction asked) {
        steps.add(asked.reference(), Step.What.LAPSED, Author.SYSTEM.personId());
        List<Statement> what = List.of(new Statement("What", words.line(asked)));
        record.append(asked.reference(), NewEntry.now(EntryKind.ACTION, NOT_DECIDED, what, Author.SYSTEM));
        files.close(asked.reference());
    }

    /** What was over already when it was written down lapses at once. */
    public boolean wasOver(String reference) {
        Restriction written = steps.turn(reference);
        boolean over = written.runs()
                && written.terms()
                        .flatMap(LimitTerms::until)
                        .filter(dates::isOver)
                        .isPresent();
        if (over) {
            lapse(reference);
        }
        return over;
    }

    /** Nothing was limited after all. */
    public void nothing(String reference, String by) {
        steps.add(reference, Step.What.NOTHING, by);
        files.close(reference);
    }

    /** The device was given back, or what was set is undone, and somebody talked with the child. */
    public void returned(String reference, String by) {
        steps.add(reference, Step.What.RETURNED, by);
        steps.sayInItsCase(reference, "is undone, and somebody talked with the child", by);
        files.close(reference);
    }

    /** The danger of the moment is over: the table is asked as for what lasts, and says how soon it is looked at again. */
    private void afterwards(
            Restriction runs, Step.What what, LimitTerms terms, Span span, String authorised, String by) {
        Answer answer = table.ask(runs, runs.asked().orElseThrow().afterwards(), terms);
        goesOn(runs.reference(), what, terms, answer, span, authorised, by);
    }

    private void goesOn(
            String reference,
            Step.What what,
            LimitTerms terms,
            Answer answer,
            Span span,
            String authorised,
            String by) {
        Instant now = clock.instant();
        Instant review = dates.review(now, answer.reviewAfter(), span.until(), span.reviewOn());
        steps.add(
                reference,
                what,
                Optional.empty(),
                Optional.of(terms.running(now, span.until(), review, authorised)),
                Optional.of(answer),
                by);
    }

    private void requireEnd(Span span) {
        Instant now = clock.instant();
        dates.requireEnd(span.until(), now, dates.longest(now, HouseTime.LONGEST_LIMIT), LimitDates.NEW_REASONS);
    }
}
