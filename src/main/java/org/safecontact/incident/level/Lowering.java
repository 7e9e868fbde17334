package org.safecontact.incident.level;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.safecontact.incident.Incident;
import org.safecontact.incident.NotAllowed;
import org.safecontact.incident.RiskDecision;
import org.safecontact.incident.RiskLevel;
import org.safecontact.incident.store.IncidentRecord;
import org.safecontact.incident.store.LevelRepository;
import org.safecontact.incident.store.Turns;
import org.safecontact.record.EntryKind;
import org.safecontact.record.Statement;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An incident is less serious than it was thought, says somebody who {@link MayLower may} (contract, section 4). */
@Service
@Transactional
public class Lowering {

    /** Heading of the entry of a manager who lowered it. */
    public static final String LESS_SERIOUS = "Less serious than first thought";

    private final LevelRepository levels;
    private final Turns turns;
    private final SetByPeople byPeople;
    private final MayLower mayLower;
    private final LevelKept kept;
    private final IncidentRecord record;
    private final Clock clock;

    Lowering(
            LevelRepository levels,
            Turns turns,
            SetByPeople byPeople,
            MayLower mayLower,
            LevelKept kept,
            IncidentRecord record,
            Clock clock) {
        this.levels = levels;
        this.turns = turns;
        this.byPeople = byPeople;
        this.mayLower = mayLower;
        this.kept = kept;
        this.record = record;
        this.clock = clock;
    }

    /**
     * Holds whoever makes less of it to what they saw.
     *
     * @param seenAt when that person saw the case last
     * @throws NotAllowed when somebody else said since then that it is more serious
     */
    public void requireSeen(String reference, String by, Instant seenAt) {
        turns.at(reference);
        if (seenAt.isAfter(clock.instant())
                || levels.worseAt(reference, by).filter(seenAt::isBefore).isPresent()) {
            throw new NotAllowed(
                    "Somebody has said since you looked that it is more serious. Please read in the record what"
                            + " they say, and open this again.");
        }
    }

    /**
     * Lowers the level and the clocks not yet started; what runs stays.
     *
     * @param by somebody who {@link MayLower may}
     * @param to the new level, lower than the present one
     * @param why in that person's words, for the record: questions and answers
     * @param seenAt when that person saw the case last
     * @throws NotAllowed when this person may not, nothing would be lowered, or it got worse since they looked
     */
    public RiskDecision lower(String reference, String by, RiskLevel to, List<Statement> why, Instant seenAt) {
        Incident incident = turns.at(reference);
        RiskLevel from = incident.level()
                .filter(level -> !incident.state().isOver())
                .orElseThrow(() -> new NotAllowed("There is nothing to lower."));
        mayLower.refused(reference, from, by).ifPresent(refused -> {
            throw new NotAllowed(refused);
        });
        if (to.compareTo(from) >= 0) {
            throw new NotAllowed("That is not lower than it is now.");
        }
        requireSeen(reference, by, seenAt);
        RiskDecision decision = byPeople.now(
                to,
                to.urgent() && incident.policeNow(),
                "A manager looked at it and lowered it.",
                by,
                turns.began(reference));
        record.write(
                reference,
                EntryKind.DECISION,
                LESS_SERIOUS,
                Stream.concat(
                                Stream.of(new Statement("From", from.words()), new Statement("To", to.words())),
                                why.stream())
                        .toList(),
                by);
        kept.keep(incident, decision, false, false);
        return decision;
    }
}
