package org.safecontact.engine.jobs;

import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * On an orderly stop: first nothing new is begun, then what has begun is finished, and only then anything that jobs
 * need (the database, the mail server) goes away. Stock interrupts them, and queued ones stay locked.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class FinishBeforeStopping implements ApplicationListener<ContextClosedEvent> {

    private final JobExecutor executor;
    private final ThreadPoolTaskExecutor threads;

    FinishBeforeStopping(JobExecutor executor, ThreadPoolTaskExecutor threads) {
        this.executor = executor;
        this.threads = threads;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        executor.shutdown();
        threads.shutdown();
    }
}
