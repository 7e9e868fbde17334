package org.safecontact.handle;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.safecontact.access.CaseFile;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.London;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.safecontact.record.Author;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.EntryKind;
import org.safecontact.record.NewEntry;
import org.safecontact.record.Statement;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares the accounts of one report with those of all others. Where one turns up for another child it opens a file of its own, which only managers of
 * the service see; into the reports goes nothing, and whoever writes an account down waits no longer for one that is known.
 */
@Service
@Transactional
public class AccountComparison {

    private static final String FOUND = "The same account for two children";

    private final HandleRepository repository;
    private final HandleRegister register;
    private final KeptFromFinds keptAway;
    private final Incidents incidents;
    private final CaseFiles files;
    private final CaseRecord record;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AccountComparison(
            HandleRepository repository,
            HandleRegister register,
            KeptFromFinds keptAway,
            Incidents incidents,
            CaseFiles files,
            CaseRecord record,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.register = register;
        this.keptAway = keptAway;
        this.incidents = incidents;
        this.files = files;
        this.record = record;
        this.events = events;
        this.clock = clock;
    }

    /** One report after the other, on whatever node: who comes later sees what was found before. */
    public void compare(String report) {
        repository.waitForTurn();
        repository.in(report).forEach(this::lookAt);
    }

    /**
     * A find takes two children, and more than one contact: what one contact with brothers and sisters left in the report of each is one and the
     * same, and whoever has the one has the others.
     */
    private void lookAt(Sighting met) {
        List<Sighting> same = repository.named(met.handle().name()).stream()
                .filter(other -> other.handle().same(met.handle()))
                .toList();
        Map<Long, String> children = children(same);
        Set<String> all = Set.copyOf(children.values());
        List<String> oneContact = incidents.ofSameReport(met.reference());
        boolean moreContacts = same.stream()
                .map(Sighting::reference)
                .anyMatch(report -> !report.equals(met.reference()) && !oneContact.contains(report));
        if (all.size() < 2 || !moreContacts) {
            return;
        }
        List<String> known = repository
                .findsWith(same.stream().map(Sighting::id).toList())
                .stream()
                .filter(find -> repository.children(find).containsAll(all))
                .toList();
        if (known.stream().noneMatch(find -> repository.of(find).containsAll(same))) {
            Stream.concat(
                            known.stream().filter(find -> inTurn(find, register::mayBeTheSame)),
                            repository.undecidedAbout(all).stream().filter(find -> inTurn(find, register::undecided)))
                    .findFirst()
                    .ifPresentOrElse(find -> joins(find, same, children), () -> joins(open(), same, children));
        }
    }

    /** Whoever decides about it has done so, or reads anew what joins it. */
    private boolean inTurn(String find, Predicate<String> so) {
        record.takeTurn(find);
        return so.test(find);
    }

    private void joins(String find, List<Sighting> same, Map<Long, String> children) {
        List<Sighting> before = repository.of(find);
        List<Sighting> more =
                same.stream().filter(each -> !before.contains(each)).toList();
        more.forEach(each -> repository.belongs(find, each.id(), children.get(each.id())));
        keptAway.from(find);
        record.append(
                find,
                NewEntry.now(
                        EntryKind.FACT, before.isEmpty() ? FOUND : HandleRegister.MORE, onRecord(more), Author.SYSTEM));
    }

    /**
     * Has the manager asked about what was found with a report, and what is asked already as urgent as it is now. In a transaction after the one in
     * which it was found: whoever is kept away from a report meanwhile is kept away from this too, before anybody is asked.
     */
    public void ask(String report) {
        List<String> finds = repository.findsOf(report);
        finds.forEach(keptAway::waitForOthers);
        for (String find : finds) {
            record.takeTurn(find);
            keptAway.from(find);
            if (register.undecided(find)) {
                asUrgentAsItsReports(find);
                events.publishEvent(new AccountFound(find));
            }
        }
    }

    private void asUrgentAsItsReports(String find) {
        int now = repository.of(find).stream()
                .flatMap(each -> files.find(each.reference()).stream())
                .mapToInt(CaseFile::urgency)
                .max()
                .orElse(0);
        if (now > register.urgency(find)) {
            files.urgency(find, now);
        }
    }

    private Map<Long, String> children(List<Sighting> sightings) {
        Map<Long, String> children = new TreeMap<>();
        sightings.forEach(each -> incidents
                .find(each.reference())
                .flatMap(Incident::childId)
                .ifPresent(child -> children.put(each.id(), child)));
        return children;
    }

    /** A file in no case, about no child and no home: behind a wall from its first moment. */
    private String open() {
        Instant now = clock.instant();
        String find = "ACC-%d-%06d".formatted(now.atZone(London.ZONE).getYear(), repository.nextNumber());
        files.open(find, Author.SYSTEM.personId(), null);
        files.inNoCase(find);
        files.wall(find);
        repository.found(find, now);
        return find;
    }

    private List<Statement> onRecord(List<Sighting> sightings) {
        return sightings.stream()
                .map(register::met)
                .map(each -> new Statement(
                        each.reference() + ", " + register.label(each),
                        each.written() + (each.app().isEmpty() ? "" : ", in " + each.app()) + ", written " + each.when()
                                + " by " + each.by()))
                .toList();
    }
}
