package org.safecontact.incident.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.engine.FormRefused;
import org.safecontact.incident.ChildKnown;
import org.safecontact.incident.Incident;
import org.safecontact.incident.NotAllowed;
import org.safecontact.incident.RiskQuestions;
import org.safecontact.incident.named.NamedBefore;
import org.safecontact.incident.named.NamedPeople;
import org.safecontact.incident.store.IncidentRecord;
import org.safecontact.incident.store.IncidentRepository;
import org.safecontact.incident.store.LinkRepository;
import org.safecontact.incident.store.Turns;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores what was reported, and keeps away whoever is named before anybody is told. */
@Service
@Transactional
public class Reporting {

    /** Heading of the answers of a report in the record. */
    public static final String ANSWERS = "What was reported";

    private final IncidentRepository repository;
    private final LinkRepository links;
    private final Given given;
    private final UnsentReports unsent;
    private final NamedPeople named;
    private final NamedBefore namedBefore;
    private final PlanAnswers agreed;
    private final CaseFiles files;
    private final Agency agency;
    private final TimesOfAReport times;
    private final BesideWhatIsKnown beside;
    private final ReportOnRecord record;
    private final Turns turns;
    private final ApplicationEventPublisher events;

    Reporting(
            IncidentRepository repository,
            LinkRepository links,
            Given given,
            UnsentReports unsent,
            NamedPeople named,
            NamedBefore namedBefore,
            PlanAnswers agreed,
            CaseFiles files,
            Agency agency,
            TimesOfAReport times,
            BesideWhatIsKnown beside,
            ReportOnRecord record,
            Turns turns,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.links = links;
        this.given = given;
        this.unsent = unsent;
        this.named = named;
        this.namedBefore = namedBefore;
        this.agreed = agreed;
        this.files = files;
        this.agency = agency;
        this.times = times;
        this.beside = beside;
        this.record = record;
        this.turns = turns;
        this.events = events;
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
        times.requireRecentCall(report, now);
        times.requireAfterBirth(report);
        turns.withNamedAbout(Stream.concat(Stream.of(report.childId()), report.otherChildren().stream()));
        Map<String, Object> answers = beside.answers(reference, report);
        store(begun, report.childId(), report, answers, now);
        List<String> others = new ArrayList<>();
        for (String childId : report.otherChildren()) {
            String other = unsent.open(report.by(), Optional.empty(), now);
            store(repository.find(other).orElseThrow(), childId, report, answers, now);
            links.add(reference, other, now);
            record.touches(other, "First reported as", reference, report.by());
            record.touches(reference, "Also reported as", other, report.by());
            others.add(other);
        }
        namedBefore.startWithout(reference);
        others.forEach(namedBefore::startWithout);
        events.publishEvent(new ChildKnown(reference));
        return others;
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
            record.write(incident, child, report, reported, now);
            agreed.keep(reference, child.id(), compared, when(report, reported));
            named.keepAway(incident, answers, false);
        });
    }

    /** Somebody of whom what is agreed for one child speaks is nobody whom it names for another. */
    private static Map<String, Object> own(Report report, Child child, Map<String, Object> answers) {
        Map<String, Object> own = new LinkedHashMap<>(answers);
        if (!child.id().equals(report.childId())) {
            own.remove(RiskQuestions.PERSON);
            own.remove(RiskQuestions.THERE);
        }
        return own;
    }

    private static PlanAnswers.When when(Report report, Instant reported) {
        Optional<Instant> exact =
                report.happenedAt().or(() -> Optional.of(reported).filter(at -> report.justNow()));
        return new PlanAnswers.When(exact.or(report::knownAt).orElse(reported), exact.isPresent());
    }
}
