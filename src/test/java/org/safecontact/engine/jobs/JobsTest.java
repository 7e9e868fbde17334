package org.safecontact.engine.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.Test;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Timers are late by a second, not by a minute; a stop lets what has begun finish. */
class JobsTest {

    @Test
    void anIdleEngineLooksEverySecond() {
        JobExecutor executor = Jobs.jobExecutor(Jobs.camundaTaskExecutor());

        assertThat(executor.getWaitTimeInMillis()).isEqualTo(1_000);
        assertThat(executor.getMaxWait()).isEqualTo(1_000);
        assertThat(executor.getLockTimeInMillis()).isBetween(30_000, 60_000);
    }

    @Test
    void aStopLetsWhatHasBegunFinish() throws InterruptedException {
        ThreadPoolTaskExecutor threads = Jobs.camundaTaskExecutor();
        threads.initialize();
        JobExecutor executor = Jobs.jobExecutor(threads);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicBoolean finished = new AtomicBoolean();
        threads.execute(() -> {
            begun.countDown();
            try {
                goOn.await();
                finished.set(true);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        begun.await();

        Thread stop = new Thread(() -> new FinishBeforeStopping(executor, threads)
                .onApplicationEvent(new ContextClosedEvent(new StaticApplicationContext())));
        stop.start();
        goOn.countDown();
        stop.join();

        assertThat(finished).isTrue();
        assertThat(threads.getThreadPoolExecutor().isTerminated()).isTrue();
    }

    @Test
    void aFailureIsKeptWithoutItsWords() {
        Throwable problem = new IllegalStateException(
                "could not store 'secret words'", new IllegalArgumentException("'secret words' is too long"));

        Throwable kept = Wordless.of(problem);

        assertThat(kept.getMessage())
                .isEqualTo("java.lang.IllegalStateException, because of java.lang.IllegalArgumentException");
        assertThat(kept).hasStackTraceContaining("JobsTest");
        assertThat(stack(kept)).doesNotContain("secret");
    }

    @Test
    void twoAtOnceIsNoFailedAttempt() {
        OptimisticLockingException twoAtOnce = new OptimisticLockingException("two at once");

        assertThat(Wordless.of(twoAtOnce)).isSameAs(twoAtOnce);
    }

    private static String stack(Throwable problem) {
        var text = new java.io.StringWriter();
        problem.printStackTrace(new java.io.PrintWriter(text));
        return text.toString();
    }
}
