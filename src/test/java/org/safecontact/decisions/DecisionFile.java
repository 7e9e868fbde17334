package org.safecontact.decisions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;

/** One decision table from {@code processes/decisions}, evaluated by a decision engine with nothing around it. */
final class DecisionFile {

    /** What a table said: the rules that fired and their outputs, in the table's order. */
    record Said(List<String> rules, List<Map<String, Object>> rows) {

        Map<String, Object> row() {
            return rows.get(0);
        }

        String rule() {
            return rules.get(0);
        }
    }

    private final String key;
    private final List<String> fired = new ArrayList<>();
    private final DmnEngine engine;
    private final DmnDecision decision;

    private DecisionFile(String key) {
        this.key = key;
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration
                .getCustomPostDecisionTableEvaluationListeners()
                .add(event -> event.getMatchingRules().stream()
                        .map(DmnEvaluatedDecisionRule::getId)
                        .forEach(fired::add));
        engine = configuration.buildEngine();
        try (InputStream file = Files.newInputStream(path(key))) {
            decision = engine.parseDecision(key, file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static DecisionFile of(String key) {
        return new DecisionFile(key);
    }

    static Path path(String key) {
        return Path.of("processes", "decisions", key + ".dmn");
    }

    static DmnModelInstance model(String key) {
        return Dmn.readModelFromFile(path(key).toFile());
    }

    static DecisionTable table(String key) {
        return model(key).getModelElementsByType(DecisionTable.class).iterator().next();
    }

    static Collection<Rule> rules(String key) {
        return table(key).getRules();
    }

    Said ask(Map<String, Object> inputs) {
        fired.clear();
        List<Map<String, Object>> rows =
                engine.evaluateDecisionTable(decision, inputs).getResultList();
        return new Said(List.copyOf(fired), rows);
    }

    @Override
    public String toString() {
        return key;
    }
}
