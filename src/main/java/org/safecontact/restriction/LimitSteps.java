package org.safecontact.restriction;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.safecontact.engine.Authors;
import org.safecontact.incident.Incidents;
import org.safecontact.record.Author;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.EntryKind;
import org.safecontact.record.NewEntry;
import org.safecontact.record.Statement;
import org.springframework.stereotype.Component;

/** Keeps what becomes of a limit, one writer after the other, and says it in the case in which it was made. */
@Component
class LimitSteps {

    /** Heading of what is kept where it was written down later than it was made. */
    static final String WRITTEN_LATE = "The limit was written down late";

    private static final String IN_CASE = "A limit on phone or apps ";

    private final RestrictionRepository repository;
    private final RestrictionWords words;
    private final CaseRecord record;
    private final Authors authors;
    private final Incidents incidents;
    private final Clock clock;

    LimitSteps(
            RestrictionRepository repository,
            RestrictionWords words,
            CaseRecord record,
            Authors authors,
            Incidents incidents,
            Clock clock) {
        this.repository = repository;
        this.words = words;
        this.record = record;
        this.authors = authors;
        this.incidents = incidents;
        this.clock = clock;
    }

    Restriction get(String reference) {
        return repository.find(reference).orElseThrow();
    }

    /** The limit as nobody else changes it until the transaction ends. */
    Restriction turn(String reference) {
        record.takeTurn(reference);
        return get(reference);
    }

    void add(String reference, Step.What what, String by) {
        add(reference, what, Optional.empty(), Optional.empty(), Optional.empty(), by);
    }

    void add(
            String reference,
            Step.What what,
            Optional<Asked> asked,
            Optional<LimitTerms> terms,
            Optional<Answer> answer,
            String by) {
        int number = turn(reference).steps().size() + 1;
        repository.add(reference, new Step(number, what, asked, terms, answer, by, clock.instant()));
    }

    /** Keeps in its own record that it was written down later than it was made, with both times. */
    void writtenLate(String reference, List<Statement> says) {
        record.append(reference, NewEntry.now(EntryKind.FACT, WRITTEN_LATE, says, Author.SYSTEM));
    }

    /** @param became what became of it, as the rest of a sentence */
    void sayInItsCase(String reference, String became, String by) {
        Restriction restriction = get(reference);
        restriction
                .caseReference()
                .filter(caseReference -> !incidents.get(caseReference).state().isOver())
                .ifPresent(caseReference -> record.append(
                        caseReference,
                        NewEntry.now(
                                EntryKind.ACTION,
                                IN_CASE + became,
                                List.of(
                                        new Statement("Reference", reference),
                                        new Statement("What", words.line(restriction))),
                                authors.of(by))));
    }
}
