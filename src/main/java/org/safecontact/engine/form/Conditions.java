package org.safecontact.engine.form;

import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Evaluates the conditions of a form with the engine's own FEEL, as the browser does with its own. */
@Component
class Conditions {

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;

    Conditions(ObjectProvider<ProcessEngineConfigurationImpl> engine) {
        this.engine = engine;
    }

    /**
     * @param present answers and shown data by key
     * @return whether any condition hides the field; a condition that does not come out true hides nothing
     */
    boolean hide(Field field, Map<String, Object> present) {
        var feel = engine.getObject().getDmnEngineConfiguration().getFeelEngine();
        var context = Variables.fromMap(present).asVariableContext();
        for (String condition : field.hiddenWhen()) {
            Object result = feel.evaluateSimpleExpression(condition, context);
            if (Boolean.TRUE.equals(result)) {
                return true;
            }
        }
        return false;
    }
}
