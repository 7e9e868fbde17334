package org.safecontact.incident.report;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.NotYours;
import org.safecontact.incident.Incident;
import org.safecontact.incident.NotAllowed;
import org.safecontact.incident.Noted;
import org.safecontact.incident.store.IncidentRecord;
import org.safecontact.incident.store.IncidentRepository;
import org.safecontact.incident.store.LinkRepository;
import org.safecontact.incident.store.NoteRepository;
import org.safecontact.incident.store.Turns;
import org.safecontact.record.EntryKind;
import org.safecontact.record.Statement;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Danger, or a worry, that is said in a report while somebody closes it reaches people all the same: it goes on in another one, linked with it,
 * and in one only, however often it is said. Nobody reads the one that is over any more.
 */
@NamedInterface("report")
@Service
@Transactional
public class GoingOn {

    private final IncidentRepository repository;
    private final LinkRepository links;
    private final NoteRepository notes;
    private final Turns turns;
    private final CaseAccess access;
    private final IncidentRecord record;
    private final Clock clock;

    GoingOn(
            IncidentRepository repository,
            LinkRepository links,
            NoteRepository notes,
            Turns turns,
            CaseAccess access,
            IncidentRecord record,
            Clock clock) {
        this.repository = repository;
        this.links = links;
        this.notes = notes;
        this.turns = turns;
        this.access = access;
        this.record = record;
        this.clock = clock;
    }

    /**
     * Where danger that somebody ticks in their own report counts: there, or where it is over, in their report that goes on from it.
     *
     * @return empty where one has to begin
     * @throws NotYours when somebody else began it
     * @throws NotAllowed when it is over and this person is kept away from it
     */
    public Optional<String> ownIn(String reference, String by) {
        boolean over = turns.at(reference).state().isOver();
        if (!repository.startedBy(reference).equals(by)) {
            throw new NotYours();
        }
        if (over && access.keptAway(by, reference)) {
            throw new NotAllowed(UnsentReports.CLOSED);
        }
        return in(reference, next -> repository.startedBy(next).equals(by));
    }

    /** Where somebody who may read it is more worried: there, or where it is over, in the one that goes on from it, whoever began that. */
    public Optional<String> worriedIn(String reference, String by) {
        return in(reference, next -> access.mayRead(by, next));
    }

    private Optional<String> in(String reference, Predicate<String> theirs) {
        Incident incident = turns.at(reference);
        return !incident.state().isOver()
                ? Optional.of(reference)
                : links.goingOnFrom(reference).stream()
                        .filter(theirs)
                        .flatMap(next -> in(next, theirs).stream())
                        .findFirst();
    }

    /** A report that begins because of one that is over. */
    public void begins(String next, String over, String why, String by) {
        links.add(over, next, clock.instant());
        notes.add(next, Noted.GOES_ON, "yes", by, clock.instant());
        record.write(next, EntryKind.ACTION, why, List.of(new Statement("Before it", over)), by);
    }
}
