package org.safecontact.inform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safecontact.Jobs;
import org.safecontact.Patience;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.agency.Person;
import org.safecontact.incident.level.Raising;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What happens while a message is on its way: the server takes its time, and people go on. */
@SafeContactTest
@Import(UnderWayTest.Way.class)
@TestPropertySource(properties = "safe-contact.mail.patience=PT4S")
class UnderWayTest {

    private static final Map<String, Object> HIGH = Map.of("concerns", List.of("crime"));
    private static final Map<String, Object> MEDIUM = Map.of("contactKind", "secretAccount");

    /** A second way out, which does meanwhile what the test says and takes everything in the end. */
    @TestConfiguration
    static class Way {

        static final ConcurrentLinkedQueue<String> TAKEN = new ConcurrentLinkedQueue<>();
        static volatile Runnable meanwhile;

        @Bean
        MessageGateway slowly() {
            return new MessageGateway() {
                @Override
                public void handOver(String id, Person recipient, String subject, String text) {
                    TAKEN.add(id);
                    meanwhile.run();
                }

                @Override
                public String name() {
                    return "slow";
                }

                @Override
                public boolean wakesPeople() {
                    return false;
                }
            };
        }
    }

    @Autowired
    private Cases cases;

    @Autowired
    private Jobs jobs;

    @Autowired
    private TestClock clock;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private Raising raising;

    @Autowired
    private JdbcClient jdbc;

    @Value("${spring.mail.properties.mail.smtp.timeout}")
    private long answerWithin;

    private final CountDownLatch ok = new CountDownLatch(1);

    @BeforeEach
    void nothingYet() {
        Way.TAKEN.clear();
        Way.meanwhile = () -> {};
        clock.setLondon("2026-11-24T16:10");
    }

    @AfterEach
    void theServerSaysOk() {
        ok.countDown();
    }

    @Test
    void whoRaisesTheCaseMeanwhileDoesNotMakeItLeaveTwice() {
        String reference = cases.report(MEDIUM);
        cases.tell(reference, "alarm", null);
        Way.meanwhile =
                () -> CompletableFuture.runAsync(() -> raising.raise(reference, "ssw1", "He wrote again.", true))
                        .join();

        deliver(reference);

        assertThat(Way.TAKEN).hasSize(1);
        assertThat(messages(reference)).as("it is over").isEmpty();
    }

    @Test
    void whateverElseIsWrittenMeanwhileDoesNotMakeItLeaveTwice() {
        String reference = cases.report(MEDIUM);
        cases.tell(reference, "alarm", null);
        String message = messages(reference).get(0).getId();
        Way.meanwhile = () -> CompletableFuture.runAsync(() -> runtime.setVariable(message, "riskLevel", "HIGH"))
                .join();
        assertThatThrownBy(() -> deliver(reference)).as("its step fails").isInstanceOf(RuntimeException.class);

        clock.advance(Duration.ofSeconds(15));
        deliver(reference);

        assertThat(Way.TAKEN).hasSize(1);
        assertThat(messages(reference)).as("it is over").isEmpty();
    }

    @Test
    void aServerThatTakesItsTimeGetsItOnceAndAPersonIsAskedMeanwhile() {
        String reference = cases.report(HIGH);
        cases.tell(reference, "alarm", null);
        Way.meanwhile = this::untilTheServerSaysOk;
        int written = messages(reference).size();

        deliver(reference);
        assertThat(cases.allTasks(reference, "messageNotDelivered"))
                .as("somebody is asked while the server says nothing")
                .hasSize(written);
        for (int minute = 1; minute <= 3; minute++) {
            clock.advance(Duration.ofMinutes(1));
            deliver(reference);
        }
        assertThat(Way.TAKEN).as("nobody begins another attempt").hasSize(written);

        ok.countDown();
        Patience.until("the server says ok", () -> events(reference, "SENT") == written);
        assertThat(cases.shown(cases.allTasks(reference, "messageNotDelivered").get(0), "duty1"))
                .as("whoever looks before the to-do ends")
                .containsEntry("name", "nobody else to ring")
                .containsEntry("telephone", "");
        clock.advance(Duration.ofMinutes(1));
        deliver(reference);
        assertThat(cases.allTasks(reference, "messageNotDelivered")).isEmpty();
        assertThat(messages(reference)).isEmpty();
        assertThat(Way.TAKEN).hasSize(written);
    }

    @Test
    void anAttemptThatAnotherMachineBeganIsWaitedForAndThenTakenForCutOff() {
        String reference = cases.report(MEDIUM);
        String alarm = cases.tell(reference, "alarm", null);
        jdbc.sql(
                        "insert into outgoing_message_event (message_id, at, what, by_whom) values (:id, :at, 'BEGUN', 'system')")
                .param("id", alarm + ".1.0.ssw1@safe-contact")
                .param("at", clock.now().atOffset(ZoneOffset.UTC))
                .update();

        deliver(reference);
        assertThat(Way.TAKEN).isEmpty();
        assertThat(cases.allTasks(reference, "messageNotDelivered")).hasSize(1);

        clock.advance(Duration.ofMinutes(15));
        deliver(reference);
        assertThat(Way.TAKEN).hasSize(1);
        assertThat(cases.allTasks(reference, "messageNotDelivered")).isEmpty();
    }

    /** RFC 5321, 4.5.3.2: minutes after the last dot. */
    @Test
    void theServerHasMinutesForItsOkAndNobodyTakesTheAttemptForCutOffBefore() {
        assertThat(answerWithin)
                .isGreaterThanOrEqualTo(Duration.ofMinutes(5).toMillis())
                .isLessThan(Messages.LONGEST.toMillis());
    }

    private void untilTheServerSaysOk() {
        try {
            ok.await();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(String reference) {
        messages(reference).forEach(instance -> jobs.runDue(instance.getId()));
    }

    private List<ProcessInstance> messages(String reference) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference, "deliver-message")
                .list();
    }

    private int events(String reference, String what) {
        return jdbc.sql("""
                        select count(*) from outgoing_message_event event
                        join outgoing_message message on message.id = event.message_id
                        where message.reference = :reference and event.what = :what
                        """)
                .param("reference", reference)
                .param("what", what)
                .query(Integer.class)
                .single();
    }
}
