package org.safecontact.incident.process;

import java.util.Map;
import java.util.Optional;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Authority;
import org.safecontact.agency.Child;
import org.safecontact.engine.Answers;
import org.safecontact.engine.ClosedTask;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.SomebodyWasFaster;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.incident.AuthorityTold;
import org.safecontact.incident.Incidents;
import org.springframework.stereotype.Component;

/** The child's social worker hears of every report (contract, who-to-tell). */
@Component
class TellAuthority implements UserTaskWork {

    static final String TOLD = "The child's social worker was told";

    private static final String COUNTS = SomebodyWasFaster.KEPT
            + ", and whom you told counts as told. If it stands on your list again, say so there too. In danger: 999.";

    private final AuthorityTold authority;
    private final Incidents incidents;
    private final Agency agency;
    private final CaseFiles files;
    private final CaseWords words;

    TellAuthority(AuthorityTold authority, Incidents incidents, Agency agency, CaseFiles files, CaseWords words) {
        this.authority = authority;
        this.incidents = incidents;
        this.agency = agency;
        this.files = files;
        this.words = words;
    }

    @Override
    public String taskKey() {
        return CaseToDos.TELL_AUTHORITY;
    }

    @Override
    public String recordedAs() {
        return TOLD;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Map<String, Object> shown = words.forWorkers(task.reference());
        Optional<String> child = incidents.get(task.reference()).childId();
        shown.put(
                "worker",
                child.flatMap(agency::child)
                        .map(Child::childsSocialWorkerId)
                        .filter(id -> !files.excluded(task.reference()).contains(id))
                        .map(agency::nameOf)
                        .orElse("their manager at the authority"));
        shown.put(
                "telephone",
                child.flatMap(agency::authorityOf).map(Authority::telephone).orElse(""));
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        told(task.reference(), answers.one("how").orElseThrow(), task.by(), answers);
        return Map.of();
    }

    @Override
    public Optional<String> tooLate(ClosedTask task, Answers answers) {
        return Optional.of(answers.one("how").isPresent() ? COUNTS : SomebodyWasFaster.KEPT_TO_READ);
    }

    /** Whoever was told knows, whether or not it is still asked for. */
    @Override
    public void saidToo(ClosedTask task, Answers answers) {
        answers.one("how").ifPresent(how -> told(task.reference(), how, task.person(), answers));
    }

    private void told(String reference, String how, String by, Answers answers) {
        authority.told(reference, how, by, answers.instant("toldAt"));
    }
}
