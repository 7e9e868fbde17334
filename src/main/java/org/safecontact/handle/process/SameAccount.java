package org.safecontact.handle.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Names of the diagrams {@code compare-accounts} and {@code same-account}. */
final class SameAccount {

    static final String COMPARE = "compare-accounts";

    static final String PROCESS = "same-account";

    private SameAccount() {}

    /** The report whose accounts are compared, or the file of what was found. */
    static String reference(DelegateExecution execution) {
        return execution.getProcessBusinessKey();
    }
}
