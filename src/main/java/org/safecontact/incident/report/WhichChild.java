package org.safecontact.incident.report;

import java.util.List;
import java.util.stream.Stream;
import org.safecontact.access.CaseFile;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.incident.ChildKnown;
import org.safecontact.incident.Incident;
import org.safecontact.incident.UnknownIncident;
import org.safecontact.incident.named.NamedBefore;
import org.safecontact.incident.store.IncidentRepository;
import org.safecontact.incident.store.Turns;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which child a report is about, from whoever says so first. */
@NamedInterface("report")
@Service
@Transactional
public class WhichChild {

    private final IncidentRepository repository;
    private final Turns turns;
    private final Offered offered;
    private final NamedBefore namedBefore;
    private final CaseFiles files;
    private final Agency agency;
    private final ApplicationEventPublisher events;

    WhichChild(
            IncidentRepository repository,
            Turns turns,
            Offered offered,
            NamedBefore namedBefore,
            CaseFiles files,
            Agency agency,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.turns = turns;
        this.offered = offered;
        this.namedBefore = namedBefore;
        this.files = files;
        this.agency = agency;
        this.events = events;
    }

    /**
     * Which children a report may be about whose child nobody has said yet: those of the home that it comes from, else those whom its reporter
     * may report about. Empty once the child is known.
     */
    @Transactional(readOnly = true)
    public List<Child> mayBeAbout(String reference) {
        Incident incident = repository.find(reference).orElseThrow(() -> new UnknownIncident(reference));
        if (incident.childId().isPresent()) {
            return List.of();
        }
        return incident.householdId()
                .map(agency::childrenOf)
                .orElseGet(() -> offered.childrenFor(incident.reporterId()));
    }

    /**
     * The children whom this person may report about, in the agency's order, and the one whose danger was tapped, wherever it lives since: what was
     * seen in the home before is still told about that child.
     */
    @Transactional(readOnly = true)
    public List<Child> mayReportAbout(String reference, String by) {
        return Stream.concat(
                        offered.childrenFor(by).stream(),
                        repository.find(reference).flatMap(Incident::childId).flatMap(agency::child).stream())
                .distinct()
                .toList();
    }

    /**
     * Somebody is asked about a report that is not sent: whoever is responsible for the home it comes from sees it from now on. Before, that it
     * was begun is for its beginner and for duty: it may be about somebody of the home's own workers.
     */
    public void asksSomebody(String reference) {
        if (files.find(reference).flatMap(CaseFile::householdId).isEmpty()) {
            repository.find(reference).flatMap(Incident::householdId).ifPresent(home -> {
                files.home(reference, home);
                namedBefore.startWithout(reference);
            });
        }
    }

    /** Whoever answers was told which child it is, before the report itself says so. */
    public void isAbout(String reference, String childId) {
        turns.at(reference);
        mayBeAbout(reference).stream()
                .filter(child -> child.id().equals(childId))
                .findFirst()
                .ifPresent(child -> about(reference, child));
    }

    /** It is about that child, wherever the child lives by now. */
    public void about(String reference, Child child) {
        files.about(reference, child.id(), child.householdId());
        repository.about(reference, child.id(), child.householdId());
        namedBefore.startWithout(reference);
        events.publishEvent(new ChildKnown(reference));
    }
}
