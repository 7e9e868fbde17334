package org.safecontact.handle;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.safecontact.access.CaseFile;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.safecontact.incident.AccountKnown;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.safecontact.record.CaseRecord;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of accounts, numbers and gamer tags that stand in reports, and of what was found and decided about them. */
@Service
@Transactional
public class HandleRegister implements AccountKnown {

    /** The heading of each further report or account in the file of what was found. */
    static final String MORE = "Another report, or another account";

    private static final String NOT_THE_SAME = "no";

    /** Who reads that an account is known: whoever is on duty, and who answers for the service. */
    private static final Set<Role> TOLD =
            Set.of(Role.DUTY_SOCIAL_WORKER, Role.REGISTERED_MANAGER, Role.RESPONSIBLE_INDIVIDUAL);

    private final HandleRepository repository;
    private final Incidents incidents;
    private final CaseFiles files;
    private final CaseRecord record;
    private final Agency agency;
    private final HumanTime times;
    private final Clock clock;

    HandleRegister(
            HandleRepository repository,
            Incidents incidents,
            CaseFiles files,
            CaseRecord record,
            Agency agency,
            HumanTime times,
            Clock clock) {
        this.repository = repository;
        this.incidents = incidents;
        this.files = files;
        this.record = record;
        this.agency = agency;
        this.times = times;
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

    boolean undecided(String find) {
        return repository.answered(find).isEmpty();
    }

    /** What is not the same person is asked about anew where it turns up again: the answer was about what was known then. */
    boolean mayBeTheSame(String find) {
        return !repository.answered(find).equals(Optional.of(NOT_THE_SAME));
    }

    /** In which reports it was met, account after account, of each the first one first; where a report names its app, not once more without. */
    @Transactional(readOnly = true)
    public List<Met> met(String find) {
        List<Met> all = repository.of(find).stream().map(this::met).toList();
        return all.stream()
                .filter(each -> !each.app().isEmpty()
                        || all.stream()
                                .noneMatch(other -> !other.app().isEmpty()
                                        && other.reference().equals(each.reference())
                                        && other.account().equals(each.account())))
                .toList();
    }

    /** As the agency calls the child that this report is about. */
    public String label(Met met) {
        return met.childId().flatMap(agency::child).map(Child::label).orElse("child not known yet");
    }

    Met met(Sighting sighting) {
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
