package org.safecontact.engine.jobs;

import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Timers and messages on time. A missed deadline is a child nobody rang about, so the engine looks for due work every
 * second (stock: up to a minute) and a crashed node's work is taken over within {@link #LOCK_MILLIS}.
 *
 * <p>Off with {@code camunda.bpm.job-execution.enabled=false}, as in tests.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(prefix = "camunda.bpm.job-execution", name = "enabled", matchIfMissing = true)
class Jobs {

    /** How long an idle engine sleeps between two looks at the job table. House default: timers at most 2 s late. */
    static final int SLEEP_MILLIS = 1_000;

    /** After this long a job that a stopped machine had begun is given to another; no effect may take longer. */
    static final int LOCK_MILLIS = 45_000;

    /** How long a stop waits for effects that have begun. */
    private static final int FINISH_SECONDS = 30;

    private static final int AT_ONCE = 8;

    @Bean
    static ThreadPoolTaskExecutor camundaTaskExecutor() {
        var threads = new ThreadPoolTaskExecutor();
        threads.setThreadNamePrefix("job-");
        threads.setCorePoolSize(4);
        threads.setMaxPoolSize(AT_ONCE);
        threads.setQueueCapacity(4);
        threads.setAcceptTasksAfterContextClose(true);
        threads.setWaitForTasksToCompleteOnShutdown(true);
        threads.setAwaitTerminationSeconds(FINISH_SECONDS);
        return threads;
    }

    @Bean
    static JobExecutor jobExecutor(@Qualifier("camundaTaskExecutor") TaskExecutor threads) {
        var executor = new SpringJobExecutor();
        executor.setTaskExecutor(threads);
        executor.setRejectedJobsHandler(new NotifyAcquisitionRejectedJobsHandler());
        executor.setWaitTimeInMillis(SLEEP_MILLIS);
        executor.setMaxWait(SLEEP_MILLIS);
        executor.setWaitIncreaseFactor(1);
        executor.setLockTimeInMillis(LOCK_MILLIS);
        executor.setMaxJobsPerAcquisition(AT_ONCE);
        return executor;
    }

    @Bean
    static FinishBeforeStopping finishBeforeStopping(
            JobExecutor executor, @Qualifier("camundaTaskExecutor") ThreadPoolTaskExecutor threads) {
        return new FinishBeforeStopping(executor, threads);
    }
}
