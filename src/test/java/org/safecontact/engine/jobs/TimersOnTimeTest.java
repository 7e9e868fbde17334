package org.safecontact.engine.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.safecontact.SafeContactTest;
import org.safecontact.engine.InDiagrams;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * The job executor is on, the clock the real one: a timer here is a person who is told or rung, and is at most two seconds late on an idle
 * machine. A machine that does other things too is slow at a step that nobody has to wait for as well: that much is granted on top.
 */
@SafeContactTest
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=true")
@Import({TimersOnTimeTest.TurnsUp.class, TimersOnTimeTest.MeetsSomebody.class})
class TimersOnTimeTest {

    private static final Duration PROMISED = Duration.ofSeconds(2);

    /** So long nothing is due that an engine which looks less and less often has begun to. */
    private static final Duration IDLE = Duration.ofSeconds(6);

    /** What a machine that does other things too may add, and far less than a failed attempt waits. */
    private static final Duration BUSY = Duration.ofSeconds(3);

    private static final int TIMES = 6;
    private static final int TIMERS = 5;
    private static final int LONGEST_WAIT_SECONDS = 120;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TurnsUp turnsUp;

    @Test
    void timersAreAtMostTwoSecondsLate() throws InterruptedException {
        repository
                .createDeployment()
                .addModelInstance(
                        "on-time.bpmn",
                        Bpmn.createExecutableProcess("on-time")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .intermediateCatchEvent()
                                .timerWithDate("${due}")
                                .serviceTask()
                                .camundaDelegateExpression("${turnsUp}")
                                .endEvent()
                                .done())
                .addModelInstance(
                        "at-once.bpmn",
                        Bpmn.createExecutableProcess("at-once")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .serviceTask()
                                .camundaAsyncBefore()
                                .camundaDelegateExpression("${turnsUp}")
                                .endEvent()
                                .done())
                .deploy();
        List<Long> late = new ArrayList<>();
        List<Long> atOnce = new ArrayList<>();
        for (int time = 0; time < TIMES; time++) {
            late.addAll(timers("on-time"));
            atOnce.add(lateness("at-once", Instant.now()).get(0));
        }
        assertThat(late).hasSize(TIMES * TIMERS);
        assertThat(upperQuartile(late))
                .as("milliseconds late %s, and what is due at once %s", late, atOnce)
                .isLessThanOrEqualTo(PROMISED.toMillis() + upperQuartile(atOnce));
    }

    /** Whoever answers while an alarm climbs writes in the same case: the alarm begins again, and is no later than any other. */
    @Test
    void aTimerThatMeetsSomebodyInTheSameMomentIsNoLater() throws InterruptedException {
        repository
                .createDeployment()
                .addModelInstance(
                        "met.bpmn",
                        Bpmn.createExecutableProcess("met")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .intermediateCatchEvent()
                                .timerWithDate("${due}")
                                .serviceTask()
                                .camundaDelegateExpression("${meetsSomebody}")
                                .endEvent()
                                .done())
                .deploy();

        List<Long> late = timers("met");
        assertThat(upperQuartile(late))
                .as("milliseconds late %s", late)
                .isLessThanOrEqualTo(PROMISED.plus(BUSY).toMillis());
    }

    /** Some within a second, after nothing was due for a while. */
    private List<Long> timers(String process) throws InterruptedException {
        Instant first = Instant.now().plus(IDLE);
        return lateness(
                process,
                LongStream.range(0, TIMERS)
                        .mapToObj(number -> first.plusMillis(number * 200))
                        .toArray(Instant[]::new));
    }

    private List<Long> lateness(String process, Instant... due) throws InterruptedException {
        for (Instant moment : due) {
            runtime.startProcessInstanceByKey(process, Map.of("due", Date.from(moment)));
        }
        List<Long> late = new ArrayList<>();
        for (int arrived = 0; arrived < due.length; arrived++) {
            Long next = turnsUp.late.poll(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
            assertThat(next)
                    .as("%s of %s turned up", arrived, Stream.of(due).toList())
                    .isNotNull();
            late.add(next);
        }
        return late;
    }

    private static long upperQuartile(List<Long> all) {
        return all.stream().sorted().skip(all.size() * 3L / 4).findFirst().orElseThrow();
    }

    /** Says how long after it was due something happened, in milliseconds. */
    @TestComponent("turnsUp")
    @InDiagrams
    static class TurnsUp implements JavaDelegate {

        private final BlockingQueue<Long> late = new LinkedBlockingQueue<>();

        @Override
        public void execute(DelegateExecution execution) {
            Date due = (Date) execution.getVariable("due");
            late.add(Duration.between(due.toInstant(), Instant.now()).toMillis());
        }
    }

    /** Somebody writes in the same case while it works, once: so it loses, and says how late it is when it comes again. */
    @TestComponent("meetsSomebody")
    @InDiagrams
    static class MeetsSomebody implements JavaDelegate {

        private final Set<String> met = ConcurrentHashMap.newKeySet();
        private final RuntimeService runtime;
        private final TurnsUp turnsUp;

        MeetsSomebody(RuntimeService runtime, TurnsUp turnsUp) {
            this.runtime = runtime;
            this.turnsUp = turnsUp;
        }

        @Override
        public void execute(DelegateExecution execution) {
            Date due = (Date) execution.getVariable("due");
            String instance = execution.getProcessInstanceId();
            if (met.add(instance)) {
                CompletableFuture.runAsync(() -> runtime.setVariable(instance, "due", later(due, 1)))
                        .join();
                execution.setVariable("due", later(due, 2));
            } else {
                turnsUp.execute(execution);
            }
        }

        private static Date later(Date due, long millis) {
            return Date.from(due.toInstant().plusMillis(millis));
        }
    }
}
