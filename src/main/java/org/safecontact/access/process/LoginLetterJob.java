package org.safecontact.access.process;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.safecontact.access.LoginLetters;
import org.springframework.beans.factory.ObjectProvider;

/** One letter about a changed login, sent by the engine after the transaction that made the change, and tried again when it was not taken. */
class LoginLetterJob implements JobHandler<LoginLetterJob.Letter> {

    private static final String TYPE = "login-letter";

    /**
     * What the job table keeps: ids, no words.
     *
     * @param asBefore whether it goes to where the recipient was reached before the change
     */
    record Letter(long change, String login, String recipient, boolean asBefore) implements JobHandlerConfiguration {

        @Override
        public String toCanonicalString() {
            return change + " " + login + " " + recipient + (asBefore ? " before" : "");
        }
    }

    private final ObjectProvider<LoginLetters> letters;

    LoginLetterJob(ObjectProvider<LoginLetters> letters) {
        this.letters = letters;
    }

    /** Leaves a letter with the engine, in the transaction that is running. */
    static void later(Letter letter) {
        MessageEntity job = new MessageEntity();
        job.setJobHandlerType(TYPE);
        job.setJobHandlerConfiguration(letter);
        job.setDuedate(ClockUtil.getCurrentTime());
        Context.getCommandContext().getJobManager().send(job);
    }

    @Override
    public String getType() {
        return TYPE;
    }

    @Override
    public void execute(Letter letter, ExecutionEntity none, CommandContext context, String tenantId) {
        letters.getObject().send(letter.change(), letter.login(), letter.recipient(), letter.asBefore());
    }

    @Override
    public Letter newConfiguration(String kept) {
        String[] parts = kept.split(" ");
        return new Letter(Long.parseLong(parts[0]), parts[1], parts[2], parts.length > 3);
    }

    @Override
    public void onDelete(Letter letter, JobEntity job) {
        // nothing else is kept of it
    }
}
