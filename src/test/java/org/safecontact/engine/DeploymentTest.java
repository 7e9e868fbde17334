package org.safecontact.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.Resource;
import org.junit.jupiter.api.Test;
import org.safecontact.engine.history.WorkingHistory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything that stands in processes/ and forms/ runs, under the name that a reader sees. */
@EngineTest
class DeploymentTest {

    @Autowired
    private RepositoryService repository;

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Autowired
    private JdbcClient database;

    @Test
    void everyFileIsDeployedUnderItsOwnName() throws IOException {
        List<String> names =
                Stream.concat(files("processes"), files("forms")).sorted().toList();

        String deployment = repository
                .createDeploymentQuery()
                .deploymentName("SpringAutoDeployment")
                .orderByDeploymentTime()
                .desc()
                .list()
                .stream()
                .map(Deployment::getId)
                .findFirst()
                .orElse("");
        assertThat(deployed(deployment)).containsExactlyInAnyOrderElementsOf(names);
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .deploymentId(deployment)
                        .count())
                .isEqualTo(names.stream().filter(name -> name.endsWith(".bpmn")).count());
        assertThat(repository.createDecisionDefinitionQuery().deploymentId(deployment).list().stream()
                        .map(DecisionDefinition::getResourceName)
                        .distinct()
                        .count())
                .as("a file may hold a decision and what it rests on")
                .isEqualTo(names.stream().filter(name -> name.endsWith(".dmn")).count());
    }

    private List<String> deployed(String deployment) {
        return deployment.isEmpty()
                ? List.of()
                : repository.getDeploymentResources(deployment).stream()
                        .map(Resource::getName)
                        .toList();
    }

    @Test
    void whatProtectsPeopleIsSwitchedOn() {
        assertThat(engine.getHistoryLevel()).isInstanceOf(WorkingHistory.class);
        assertThat(engine.isEnableExceptionsAfterUnhandledBpmnError()).isTrue();
        assertThat(engine.isCmmnEnabled()).isFalse();
        assertThat(engine.isStandaloneTasksEnabled()).isFalse();
        assertThat(engine.isJavaSerializationFormatEnabled()).isFalse();
        assertThat(engine.isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(engine.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(engine.getDefaultUserPermissionNameForTask()).isEqualTo("TASK_WORK");
        assertThat(engine.getAuthorizationCheckRevokes())
                .isEqualTo(ProcessEngineConfiguration.AUTHORIZATION_CHECK_REVOKE_NEVER);
        assertThat(engine.isAuthorizationEnabled()).isTrue();
        assertThat(engine.isEnablePasswordPolicy()).isTrue();
        assertThat(engine.getQueryMaxResultsLimit()).isEqualTo(2000);
        for (String language : List.of("groovy", "javascript", "python", "ruby")) {
            assertThat(new ScriptEngineManager().getEngineByName(language))
                    .as(language)
                    .isNull();
        }
    }

    @Test
    void whoLooksForDueJobsReadsNoFutureTimers() {
        assertThat(database.sql("select indexdef from pg_indexes where indexname = 'safe_contact_due_job'")
                        .query(String.class)
                        .single())
                .contains("duedate_");
        assertThat(engine.isEnsureJobDueDateNotNull()).isTrue();
        assertThat(engine.isJobExecutorAcquireByDueDate()).isTrue();
    }

    @Test
    void theEngineRemembersStepsAndNoValues() {
        WorkingHistory history = new WorkingHistory();

        assertThat(Stream.of(HistoryEventTypes.values()).filter(type -> history.isHistoryEventProduced(type, null)))
                .contains(HistoryEventTypes.TASK_INSTANCE_COMPLETE, HistoryEventTypes.INCIDENT_CREATE)
                .doesNotContain(
                        HistoryEventTypes.VARIABLE_INSTANCE_CREATE,
                        HistoryEventTypes.VARIABLE_INSTANCE_UPDATE,
                        HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL,
                        HistoryEventTypes.FORM_PROPERTY_UPDATE,
                        HistoryEventTypes.DMN_DECISION_EVALUATE);
    }

    private static Stream<String> files(String folder) throws IOException {
        Path root = Path.of(folder);
        if (!Files.exists(root)) {
            return Stream.empty();
        }
        try (Stream<Path> all = Files.walk(root)) {
            return all
                    .filter(Files::isRegularFile)
                    .map(Path::toString)
                    .filter(name -> name.endsWith(".bpmn") || name.endsWith(".dmn") || name.endsWith(".form"))
                    .toList()
                    .stream();
        }
    }
}
