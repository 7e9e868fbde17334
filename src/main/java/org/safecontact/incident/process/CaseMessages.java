package org.safecontact.incident.process;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Agency;
import org.safecontact.engine.Drafts;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.NotAllowed;
import org.safecontact.incident.RiskDecision;
import org.safecontact.incident.RiskLevel;
import org.safecontact.incident.level.Levels;
import org.safecontact.incident.level.SaidTwice;
import org.safecontact.incident.report.FurtherAnswers;
import org.safecontact.incident.report.GoingOn;
import org.safecontact.incident.report.SameReport;
import org.safecontact.incident.report.Tap;
import org.safecontact.incident.report.UnsentReports;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do to a running case from outside its to-dos: each is stored and reaches the diagram in one transaction. */
@Service
@Transactional
public class CaseMessages {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final HistoryService history;
    private final Drafts drafts;
    private final CaseDiagrams diagrams;
    private final UnsentReports unsent;
    private final Levels levels;
    private final SaidTwice saidTwice;
    private final SameReport sameReport;
    private final GoingOn goingOn;
    private final FurtherAnswers further;
    private final Incidents incidents;
    private final Agency agency;
    private final CurrentPerson person;

    CaseMessages(
            RuntimeService runtime,
            TaskService tasks,
            HistoryService history,
            Drafts drafts,
            CaseDiagrams diagrams,
            UnsentReports unsent,
            Levels levels,
            SaidTwice saidTwice,
            SameReport sameReport,
            GoingOn goingOn,
            FurtherAnswers further,
            Incidents incidents,
            Agency agency,
            CurrentPerson person) {
        this.agency = agency;
        this.runtime = runtime;
        this.tasks = tasks;
        this.history = history;
        this.drafts = drafts;
        this.diagrams = diagrams;
        this.unsent = unsent;
        this.levels = levels;
        this.saidTwice = saidTwice;
        this.sameReport = sameReport;
        this.goingOn = goingOn;
        this.further = further;
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

    /**
     * A tap on <i>yes</i> or <i>not sure</i> to danger before the report is sent, see {@link UnsentReports#tapDanger}.
     *
     * @return the report in which it counts: where this one is over and had not heard of it, a new one that is open for its reporter
     */
    public String danger(String reference, String personId, Tap tap) {
        Incident there = goingOn.ownIn(reference, personId, tap.childId());
        for (String over : List.of(reference, there.reference())) {
            if (unsent.cameBeforeItWasOver(over, tap)) {
                return over;
            }
        }
        String counts = there.state().isOver()
                ? begunFrom(there.reference(), personId, tap.answer().equals("yes"))
                : there.reference();
        tapped(
                counts,
                personId,
                counts.equals(reference)
                        ? tap
                        : tap.about(incidents.get(reference).childId()));
        return counts;
    }

    private void tapped(String reference, String personId, Tap tap) {
        boolean sure = tap.answer().equals("yes");
        switch (unsent.tapDanger(reference, personId, tap)) {
            case KNOWN -> {}
            case AGAIN -> heardThoughLowered(reference, personId, sure);
            case BEFORE_SENDING -> {
                decidedAgain(reference);
                heardThoughLowered(reference, personId, sure);
            }
            // From another window, say: whoever reported is more worried now, and nobody may think that it was not
            // heard.
            case AFTER_SENDING ->
                moreWorried(reference, personId, "Danger was ticked after the report was sent.", sure);
        }
    }

    /** As the button begins one; what its reporter typed in the one that is over stands in it. */
    private String begunFrom(String over, String personId, boolean danger) {
        String next = unsent.start(personId);
        incidents.get(over).childId().flatMap(agency::child).ifPresent(child -> unsent.goesOnAbout(next, child));
        goingOn.begins(next, over, "Begun because the one before it was closed", personId);
        person.asTheHouse(() -> {
            runtime.startProcessInstanceByKey(CaseNames.UNPLANNED_CONTACT, next);
            String form = reportTask(next).orElseThrow().getId();
            history.createHistoricTaskInstanceQuery()
                    .processInstanceBusinessKey(over)
                    .taskDefinitionKey(ToDos.REPORT_CONTACT)
                    .list()
                    .forEach(closed -> drafts.move(closed.getId(), form, personId));
        });
        if (danger) {
            dangerForTheOthers(over, personId);
        }
        return next;
    }

    /** The form of a report that is not sent. */
    public Optional<String> formOf(String reference) {
        return person.asTheHouse(() -> reportTask(reference).map(Task::getId));
    }

    /** A level that a manager lowered does not keep anybody from hearing that danger is ticked now. */
    private void heardThoughLowered(String reference, String personId, boolean sure) {
        incidents
                .decision(reference)
                .filter(RiskDecision::byPerson)
                .map(RiskDecision::level)
                .filter(level -> sure ? level != RiskLevel.IMMEDIATE : !level.urgent())
                .ifPresent(
                        lowered -> moreWorried(reference, personId, "Danger was ticked after it was lowered.", sure));
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

    /**
     * <i>I'm more worried now</i>, as somebody pressed it: the same sent twice, see {@link SaidTwice}, is said once.
     *
     * @return the report in which it counts: another one where this one is over
     */
    public String worried(String reference, String personId, String why, boolean dangerNow) {
        Incident there = goingOn.worriedIn(reference, personId);
        String counts =
                there.state().isOver() ? worriedAnew(there.reference(), personId, dangerNow) : there.reference();
        if (!saidTwice.worry(counts, personId, why, dangerNow)) {
            moreWorried(counts, personId, why, dangerNow);
        }
        return counts;
    }

    private String worriedAnew(String over, String personId, boolean dangerNow) {
        if (incidents.get(over).childId().isPresent()) {
            return further.goesOn(over, personId, dangerNow);
        }
        // Nobody ever said which child it is: what was never sent is told anew, and what is not known counts as not
        // sure.
        String next = begunFrom(over, personId, dangerNow);
        tapped(
                next,
                personId,
                new Tap(dangerNow ? "yes" : "unsure", Optional.empty(), Optional.empty(), false, Duration.ZERO));
        return next;
    }

    /** <i>I'm more worried now</i>: raises the level and tells people again, or for the first time as an escalation. */
    public RiskDecision moreWorried(String reference, String personId, String why, boolean dangerNow) {
        RiskDecision decision = levels.raise(reference, personId, why, dangerNow);
        raised(reference);
        return decision;
    }

    /** The same for danger now of which the other children's reports have heard. */
    void dangerToo(String reference, String personId, String why) {
        levels.raiseToo(reference, personId, why);
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
        unsent.asksSomebody(reference);
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
