package org.safecontact.models;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.safecontact.models.ModelFiles.Decision;

/** What every decision table of the product keeps to. Each breach is a sentence that says what to change. */
final class DecisionRules {

    private static final Pattern BASIS = Pattern.compile(
            "(?i)\\b(policy|regulations?|standards?|NMS|house default|act 19\\d\\d|act 20\\d\\d|contract|working together|guidance|schedule 7)\\b");
    private static final Pattern GENERATED = Pattern.compile("(?i)^[a-z]+_(?=\\w*\\d)[0-9a-z]{7}$");

    private final Decision file;
    private final List<String> broken = new ArrayList<>();

    DecisionRules(Decision file) {
        this.file = file;
    }

    List<String> broken() {
        var decisions = file.model().getModelElementsByType(org.camunda.bpm.model.dmn.instance.Decision.class);
        var tables = file.model().getModelElementsByType(DecisionTable.class);
        say(tables.size() == 1, "has %d tables, not one".formatted(tables.size()));
        for (DecisionTable table : tables) {
            String key = table.getParentElement().getAttributeValue("id");
            say(file.name().equals(key), "its key is " + key + ", not its file name");
        }
        // Beside its table a file may hold the small decisions that only this table asks.
        for (var decision : decisions) {
            say(filled(decision.getName()), decision.getId() + " has no name");
            say(filled(decision.getVersionTag()), decision.getId() + " has no version tag");
            say(
                    filled(decision.getCamundaHistoryTimeToLiveString()),
                    decision.getId() + " has no time to live for its history");
            say(decision.getDescription() != null, decision.getId() + " does not say what it decides");
        }
        file.model().getModelElementsByType(DecisionTable.class).forEach(this::table);
        for (LiteralExpression expression : file.model().getModelElementsByType(LiteralExpression.class)) {
            say(
                    expression.getExpressionLanguage() == null
                            || expression.getExpressionLanguage().equalsIgnoreCase("feel"),
                    expression.getId() + " is not FEEL");
        }
        return broken;
    }

    private void table(DecisionTable table) {
        for (Input input : table.getInputs()) {
            say(filled(input.getLabel()), "input " + input.getId() + " has no words");
        }
        for (Output output : table.getOutputs()) {
            say(filled(output.getName()), "output " + output.getId() + " has no name");
        }
        for (Rule rule : table.getRules()) {
            say(!GENERATED.matcher(rule.getId()).matches(), rule.getId() + " is not named by what it says");
            String basis =
                    rule.getDescription() == null ? "" : rule.getDescription().getTextContent();
            say(BASIS.matcher(basis).find(), rule.getId() + " does not name its basis");
        }
        say(!table.getRules().isEmpty(), "has no rule");
    }

    private static boolean filled(String text) {
        return text != null && !text.isBlank();
    }

    private void say(boolean kept, String breach) {
        if (!kept) {
            broken.add(file.name() + ": " + breach);
        }
    }
}
