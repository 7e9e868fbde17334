package org.safecontact.policy.process;

import org.camunda.bpm.engine.delegate.VariableScope;

/** Names of the diagram {@code review-policy}. */
final class PolicyReview {

    static final String PROCESS = "review-policy";
    /** The look, also the business key. */
    static final String REFERENCE = "reference";
    /** The message that it was put right meanwhile. */
    static final String IN_ORDER = "policy.putRight";

    private PolicyReview() {}

    static String reference(VariableScope scope) {
        return (String) scope.getVariable(REFERENCE);
    }
}
