package org.safecontact.engine.guard;

import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;
import org.springframework.context.ApplicationContext;

/**
 * Refuses to evaluate an expression that has no case behind it. Such expressions come from queries and filters, that
 * is from people: Camunda 7.24.0 evaluates them inside {@code orQueries} whatever its settings say
 * (CVE-2026-109432). What filters need to say about the reader and the time of day stays possible.
 */
public final class GuardedExpressionManager extends SpringExpressionManager {

    private static final String TIME_STEP = "(\\.(plus|minus)(Years|Months|Weeks|Days|Hours|Minutes|Seconds)"
            + "\\(\\d{1,5}\\)|\\.withTimeAtStartOfDay\\(\\))";

    /** The whole list of what may be evaluated without a case: who reads, and points in time around now. */
    static final Pattern ALLOWED_WITHOUT_A_CASE =
            Pattern.compile("[$#]\\{\\s*(currentUser\\(\\)|currentUserGroups\\(\\)|now\\(\\)" + "|dateTime\\(\\)"
                    + TIME_STEP + "{0,8}(\\.toDate\\(\\))?)\\s*}");

    /** @param beans what diagrams may name; see {@link DiagramBeans} */
    public GuardedExpressionManager(ApplicationContext context, Map<Object, Object> beans) {
        super(context, beans);
    }

    @Override
    public Expression createExpression(String text) {
        return new Guarded(createValueExpression(text), text);
    }

    private final class Guarded extends JuelExpression {

        private Guarded(ValueExpression value, String text) {
            super(value, GuardedExpressionManager.this, text);
        }

        @Override
        public Object getValue(VariableScope scope, BaseDelegateExecution execution) {
            requireCase(scope);
            return super.getValue(scope, execution);
        }

        @Override
        public void setValue(Object value, VariableScope scope, BaseDelegateExecution execution) {
            requireCase(scope);
            super.setValue(value, scope, execution);
        }

        private void requireCase(VariableScope scope) {
            if (scope == null
                    && !isLiteralText()
                    && !ALLOWED_WITHOUT_A_CASE.matcher(expressionText).matches()) {
                // The cause is there for the engine's own callers: some unwrap it without asking whether it exists.
                throw new ProcessEngineException(
                        "An expression without a case behind it is not evaluated.",
                        new SecurityException(
                                "Refused: only currentUser(), currentUserGroups(), now() and dateTime()"));
            }
        }
    }
}
