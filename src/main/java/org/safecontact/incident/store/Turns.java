package org.safecontact.incident.store;

import java.time.Instant;
import java.util.stream.Stream;
import org.safecontact.incident.Incident;
import org.safecontact.incident.UnknownIncident;
import org.safecontact.record.CaseRecord;
import org.springframework.stereotype.Component;

/**
 * Lets people who act at once act one after the other, until the transaction ends. A form is on record before anybody acts on it, so the turn
 * in the record always comes before the incident: the other way round two people could wait for each other for ever.
 */
@Component
public class Turns {

    private final IncidentRepository repository;
    private final LinkRepository links;
    private final CaseRecord record;

    Turns(IncidentRepository repository, LinkRepository links, CaseRecord record) {
        this.repository = repository;
        this.links = links;
        this.record = record;
    }

    /** The incident, which nobody else changes now. @throws UnknownIncident when there is none */
    public Incident at(String reference) {
        record.takeTurn(reference);
        return repository.lock(reference).orElseThrow(() -> new UnknownIncident(reference));
    }

    /** When the transaction's turn at this incident began, which it takes where it has none yet. */
    public Instant began(String reference) {
        return record.takeTurn(reference);
    }

    /** Nobody else begins to follow this child now. */
    public void withChild(String childId) {
        repository.waitForTurn("child " + childId);
    }

    /** Nobody else is named, or begins a report, about this child now. */
    public void withNamedAbout(String childId) {
        repository.waitForTurn("named about child " + childId);
    }

    /** The same about several, in one order everywhere: two reports about the same children never wait for each other. */
    public void withNamedAbout(Stream<String> children) {
        children.distinct().sorted().forEach(this::withNamedAbout);
    }

    /** The same about the child of this report, as far as it is known which, and the others that came of the same. */
    public void withNamedIn(String reference) {
        withNamedAbout(Stream.concat(Stream.of(reference), links.ofSameReport(reference).stream())
                .flatMap(each -> repository.find(each).flatMap(Incident::childId).stream()));
    }

    /** This person begins no other report now. */
    public void withReporter(String personId) {
        repository.waitForTurn("reporter " + personId);
    }
}
