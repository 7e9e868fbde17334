package org.safecontact.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A decision comes with its grounds: the rules, the version and who signed it. */
@EngineTest
class DecisionsTest {

    private static final String TABLE = "test-weather";

    @Autowired
    private Decisions decisions;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private HistoryService history;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TestWork work;

    @Autowired
    private CheckEverything process;

    @Autowired
    private org.camunda.bpm.engine.FormService forms;

    @BeforeEach
    void deploy() {
        work.reset();
        repository
                .createDeployment()
                .name("weather")
                .enableDuplicateFiltering(true)
                .addClasspathResource("engine/test-weather.dmn")
                .deploy();
    }

    @Test
    void namesTheRulesBehindEachRow() {
        Decision decision = decisions.decide(TABLE, Map.of("sky", "grey"));

        assertThat(decision.rules()).containsExactly("rule-umbrella", "rule-coat");
        assertThat(decision.words())
                .as("of the rules that say what they are for")
                .containsExactly("It may rain: take something");
        assertThat(decision.rows()).containsExactly(Map.of("take", "umbrella"), Map.of("take", "coat"));
        assertThat(decision.version()).isPositive();
        assertThat(decision.versionTag()).contains("signed-1");
    }

    @Test
    void whatIsMissingIsNotKnown() {
        assertThat(decisions.decide(TABLE, Map.of()).rules()).containsExactly("rule-umbrella");
    }

    @Test
    void noRuleIsAnAnswerToo() {
        Decision decision = decisions.decide(TABLE, Map.of("sky", "blue"));

        assertThat(decision.rules()).isEmpty();
        assertThat(decision.row()).isEmpty();
    }

    @Test
    void askingStoresNothing() {
        decisions.decide(TABLE, Map.of("sky", "grey"));

        assertThat(history.createHistoricDecisionInstanceQuery()
                        .decisionDefinitionKey(TABLE)
                        .count())
                .isZero();
    }

    @Test
    void aTableThatCannotDecideLeavesTheReportAsItIs() {
        assertThatThrownBy(() -> decisions.decide(TABLE, Map.of("sky", "broken")))
                .isInstanceOf(RuntimeException.class);
        work.work = (task, answers) -> {
            try {
                decisions.decide(TABLE, Map.of("sky", "broken"));
                throw new AssertionError("decided");
            } catch (RuntimeException e) {
                return Map.of("riskLevel", "HIGH");
            }
        };
        var task = process.open();

        forms.submitTaskForm(task.getId(), Map.of("danger", "no", "whatHappened", "A call"));

        assertThat(process.isOpen(task)).isFalse();
        assertThat(runtime.getVariable(task.getProcessInstanceId(), "riskLevel"))
                .isEqualTo("HIGH");
    }

    @Test
    void aTableThatCannotDecideDoomsNoTransactionAroundIt() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            assertThatThrownBy(() -> decisions.decide(TABLE, Map.of("sky", "broken")))
                    .isInstanceOf(RuntimeException.class);
            assertThat(status.isRollbackOnly()).as("what else is written stays").isFalse();
        });
    }
}
