package org.safecontact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.community.process_test_coverage.core.model.DefaultCollector;
import org.camunda.community.process_test_coverage.core.model.Event;
import org.camunda.community.process_test_coverage.core.model.Model;
import org.camunda.community.process_test_coverage.core.model.Run;
import org.camunda.community.process_test_coverage.core.model.Suite;
import org.camunda.community.process_test_coverage.engine.platform7.ExecutionContextModelProvider;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageConfigurator;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessEngineAdapter;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;

/**
 * Which elements of a diagram the tests of one class went through. Call {@link #begin} before the class's first test
 * and {@link #requireAll} after its last: every element and every flow, or the missing ones are named.
 */
@TestComponent
public class Coverage {

    private final ProcessEngine engine;
    private DefaultCollector collector;

    Coverage(ProcessEngine engine) {
        this.engine = engine;
        // Without somewhere to report to, the first step of any diagram would fail the test that takes it.
        begin(Coverage.class);
    }

    /** Lets the engine report what it does; on from the start, because diagrams are parsed once. */
    @Bean
    static ProcessEnginePlugin coverageOfDiagrams() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                ProcessCoverageConfigurator.initializeProcessCoverageExtensions(configuration);
            }
        };
    }

    /** Forgets what was seen and begins to watch. */
    public void begin(Class<?> tests) {
        collector = new DefaultCollector(new ExecutionContextModelProvider());
        collector.createSuite(new Suite(tests.getName(), tests.getSimpleName()));
        collector.activateSuite(tests.getName());
        collector.createRun(new Run("all", "all"), tests.getName());
        collector.activateRun("all");
        new ProcessEngineAdapter(engine, collector).initializeListeners();
    }

    /** @param keys processes of which every element and flow must have been gone through */
    public void requireAll(String... keys) {
        for (String key : keys) {
            Model model = collector.getModels().stream()
                    .filter(seen -> seen.getKey().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No test went through " + key));
            assertThat(missing(key)).as("not gone through in %s", key).isEmpty();
            assertThat(collector.getActiveSuite().calculateCoverage(model))
                    .as("coverage of %s", key)
                    .isEqualTo(1.0);
        }
    }

    private Set<String> missing(String key) {
        RepositoryService repository = engine.getRepositoryService();
        BpmnModelInstance model = repository.getBpmnModelInstance(repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult()
                .getId());
        Set<String> all = new TreeSet<>();
        model.getModelElementsByType(FlowNode.class).forEach(node -> all.add(node.getId()));
        model.getModelElementsByType(SequenceFlow.class).forEach(flow -> all.add(flow.getId()));
        all.removeAll(collector.getActiveSuite().getEvents(key).stream()
                .map(Event::getDefinitionKey)
                .collect(Collectors.toSet()));
        return all;
    }
}
