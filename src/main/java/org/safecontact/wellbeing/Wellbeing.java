package org.safecontact.wellbeing;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.incident.Additions;
import org.safecontact.incident.Incident;
import org.safecontact.incident.IncidentEnded;
import org.safecontact.incident.LooksOnRecord;
import org.safecontact.record.EntryKind;
import org.safecontact.record.Statement;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What comes of each look after a child, and what follows from it. */
@Service
@Transactional
public class Wellbeing {

    private final WellbeingRepository repository;
    private final LooksSoFar soFar;
    private final ReadInOtherReports others;
    private final WhatHappened happened;
    private final Additions additions;
    private final Agency agency;
    private final HumanTime human;
    private final WellbeingRecord record;
    private final Clock clock;

    Wellbeing(
            WellbeingRepository repository,
            LooksSoFar soFar,
            ReadInOtherReports others,
            WhatHappened happened,
            Additions additions,
            Agency agency,
            HumanTime human,
            WellbeingRecord record,
            Clock clock) {
        this.repository = repository;
        this.soFar = soFar;
        this.others = others;
        this.happened = happened;
        this.additions = additions;
        this.agency = agency;
        this.human = human;
        this.record = record;
        this.clock = clock;
    }

    /** Takes the look that is due now; when several are (the machine was off), the newest, and the others were missed. */
    public Optional<Look> take(long scheduleId) {
        Instant now = clock.instant();
        List<Look> due = repository.looks(scheduleId).stream()
                .filter(look ->
                        look.state() == Look.State.PLANNED && !look.dueAt().isAfter(now))
                .toList();
        due.stream().limit(Math.max(0, due.size() - 1)).forEach(look -> missed(look.id()));
        Optional<Look> taken = due.stream().reduce((earlier, later) -> later);
        taken.ifPresent(look -> repository.state(look.id(), Look.State.OPEN));
        return taken.map(look -> soFar.look(look.id()));
    }

    /** Keeps what was seen, and says what follows from it. */
    public WhatFollows seen(long lookId, Seen seen, String by) {
        Look look = soFar.look(lookId);
        repository.done(lookId, seen, by, clock.instant());
        String opened = soFar.schedule(look.scheduleId()).reference();
        List<String> askedFor = repository.askedFor(lookId);
        others.done(
                opened,
                askedFor,
                EntryKind.FACT,
                "Somebody looked how the child is",
                List.of(new Statement("Compared with usual", word(seen.compared()))),
                by);
        others.wordsToo(opened, askedFor, by);
        WhatFollows follows = follows(look, seen);
        if (follows == WhatFollows.STEADY && seen.compared() == Seen.Compared.WORSE) {
            askedFor.stream()
                    .filter(reference -> happened.get(reference).open())
                    .forEach(reference -> additions.toBeRead(reference, by));
        }
        return follows;
    }

    /** What somebody adds for the worse to a look that was made already. */
    void alsoSeen(Look look, boolean worse, Set<Seen.Sign> more, String by) {
        repository.alsoSeen(look.id(), worse, more);
        others.wordsToo(soFar.schedule(look.scheduleId()).reference(), repository.askedFor(look.id()), by);
    }

    /**
     * What follows from what was seen at a look.
     *
     * @param look as it was before that
     */
    @Transactional(readOnly = true)
    WhatFollows follows(Look look, Seen seen) {
        Set<EscalateWhen> escalateWhen = repository.escalateWhen(look.scheduleId());
        if (escalateWhen.contains(EscalateWhen.TWO_WORSE_IN_A_ROW)
                && seen.compared() == Seen.Compared.WORSE
                && !look.worse()
                && soFar.worseInARow(look) % 2 == 0) {
            return WhatFollows.TWO_WORSE;
        }
        boolean decideAgain = seen.signs().stream().anyMatch(sign -> sign.escalates(escalateWhen));
        return decideAgain ? WhatFollows.DECIDE_AGAIN : WhatFollows.STEADY;
    }

    /** Nobody looked and nobody was reached; but for somebody who wrote it too late for the form. */
    public void missed(long lookId) {
        Look look = soFar.look(lookId);
        if (look.seen().isPresent()) {
            return;
        }
        repository.state(lookId, Look.State.MISSED);
        repository
                .askedFor(lookId)
                .forEach(reference -> record.write(
                        reference,
                        EntryKind.FACT,
                        LooksOnRecord.MISSED,
                        List.of(new Statement("It was due", human.full(look.dueAt()))),
                        WellbeingRecord.SYSTEM));
    }

    /** Whom a message asks to ring, because twice in a row nobody looked. */
    public void askedToRing(String opened, Collection<String> people) {
        String who = people.stream().map(agency::nameOf).collect(Collectors.joining(", "));
        record.write(
                opened,
                EntryKind.TOLD,
                "Asked to ring",
                List.of(
                        new Statement("Who", who),
                        new Statement("How", "a message, and on their list"),
                        new Statement("Why", "Twice in a row nobody looked how the child is.")),
                WellbeingRecord.SYSTEM);
    }

    /** Nobody needs to look any more. */
    public void close(long scheduleId, String by) {
        repository.close(scheduleId, by, clock.instant());
    }

    /** A report that was started by accident takes back what only it asked for and nobody has begun. */
    @EventListener
    void takeBack(IncidentEnded ended) {
        if (ended.state() != Incident.State.WITHDRAWN) {
            return;
        }
        Predicate<String> stillCounts = reference ->
                !reference.equals(ended.reference()) && happened.get(reference).counts();
        repository.looksFor(ended.reference()).stream()
                .filter(look -> look.state() == Look.State.PLANNED)
                .filter(look -> repository.askedFor(look.id()).stream().noneMatch(stillCounts))
                .forEach(look -> repository.state(look.id(), Look.State.CALLED_OFF));
    }

    private static String word(Seen.Compared compared) {
        return switch (compared) {
            case BETTER -> "better";
            case SAME -> "as usual";
            case WORSE -> "worse";
        };
    }
}
