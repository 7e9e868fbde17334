package org.safecontact.wellbeing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.TestClock;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Role;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.Following;
import org.safecontact.incident.RiskLevel;
import org.safecontact.incident.StoredReports;
import org.safecontact.incident.level.Lowering;
import org.safecontact.incident.level.Raising;
import org.safecontact.incident.named.NamedInWorry;
import org.safecontact.incident.report.UnsentReports;
import org.safecontact.record.Statement;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Children of the demonstration who are followed, and what people do about it. */
@TestComponent
class Followed {

    private final UnsentReports unsent;
    private final StoredReports reports;
    private final Lowering lowering;
    private final Raising raising;
    private final NamedInWorry named;
    private final Following following;
    private final Schedules schedules;
    private final Agency agency;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final FormService forms;
    private final IdentityService identity;
    private final JdbcClient jdbc;
    private final TestClock clock;

    Followed(
            UnsentReports unsent,
            StoredReports reports,
            Lowering lowering,
            Raising raising,
            NamedInWorry named,
            Following following,
            Schedules schedules,
            Agency agency,
            RuntimeService runtime,
            TaskService tasks,
            FormService forms,
            IdentityService identity,
            JdbcClient jdbc,
            TestClock clock) {
        this.unsent = unsent;
        this.reports = reports;
        this.lowering = lowering;
        this.raising = raising;
        this.named = named;
        this.following = following;
        this.schedules = schedules;
        this.agency = agency;
        this.runtime = runtime;
        this.tasks = tasks;
        this.forms = forms;
        this.identity = identity;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Ends what earlier tests of the same running product left: a child has one schedule, and earlier contacts count for 30 days. */
    void nobody() {
        runtime.createProcessInstanceQuery()
                .processDefinitionKey(CaseNames.WELLBEING_MONITORING)
                .list()
                .forEach(running -> runtime.deleteProcessInstance(running.getId(), "test over"));
        jdbc.sql("update wellbeing_schedule set closed_at = started_at, closed_by = 'test' where closed_at is null")
                .update();
        jdbc.sql("update incident set reported_at = reported_at - interval '60 days' where child_id is not null")
                .update();
    }

    /** A LOW report unless the answers say otherwise. */
    String report(String by, String child, Map<String, Object> differently, String... named) {
        return reports.about(child, by, differently, List.of(named));
    }

    /** Starts the schedule, or adds to the running one, as the case's diagram does. */
    String follow(String reference) {
        following.follow(reference);
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(
                        schedules.running(reference).orElseThrow().reference(), CaseNames.WELLBEING_MONITORING)
                .singleResult()
                .getId();
    }

    /** Somebody says that there is danger now. */
    void moreWorried(String reference, String by) {
        raising.raise(reference, by, "Worse than before", true);
    }

    void lower(String reference, RiskLevel to) {
        lowering.lower(reference, "manager1", to, List.of(new Statement("Why", "Less than feared")), clock.now());
    }

    /** The registered manager settles that it is about somebody of the home. */
    void named(String reference, String person) {
        named.settle(reference, "manager1", Optional.of("household"), List.of(person));
    }

    /** The registered manager settles that it is about a worker. */
    void workerNamed(String reference, String person) {
        named.settle(reference, "manager1", Optional.of("worker"), List.of(person));
    }

    /** The registered manager decides that whoever is named keeps access to the child's other cases. */
    void keepsOtherCases(String reference) {
        named.otherCases(reference, "manager1", true);
    }

    /** The registered manager settles that it is about nobody near the child. */
    void nobodyNamed(String reference) {
        named.settle(reference, "manager1", Optional.of("none"), List.of());
    }

    /** Closes the report that this person has begun, so that the next test finds none. */
    void nothingToReport(String person) {
        String reference = unsent.of(person).orElseThrow().reference();
        unsent.nothingToReport(reference, person);
        runtime.createMessageCorrelation(CaseNames.CLOSED_BY_REPORTER)
                .processInstanceBusinessKey(reference)
                .correlate();
    }

    Task task(String instance, String key) {
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey(key)
                .singleResult();
    }

    List<String> offeredTo(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getUserId)
                .filter(id -> id != null)
                .distinct()
                .sorted()
                .toList();
    }

    /** What the form tells whoever opens it. */
    Map<String, Object> shown(Task task) {
        return forms.getTaskFormVariables(task.getId());
    }

    void submit(Task task, String person, Map<String, Object> answers) {
        identity.setAuthentication(
                person,
                agency.person(person).orElseThrow().roles().stream()
                        .map(Role::groupId)
                        .toList());
        try {
            if (task.getAssignee() == null) {
                tasks.claim(task.getId(), person);
            }
            forms.submitTaskForm(task.getId(), answers);
        } finally {
            identity.clearAuthentication();
        }
    }

    static Map<String, Object> asUsual() {
        return new HashMap<>(Map.of("compared", "same", "signs", List.of("none")));
    }

    static Map<String, Object> worse() {
        return new HashMap<>(
                Map.of("compared", "worse", "different", List.of("sleep", "mood"), "signs", List.of("none")));
    }

    static Map<String, Object> withSign(String sign, Object... more) {
        Map<String, Object> seen = worse();
        seen.put("signs", List.of(sign));
        for (int i = 0; i < more.length; i += 2) {
            seen.put((String) more[i], more[i + 1]);
        }
        return seen;
    }

    static Map<String, Object> closed() {
        return new HashMap<>(Map.of("why", "usualAgain", "reason", "Calm for two evenings", "helps", "Life goes on"));
    }

    static Map<String, Object> closedForAnotherReason() {
        Map<String, Object> closed = closed();
        closed.put("why", "other");
        return closed;
    }

    static Map<String, Object> seenByWorker() {
        return new HashMap<>(Map.of("how", "visit", "alone", "yes", "saw", "At ease, showed a drawing"));
    }

    static Map<String, Object> toldWorker() {
        return new HashMap<>(Map.of(
                "who",
                "The child's social worker",
                "toldAt",
                "2026-11-25T21:00",
                "how",
                "telephone",
                "said",
                "Sleeps badly"));
    }
}
