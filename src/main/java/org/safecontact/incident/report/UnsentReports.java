package org.safecontact.incident.report;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.access.CaseFile;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.CaseReference;
import org.safecontact.access.NotYours;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.Household;
import org.safecontact.agency.London;
import org.safecontact.incident.ChildKnown;
import org.safecontact.incident.Incident;
import org.safecontact.incident.IncidentEnded;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.NotAllowed;
import org.safecontact.incident.RiskQuestions;
import org.safecontact.incident.UnknownIncident;
import org.safecontact.incident.named.NamedBefore;
import org.safecontact.incident.store.AnswerRepository;
import org.safecontact.incident.store.IncidentRecord;
import org.safecontact.incident.store.IncidentRepository;
import org.safecontact.incident.store.Turns;
import org.safecontact.record.EntryKind;
import org.safecontact.record.Statement;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A report from the first tap until it is sent: begun, a tap that there may be danger, which child it is about, or nothing to report after all. */
@NamedInterface("report")
@Service
@Transactional
public class UnsentReports {

    static final String CLOSED = "This report is closed. Please start a new one, or ring duty.";

    private final IncidentRepository repository;
    private final Incidents incidents;
    private final Given given;
    private final AnswerRepository taps;
    private final Turns turns;
    private final Offered offered;
    private final NamedBefore namedBefore;
    private final CaseFiles files;
    private final Agency agency;
    private final IncidentRecord record;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    UnsentReports(
            IncidentRepository repository,
            Incidents incidents,
            Given given,
            AnswerRepository taps,
            Turns turns,
            Offered offered,
            NamedBefore namedBefore,
            CaseFiles files,
            Agency agency,
            IncidentRecord record,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.incidents = incidents;
        this.given = given;
        this.taps = taps;
        this.turns = turns;
        this.offered = offered;
        this.namedBefore = namedBefore;
        this.files = files;
        this.agency = agency;
        this.record = record;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Begins an unsent report; duty sees who and when, not what.
     *
     * @param personId who begins it
     * @return the new reference, {@code INC-<year in England>-<six digits>}; it comes from here and never from a caller
     */
    public String start(String personId) {
        Instant now = clock.instant();
        Optional<String> home = agency.householdOf(personId).map(Household::id);
        String reference = open(personId, home, now);
        record.write(
                reference,
                EntryKind.ACTION,
                "A report was begun",
                List.of(new Statement("By", agency.nameOf(personId))),
                personId);
        return reference;
    }

    /**
     * Somebody tapped <i>yes</i> or <i>not sure</i> to danger before sending: it counts at once, everything else unanswered
     * (practice, section 1). The same tap twice is one tap.
     *
     * @param by whose report it is
     * @return what it means now; after the report was sent nothing is stored but that it was tapped
     */
    public DangerTap tapDanger(String reference, String by, Tap tap) {
        Incident incident = own(reference, by);
        String answer = tap.answer();
        boolean sure = answer.equals("yes");
        List<String> about = sure ? List.of(asked(tap)) : RiskQuestions.DANGER;
        boolean first = taps.tap(reference, asked(tap), answer, by, clock.instant());
        if (incident.sent()) {
            return first ? DangerTap.AFTER_SENDING : DangerTap.KNOWN;
        }
        if (tap.stoodThere() && !first) {
            return DangerTap.KNOWN;
        }
        Map<String, Object> answered = given.answers(reference);
        // Not sure once more, after somebody settled it, is news.
        if (about.stream().map(answered::get).allMatch(known -> "yes".equals(known) || answer.equals(known))) {
            return DangerTap.AGAIN;
        }
        if (incident.childId().isEmpty()) {
            List<Child> children = offered.childrenFor(by);
            tap.childId()
                    .flatMap(agency::child)
                    .filter(children::contains)
                    .or(() -> tap.childId().isEmpty() && children.size() == 1
                            ? Optional.of(children.get(0))
                            : Optional.empty())
                    .ifPresent(child -> about(reference, child));
        }
        Map<String, Object> tapped = about.stream()
                .filter(asked -> !"yes".equals(answered.get(asked)))
                .collect(Collectors.toMap(asked -> asked, asked -> answer));
        given.take(reference, by, tapped, Given.Said.WITH_THE_REPORT, () -> {});
        repository.state(reference, Incident.State.OPEN);
        record.write(
                reference,
                EntryKind.FACT,
                "Tapped before the report was sent",
                List.of(RiskQuestions.tapped(sure ? Optional.of(about.get(0)) : Optional.empty())),
                by);
        return DangerTap.BEFORE_SENDING;
    }

    /** Whether this very tap had come in before the report was over: its answer was lost on the way, and it is sent again. */
    @Transactional(readOnly = true)
    public boolean cameBeforeItWasOver(String reference, Tap tap) {
        return repository
                        .find(reference)
                        .filter(incident -> incident.state().isOver())
                        .isPresent()
                && taps.tappedAt(reference, asked(tap), tap.answer())
                        .filter(came -> tap.stoodThere()
                                || !came.isBefore(clock.instant().minus(tap.ago())))
                        .isPresent();
    }

    private static String asked(Tap tap) {
        return tap.answer().equals("yes")
                ? tap.question().filter(RiskQuestions.DANGER::contains).orElse(RiskQuestions.IMMEDIATE_DANGER)
                : "all";
    }

    /**
     * Whether its reporter may say that there is nothing to report: nobody was told of it, or whoever answered has settled that it is not
     * serious. House default.
     */
    @Transactional(readOnly = true)
    public boolean mayClose(Incident incident) {
        return incident.state() == Incident.State.UNSENT
                || incident.state() == Incident.State.OPEN
                        && !incident.sent()
                        && incidents.settled(incident.reference());
    }

    /**
     * Its reporter says that there is nothing to report after all.
     *
     * @throws NotAllowed when it was sent, or a tap already said that there may be danger
     */
    public void nothingToReport(String reference, String by) {
        Incident incident = own(reference, by);
        if (!mayClose(incident)) {
            throw new NotAllowed("People have been told already. If it was a mistake, tell whoever rings you.");
        }
        record.write(
                reference,
                EntryKind.ACTION,
                "Closed without sending",
                List.of(new Statement("By", agency.nameOf(by))),
                by);
        repository.end(reference, Incident.State.NOTHING_TO_REPORT, by, clock.instant());
        files.close(reference);
        events.publishEvent(new IncidentEnded(reference, Incident.State.NOTHING_TO_REPORT));
    }

    /**
     * The report that this person began last and did not send; with it, one whose danger was tapped and the rest is still open. Whoever asks
     * begins another one only in the same transaction: two presses in the same second find the same.
     */
    public Optional<Incident> of(String personId) {
        turns.withReporter(personId);
        return repository.notSentBy(personId).stream().findFirst();
    }

    /** Reports that were begun and not sent, the oldest first: duty sees who and when. */
    @Transactional(readOnly = true)
    public List<Incident> all() {
        return repository.unsent();
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

    /** A report that goes on from one about that child, wherever the child lives by now. */
    public void goesOnAbout(String reference, Child child) {
        about(reference, child);
    }

    private void about(String reference, Child child) {
        files.about(reference, child.id(), child.householdId());
        repository.about(reference, child.id(), child.householdId());
        namedBefore.startWithout(reference);
        events.publishEvent(new ChildKnown(reference));
    }

    /** A report that nothing is written in yet, with its reference. */
    String open(String personId, Optional<String> householdId, Instant now) {
        int year = now.atZone(London.ZONE).getYear();
        String reference = CaseReference.of(year, repository.nextNumber(year));
        repository.insert(reference, personId, householdId, now);
        files.open(reference, personId, null);
        return reference;
    }

    /**
     * The report of whoever began it.
     *
     * @throws NotYours when somebody else began it
     * @throws NotAllowed when it is over
     */
    Incident own(String reference, String by) {
        Incident incident = turns.at(reference);
        if (!repository.startedBy(reference).equals(by)) {
            throw new NotYours();
        }
        if (incident.state().isOver()) {
            throw new NotAllowed(CLOSED);
        }
        return incident;
    }
}
