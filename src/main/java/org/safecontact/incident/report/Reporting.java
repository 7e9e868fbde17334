package org.safecontact.incident.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.London;
import org.safecontact.engine.FormRefused;
import org.safecontact.incident.Incident;
import org.safecontact.incident.NotAllowed;
import org.safecontact.incident.Noted;
import org.safecontact.incident.RiskQuestions;
import org.safecontact.incident.level.NewDanger;
import org.safecontact.incident.named.NamedBefore;
import org.safecontact.incident.named.NamedPeople;
import org.safecontact.incident.store.AnswerRepository;
import org.safecontact.incident.store.IncidentRecord;
import org.safecontact.incident.store.IncidentRepository;
import org.safecontact.incident.store.LinkRepository;
import org.safecontact.incident.store.NoteRepository;
import org.safecontact.incident.store.Turns;
import org.safecontact.record.EntryKind;
import org.safecontact.record.Statement;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores what was reported, and keeps away whoever is named before anybody is told. */
@Service
@Transactional
public class Reporting {

    /** Heading of the answers of a report in the record. */
    public static final String ANSWERS = "What was reported";

    /** Heading of who reported what about whom, and when. */
    public static final String REPORTED = "Reported";

    private static final String NOT_BORN = "This child was not born yet. Please look at the year.";

    private final IncidentRepository repository;
    private final LinkRepository links;
    private final NoteRepository notes;
    private final Given given;
    private final AnswerRepository taps;
    private final UnsentReports unsent;
    private final NamedPeople named;
    private final NamedBefore namedBefore;
    private final PlanAnswers agreed;
    private final CaseFiles files;
    private final Agency agency;
    private final IncidentRecord record;
    private final HumanTime times;
    private final Turns turns;

    Reporting(
            IncidentRepository repository,
            LinkRepository links,
            NoteRepository notes,
            Given given,
            AnswerRepository taps,
            UnsentReports unsent,
            NamedPeople named,
            NamedBefore namedBefore,
            PlanAnswers agreed,
            CaseFiles files,
            Agency agency,
            IncidentRecord record,
            HumanTime times,
            Turns turns) {
        this.repository = repository;
        this.links = links;
        this.notes = notes;
        this.given = given;
        this.taps = taps;
        this.unsent = unsent;
        this.named = named;
        this.namedBefore = namedBefore;
        this.agreed = agreed;
        this.files = files;
        this.agency = agency;
        this.record = record;
        this.times = times;
        this.turns = turns;
    }

