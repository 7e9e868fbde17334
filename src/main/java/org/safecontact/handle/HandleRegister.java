package org.safecontact.handle;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.access.CaseFile;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.London;
import org.safecontact.agency.Person;
import org.safecontact.incident.AccountKnown;
import org.safecontact.incident.AccountMet;
import org.safecontact.incident.ChildKnown;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.safecontact.record.Author;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.EntryKind;
import org.safecontact.record.NewEntry;
import org.safecontact.record.Statement;
import org.safecontact.record.TypedText;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of accounts, numbers and gamer tags that stand in reports. Where one turns up for another child it opens a file of its own, which only
 * managers of the service see; into the reports goes nothing but that the manager was asked.
 */
@Service
@Transactional
public class HandleRegister implements AccountKnown {

    /** What the readers of each report learn, and no more. */
    public static final String ASKED = "The registered manager was asked about an account met in this report";

    private static final String NOT_THE_SAME = "no";

    private final HandleRepository repository;
    private final KeptFromFinds keptAway;
    private final Incidents incidents;
    private final CaseFiles files;
    private final CaseRecord record;
    private final Agency agency;
    private final HumanTime times;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HandleRegister(
            HandleRepository repository,
            KeptFromFinds keptAway,
            Incidents incidents,
            CaseFiles files,
            CaseRecord record,
            Agency agency,
            HumanTime times,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.keptAway = keptAway;
        this.incidents = incidents;
        this.files = files;
        this.record = record;
        this.agency = agency;
        this.times = times;
        this.events = events;
        this.clock = clock;
    }

    /**
     * An account as one report names it.
     *
     * @param childId empty until somebody said which child it is about
     * @param written as it was written there
     * @param app as it was written there; empty where nobody said
     * @param when since when we know it from this report, in words
     * @param by the name of who wrote it
     */
    public record Met(String reference, Optional<String> childId, String written, String app, String when, String by) {}

    @EventListener
    void on(AccountMet met) {
        String written = TypedText.clean(met.written());
        String app = TypedText.clean(met.app());
        List<Handle> handles = met.amongWords() ? Handle.amongWords(written) : Handle.in(app, written);
        Instant now = clock.instant();
        Set<String> names = takeTurns(handles.stream());
        handles.forEach(handle -> repository.add(met.reference(), handle, written, app, met.by(), now));
        lookAt(met.reference(), names);
    }

    /** What was written down before anybody said which child it is about counts from now on. */
    @EventListener
    void on(ChildKnown known) {
        Set<String> names = takeTurns(repository.in(known.reference()).stream().map(Sighting::handle));
        lookAt(known.reference(), names);
    }

    /** In one order, so that two people who write down the same ones never wait for each other. */
    private Set<String> takeTurns(Stream<Handle> handles) {
        Set<String> names = handles.map(Handle::name).collect(Collectors.toCollection(TreeSet::new));
        names.forEach(repository::waitForTurn);
        return names;
    }

    private void lookAt(String report, Set<String> names) {
        repository.in(report).stream()
                .filter(met -> names.contains(met.handle().name()))
                .forEach(this::lookAt);
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
        Optional<String> known = repository
                .findsWith(same.stream().map(Sighting::id).toList())
                .stream()
                .filter(find -> repository.children(find).containsAll(all))
                .findFirst();
        String find = known.orElseGet(this::open);
        same.forEach(each -> repository.belongs(find, each.id(), children.get(each.id())));
        keptAway.from(find);
        if (known.isEmpty()) {
            record.append(
                    find,
                    NewEntry.now(EntryKind.FACT, "The same account for two children", onRecord(find), Author.SYSTEM));
            events.publishEvent(new AccountFound(find));
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

    private List<Statement> onRecord(String find) {
        return met(find).stream()
                .map(each -> new Statement(
                        each.reference() + ", " + label(each),
                        each.written() + (each.app().isEmpty() ? "" : ", in " + each.app()) + ", written " + each.when()
                                + " by " + each.by()))
                .toList();
    }

    /** In which reports it was met, the first one first. */
    @Transactional(readOnly = true)
    public List<Met> met(String find) {
        return repository.of(find).stream().map(this::met).toList();
    }

    /** As the agency calls the child that this report is about. */
    public String label(Met met) {
        return met.childId().flatMap(agency::child).map(Child::label).orElse("child not known yet");
    }

    private Met met(Sighting sighting) {
        return new Met(
                sighting.reference(),
                incidents.find(sighting.reference()).flatMap(Incident::childId),
                sighting.written(),
                sighting.appWritten(),
                times.full(sighting.at()),
                agency.nameOf(sighting.by()));
    }

    /**
     * Says in each report that the manager is asked, in a turn of its own at each of them: whoever has been kept away from one since it was found is
     * kept away from this too, before anybody is asked.
     */
    public void sayInReports(String find) {
        List<String> reports = repository.of(find).stream()
                .map(Sighting::reference)
                .distinct()
                .sorted()
                .toList();
        reports.forEach(record::takeTurn);
        keptAway.from(find);
        reports.stream()
                .filter(report -> record.entries(report).stream()
                        .noneMatch(entry -> entry.title().equals(ASKED)))
                .forEach(
                        report -> record.append(report, NewEntry.now(EntryKind.TOLD, ASKED, List.of(), Author.SYSTEM)));
    }

    /** As urgent as the most urgent of the reports. */
    @Transactional(readOnly = true)
    public int urgency(String find) {
        return repository.of(find).stream()
                .flatMap(each -> files.find(each.reference()).stream())
                .mapToInt(CaseFile::urgency)
                .max()
                .orElse(0);
    }

    /** @param samePerson {@code yes}, {@code no} or {@code notSure} */
    public void answered(String find, String samePerson, String by) {
        repository.answer(find, samePerson, by, clock.instant());
    }

    /** The manager on call, unless that one is kept away from a report that names it: then who is not. Nobody is rung where it is not the same person. */
    @Override
    @Transactional(readOnly = true)
    public Optional<String> whomToRing(String report) {
        return repository.findsOf(report).stream()
                .filter(find -> !repository.answered(find).equals(Optional.of(NOT_THE_SAME)))
                .findFirst()
                .map(this::number);
    }

    private String number(String find) {
        Set<String> away = files.excluded(find);
        return agency.answersForService(clock.instant())
                .filter(person -> !away.contains(person.id()))
                .map(Person::telephone)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> agency.dutyTelephone(clock.instant()));
    }
}
