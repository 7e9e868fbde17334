package org.safecontact.incident;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.NotYours;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.Household;
import org.safecontact.agency.HumanTime;
import org.safecontact.engine.FormRefused;
import org.safecontact.record.EntryKind;
import org.safecontact.record.Statement;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The way of a report from the first tap until it is stored: begun, a tap that there may be danger, sent, or nothing to report after all. */
@Service
@Transactional
public class Reporting {

    private static final Map<String, String> DANGERS = Map.of(
            RiskQuestions.IMMEDIATE_DANGER, "Is anyone in danger now?",
            RiskQuestions.NEAR_OR_MEETING, "Is somebody near, or a meeting arranged?",
            RiskQuestions.THREAT_TO_LIFE, "Is a life threatened?");

    static final String EVERYTHING = "everything";

    /** Heading of the answers of a report in the record. */
    public static final String ANSWERS = "What was reported";

    /** Heading of who reported what about whom, and when. */
    public static final String REPORTED = "Reported";

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final IncidentRepository repository;
    private final AnswerRepository given;
    private final Turns turns;
    private final NamedPeople named;
    private final Offered offered;
    private final CaseFiles files;
    private final Agency agency;
    private final IncidentRecord record;
    private final HumanTime times;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reporting(
            IncidentRepository repository,
            AnswerRepository given,
            Turns turns,
            NamedPeople named,
            Offered offered,
            CaseFiles files,
            Agency agency,
            IncidentRecord record,
            HumanTime times,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.given = given;
        this.turns = turns;
        this.named = named;
        this.offered = offered;
        this.files = files;
        this.agency = agency;
        this.record = record;
        this.times = times;
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
     * @param question which of {@link RiskQuestions#DANGER} a <i>yes</i> is about; somebody in danger when nothing else is said
     * @param answer {@code yes} or {@code unsure}; not being sure is about all of them
     * @param childId the child that was already chosen on the form, if any; one whom this person may report about. Who has only one child is
     *     not asked which
     * @return what it means now; after the report was sent nothing is stored but that it was tapped
     */
    public DangerTap tapDanger(
            String reference, String by, Optional<String> question, String answer, Optional<String> childId) {
        Incident incident = ownUnsent(reference, by);
        boolean sure = answer.equals("yes");
        List<String> about = sure
                ? List.of(question.filter(RiskQuestions.DANGER::contains).orElse(RiskQuestions.IMMEDIATE_DANGER))
                : RiskQuestions.DANGER;
        if (!given.tap(reference, sure ? about.get(0) : "all", answer, by, clock.instant())) {
            return DangerTap.KNOWN;
        }
        if (incident.sent()) {
            return DangerTap.AFTER_SENDING;
        }
        if (incident.childId().isEmpty()) {
            List<Child> children = offered.childrenFor(by);
            childId.flatMap(agency::child)
                    .filter(children::contains)
                    .or(() -> children.size() == 1 ? Optional.of(children.get(0)) : Optional.empty())
                    .ifPresent(child -> about(reference, child));
        }
        Map<String, Object> answered = given.answers(reference);
        about.stream()
                .filter(asked -> !"yes".equals(answered.get(asked)))
                .forEach(asked -> given.answer(reference, asked, answer, by, clock.instant()));
        repository.state(reference, Incident.State.OPEN);
        record.write(
                reference,
                EntryKind.FACT,
                "Tapped before the report was sent",
                List.of(new Statement(
                        sure ? DANGERS.get(about.get(0)) : "Is any of it true now?", sure ? "Yes" : "Not sure")),
                by);
        return DangerTap.BEFORE_SENDING;
    }

    /**
     * Stores what was reported and, before anybody is told, keeps away whoever is named.
     *
     * @return references of the linked incidents that were opened for other children of the home
     * @throws NotAllowed when it was sent already or is over
     * @throws FormRefused when the telephone call was too long ago
     */
    public List<String> report(String reference, Report report) {
        Incident begun = ownUnsent(reference, report.by());
        if (begun.sent()) {
            throw new NotAllowed("This report was sent already. You can add to it.");
        }
        Instant now = clock.instant();
        requireRecentCall(report, now);
        Map<String, Object> answers = besideWhatIsKnown(given.answers(reference), report);
        store(begun, report.childId(), report, answers, now);
        List<String> others = new ArrayList<>();
        for (String childId : report.otherChildren()) {
            String other = open(report.by(), Optional.empty(), now);
            store(repository.find(other).orElseThrow(), childId, report, answers, now);
            repository.link(reference, other, now);
            touches(other, "First reported as", reference, report.by());
            touches(reference, "Also reported as", other, report.by());
            others.add(other);
        }
        return others;
    }

    /**
     * Its reporter says that there is nothing to report after all.
     *
     * @throws NotAllowed when it was sent, or a tap already said that there may be danger
     */
    public void nothingToReport(String reference, String by) {
        Incident incident = ownUnsent(reference, by);
        if (incident.state() != Incident.State.UNSENT) {
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
    public Optional<Incident> unsentOf(String personId) {
        turns.withReporter(personId);
        return repository.notSentBy(personId).stream().findFirst();
    }

    /** Reports that were begun and not sent, the oldest first: duty sees who and when. */
    @Transactional(readOnly = true)
    public List<Incident> unsent() {
        return repository.unsent();
    }

    /** Every clock of a telephone report runs from the call: one of years ago would make all of them late in the moment it is written. */
    private void requireRecentCall(Report report, Instant now) {
        Instant oldest = now.minus(agency.length(HouseTime.OLDEST_CALL));
        if (report.calledAt().filter(called -> called.isBefore(oldest)).isPresent()) {
            throw new FormRefused(
                    "calledAt",
                    "This call was too long ago to be reported as one. Please write it as your own report, and give what happened its own date.");
        }
    }

    /** By its reference only: each child's authority hears of its own child (practice, section 1). */
    private void touches(String reference, String how, String other, String by) {
        record.write(
                reference,
                EntryKind.ACTION,
                "The same contact touches another child of the home",
                List.of(new Statement(how, other)),
                by);
    }

    private String open(String personId, Optional<String> householdId, Instant now) {
        int year = now.atZone(LONDON).getYear();
        String reference = "INC-%d-%06d".formatted(year, repository.nextNumber(year));
        repository.insert(reference, personId, householdId, now);
        files.open(reference, personId, householdId.orElse(null));
        return reference;
    }

    /** What was tapped, seen or answered while the report was still open is not taken back by sending it. */
    private static Map<String, Object> besideWhatIsKnown(Map<String, Object> known, Report report) {
        Map<String, Object> answers = new LinkedHashMap<>(report.answers());
        answers.replaceAll((question, answer) -> RiskAnswers.together(question, known, answer));
        RiskQuestions.DANGER.stream()
                .filter(question -> "yes".equals(known.get(question)))
                .forEach(question -> answers.put(question, "yes"));
        if ("none".equals(answers.getOrDefault(RiskQuestions.NAMED_PERSON, "none"))) {
            for (String question : List.of(RiskQuestions.NAMED_PERSON, RiskQuestions.NAMED_PERSONS)) {
                Optional.ofNullable(known.get(question)).ifPresent(answer -> answers.put(question, answer));
            }
        }
        if (!report.namedPersons().isEmpty()) {
            answers.put(RiskQuestions.NAMED_PERSONS, report.namedPersons());
        }
        return answers;
    }

    private void store(Incident begun, String childId, Report report, Map<String, Object> answers, Instant now) {
        Child child = agency.child(childId).orElseThrow(() -> new NotAllowed("Please choose the child again."));
        String reference = begun.reference();
        Instant reported = report.calledAt().orElse(now);
        Instant known = report.knownAt().filter(reported::isAfter).orElse(reported);
        Incident incident = new Incident(
                reference,
                Optional.of(child.id()),
                Optional.of(child.householdId()),
                report.caller().orElse(report.by()),
                report.caller().map(caller -> report.by()),
                report.calledAt().orElse(begun.startedAt()),
                Optional.of(reported),
                known,
                report.happenedAt(),
                begun.level(),
                begun.policeNow(),
                begun.failSafe(),
                begun.escalated(),
                Incident.State.OPEN);
        repository.update(incident);
        answers.forEach((question, answer) -> given.answer(reference, question, answer, report.by(), now));
        files.about(reference, child.id(), child.householdId());
        files.sent(reference);
        record.write(
                reference,
                EntryKind.FACT,
                REPORTED,
                reported(incident, child, known, reported, now),
                incident.happenedAt().orElse(known),
                known,
                report.by());
        if (report.everything()) {
            repository.note(reference, EVERYTHING, "yes", report.by(), now);
        }
        named.keepAway(incident, answers, false);
        if (answers.get(RiskQuestions.CONCERNS) instanceof List<?> concerns && concerns.contains("images")) {
            events.publishEvent(new ImagesNamed(reference));
        }
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

    /** Whoever answers was told which child it is, before the report itself says so. */
    public void isAbout(String reference, String childId) {
        turns.at(reference);
        mayBeAbout(reference).stream()
                .filter(child -> child.id().equals(childId))
                .findFirst()
                .ifPresent(child -> about(reference, child));
    }

    private void about(String reference, Child child) {
        files.about(reference, child.id(), child.householdId());
        repository.about(reference, child.id(), child.householdId());
    }

    private List<Statement> reported(Incident incident, Child child, Instant known, Instant reported, Instant now) {
        List<Statement> statements = new ArrayList<>();
        statements.add(new Statement("By", agency.nameOf(incident.reporterId())));
        incident.takenBy()
                .ifPresent(takenBy -> statements.add(new Statement("Taken by telephone by", agency.nameOf(takenBy))));
        statements.add(new Statement("About", child.label()));
        statements.add(new Statement(
                "When it happened", incident.happenedAt().map(times::full).orElse("not known")));
        statements.add(new Statement("Known since", times.full(known)));
        statements.add(new Statement("Reported", times.full(reported)));
        statements.add(new Statement("Written", times.full(now)));
        return statements;
    }

    private Incident ownUnsent(String reference, String by) {
        Incident incident = turns.at(reference);
        if (!repository.startedBy(reference).equals(by)) {
            throw new NotYours();
        }
        if (incident.state().isOver()) {
            throw new NotAllowed("This report is closed. Please start a new one, or ring duty.");
        }
        return incident;
    }
}
