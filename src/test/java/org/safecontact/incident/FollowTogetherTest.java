package org.safecontact.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.safecontact.Patience;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two reports about one child in the same second: the child's days are followed once, for both. */
@SafeContactTest
class FollowTogetherTest {

    @Autowired
    private LivedCase live;

    @Autowired
    private TestClock clock;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void theSecondOneJoinsWhatTheFirstOneBegan() throws Exception {
        clock.set(Weeks.nextTuesday());
        List<String> waiting = List.of(waitsToBeFollowed("carer1"), waitsToBeFollowed("carer3"));

        CyclicBarrier together = new CyclicBarrier(waiting.size());
        ExecutorService hands = Executors.newFixedThreadPool(waiting.size());
        try {
            List<Future<Void>> done = hands.invokeAll(waiting.stream()
                    .map(job -> (Callable<Void>) () -> {
                        together.await(Patience.SECONDS, TimeUnit.SECONDS);
                        management.executeJob(job);
                        return null;
                    })
                    .toList());
            for (Future<Void> each : done) {
                each.get();
            }
        } finally {
            hands.shutdown();
        }

        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey(CaseNames.WELLBEING_MONITORING)
                        .list())
                .hasSize(1);
        assertThat(jdbc.sql("select count(*) from wellbeing_request")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    /** @return the job that is about to follow the child */
    private String waitsToBeFollowed(String carer) {
        String reference = live.begin(carer);
        live.send(
                carer,
                reference,
                "reportContact",
                ReportAnswers.low("C2").with("everything", true).sent());
        ProcessInstance report = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference, CaseNames.UNPLANNED_CONTACT)
                .singleResult();
        return management
                .createJobQuery()
                .processInstanceId(report.getId())
                .activityId("serviceTask_followChild")
                .singleResult()
                .getId();
    }
}
