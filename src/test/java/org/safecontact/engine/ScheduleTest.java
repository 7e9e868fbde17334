package org.safecontact.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safecontact.SafeContactTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.config.IntervalTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** What the product does by itself beside the engine's jobs, and how often. */
@SafeContactTest
class ScheduleTest {

    /** Tests look by hand; everybody else every minute. */
    private static final Duration NEVER_IN_TESTS = Duration.ofDays(365);

    @Autowired
    private List<ScheduledTaskHolder> holders;

    @Test
    void looksByItselfAsOftenAsItPromises() {
        assertThat(holders.stream()
                        .flatMap(holder -> holder.getScheduledTasks().stream())
                        .map(task -> (IntervalTask) task.getTask())
                        .map(task -> task + " " + task.getIntervalDuration()))
                .containsExactlyInAnyOrder(
                        "org.safecontact.record.CheckpointSchedule.makeCheckpoint " + Duration.ofMinutes(30),
                        "org.safecontact.engine.draft.SealedDrafts.forgetOld " + Duration.ofHours(1),
                        "org.safecontact.access.process.TakenAndNotDone.look " + NEVER_IN_TESTS);
    }

    @Test
    void looksEveryMinuteAtWhatIsTakenAndNotDone() throws Exception {
        Class<?> looks = Class.forName("org.safecontact.access.process.TakenAndNotDone");
        assertThat(looks.getMethod("look").getAnnotation(Scheduled.class).fixedDelayString())
                .endsWith(":PT1M}");
    }
}
