package org.safecontact.inform;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safecontact.agency.Agency;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.RiskLevel;
import org.safecontact.record.Author;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.EntryKind;
import org.safecontact.record.NewEntry;
import org.safecontact.record.Statement;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Calls to the child's authority: how urgent they are, and what became of them. */
@Service
@Transactional
public class Calls {

    private static final Set<ToldRow.What> OF_CALLS = EnumSet.of(
            ToldRow.What.TO_BE_RUNG, ToldRow.What.REACHED, ToldRow.What.NOT_REACHED, ToldRow.What.CALLED_OFF);

    private final LadderRepository repository;
    private final Ladders ladders;
    private final CaseRecord record;
    private final Incidents incidents;
    private final Agency agency;
    private final Clock clock;

    Calls(
            LadderRepository repository,
            Ladders ladders,
            CaseRecord record,
            Incidents incidents,
            Agency agency,
            Clock clock) {
        this.repository = repository;
        this.ladders = ladders;
        this.record = record;
        this.incidents = incidents;
        this.agency = agency;
        this.clock = clock;
    }

    /** 0 for LOW to 3 for IMMEDIATE. */
    @Transactional(readOnly = true)
    public int urgency(String reference) {
        return incidents
                .find(reference)
                .flatMap(Incident::level)
                .orElse(RiskLevel.HIGH)
                .urgency();
    }

    /** Keeps that a call goes to another office from now on. */
    public void changed(String reference, String ladder, String office) {
        row(reference, ladder, ToldRow.What.TO_BE_RUNG, office, Optional.empty(), Optional.empty());
        record.append(
                reference,
                NewEntry.now(
                        EntryKind.TOLD,
                        "Not reached yet: the call goes to " + Telling.words(office) + " from now on",
                        List.of(),
                        Author.SYSTEM));
    }

    /**
     * Keeps that somebody was reached.
     *
     * @param said when, as whoever rang says
     */
    public void reached(String reference, String ladder, String office, String by, Optional<Instant> said) {
        row(reference, ladder, ToldRow.What.REACHED, office, Optional.of(by), said);
    }

    /** Keeps that nobody was reached in a call. */
    public void notReached(String reference, String ladder, String office, String by) {
        row(reference, ladder, ToldRow.What.NOT_REACHED, office, Optional.of(by), Optional.empty());
    }

    /**
     * Keeps that somebody was reached, who said so too late: in a call that somebody else had answered.
     *
     * @param answeredAt when that was
     * @param said when they rang, as they say
     */
    public void reachedToo(String reference, Instant answeredAt, String office, String by, Optional<Instant> said) {
        repository.ofCase(reference).stream()
                .filter(row -> OF_CALLS.contains(row.what()) && !row.at().isAfter(answeredAt))
                .reduce((earlier, later) -> later)
                .ifPresent(row -> reached(reference, row.ladder(), office, by, said));
    }

    /**
     * The answer settled what the call was about. It ends where nobody has it in hand; what is told later is a call of its own.
     *
     * @param has who has it in hand; empty when nobody has
     */
    public void settled(String reference, String ladder, String office, Optional<String> has) {
        if (has.isEmpty()) {
            row(reference, ladder, ToldRow.What.CALLED_OFF, office, Optional.empty(), Optional.empty());
        }
        List<Statement> statements = new ArrayList<>();
        statements.add(new Statement("Whom", Telling.words(office)));
        statements.add(new Statement("Why", "The answer says that it is less serious than feared"));
        has.ifPresent(person ->
                statements.add(new Statement("Who had begun it and says what came of it", agency.nameOf(person))));
        record.append(
                reference,
                NewEntry.now(EntryKind.TOLD, "The call need not be made any more", statements, Author.SYSTEM));
    }

    /** The case has ended, which the record says: the call is not made any more. */
    public void endedWithItsCase(String reference, String ladder, String office) {
        row(reference, ladder, ToldRow.What.CALLED_OFF, office, Optional.empty(), Optional.empty());
    }

    private void row(
            String reference,
            String ladder,
            ToldRow.What what,
            String office,
            Optional<String> by,
            Optional<Instant> said) {
        Rung rung = ladders.current(ladder);
        repository.add(new ToldRow(
                reference,
                ladder,
                rung.purpose(),
                rung.number(),
                rung.repetition(),
                what,
                office,
                Optional.empty(),
                ToldRow.BY_TELEPHONE,
                by.orElse(ToldRow.SYSTEM),
                clock.instant(),
                Optional.empty(),
                said));
    }
}
