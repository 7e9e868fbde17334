package org.safecontact.inform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Authority;
import org.safecontact.agency.Child;
import org.safecontact.agency.Hours;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.safecontact.agency.WorkingTime;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.RiskLevel;
import org.safecontact.record.Author;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.EntryKind;
import org.safecontact.record.NewEntry;
import org.safecontact.record.Statement;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Calls to the child's authority: who makes them, whom to ring at which number, and what became of it. */
@Service
@Transactional
public class Calls {

    static final String OPENS = "nextWorkingDay09:00";
    static final String SOCIAL_WORKER = Role.CHILDS_SOCIAL_WORKER.groupId();
    private static final String EMERGENCY_DUTY = Role.EMERGENCY_DUTY_TEAM.groupId();

    private final LadderRepository repository;
    private final Ladders ladders;
    private final Standing standing;
    private final Messages messages;
    private final CaseRecord record;
    private final CaseFiles files;
    private final CaseAccess access;
    private final Incidents incidents;
    private final Agency agency;
    private final WorkingTime workingTime;
    private final Clock clock;

    Calls(
            LadderRepository repository,
            Ladders ladders,
            Standing standing,
            Messages messages,
            CaseRecord record,
            CaseFiles files,
            CaseAccess access,
            Incidents incidents,
            Agency agency,
            WorkingTime workingTime,
            Clock clock) {
        this.repository = repository;
        this.ladders = ladders;
        this.standing = standing;
        this.messages = messages;
        this.record = record;
        this.files = files;
        this.access = access;
        this.incidents = incidents;
        this.agency = agency;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    /**
     * Whom to ring, and where.
     *
     * @param who in words for the person who rings
     * @param name the person's name where it is one person
     * @param telephone the number; empty when nobody knows one, then the authority's own is among the words
     */
    public record Number(String who, Optional<String> name, String telephone) {}

    /**
     * Who may make a call: everybody who was told in this alarm and the registered manager on call, from the first
     * minute; asked once more also team manager and duty, once again everybody who answers for the service.
     *
     * @param askedMore how often more people were asked
     */
    @Transactional(readOnly = true)
    public Set<String> mayRing(String reference, String ladder, int askedMore) {
        Instant now = clock.instant();
        Set<String> people = new LinkedHashSet<>(ladders.mayAnswer(ladder, reference));
        List<String> roles = new ArrayList<>(List.of(Role.REGISTERED_MANAGER.groupId()));
        if (askedMore >= 1) {
            roles.addAll(List.of(Role.TEAM_MANAGER.groupId(), Role.DUTY_SOCIAL_WORKER.groupId()));
        }
        if (askedMore >= 2) {
            roles.addAll(List.of(Standing.OTHER_MANAGERS, Role.RESPONSIBLE_INDIVIDUAL.groupId()));
        }
        roles.forEach(role -> people.addAll(standing.people(role, reference, now)));
        return people;
    }

    /** Until when a call should be made: a while from now; about a phone that was taken or limited, counted from when it was. */
    @Transactional(readOnly = true)
    public Instant dueAt(String ladder, Purpose purpose) {
        return canWaitUntil(ladder, purpose).orElseGet(this::soon);
    }

    /** From when more people are asked, again and again: a while from now, or some time before a later end. */
    @Transactional(readOnly = true)
    public Instant askMoreFrom(String ladder, Purpose purpose) {
        return canWaitUntil(ladder, purpose)
                .map(end -> end.minus(agency.length(HouseTime.CALL_ENDS)))
                .orElseGet(this::soon);
    }

    /** How long each time, before more people are asked. */
    @Transactional(readOnly = true)
    public Duration askMoreEvery() {
        return agency.length(HouseTime.CALL_AUTHORITY);
    }

    private Instant soon() {
        return workingTime.due(clock.instant(), HouseTime.CALL_AUTHORITY);
    }

    private Optional<Instant> canWaitUntil(String ladder, Purpose purpose) {
        return purpose == Purpose.PHONE_TAKEN
                ? Optional.of(ladders.current(ladder).dueAt())
                : Optional.empty();
    }

    /** 0 for LOW to 3 for IMMEDIATE. */
    @Transactional(readOnly = true)
    public int urgency(String reference) {
        return incidents
                .find(reference)
                .flatMap(Incident::level)
                .orElse(RiskLevel.HIGH)
                .urgency();
    }

    /** When the authority's office closes or opens next. */
    public Instant officeChangesAt() {
        Instant now = clock.instant();
        return workingTime.due(now, workingTime.isOfficeHours(now) ? "endOfWorkingDay" : OPENS);
    }

    /**
     * Which office a call goes to now: the child's social worker while the office is open, or when it opens before the
     * call has to be made; else the emergency duty team. Shortly before the office closes it stays where it is.
     *
     * @param soFar the office that was to be rung so far
     */
    @Transactional(readOnly = true)
    public String office(String ladder, Purpose purpose, String soFar) {
        Instant now = clock.instant();
        if (workingTime.isOfficeHours(now)) {
            return workingTime.hours(now) == Hours.OFFICE ? SOCIAL_WORKER : soFar;
        }
        return canWaitUntil(ladder, purpose)
                .filter(workingTime.due(now, OPENS)::isBefore)
                .map(inTime -> SOCIAL_WORKER)
                .orElse(EMERGENCY_DUTY);
    }

    /** Keeps that a call goes to another office from now on. */
    public void changed(String reference, String ladder, String office) {
        row(reference, ladder, ToldRow.What.TO_BE_RUNG, office, Optional.empty());
        record.append(
                reference,
                NewEntry.now(
                        EntryKind.TOLD,
                        "Not reached yet: the call goes to " + Telling.words(office) + " from now on",
                        List.of(),
                        Author.SYSTEM));
    }

    /** Whom to ring about this case, by the office that answers. */
    @Transactional(readOnly = true)
    public Number number(String reference, String office) {
        Optional<Child> child =
                files.find(reference).flatMap(file -> file.childId()).flatMap(agency::child);
        Optional<Authority> authority = child.flatMap(known -> agency.authorityOf(known.id()));
        String authorityName = authority.map(Authority::name).orElse("the child's authority");
        if (EMERGENCY_DUTY.equals(office)) {
            return new Number(
                    "Emergency duty team of " + authorityName,
                    Optional.empty(),
                    authority.map(Authority::emergencyDutyTeamTelephone).orElse(""));
        }
        Optional<Person> worker = child.map(Child::childsSocialWorkerId)
                .filter(id -> !files.excluded(reference).contains(id))
                .flatMap(agency::person);
        return new Number(
                "Child's social worker, " + authorityName,
                worker.map(Person::name),
                worker.map(Person::telephone)
                        .or(() -> authority.map(Authority::telephone))
                        .orElse(""));
    }

    /**
     * Messages to those who are asked to do something on a case; nobody gets one who is excluded or stands before a wall.
     *
     * @param origin the call or to-do that they are asked for
     * @param asked how often they were asked before
     * @param wanted what they are asked for
     * @param by until when, empty when nothing says so
     */
    public List<OutgoingMessage> ask(
            String reference,
            String origin,
            int asked,
            Set<String> people,
            OutgoingMessage.Wanted wanted,
            Optional<Instant> by) {
        return people.stream()
                .filter(person -> !access.keptAway(person, reference))
                .flatMap(person -> messages.write(reference, origin, 0, asked, person, wanted, by).stream())
                .toList();
    }

    /** Ids of those who stand for a role on this case now. */
    @Transactional(readOnly = true)
    public Set<String> holders(String role, String reference) {
        return new LinkedHashSet<>(standing.people(role, reference, clock.instant()));
    }

    /** Ids of the registered managers who are not on call now. */
    @Transactional(readOnly = true)
    public Set<String> otherManagers(String reference) {
        return holders(Standing.OTHER_MANAGERS, reference);
    }

    /** Keeps what became of a call. */
    public void made(String reference, String ladder, String office, String by, boolean reached) {
        ToldRow.What what = reached ? ToldRow.What.REACHED : ToldRow.What.NOT_REACHED;
        row(reference, ladder, what, office, Optional.of(by));
    }

    /**
     * The answer settled what the call was about. It ends where nobody has it in hand; what is told later is a call of its own.
     *
     * @param has who has it in hand; empty when nobody has
     */
    public void settled(String reference, String ladder, String office, Optional<String> has) {
        if (has.isEmpty()) {
            row(reference, ladder, ToldRow.What.CALLED_OFF, office, Optional.empty());
        }
        List<Statement> statements = new ArrayList<>();
        statements.add(new Statement("Whom", Telling.words(office)));
        statements.add(new Statement("Why", "The answer says that it is less serious than feared"));
        has.ifPresent(person ->
                statements.add(new Statement("Who had begun it and says what came of it", agency.nameOf(person))));
        record.append(
                reference,
                NewEntry.now(EntryKind.TOLD, "The call need not be made any more", statements, Author.SYSTEM));
    }

    private void row(String reference, String ladder, ToldRow.What what, String office, Optional<String> by) {
        Rung rung = ladders.current(ladder);
        repository.add(new ToldRow(
                reference,
                ladder,
                rung.purpose(),
                rung.number(),
                rung.repetition(),
                what,
                office,
                Optional.empty(),
                ToldRow.BY_TELEPHONE,
                by.orElse(ToldRow.SYSTEM),
                clock.instant(),
                Optional.empty()));
    }
}
