package org.safecontact.engine.jobs;

import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;

/** Keeps a failed job for the next attempt as the engine does, without the words of its failure. */
public final class WordlessFailures implements FailedJobCommandFactory {

    @Override
    public Command<Object> getCommand(String jobId, Throwable problem) {
        return new DefaultJobRetryCmd(jobId, Wordless.of(problem));
    }
}
