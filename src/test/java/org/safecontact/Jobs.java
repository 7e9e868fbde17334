package org.safecontact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.springframework.boot.test.context.TestComponent;

/** Runs the engine's jobs when a test says so, in the test's thread: what fails there fails the test. */
@TestComponent
public class Jobs {

    private static final int MORE_THAN_ANY_CASE_NEEDS = 500;

    private final ManagementService management;

    Jobs(ManagementService management) {
        this.management = management;
    }

    /** Runs the one job that waits at this element of this instance, due or not: a save point or a timer. */
    public void run(String processInstanceId, String activityId) {
        List<Job> waiting = query(processInstanceId).activityId(activityId).list();
        assertThat(waiting).as("jobs at %s", activityId).hasSize(1);
        management.executeJob(waiting.get(0).getId());
    }

    /** Runs whatever is due now in this instance until nothing is; timers that are not due stay. */
    public void runDue(String processInstanceId) {
        runAll(query(processInstanceId));
    }

    /** Runs whatever is due now in all instances until nothing is, as the job executor would. */
    public void runDue() {
        runAll(management.createJobQuery());
    }

    private void runAll(JobQuery query) {
        JobQuery due = query.active()
                .withRetriesLeft()
                .executable()
                .orderByJobDuedate()
                .asc();
        for (int count = 0; count < MORE_THAN_ANY_CASE_NEEDS; count++) {
            List<Job> next = due.listPage(0, 1);
            if (next.isEmpty()) {
                return;
            }
            management.executeJob(next.get(0).getId());
        }
        throw new AssertionError(
                "Jobs go round in circles; due now: " + due.count() + " at " + ClockUtil.getCurrentTime());
    }

    /** Whether a job waits at this element, and until when it would. */
    public List<Job> waiting(String processInstanceId, String activityId) {
        return query(processInstanceId).activityId(activityId).list();
    }

    private JobQuery query(String processInstanceId) {
        return management.createJobQuery().processInstanceId(processInstanceId);
    }
}