    /**
     * Stores what was reported and, before anybody is told, keeps away whoever is named, in it or in an earlier one about the child.
     *
     * @return references of the linked incidents that were opened for other children of the home
     * @throws NotAllowed when it was sent already or is over
     * @throws FormRefused when the telephone call was too long ago
     */
    public List<String> report(String reference, Report report) {
        Incident begun = unsent.own(reference, report.by());
        if (begun.sent()) {
            throw new SentBefore();
        }
        // Its level is decided in the same turn: what is reported is not known before it.
        Instant now = turns.began(reference);
        requireRecentCall(report, now);
        requireAfterBirth(report);
        Map<String, Object> answers = besideWhatIsKnown(reference, report);
        store(begun, report.childId(), report, answers, now);
        List<String> others = new ArrayList<>();
        for (String childId : report.otherChildren()) {
            String other = unsent.open(report.by(), Optional.empty(), now);
            store(repository.find(other).orElseThrow(), childId, report, answers, now);
            links.add(reference, other, now);
            touches(other, "First reported as", reference, report.by());
            touches(reference, "Also reported as", other, report.by());
            others.add(other);
        }
        namedBefore.startWithout(reference);
        others.forEach(namedBefore::startWithout);
        return others;
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

    /**
     * A child may tell what happened years ago, and a carer may have known it as long: only what was before the child was born is certainly a
     * slip. House default.
     */
    private void requireAfterBirth(Report report) {
        Map<String, String> refused = new LinkedHashMap<>();
        Optional<Instant> born = agency.child(report.childId())
                .map(child -> child.dateOfBirth().atStartOfDay(London.ZONE).toInstant());
        report.happenedAt()
                .filter(at -> born.filter(at::isBefore).isPresent())
                .ifPresent(at -> refused.put("happenedAt", NOT_BORN));
        report.knownAt()
                .filter(at -> born.filter(at::isBefore).isPresent())
                .ifPresent(at -> refused.put("knownAt", NOT_BORN));
        if (!refused.isEmpty()) {
            throw new FormRefused(refused);
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

    /**
     * What was tapped, seen or answered while the report was still open is not taken back by sending it; nor does a tick of <i>not sure</i>
     * that somebody has settled since count again because it still stands in the form.
     */
    private Map<String, Object> besideWhatIsKnown(String reference, Report report) {
        Map<String, Object> known = given.answers(reference);
        Map<String, Object> answers = new LinkedHashMap<>(report.answers());
        answers.replaceAll((question, answer) ->
                NewDanger.known(question, known.get(question), RiskAnswers.together(question, known, answer)));
        RiskQuestions.DANGER.stream()
                .filter(question -> "yes".equals(known.get(question)))
                .forEach(question -> answers.put(question, "yes"));
        if (taps.wasNotSure(reference)) {
            RiskQuestions.DANGER.stream()
                    .filter(question -> "no".equals(known.get(question)))
                    .forEach(question -> answers.replace(question, "unsure", "no"));
        }
        if (report.namedPersons().isEmpty() && knownStands(known, answers)) {
            for (String question : List.of(RiskQuestions.NAMED_PERSON, RiskQuestions.NAMED_PERSONS)) {
                Optional.ofNullable(known.get(question)).ifPresent(answer -> answers.put(question, answer));
            }
        }
        if (!report.namedPersons().isEmpty()) {
            answers.put(RiskQuestions.NAMED_PERSONS, report.namedPersons());
        }
        return answers;
    }

    /** Whether it is still what somebody else named, or nobody, that counts. */
    private static boolean knownStands(Map<String, Object> known, Map<String, Object> answers) {
        Object kind = answers.getOrDefault(RiskQuestions.NAMED_PERSON, "none");
        return "none".equals(kind) || kind.equals(known.get(RiskQuestions.NAMED_PERSON));
    }

    private void store(Incident begun, String childId, Report report, Map<String, Object> answers, Instant now) {
        Child child = agency.child(childId).orElseThrow(() -> new NotAllowed("Please choose the child again."));
        String reference = begun.reference();
        Instant reported = report.calledAt().orElse(now);
        // Danger that was tapped was known from the first moment.
        Instant latest = begun.level().isPresent() ? begun.knownAt() : reported;
        Instant known = report.knownAt().filter(latest::isAfter).orElse(latest);
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
        Map<String, Object> compared = agreed.answers(child.id(), own(report, child, answers), when(report, reported));
        Map<String, Object> said = new LinkedHashMap<>(compared);
        said.entrySet().removeIf(answer -> !answer.getValue().equals(answers.get(answer.getKey())));
        Map<String, Object> found = new LinkedHashMap<>(compared);
        found.keySet().removeAll(said.keySet());
        given.take(reference, IncidentRecord.SYSTEM, found, Given.Said.WITH_THE_REPORT, () -> {});
        given.take(reference, report.by(), said, Given.Said.WITH_THE_REPORT, () -> {
            files.about(reference, child.id(), child.householdId());
            files.sent(reference);
            write(incident, child, report, reported, now);
            agreed.keep(reference, child.id(), compared, when(report, reported));
            named.keepAway(incident, answers, false);
        });
    }

    private void write(Incident incident, Child child, Report report, Instant reported, Instant now) {
        record.write(
                incident.reference(),
                EntryKind.FACT,
                REPORTED,
                reported(incident, child, whenItHappened(report), incident.knownAt(), reported, now),
                incident.happenedAt().orElse(incident.knownAt()),
                incident.knownAt(),
                report.by());
        if (report.everything()) {
            notes.add(incident.reference(), Noted.EVERYTHING, "yes", report.by(), now);
        }
    }

    /** Somebody of whom what is agreed for one child speaks is nobody whom it names for another. */
    private static Map<String, Object> own(Report report, Child child, Map<String, Object> answers) {
        Map<String, Object> own = new LinkedHashMap<>(answers);
        if (!child.id().equals(report.childId())) {
            own.remove(RiskQuestions.PERSON);
        }
        return own;
    }

    private static PlanAnswers.When when(Report report, Instant reported) {
        Optional<Instant> exact =
                report.happenedAt().or(() -> Optional.of(reported).filter(at -> report.justNow()));
        return new PlanAnswers.When(exact.or(report::knownAt).orElse(reported), exact.isPresent());
    }

    private String whenItHappened(Report report) {
        return report.happenedAt()
                .map(times::full)
                .orElse(report.justNow() ? "just before it was reported" : "not known");
    }

    private List<Statement> reported(
            Incident incident, Child child, String happened, Instant known, Instant reported, Instant now) {
        List<Statement> statements = new ArrayList<>();
        statements.add(new Statement("By", agency.nameOf(incident.reporterId())));
        incident.takenBy()
                .ifPresent(takenBy -> statements.add(new Statement("Taken by telephone by", agency.nameOf(takenBy))));
        statements.add(new Statement("About", child.label()));
        statements.add(new Statement("When it happened", happened));
        statements.add(new Statement("Known since", times.full(known)));
        statements.add(new Statement("Reported", times.full(reported)));
        statements.add(new Statement("Written", times.full(now)));
        return statements;
    }
}
