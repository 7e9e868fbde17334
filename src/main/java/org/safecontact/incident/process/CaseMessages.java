package org.safecontact.incident.process;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.ToDos;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.NotAllowed;
import org.safecontact.incident.RiskDecision;
import org.safecontact.incident.level.Levels;
import org.safecontact.incident.level.Raising;
import org.safecontact.incident.report.SameReport;
import org.safecontact.incident.report.UnsentReports;
import org.safecontact.incident.report.WhichChild;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do to a running case from outside its to-dos: each is stored and reaches the diagram in one transaction. */
@Service
@Transactional
public class CaseMessages {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final CaseDiagrams diagrams;
    private final UnsentReports unsent;
    private final WhichChild whichChild;
    private final Levels levels;
    private final Raising raising;
    private final SameReport sameReport;
    private final Incidents incidents;
    private final CurrentPerson person;

    CaseMessages(
            RuntimeService runtime,
            TaskService tasks,
            CaseDiagrams diagrams,
            UnsentReports unsent,
            WhichChild whichChild,
            Levels levels,
            Raising raising,
            SameReport sameReport,
            Incidents incidents,
            CurrentPerson person) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.diagrams = diagrams;
        this.unsent = unsent;
        this.whichChild = whichChild;
        this.levels = levels;
        this.raising = raising;
        this.sameReport = sameReport;
        this.incidents = incidents;
        this.person = person;
    }

    /** An open report: its reference and the to-do that holds its form. */
    public record OpenReport(String reference, String taskId) {}

    /** The report that this person began and did not send; nobody begins another one for them until the transaction ends. */
    Optional<OpenReport> unsentOf(String personId) {
        return person.asTheHouse(() -> unsent.of(personId)
                .flatMap(incident -> reportTask(incident.reference()))
                .map(task -> new OpenReport(businessKey(task), task.getId())));
    }

    /** Opens the report that this person began and did not send, or begins one. */
    public OpenReport openReport(String personId) {
        return unsentOf(personId).orElseGet(this::begun);
    }

    private OpenReport begun() {
        return person.asTheHouse(() -> {
            ProcessInstance started = runtime.startProcessInstanceByKey(CaseNames.UNPLANNED_CONTACT);
            Task task = tasks.createTaskQuery()
                    .processInstanceId(started.getProcessInstanceId())
                    .singleResult();
            return new OpenReport(businessKey(task), task.getId());
        });
    }

    /** The form of a report that is not sent. */
    public Optional<String> formOf(String reference) {
        return person.asTheHouse(() -> reportTask(reference).map(Task::getId));
    }

    /** Something new is known, before the report is sent or after: it reaches people where it is worse, or a danger that is new. */
    void decidedAgain(String reference) {
        newerAlarm(reference);
        Incident before = incidents.get(reference);
        if (before.level().isEmpty()) {
            needsPeople(reference);
            return;
        }
        if (levels.decide(reference).alarming()) {
            raised(reference);
        }
    }

    /** Its reporter says that there is nothing to report after all. */
    public void nothingToReport(String reference, String personId) {
        unsent.nothingToReport(reference, personId);
        if (handedOverLater(reference)) {
            throw new NotAllowed("People were told of this in the night, and hand it over in the next working morning."
                    + " After that you can close it.");
        }
        person.asTheHouse(() -> runtime.createMessageCorrelation(CaseNames.CLOSED_BY_REPORTER)
                .processInstanceBusinessKey(reference)
                .correlate());
    }

    private boolean handedOverLater(String reference) {
        return person.asTheHouse(() -> runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference, CaseNames.MORNING_HANDOVER)
                        .count())
                > 0;
    }

    /** Starts the case of another child of the home, whose report was stored with the first one's. */
    public void alsoAbout(String reference, String by) {
        person.asTheHouse(() -> runtime.createMessageCorrelation(CaseNames.ALSO_ABOUT)
                .processInstanceBusinessKey(reference)
                .setVariables(Beginning.variables(reference, by))
                .correlateStartMessage());
    }

    /** <i>I'm more worried now</i>: raises the level and tells people again, or for the first time as an escalation. */
    public RiskDecision moreWorried(String reference, String personId, String why, boolean dangerNow) {
        RiskDecision decision = raising.raise(reference, personId, why, dangerNow);
        raised(reference);
        return decision;
    }

    /** The same for danger now of which the other children's reports have heard. */
    void dangerToo(String reference, String personId, String why) {
        raising.raiseToo(reference, personId, why);
        raised(reference);
    }

    /** Somebody is in danger now: whoever has the other children of the same report hears of it too. */
    void dangerForTheOthers(String reference, String personId) {
        sameReport.dangerNow(reference, personId).forEach(this::tell);
    }

    /** Pictures are part of the worry: the other children's reports are decided again as this one is. */
    void picturesForTheOthers(String reference, String personId) {
        decidedToo(sameReport.picturesAreNamed(reference, personId));
    }

    /** Somebody near the child is named: they see nothing of the other children's reports either, which are decided again. */
    void namedForTheOthers(String reference) {
        decidedToo(sameReport.somebodyIsNamed(reference));
    }

    private void decidedToo(List<String> others) {
        for (String other : others) {
            newerAlarm(other);
            if (levels.decide(other).alarming()) {
                tell(other);
            }
        }
    }

    /** Whoever reviewed it thinks that it is less serious: a manager is asked. */
    void askToLower(String reference) {
        diagrams.reach(CaseNames.LOWERING_ASKED, reference);
    }

    /**
     * People are told of a more serious level: again by whoever is on it, else for the first time, whatever state the case is in.
     *
     * @throws NotAllowed when nothing runs that could tell anybody
     */
    void raised(String reference) {
        if (!tell(reference)) {
            throw nobodyHeard();
        }
    }

    /** @return whether anything runs that tells people; where nothing does, what another child's report needs goes on all the same */
    private boolean tell(String reference) {
        newerAlarm(reference);
        return diagrams.reach(CaseNames.CASE_RAISED, reference)
                || diagrams.escalationBegins(reference)
                || asks(reference);
    }

    /** Whoever is worried now comes before a wish to take the case back that is older. */
    void newerAlarm(String reference) {
        diagrams.reach(CaseNames.NEWER_ALARM, reference);
    }

    /** Somebody is asked to ring the police, where nobody has it to do. */
    void policeWanted(String reference) {
        if (!diagrams.policeToRing(reference)) {
            diagrams.reach(CaseNames.POLICE_WANTED, reference);
        }
    }

    /** Whoever is asked to ring the police need not any more. */
    void nobodyNeedRingThePolice(String reference) {
        diagrams.reach(CaseNames.POLICE_KNOW, reference);
    }

    private void needsPeople(String reference) {
        if (!asks(reference)) {
            throw nobodyHeard();
        }
    }

    private boolean asks(String reference) {
        whichChild.asksSomebody(reference);
        return diagrams.reach(CaseNames.NEEDS_PEOPLE, reference);
    }

    private static NotAllowed nobodyHeard() {
        return new NotAllowed("Not taken. Please ring duty now.");
    }

    private Optional<Task> reportTask(String reference) {
        return Optional.ofNullable(tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(ToDos.REPORT_CONTACT)
                .singleResult());
    }

    private String businessKey(Task task) {
        return (String) tasks.getVariable(task.getId(), CaseNames.REFERENCE);
    }
}
