package org.safecontact.decisions;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * A table evaluated column by column with the engine's own FEEL, each column once
 * per value. Asking the engine takes milliseconds; this takes microseconds, so that a table can be asked a million
 * times. Whether both agree is a test of its own.
 */
final class TableInColumns {

    private record Cell(int column, Object value) {}

    private final FeelEngine feel = new ScalaFeelEngineFactory().createInstance();
    private final List<String> names = new ArrayList<>();
    private final List<String> expressions = new ArrayList<>();
    private final List<List<String>> cells = new ArrayList<>();
    private final List<String> rules = new ArrayList<>();
    private final List<List<String>> outputs = new ArrayList<>();
    private final Map<Cell, BitSet> known = new HashMap<>();

    TableInColumns(DecisionTable table) {
        table.getInputs().forEach(input -> {
            names.add(input.getId().substring("input_".length()));
            expressions.add(input.getInputExpression().getText().getTextContent());
        });
        for (Rule rule : table.getRules()) {
            rules.add(rule.getId());
            cells.add(rule.getInputEntries().stream()
                    .map(InputEntry::getText)
                    .map(text -> text.getTextContent().strip())
                    .toList());
            outputs.add(rule.getOutputEntries().stream()
                    .map(entry -> entry.getText().getTextContent().strip())
                    .toList());
        }
    }

    /** The rule that answers first. */
    String rule(Map<String, ?> inputs) {
        return rules.get(first(inputs));
    }

    /** Every rule that fits, in the table's order. */
    List<String> fitting(Map<String, ?> inputs) {
        return left(inputs).stream().mapToObj(rules::get).toList();
    }

    /** The first rule's output in the given column, as it is written. */
    String output(Map<String, ?> inputs, int column) {
        return outputs.get(first(inputs)).get(column);
    }

    private int first(Map<String, ?> inputs) {
        return left(inputs).nextSetBit(0);
    }

    private BitSet left(Map<String, ?> inputs) {
        BitSet left = new BitSet();
        left.set(0, rules.size());
        for (int column = 0; column < names.size() && !left.isEmpty(); column++) {
            left.and(known.computeIfAbsent(new Cell(column, inputs.get(names.get(column))), this::rulesThatTake));
        }
        return left;
    }

    private BitSet rulesThatTake(Cell cell) {
        VariableContext raw = Variables.createVariables()
                .putValue(names.get(cell.column), cell.value)
                .asVariableContext();
        Object value = feel.evaluateSimpleExpression(expressions.get(cell.column), raw);
        VariableContext read =
                Variables.createVariables().putValue("cellInput", value).asVariableContext();
        BitSet taken = new BitSet();
        for (int rule = 0; rule < rules.size(); rule++) {
            String text = cells.get(rule).get(cell.column);
            taken.set(rule, text.isEmpty() || feel.evaluateSimpleUnaryTests(text, "cellInput", read));
        }
        return taken;
    }
}
