package org.safecontact.handle.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Names of the diagram {@code same-account}. */
final class SameAccount {

    static final String PROCESS = "same-account";

    private SameAccount() {}

    /** The file of what was found. */
    static String find(DelegateExecution execution) {
        return execution.getProcessBusinessKey();
    }
}
