package org.safecontact.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safecontact.Coverage;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Role;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody changes a running case past its forms; what technical help may do is on record and told. */
@EngineTest
class OutsideTheDiagramTest {

    private static final AtomicInteger STUCK = new AtomicInteger();

    @Autowired
    private CheckEverything process;

    @Autowired
    private TestWork work;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ManagementService management;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private IdentityService identity;

    @Autowired
    private CaseFiles files;

    @Autowired
    private CaseRecord record;

    @Autowired
    private ExpressionProbe probe;

    @Autowired
    private FormService forms;

    @Autowired
    private Coverage coverage;

    @Autowired
    private Agency agency;

    @Autowired
    private JdbcClient jdbc;

    private Task task;

    @BeforeEach
    void openACase() {
        work.reset();
        task = process.open();
    }

    @AfterEach
    void logOut() {
        identity.clearAuthentication();
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "manager1", "duty1", "carer1"})
    void nobodyChangesARunningCasePastItsForms(String person) {
        String instance = task.getProcessInstanceId();
        List<ThrowingCallable> attempts = List.of(
                () -> runtime.deleteProcessInstance(instance, "gone"),
                () -> runtime.deleteProcessInstancesAsync(List.of(instance), "gone"),
                () -> runtime.createProcessInstanceModification(instance)
                        .startBeforeActivity("andThen")
                        .execute(),
                () -> runtime.suspendProcessInstanceById(instance),
                () -> runtime.setVariable(instance, "riskLevel", "LOW"),
                () -> runtime.removeVariable(instance, "riskLevel"),
                () -> runtime.correlateMessage("case.raised"),
                () -> runtime.signal(task.getExecutionId()),
                () -> tasks.complete(task.getId(), Map.of("riskLevel", "LOW")),
                () -> tasks.setVariable(task.getId(), "riskLevel", "LOW"),
                () -> tasks.setAssignee(task.getId(), "carer2"),
                () -> tasks.setOwner(task.getId(), "carer2"),
                () -> tasks.setPriority(task.getId(), 0),
                () -> tasks.delegateTask(task.getId(), "carer2"),
                () -> tasks.resolveTask(task.getId()),
                () -> tasks.addCandidateUser(task.getId(), "carer2"),
                () -> tasks.createComment(task.getId(), instance, "text"),
                () -> tasks.createAttachment("text", task.getId(), instance, "name", "text", "http://localhost"),
                () -> tasks.handleBpmnError(task.getId(), "x"),
                () -> tasks.handleEscalation(task.getId(), "x"),
                () -> repository.suspendProcessDefinitionByKey(CheckEverything.PROCESS),
                () -> repository.deleteDeployment("1", true),
                () -> runtime.createIncident("failedJob", task.getExecutionId(), "x"));
        identity.setAuthentication(person, List.of());

        for (ThrowingCallable attempt : attempts) {
            assertThatThrownBy(attempt).isInstanceOf(AuthorizationException.class);
        }

        identity.clearAuthentication();
        assertThat(process.isOpen(task)).isTrue();
        assertThat(runtime.getVariables(instance)).isEmpty();
        assertThat(record.entries(process.reference(task))).isEmpty();
    }

    @Test
    void nobodyMovesADeadline() {
        Job job = stuck().job();
        identity.setAuthentication("admin", List.of("camunda-admin"));

        for (Consumer<String> attempt : List.<Consumer<String>>of(
                id -> management.setJobDuedate(id, new Date(0)),
                id -> management.recalculateJobDuedate(id, true),
                management::deleteJob,
                management::suspendJobById,
                id -> management.setJobPriority(id, 1),
                management::executeJob)) {
            assertThatThrownBy(() -> attempt.accept(job.getId())).isInstanceOf(AuthorizationException.class);
        }
    }

    @Test
    void tryingAFailedStepAgainIsOnRecordAndToldToTheRegisteredManager() {
        Stuck stuck = stuck();
        identity.setAuthentication("admin", List.of("camunda-admin"));

        management.setJobRetries(stuck.job().getId(), 1);
        management.setJobRetries(stuck.job().getId(), 1);

        identity.clearAuthentication();
        Stream<Entry> written = record.entries(stuck.reference()).stream()
                .filter(entry -> entry.title().equals("Technical help did something in this case"));
        assertThat(written).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.author().personId()).isEqualTo("admin");
            assertThat(entry.statements().get(0).answer()).isEqualTo("Had a step tried again that had failed");
        });
        assertThat(told(stuck).taskCandidateGroup("registeredManager").list())
                .as("once is enough")
                .hasSize(1);
        assertThat(messages(stuck)).containsExactly("manager1 SEE_TO");
    }

    @Test
    void whatSomebodyElseDoesWhileNobodyHasLookedIsToldToo() {
        Stuck stuck = stuck();
        for (String person : List.of("admin", "admin2", "admin")) {
            identity.setAuthentication(person, List.of("camunda-admin"));
            management.setJobRetries(stuck.job().getId(), 1);
            identity.clearAuthentication();
        }

        assertThat(told(stuck).list())
                .extracting(task -> runtime.getVariable(task.getExecutionId(), "touchedBy"))
                .containsExactlyInAnyOrder("admin", "admin2");
        assertThat(messages(stuck)).containsExactly("manager1 SEE_TO", "manager1 SEE_TO");
    }

    @Test
    void whereNoRegisteredManagerMayKnowTheResponsibleIndividualIsTold() {
        Stuck stuck = stuck();
        agency.holdersOf(Role.REGISTERED_MANAGER)
                .forEach(manager -> files.exclude(stuck.reference(), manager.id(), "named in the worry"));
        identity.setAuthentication("admin", List.of("camunda-admin"));

        management.setJobRetries(stuck.job().getId(), 1);

        identity.clearAuthentication();
        String responsible =
                agency.holdersOf(Role.RESPONSIBLE_INDIVIDUAL).get(0).id();
        assertThat(told(stuck).taskCandidateUser(responsible).list()).hasSize(1);
        assertThat(messages(stuck)).containsExactly(responsible + " SEE_TO");
    }

    @Test
    void theRegisteredManagerLooksAtIt() {
        coverage.begin(getClass());
        Stuck watched = stuck();
        identity.setAuthentication("admin", List.of("camunda-admin"));
        management.setJobRetries(watched.job().getId(), 1);
        Task seen = seen(watched);
        assertThat(forms.getTaskFormVariables(seen.getId()).getValue("what", String.class))
                .isEqualTo("Had a step tried again that had failed");
        forms.submitTaskForm(seen.getId(), Map.of("note", "The mail server was down; all is well"));
        identity.clearAuthentication();
        coverage.requireAll("case-was-touched");
        assertThat(record.entries(watched.reference()))
                .last()
                .extracting(entry -> entry.author().personId())
                .isEqualTo("manager1");
    }

    private Task seen(Stuck stuck) {
        identity.clearAuthentication();
        Task task = told(stuck).singleResult();
        identity.setAuthentication("manager1", List.of("registeredManager"));
        return task;
    }

    private TaskQuery told(Stuck stuck) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(stuck.reference())
                .taskDefinitionKey("caseWasTouched");
    }

    private List<String> messages(Stuck stuck) {
        return jdbc.sql("select recipient || ' ' || wanted from outgoing_message where reference = ?"
                        + " and wanted = 'SEE_TO'")
                .param(stuck.reference())
                .query(String.class)
                .list();
    }

    private record Stuck(String reference, Job job) {}

    private Stuck stuck() {
        probe.fails = true;
        String reference = "TST-2026-8%05d".formatted(STUCK.incrementAndGet());
        files.open(reference, "carer1", "H1");
        repository
                .createDeployment()
                .addModelInstance(
                        "fails-outside.bpmn",
                        Bpmn.createExecutableProcess("fails-outside")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .serviceTask("fails")
                                .camundaAsyncBefore()
                                .camundaExpression("${expressionProbe.ask()}")
                                .endEvent()
                                .done())
                .deploy();
        String instance =
                runtime.startProcessInstanceByKey("fails-outside", reference).getId();
        Job job = management.createJobQuery().processInstanceId(instance).singleResult();
        management.setJobRetries(job.getId(), 1);
        assertThat(catchThrowable(() -> management.executeJob(job.getId()))).isNotNull();
        return new Stuck(reference, job);
    }
}
