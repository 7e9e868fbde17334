package org.safecontact.incident.report;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.EarlierReports;
import org.safecontact.access.NotYours;
import org.safecontact.agency.Child;
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
    private final EarlierReports earlier;
    private final Offered offered;
    private final IncidentRecord record;
    private final Clock clock;

    GoingOn(
            IncidentRepository repository,
            LinkRepository links,
            NoteRepository notes,
            Turns turns,
            CaseAccess access,
            EarlierReports earlier,
            Offered offered,
            IncidentRecord record,
            Clock clock) {
        this.repository = repository;
        this.links = links;
        this.notes = notes;
        this.turns = turns;
        this.access = access;
        this.earlier = earlier;
        this.offered = offered;
        this.record = record;
        this.clock = clock;
    }

    /**
     * Where danger that somebody ticks in their own report counts: there, or where it is over, in the newest of theirs that goes on from it, or in
     * another one about the same child that they have not sent.
     *
     * @param childId of whom it is ticked, where that was said
     * @return one that is over where one has to begin, because of it
     * @throws NotYours when somebody else began it
     * @throws NotAllowed when it is over and this person is kept away from it
     */
    public Incident ownIn(String reference, String by, Optional<String> childId) {
        Incident ticked = turns.at(reference);
        if (!isTheirs(reference, by)) {
            throw new NotYours();
        }
        requireNotKeptAway(ticked, by);
        Incident newest = newest(ticked, next -> isTheirs(next, by));
        requireNotKeptAway(newest, by);
        return newest.state().isOver()
                ? notSent(by, childId.or(newest::childId)).orElse(newest)
                : newest;
    }

    /**
     * Where somebody who is heard on it is more worried: there, or where it is over, in the newest that goes on from it, whoever began that.
     *
     * @return one that is over where one has to begin, because of it
     */
    public Incident worriedIn(String reference, String by) {
        return newest(turns.at(reference), next -> earlier.isHeard(by, next));
    }

    /** The one that is open, else the last that was closed: in that one is what was said since. */
    private Incident newest(Incident incident, Predicate<String> theirs) {
        if (!incident.state().isOver()) {
            return incident;
        }
        List<Incident> since = links.goingOnFrom(incident.reference()).stream()
                .filter(theirs)
                .map(next -> newest(turns.at(next), theirs))
                .toList();
        return since.stream()
                .filter(next -> !next.state().isOver())
                .findFirst()
                .or(() -> since.stream().max(Comparator.comparing(Incident::reference)))
                .orElse(incident);
    }

    private Optional<Incident> notSent(String by, Optional<String> childId) {
        Optional<String> only = onlyChild(by);
        return repository.notSentBy(by).stream()
                .filter(besides -> besides.childId().or(() -> only).isPresent()
                        && besides.childId().or(() -> only).equals(childId.or(() -> only)))
                .map(besides -> turns.at(besides.reference()))
                .filter(besides -> !besides.state().isOver())
                .findFirst();
    }

    /** Who has only one child is not asked which. */
    private Optional<String> onlyChild(String by) {
        List<Child> children = offered.childrenFor(by);
        return children.size() == 1 ? Optional.of(children.get(0).id()) : Optional.empty();
    }

    private boolean isTheirs(String reference, String by) {
        return repository.startedBy(reference).equals(by);
    }

    private void requireNotKeptAway(Incident incident, String by) {
        if (incident.state().isOver() && access.keptAway(by, incident.reference())) {
            throw new NotAllowed(UnsentReports.CLOSED);
        }
    }

    /** A report that begins because of one that is over. */
    public void begins(String next, String over, String why, String by) {
        links.add(over, next, clock.instant());
        notes.add(next, Noted.GOES_ON, "yes", by, clock.instant());
        record.write(next, EntryKind.ACTION, why, List.of(new Statement("Before it", over)), by);
    }
}
