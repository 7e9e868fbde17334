package org.safecontact.referral;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.access.CaseAccess;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.Person;
import org.safecontact.agency.WorkingTime;
import org.safecontact.incident.AddedTo;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.Noted;
import org.safecontact.incident.WhoWasTold;
import org.safecontact.record.Author;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.EntryKind;
import org.safecontact.record.NewEntry;
import org.safecontact.record.Statement;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where sexual abuse was told, seen or found, everybody who knows makes their own report: the agency's does not replace it (practice, section 8). */
@Service
@Transactional
public class AbuseReports {

    private final Incidents incidents;
    private final CaseAccess access;
    private final Agency agency;
    private final ObjectProvider<WhoWasTold> told;
    private final CaseRecord record;
    private final WorkingTime workingTime;
    private final HumanTime times;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AbuseReports(
            Incidents incidents,
            CaseAccess access,
            Agency agency,
            ObjectProvider<WhoWasTold> told,
            CaseRecord record,
            WorkingTime workingTime,
            HumanTime times,
            ApplicationEventPublisher events,
            Clock clock) {
        this.incidents = incidents;
        this.access = access;
        this.agency = agency;
        this.told = told;
        this.record = record;
        this.workingTime = workingTime;
        this.times = times;
        this.events = events;
        this.clock = clock;
    }

    /** Each once in a case; nobody who is kept away from it. */
    void ask(String reference, String assessedBy) {
        Set<String> asked = incidents.everNoted(reference, Noted.OWN_REPORT_ASKED);
        whoKnows(reference, assessedBy).stream()
                .filter(person -> !asked.contains(person))
                .filter(person -> agency.person(person).isPresent() && access.mayRead(person, reference))
                .forEach(person -> {
                    incidents.note(reference, Noted.OWN_REPORT_ASKED, person, assessedBy);
                    events.publishEvent(new OwnReportOwed(reference, person));
                });
    }

    /** Who reported, who took the call, who answered, who assessed. */
    private Set<String> whoKnows(String reference, String assessedBy) {
        Incident incident = incidents.get(reference);
        Set<String> know = new LinkedHashSet<>(List.of(incident.reporterId()));
        incident.takenBy().ifPresent(know::add);
        told.stream()
                .flatMap(each -> Stream.of(each.answeredBefore(reference), each.taken(reference)))
                .flatMap(answer -> answer.filter(WhoWasTold.Taken::answered).stream())
                .map(WhoWasTold.Taken::personId)
                .forEach(know::add);
        know.add(assessedBy);
        return know;
    }

    /** By when somebody who is asked now should have made it. */
    public Instant due() {
        return workingTime.due(clock.instant(), HouseTime.OWN_REPORT);
    }

    /**
     * Their to-do is over: they answered, are kept away, or left. Whoever only sees the report no more, such as the home that a child moved away
     * from, knows what they know all the same: it stays missing, and who answers for the service hears that they have to be asked.
     */
    public void settled(String reference, String person) {
        boolean answered = access.mayRead(person, reference);
        if (answered || agency.person(person).isEmpty() || access.keptAway(person, reference)) {
            incidents.note(reference, Noted.OWN_REPORT_SETTLED, person, person);
            return;
        }
        Set<String> told = agency.answersForService(clock.instant())
                .map(Person::id)
                .filter(manager -> access.mayRead(manager, reference))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        record.append(
                reference,
                NewEntry.now(
                        EntryKind.TOLD,
                        "Own report still to be asked for",
                        List.of(
                                new Statement("Whose", agency.nameOf(person)),
                                new Statement("Why", "They do not see this report any more"),
                                new Statement("What to do", "Ring them: it is theirs to make all the same"),
                                new Statement(
                                        "Told",
                                        told.stream().map(agency::nameOf).collect(Collectors.joining(", ")))),
                        Author.SYSTEM));
        events.publishEvent(new AddedTo(reference, record.length(reference), told));
    }

    /** It was not made in time; it stands in the record that the registered manager hears of it. */
    public void late(String reference, String person, Instant due) {
        record.append(
                reference,
                NewEntry.now(
                        EntryKind.TOLD,
                        "Own report not made in time",
                        List.of(
                                new Statement("Whose", agency.nameOf(person)),
                                new Statement("By when", times.full(due)),
                                new Statement("Told", "the registered managers")),
                        Author.SYSTEM));
    }
}
