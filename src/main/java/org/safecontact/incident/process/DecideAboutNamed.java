package org.safecontact.incident.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.Agency;
import org.safecontact.engine.Answers;
import org.safecontact.engine.FormOptions;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.NotAllowed;
import org.safecontact.incident.named.NamedInWorry;
import org.safecontact.incident.report.Offered;
import org.springframework.stereotype.Component;

/** What the registered manager decides with the LADO about somebody near the child. */
@Component
class DecideAboutNamed implements UserTaskWork {

    private final NamedInWorry named;
    private final Incidents incidents;
    private final Offered offered;
    private final Agency agency;
    private final CaseFiles files;
    private final CaseWords words;

    DecideAboutNamed(
            NamedInWorry named, Incidents incidents, Offered offered, Agency agency, CaseFiles files, CaseWords words) {
        this.named = named;
        this.incidents = incidents;
        this.offered = offered;
        this.agency = agency;
        this.files = files;
        this.words = words;
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
        shown.put(
                "people",
                FormOptions.of(incidents
                        .get(task.reference())
                        .childId()
                        .flatMap(agency::child)
                        .map(child ->
                                offered.people(List.of(child), task.person().orElse("")))
                        .orElse(Map.of())));
        shown.put("workers", FormOptions.of(offered.workers(files.excluded(task.reference()))));
        return shown;
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

    private static Optional<String> kind(Answers answers) {
        return switch (answers.one("who").orElseThrow()) {
            case "household" -> Optional.of("household");
            case "worker" -> Optional.of("worker");
            case "nobody" -> Optional.of("none");
            default -> Optional.empty();
        };
    }
}
