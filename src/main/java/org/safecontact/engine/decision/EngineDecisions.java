package org.safecontact.engine.decision;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.util.DecisionEvaluationUtil;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.safecontact.engine.Decision;
import org.safecontact.engine.Decisions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** {@link Decisions} by the engine's decision tables. */
@Component
class EngineDecisions implements Decisions {

    /** Behind what a rule is for stands what it rests on, for whoever signs the table (contract, section 4). */
    private static final Pattern BASIS = Pattern.compile("\\.?\\s*Basis: .*$", Pattern.DOTALL);

    private final ObjectProvider<ProcessEngineConfigurationImpl> configuration;
    private final RulesThatFired rulesThatFired;

    EngineDecisions(ObjectProvider<ProcessEngineConfigurationImpl> configuration, RulesThatFired rulesThatFired) {
        this.configuration = configuration;
        this.rulesThatFired = rulesThatFired;
    }

    @Override
    public Decision decide(String table, Map<String, Object> inputs) {
        Command<Decision> ask = context -> context.runWithoutAuthorization(() -> evaluate(context, table, inputs));
        CommandContext running = Context.getCommandContext();
        // A rule that fails must not doom the caller's transaction: a report is stored even when its level cannot be
        // decided. So a failure never crosses the border of a transaction that the engine opens around the question.
        return running != null
                ? ask.execute(running)
                : configuration
                        .getObject()
                        .getCommandExecutorTxRequired()
                        .execute(context -> Said.by(() -> ask.execute(context)))
                        .orThrow();
    }

    /** What a table said, or why it said nothing. */
    private record Said(Decision decision, RuntimeException broken) {

        static Said by(Supplier<Decision> question) {
            try {
                return new Said(question.get(), null);
            } catch (RuntimeException broken) {
                return new Said(null, broken);
            }
        }

        Decision orThrow() {
            if (broken != null) {
                throw broken;
            }
            return decision;
        }
    }

    private Decision evaluate(CommandContext context, String table, Map<String, Object> inputs) throws Exception {
        DecisionDefinition definition = context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedLatestDecisionDefinitionByKey(table);
        try (RulesThatFired.Ear ear = rulesThatFired.listenTo(table)) {
            DmnDecisionTableResult result =
                    DecisionEvaluationUtil.evaluateDecisionTable(definition, Variables.fromMap(inputs));
            return new Decision(
                    table,
                    definition.getVersion(),
                    Optional.ofNullable(definition.getVersionTag()),
                    ear.rules(),
                    words(context, definition, ear.rules()),
                    rows(result.getResultList()));
        }
    }

    private static List<String> words(CommandContext context, DecisionDefinition definition, List<String> rules) {
        DmnModelInstance model = context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDmnModelInstanceForDecisionDefinition(definition.getId());
        return rules.stream()
                .map(id -> model.<Rule>getModelElementById(id).getDescription())
                .filter(Objects::nonNull)
                .map(description -> BASIS.matcher(description.getTextContent()).replaceFirst(""))
                .toList();
    }

    private static List<Map<String, Object>> rows(List<Map<String, Object>> result) {
        return result.stream()
                .map(row -> Collections.unmodifiableMap(new LinkedHashMap<>(row)))
                .toList();
    }
}
