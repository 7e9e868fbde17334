package org.safecontact.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safecontact.engine.history.WorkingHistory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * CVE-2026-109432: Camunda 7.24.0 evaluates expressions inside {@code orQueries} of a task query for anybody who may
 * ask. Shown on the stock engine with a probe that only counts; refused on ours, and not evaluated.
 */
@EngineTest
class ExpressionGuardTest {

    private static final String PROBE = "${expressionProbe.ask()}";

    @Autowired
    private ExpressionProbe probe;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FilterService filters;

    @Autowired
    private IdentityService identity;

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private DataSource database;

    private final List<String> created = new ArrayList<>();

    @BeforeEach
    void reset() {
        probe.fails = false;
        probe.evaluations.set(0);
    }

    @AfterEach
    void cleanUp() {
        identity.clearAuthentication();
        created.forEach(filters::deleteFilter);
    }

    @Test
    void theStockEngineEvaluatesTheProbe() {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("stock");
        configuration.setDataSource(database);
        configuration.setDatabaseSchemaUpdate("false");
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        // The same database, so the level it was made with; everything else as delivered.
        configuration.setCustomHistoryLevels(List.of(new WorkingHistory()));
        configuration.setHistory(WorkingHistory.NAME);
        configuration.setBeans(new HashMap<>(Map.of("expressionProbe", probe)));
        ProcessEngine stock = configuration.buildProcessEngine();
        try {
            orQuery(stock.getTaskService()).list();
            assertThat(probe.evaluations).hasPositiveValue();
        } finally {
            stock.close();
        }
    }

    @Test
    void anExpressionInAnOrQueryIsRefused() {
        refused(() -> orQuery(tasks).list());
        refused(() -> orQuery(tasks).count());
        refused(() -> orQuery(tasks).singleResult());
        refused(() -> tasks.createTaskQuery()
                .taskPriority(50)
                .or()
                .taskName("x")
                .endOr()
                .or()
                .taskOwnerExpression(PROBE)
                .endOr()
                .list());
    }

    @Test
    void anExpressionInAPlainQueryIsRefused() {
        refused(() -> tasks.createTaskQuery().taskAssigneeExpression(PROBE).list());
    }

    @Test
    void anExpressionInAStoredFilterIsRefused() {
        Filter plain = save(tasks.createTaskQuery().taskAssigneeExpression(PROBE));
        Filter withOr = save(orQuery(tasks));

        refused(() -> filters.list(plain.getId()));
        refused(() -> filters.count(plain.getId()));
        refused(() -> filters.list(withOr.getId()));
        refused(() -> filters.count(withOr.getId()));
    }

    @Test
    void anExpressionThatExtendsAFilterIsRefused() {
        Filter filter = save(tasks.createTaskQuery());

        refused(() -> filters.list(filter.getId(), orQuery(tasks)));
        refused(() -> filters.listPage(filter.getId(), orQuery(tasks), 0, 15));
        refused(() -> filters.count(filter.getId(), orQuery(tasks)));
        refused(() -> filters.list(filter.getId(), tasks.createTaskQuery().taskAssigneeExpression(PROBE)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass().forName('java.lang.Runtime')}",
                "${currentUser().getClass()}",
                "${dateTime().getClass()}",
                "${dateTime().plusDays(expressionProbe.ask())}",
                "${currentUser()}${expressionProbe.ask()}",
                "#{expressionProbe.ask()}",
                "x${expressionProbe.ask()}",
                "${now().getClass()}"
            })
    void nothingElseIsLetThrough(String expression) {
        refused(() -> tasks.createTaskQuery()
                .or()
                .taskNameLike("x")
                .taskAssigneeExpression(expression)
                .endOr()
                .list());
    }

    @Test
    void preparedFiltersMaySpeakOfTheReaderAndOfNow() {
        identity.setAuthentication("duty1", List.of("dutySocialWorker"));
        for (TaskQuery query : List.of(
                tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"),
                tasks.createTaskQuery().taskCandidateGroupInExpression("${ currentUserGroups() }"),
                tasks.createTaskQuery().dueBeforeExpression("${now()}"),
                tasks.createTaskQuery().dueBeforeExpression("${dateTime().plusDays(9).minusHours(2)}"),
                tasks.createTaskQuery().followUpBeforeExpression("#{dateTime().withTimeAtStartOfDay()}"))) {
            identity.clearAuthentication();
            Filter filter = save(query);
            letRead(filter, "duty1");
            identity.setAuthentication("duty1", List.of("dutySocialWorker"));
            assertThatCode(() -> filters.count(filter.getId())).doesNotThrowAnyException();
        }
    }

    @Test
    void diagramsReachOnlyTheBeansThatAreMarked() {
        assertThat(startWith("${expressionProbe.ask()}")).isNotNull();
        assertThat(probe.evaluations).hasPositiveValue();
        assertThatThrownBy(() -> startWith("${clock.millis()}")).hasMessageContaining("clock");
        assertThatThrownBy(() -> startWith("${dataSource.connection}")).hasMessageContaining("dataSource");
    }

    private String startWith(String expression) {
        var model = Bpmn.createExecutableProcess("expression-in-diagram")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .serviceTask()
                .camundaExpression(expression)
                .endEvent()
                .done();
        repository
                .createDeployment()
                .addModelInstance("expression-in-diagram.bpmn", model)
                .deploy();
        return runtime.startProcessInstanceByKey("expression-in-diagram").getId();
    }

    private void letRead(Filter filter, String person) {
        Authorization read = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        read.setUserId(person);
        read.setResource(Resources.FILTER);
        read.setResourceId(filter.getId());
        read.addPermission(Permissions.READ);
        authorizations.saveAuthorization(read);
    }

    private static TaskQuery orQuery(TaskService tasks) {
        return tasks.createTaskQuery()
                .or()
                .taskName("x")
                .taskAssigneeExpression(PROBE)
                .endOr();
    }

    private Filter save(TaskQuery query) {
        Filter filter = filters.saveFilter(
                filters.newTaskFilter("guard-" + created.size()).setQuery(query));
        created.add(filter.getId());
        return filter;
    }

    private void refused(ThrowingCallable query) {
        assertThatThrownBy(query).isNotNull();
        assertThat(probe.evaluations).as("evaluated").hasValue(0);
    }
}
