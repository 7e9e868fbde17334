package org.safecontact.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
                        "org.safecontact.access.process.TakenAndNotDone.look " + NEVER_IN_TESTS,
                        "org.safecontact.access.MovedChildren.look " + NEVER_IN_TESTS,
                        "org.safecontact.incident.named.CameLater.look " + NEVER_IN_TESTS,
                        "org.safecontact.plan.process.HomeReadsWhatIsOver.look " + NEVER_IN_TESTS,
                        "org.safecontact.restriction.process.LookAtOnlineSafety.look " + NEVER_IN_TESTS,
                        "org.safecontact.policy.process.LookAtPolicies.look " + NEVER_IN_TESTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.safecontact.access.process.TakenAndNotDone",
                "org.safecontact.access.MovedChildren",
                "org.safecontact.incident.named.CameLater",
                "org.safecontact.plan.process.HomeReadsWhatIsOver",
                "org.safecontact.restriction.process.LookAtOnlineSafety",
                "org.safecontact.policy.process.LookAtPolicies"
            })
    void looksEveryMinuteAtWhatMayHaveToBegin(String looks) throws Exception {
        assertThat(Class.forName(looks)
                        .getMethod("look")
                        .getAnnotation(Scheduled.class)
                        .fixedDelayString())
                .endsWith(":PT1M}");
    }
}
