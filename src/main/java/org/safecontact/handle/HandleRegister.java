package org.safecontact.handle;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.access.CaseFile;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.UrgencyRaised;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.London;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
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
 * managers of the service see; into the reports goes nothing, and whoever writes an account down waits no longer for one that is known.
 */
@Service
@Transactional
public class HandleRegister implements AccountKnown {

    /** The heading of each further report or account in the file of what was found. */
    static final String MORE = "Another report, or another account";

    private static final String FOUND = "The same account for two children";

    private static final String NOT_THE_SAME = "no";

    /** Who reads that an account is known: whoever is on duty, and who answers for the service. */
    private static final Set<Role> TOLD =
            Set.of(Role.DUTY_SOCIAL_WORKER, Role.REGISTERED_MANAGER, Role.RESPONSIBLE_INDIVIDUAL);

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
     * @param account the same for all that is one account
     * @param written as it was written there
     * @param app as it was written there; empty where nobody said
     * @param when since when we know it from this report, in words
     * @param by the name of who wrote it
     */
    public record Met(
            String reference,
            Optional<String> childId,
            String account,
            String written,
            String app,
            String when,
            String by) {}

    @EventListener
    void on(AccountMet met) {
        String written = TypedText.clean(met.written());
        String app = TypedText.clean(met.app());
        List<Handle> handles = met.amongWords() ? HandlesWritten.amongWords(written) : HandlesWritten.in(app, written);
        Instant now = clock.instant();
        handles.forEach(handle -> repository.add(met.reference(), handle, written, app, met.by(), now));
        toCompare(met.reference());
    }

    /** What was written down before anybody said which child it is about counts from now on. */
    @EventListener
    void on(ChildKnown known) {
        toCompare(known.reference());
    }

    /** What was found with a report becomes as urgent as the report. */
    @EventListener
    void on(UrgencyRaised raised) {
        toCompare(raised.reference());
    }

    /** Afterwards, and whatever is known: how long it takes to write an account down tells nobody anything. */
    private void toCompare(String report) {
        if (!repository.in(report).isEmpty()) {
            events.publishEvent(new AccountsToCompare(report));
        }
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
                            known.stream().filter(find -> inTurn(find, this::mayBeTheSame)),
                            repository.undecidedAbout(all).stream().filter(find -> inTurn(find, this::undecided)))
                    .findFirst()
                    .ifPresentOrElse(find -> joins(find, same, children), () -> joins(open(), same, children));
        }
    }

    /** Whoever decides about it has done so, or reads anew what joins it. */
    private boolean inTurn(String find, Predicate<String> so) {
        record.takeTurn(find);
        return so.test(find);
    }

    private boolean undecided(String find) {
        return repository.answered(find).isEmpty();
    }

    /** What is not the same person is asked about anew where it turns up again: the answer was about what was known then. */
    private boolean mayBeTheSame(String find) {
        return !repository.answered(find).equals(Optional.of(NOT_THE_SAME));
    }

    private void joins(String find, List<Sighting> same, Map<Long, String> children) {
        List<Sighting> before = repository.of(find);
        List<Sighting> more =
                same.stream().filter(each -> !before.contains(each)).toList();
        more.forEach(each -> repository.belongs(find, each.id(), children.get(each.id())));
        keptAway.from(find);
        record.append(
                find, NewEntry.now(EntryKind.FACT, before.isEmpty() ? FOUND : MORE, onRecord(more), Author.SYSTEM));
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
            if (undecided(find)) {
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
        if (now > urgency(find)) {
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
                .map(this::met)
                .map(each -> new Statement(
                        each.reference() + ", " + label(each),
                        each.written() + (each.app().isEmpty() ? "" : ", in " + each.app()) + ", written " + each.when()
                                + " by " + each.by()))
                .toList();
    }

    /** In which reports it was met, account after account, of each the first one first. */
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
                sighting.handle().name(),
                sighting.written(),
                sighting.appWritten(),
                times.full(sighting.at()),
                agency.nameOf(sighting.by()));
    }

    /** As urgent as the most urgent of the reports has been. */
    @Transactional(readOnly = true)
    public int urgency(String find) {
        return files.find(find).map(CaseFile::urgency).orElse(0);
    }

    /** Whether a report or an account joined it that this person has not read of. */
    @Transactional(readOnly = true)
    public boolean hasMoreThanReadBy(String find, String personId) {
        int read = record.readUpTo(find, personId).orElse(0);
        return record.entries(find).stream()
                .anyMatch(entry -> entry.number() > read && entry.title().equals(MORE));
    }

    /** @param samePerson {@code yes}, {@code no} or {@code notSure} */
    public void answered(String find, String samePerson, String by) {
        repository.answer(find, samePerson, by, clock.instant());
    }

    /**
     * Of who answers for the service the first who is kept away from nothing that was found. Nobody is rung where it is not the same person, and
     * whoever is kept away from any of it learns nothing of it from another report.
     */
    @Override
    @Transactional(readOnly = true)
    public Optional<String> whomToRing(String report, String reader) {
        List<String> finds =
                repository.findsOf(report).stream().filter(this::mayBeTheSame).toList();
        Set<String> away =
                finds.stream().flatMap(find -> files.excluded(find).stream()).collect(Collectors.toSet());
        boolean told = TOLD.stream().anyMatch(role -> agency.is(reader, role)) && !away.contains(reader);
        return finds.isEmpty() || !told ? Optional.empty() : Optional.of(number(away));
    }

    private String number(Set<String> away) {
        return agency.answersForService(clock.instant())
                .filter(person -> !away.contains(person.id()))
                .map(Person::telephone)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> agency.dutyTelephone(clock.instant()));
    }
}
