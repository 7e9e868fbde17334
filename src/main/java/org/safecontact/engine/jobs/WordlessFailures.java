package org.safecontact.engine.jobs;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;

/**
 * Keeps a failed job for the next attempt as the engine does, without the words of its failure. That somebody else wrote in the same moment counts
 * as no failed attempt, and its words hold no values.
 */
public final class WordlessFailures implements FailedJobCommandFactory {

    @Override
    public Command<Object> getCommand(String jobId, Throwable problem) {
        return problem instanceof OptimisticLockingException
                ? new AtOnce(jobId, Wordless.of(problem))
                : new DefaultJobRetryCmd(jobId, Wordless.of(problem));
    }

    /** Nothing is wrong but that somebody else wrote first: an alarm does not wait for the time that is left to what is broken. */
    private static final class AtOnce extends DefaultJobRetryCmd {

        private static final long serialVersionUID = 1L;

        private AtOnce(String jobId, Throwable problem) {
            super(jobId, problem);
        }

        @Override
        public Object execute(CommandContext context) {
            executeStandardStrategy(context);
            return null;
        }
    }
}
