package org.safecontact.restriction.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.safecontact.plan.Choice;
import org.safecontact.restriction.review.Topic;

/** Names of the diagram {@code online-safety-review}. */
final class OnlineSafety {

    static final String PROCESS = "online-safety-review";
    /** The look, also the business key. */
    static final String REFERENCE = "reference";
    /** What one of those is about that are still to do: the name of a topic. */
    static final String POINT = "point";

    /** The message that a look is over: a newer one has what was still to do, or the child lives elsewhere. */
    static final String OVER = "onlineSafety.over";

    private OnlineSafety() {}

    static String reference(VariableScope scope) {
        return (String) scope.getVariable(REFERENCE);
    }

    static Topic topic(Map<String, Object> variables) {
        return Choice.of(Topic.class, (String) variables.get(POINT)).orElseThrow();
    }
}
