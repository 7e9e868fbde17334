package org.safecontact.inform;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Authority;
import org.safecontact.agency.Child;
import org.safecontact.agency.Hours;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.safecontact.agency.WorkingTime;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The office of the child's authority that answers a call now, and whom to ring there at which number. */
@Service
@Transactional(readOnly = true)
public class AuthorityOffice {

    static final String OPENS = "nextWorkingDay09:00";
    static final String SOCIAL_WORKER = Role.CHILDS_SOCIAL_WORKER.groupId();
    private static final String EMERGENCY_DUTY = Role.EMERGENCY_DUTY_TEAM.groupId();

    private final CallTimes times;
    private final CaseFiles files;
    private final Agency agency;
    private final WorkingTime workingTime;
    private final Clock clock;

    AuthorityOffice(CallTimes times, CaseFiles files, Agency agency, WorkingTime workingTime, Clock clock) {
        this.times = times;
        this.files = files;
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
    public record NumberToRing(String who, Optional<String> name, String telephone) {}

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
    public String office(String ladder, Purpose purpose, String soFar) {
        Instant now = clock.instant();
        if (workingTime.isOfficeHours(now)) {
            return workingTime.hours(now) == Hours.OFFICE ? SOCIAL_WORKER : soFar;
        }
        return times.canWaitUntil(ladder, purpose)
                .filter(workingTime.due(now, OPENS)::isBefore)
                .map(inTime -> SOCIAL_WORKER)
                .orElse(EMERGENCY_DUTY);
    }

    /** Whom to ring about this case, by the office that answers. */
    public NumberToRing number(String reference, String office) {
        Optional<Child> child =
                files.find(reference).flatMap(file -> file.childId()).flatMap(agency::child);
        Optional<Authority> authority = child.flatMap(known -> agency.authorityOf(known.id()));
        String authorityName = authority.map(Authority::name).orElse("the child's authority");
        if (EMERGENCY_DUTY.equals(office)) {
            return new NumberToRing(
                    "Emergency duty team of " + authorityName,
                    Optional.empty(),
                    authority.map(Authority::emergencyDutyTeamTelephone).orElse(""));
        }
        Optional<Person> worker = child.map(Child::childsSocialWorkerId)
                .filter(id -> !files.excluded(reference).contains(id))
                .flatMap(agency::person);
        return new NumberToRing(
                "Child's social worker, " + authorityName,
                worker.map(Person::name),
                worker.map(Person::telephone)
                        .or(() -> authority.map(Authority::telephone))
                        .orElse(""));
    }
}
