package org.safecontact.incident.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Role;
import org.safecontact.engine.Answers;
import org.safecontact.engine.ClosedTask;
import org.safecontact.engine.FormOptions;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.SomebodyWasFaster;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.NotAllowed;
import org.safecontact.incident.RiskQuestions;
import org.safecontact.incident.SaidToo;
import org.safecontact.incident.named.NamedInWorry;
import org.safecontact.incident.report.FurtherAnswers;
import org.safecontact.incident.report.Offered;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What the registered manager decides with the LADO about somebody near the child. */
@Component
class DecideAboutNamed implements UserTaskWork {

    private static final String HEARD = SomebodyWasFaster.KEPT
            + ", and whoever you name is kept away from this report. Please look at it again: somebody may have settled"
            + " it another way.";

    private final NamedInWorry named;
    private final FurtherAnswers further;
    private final Incidents incidents;
    private final Offered offered;
    private final Agency agency;
    private final CaseFiles files;
    private final CaseWords words;
    private final ApplicationEventPublisher events;

    DecideAboutNamed(
            NamedInWorry named,
            FurtherAnswers further,
            Incidents incidents,
            Offered offered,
            Agency agency,
            CaseFiles files,
            CaseWords words,
            ApplicationEventPublisher events) {
        this.named = named;
        this.further = further;
        this.incidents = incidents;
        this.offered = offered;
        this.agency = agency;
        this.files = files;
        this.words = words;
        this.events = events;
    }

    @Override
    public String taskKey() {
        return CaseToDos.DECIDE_ABOUT_NAMED;
    }

    @Override
    public String recordedAs() {
        return "Decided with the LADO";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Map<String, Object> shown = words.forWorkers(task.reference());
        shown.put("ladoBy", task.dueAt().map(words::by).orElse(""));
        shown.putAll(offers(task.reference(), task.person().orElse("")));
        return shown;
    }

    @Override
    public Map<String, Object> offersTo(ClosedTask task) {
        return offers(task.reference(), task.person());
    }

    private Map<String, Object> offers(String reference, String person) {
        return Map.of(
                "people",
                FormOptions.of(incidents
                        .get(reference)
                        .childId()
                        .flatMap(agency::child)
                        .map(child -> offered.people(List.of(child), person))
                        .orElse(Map.of())),
                "workers",
                FormOptions.of(offered.workers(files.excluded(reference))));
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        String reference = task.reference();
        String by = task.by();
        try {
            named.settle(reference, by, kind(answers), answers.many("persons"));
        } catch (NotAllowed open) {
            throw new FormRefused("who", open.getMessage());
        }
        answers.one("observer").ifPresent(worker -> named.observedBy(reference, worker, by));
        answers.one("otherCases").ifPresent(decided -> named.otherCases(reference, by, decided.equals("keeps")));
        return Map.of();
    }

    @Override
    public Optional<String> tooLate(ClosedTask task, Answers answers) {
        return Optional.of(counts(task, answers) ? HEARD : SomebodyWasFaster.KEPT_TO_READ);
    }

    private boolean counts(ClosedTask task, Answers answers) {
        return answers.one("who").isPresent()
                && (agency.is(task.person(), Role.REGISTERED_MANAGER)
                        || agency.is(task.person(), Role.RESPONSIBLE_INDIVIDUAL));
    }

    /** Somebody whom it names counts, also where it was settled meanwhile that it is nobody: they are kept away, and a manager decides again. */
    @Override
    public void saidToo(ClosedTask task, Answers answers) {
        if (!counts(task, answers)) {
            return;
        }
        Map<String, Object> said = answers.one("who").flatMap(who -> kind(answers)).stream()
                .collect(Collectors.toMap(kind -> RiskQuestions.NAMED_PERSON, kind -> kind));
        if (further.saidToo(task.reference(), task.person(), said, answers.many("persons"))) {
            events.publishEvent(new SaidToo(task.reference(), task.person(), false, false));
        }
    }

    private static Optional<String> kind(Answers answers) {
        return switch (answers.one("who").orElseThrow()) {
            case "household" -> Optional.of("household");
            case "worker" -> Optional.of("worker");
            case "nobody" -> Optional.of("none");
            default -> Optional.empty();
        };
    }
}
