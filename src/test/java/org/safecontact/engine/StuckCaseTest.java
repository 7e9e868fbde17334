package org.safecontact.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.safecontact.Coverage;
import org.safecontact.Jobs;
import org.safecontact.TestClock;
import org.safecontact.access.CaseFiles;
import org.safecontact.journey.Visitor;
import org.safecontact.record.CaseRecord;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever fails in an open case is before a person within a minute, in their words, until it is mended. */
@EngineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StuckCaseTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @LocalServerPort
    private int port;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private TaskService taskService;

    @Autowired
    private CaseFiles files;

    @Autowired
    private CaseRecord record;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Autowired
    private Jobs jobs;

    @Autowired
    private Coverage coverage;

    @Autowired
    private ExpressionProbe probe;

    private String reference;
    private ProcessInstance process;

    @BeforeAll
    void watch() {
        coverage.begin(getClass());
    }

    @AfterAll
    void everyWayThroughTheDiagramWasGone() {
        coverage.requireAll("stuck-case");
    }

    @BeforeEach
    void aCaseWhoseNextStepFails() {
        probe.fails = true;
        reference = "TST-2026-9%05d".formatted(NUMBER.incrementAndGet());
        files.open(reference, "carer1", "H1");
        repository
                .createDeployment()
                .enableDuplicateFiltering(true)
                .addModelInstance(
                        "fails-by-itself.bpmn",
                        Bpmn.createExecutableProcess("fails-by-itself")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .serviceTask("tellThem")
                                .name("Tell the supervising social worker")
                                .camundaAsyncBefore()
                                .camundaExpression("${expressionProbe.ask()}")
                                .endEvent()
                                .done())
                .deploy();
        process = runtime.startProcessInstanceByKey("fails-by-itself", reference);
    }

    @Test
    void dutySeesItWithinAMinute() {
        Duration untilSeen = failForGood();

        assertThat(untilSeen).isLessThan(Duration.ofMinutes(1));
        Visitor duty = Visitor.loggedIn(port, "duty1");
        Visitor.Todo todo = todo(duty);
        assertThat(todo.name()).isEqualTo("This case is stuck: look after it by hand");
        var shown = duty.formData(todo);
        assertThat(shown.path("what").path("value").asText()).isEqualTo("Tell the supervising social worker");
        assertThat(shown.path("help").path("value").asText()).isNotBlank();
        assertThat(record.entries(reference))
                .extracting(entry -> entry.title())
                .containsExactly("Something did not happen by itself");
        assertThat(management
                        .createJobQuery()
                        .processInstanceId(process.getId())
                        .noRetriesLeft()
                        .count())
                .as("and technical help sees its own side")
                .isOne();
    }

    @Test
    void dutyAndTechnicalHelpHearItByMessage() {
        failForGood();

        assertThat(jdbc.sql("select recipient || ' ' || wanted from outgoing_message where reference = ?")
                        .param(reference)
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("duty1 LOOK_AFTER", "admin MEND");
    }

    @Test
    void aPersonDoesItByHand() {
        failForGood();
        Visitor duty = Visitor.loggedIn(port, "duty1");

        Visitor.Answer answer = duty.submit(todo(duty), Map.of("doneByHand", "Rang Sam at 22:04", "caseGoesOn", "yes"));

        assertThat(answer.accepted()).as(answer.text()).isTrue();
        assertThat(lookedAfter()).isZero();
        assertThat(record.entries(reference)).hasSize(2);
        assertThat(record.entries(reference).get(1).author().personId()).isEqualTo("duty1");
    }

    @Test
    void whatIsNotMendedComesBack() {
        failForGood();
        Visitor duty = Visitor.loggedIn(port, "duty1");
        duty.submit(todo(duty), Map.of("doneByHand", "Rang, nobody there", "caseGoesOn", "no"));

        clock.advance(Duration.ofMinutes(61));
        jobs.runDue(runtime.createProcessInstanceQuery()
                .processDefinitionKey("stuck-case")
                .processInstanceBusinessKey(reference)
                .singleResult()
                .getId());

        assertThat(todo(duty)).isNotNull();
    }

    @Test
    void whenItIsMendedTheToDoGoes() {
        failForGood();
        probe.fails = false;
        Job job = management.createJobQuery().processInstanceId(process.getId()).singleResult();
        management.setJobRetries(job.getId(), 1);
        assertThat(lookedAfter()).as("while it is tried again").isZero();

        management.executeJob(job.getId());

        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(process.getId())
                        .count())
                .isZero();
        assertThat(lookedAfter()).isZero();
    }

    @Test
    void whenTheCaseEndsTheToDoGoes() {
        failForGood();

        runtime.deleteProcessInstance(process.getId(), "ended another way");

        assertThat(lookedAfter()).isZero();
    }

    private long lookedAfter() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("stuck-case")
                .processInstanceBusinessKey(reference)
                .count();
    }

    private Visitor.Todo todo(Visitor visitor) {
        String instance = runtime.createProcessInstanceQuery()
                .processDefinitionKey("stuck-case")
                .processInstanceBusinessKey(reference)
                .singleResult()
                .getId();
        return visitor.todos().stream()
                .filter(todo -> instance.equals(instanceOf(todo)))
                .findFirst()
                .orElseThrow();
    }

    private String instanceOf(Visitor.Todo todo) {
        return taskService.createTaskQuery().taskId(todo.id()).singleResult().getProcessInstanceId();
    }

    /** Fails as often as the engine tries, when it tries. */
    private Duration failForGood() {
        var begin = clock.now();
        clock.set(begin);
        Job job = management.createJobQuery().processInstanceId(process.getId()).singleResult();
        while (job.getRetries() > 0) {
            if (job.getDuedate().toInstant().isAfter(clock.now())) {
                clock.set(job.getDuedate().toInstant());
            }
            String id = job.getId();
            assertThat(catchThrowable(() -> management.executeJob(id))).isNotNull();
            job = management.createJobQuery().jobId(id).singleResult();
        }
        return Duration.between(begin, clock.now());
    }
}
