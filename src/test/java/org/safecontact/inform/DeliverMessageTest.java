package org.safecontact.inform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.AcquirableJobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.safecontact.Coverage;
import org.safecontact.Jobs;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.access.CaseFiles;
import org.safecontact.demo.MailServer;
import org.safecontact.demo.MailSink;
import org.safecontact.demo.MailSink.Letter;
import org.safecontact.incident.Incident;
import org.safecontact.incident.IncidentEnded;
import org.safecontact.incident.level.Raising;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Messages over a real SMTP server that is up, down, and up again. */
@SafeContactTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliverMessageTest {

    private static final Map<String, Object> HIGH = Map.of("concerns", List.of("crime"));
    private static final Map<String, Object> MEDIUM = Map.of("contactKind", "secretAccount");

    @Autowired
    private Cases cases;

    @Autowired
    private Jobs jobs;

    @Autowired
    private TestClock clock;

    @Autowired
    private Coverage coverage;

    @Autowired
    private ProcessEngine processEngine;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private Messages outgoing;

    @Autowired
    private MailSink mail;

    @Autowired
    private MailServer mailServer;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private Raising raising;

    @Autowired
    private CaseFiles files;

    @BeforeAll
    void watch() {
        coverage.begin(DeliverMessageTest.class);
    }

    @AfterEach
    void mailServerUp() {
        mailServer.comeUp();
    }

    @AfterAll
    void everythingWasGoneThrough() {
        coverage.requireAll("deliver-message");
    }

    @Test
    void aMessageLeavesWithTheStateThatItBelongsToAndSaysNothingOfTheCase() {
        clock.setLondon("2026-11-24T16:10");
        String reference = cases.report(MEDIUM);
        cases.tell(reference, "alarm", null);

        deliver(reference);

        assertThat(letters(reference)).singleElement().satisfies(letter -> {
            assertThat(letter.to()).isEqualTo("ssw1@example.org");
            assertThat(letter.subject()).isEqualTo(reference + ": please answer by 10:10 on Wednesday 25 November");
            assertThat(letter.text()).contains("/camunda/app/tasklist/", reference);
            for (String secret : List.of("C1", "Kingfisher", "Ashdown", "carer1", "Home one", "secret", "MEDIUM")) {
                assertThat(letter.subject() + letter.text()).doesNotContain(secret);
            }
        });
    }

    @Test
    void theIdIsFixedByAlarmTurnRepetitionAndRecipient() {
        clock.setLondon("2026-11-24T16:10");
        String reference = cases.report(MEDIUM);
        String alarm = cases.tell(reference, "alarm", null);

        deliver(reference);

        assertThat(letters(reference))
                .extracting(Letter::messageId)
                .containsExactly("<" + alarm + ".1.0.ssw1@safe-contact>");
    }

    @Test
    void handedOverTwiceItLeavesOnce() {
        clock.setLondon("2026-11-24T16:10");
        String reference = cases.report(MEDIUM);
        String alarm = cases.tell(reference, "alarm", null);
        deliver(reference);

        runtime.startProcessInstanceByKey(
                "deliver-message",
                reference,
                Map.of("reference", reference, "messageId", alarm + ".1.0.ssw1@safe-contact"));
        deliver(reference);

        assertThat(letters(reference)).hasSize(1);
    }

    @Test
    void withTheMailServerDownDutySeesWhomToRingAndItIsSentOnceItIsBack() {
        clock.setLondon("2026-11-21T22:04");
        String reference = cases.report(HIGH);
        mailServer.goDown();
        cases.tell(reference, "alarm", null);

        deliver(reference);

        assertThat(cases.task(reference, "acknowledge"))
                .as("nothing else waits")
                .isNotNull();
        List<Task> undelivered = cases.allTasks(reference, "messageNotDelivered");
        assertThat(undelivered).as("to duty and to the manager").hasSize(2);
        cases.claim(undelivered.get(0), "duty1");

        clock.advance(Duration.ofSeconds(59));
        deliver(reference);
        assertThat(events(reference, "FAILED")).isEqualTo(2);
        clock.advance(Duration.ofSeconds(1));
        deliver(reference);
        assertThat(events(reference, "FAILED")).as("a minute later").isEqualTo(4);

        mailServer.comeUp();
        clock.advance(Duration.ofMinutes(1));
        deliver(reference);
        assertThat(cases.allTasks(reference, "messageNotDelivered")).isEmpty();
        assertThat(letters(reference))
                .extracting(Letter::to)
                .containsExactlyInAnyOrder("duty1@example.org", "manager1@example.org");
        clock.advance(Duration.ofMinutes(5));
        deliver(reference);
        assertThat(letters(reference)).as("exactly once each").hasSize(2);
    }

    @Test
    void belowHighItIsTriedAgainEveryFifteenMinutesUntilSomebodyRang() {
        clock.setLondon("2026-11-24T10:00");
        String reference = cases.report(MEDIUM);
        mailServer.goDown();
        cases.tell(reference, "alarm", null);
        deliver(reference);

        clock.advance(Duration.ofMinutes(14));
        deliver(reference);
        assertThat(events(reference, "FAILED")).isEqualTo(1);
        clock.advance(Duration.ofMinutes(1));
        deliver(reference);
        assertThat(events(reference, "FAILED")).isEqualTo(2);

        cases.submit(
                cases.task(reference, "messageNotDelivered"),
                "duty1",
                Map.of("how", "rung", "what", "She logs in and answers"));
        mailServer.comeUp();
        clock.advance(Duration.ofHours(1));
        deliver(reference);
        assertThat(letters(reference)).isEmpty();
        assertThat(events(reference, "CALLED_OFF")).isEqualTo(1);
    }

    @Test
    void aCaseThatBecomesUrgentTriesAgainAtOnceAndEveryMinuteFromThen() {
        clock.setLondon("2026-11-24T10:00");
        String reference = cases.report(MEDIUM);
        mailServer.goDown();
        cases.tell(reference, "alarm", null);
        deliver(reference);
        assertThat(events(reference, "FAILED")).isEqualTo(1);

        clock.advance(Duration.ofMinutes(2));
        raising.raise(reference, "ssw1", "He wrote again.", false);
        deliver(reference);
        assertThat(events(reference, "FAILED")).as("at once").isEqualTo(2);
        for (int minute = 1; minute <= 2; minute++) {
            clock.advance(Duration.ofMinutes(1));
            deliver(reference);
            assertThat(events(reference, "FAILED")).as("every minute").isEqualTo(2 + minute);
        }
    }

    @Test
    void itNeedNotArriveWhenTheCaseIsTakenBack() {
        clock.setLondon("2026-11-24T10:00");
        String reference = cases.report(MEDIUM);
        mailServer.goDown();
        cases.tell(reference, "alarm", null);
        deliver(reference);

        events.publishEvent(new IncidentEnded(reference, Incident.State.WITHDRAWN));

        assertThat(cases.allTasks(reference, "messageNotDelivered")).isEmpty();
        assertThat(messages(reference)).isEmpty();
    }

    @Test
    void whoIsNamedInTheAnswerGetsNothingMoreAndNobodyIsAskedToRingThem() {
        clock.setLondon("2026-11-21T22:04");
        Map<String, Object> notAnswered = new HashMap<>(HIGH);
        notAnswered.put("namedPerson", "not answered");
        String reference = cases.report(notAnswered);
        mailServer.goDown();
        cases.tell(reference, "alarm", null);
        deliver(reference);
        Map<String, Object> answer = Cases.spoken();
        answer.put("namedPerson", "worker");
        answer.put("namedPersons", List.of("duty1"));

        cases.submit(cases.task(reference, "acknowledge"), "manager1", answer);

        assertThat(undelivered(reference)).as("whom somebody is asked to ring").doesNotContain("duty1");
        assertThat(eventsTo(reference, "duty1")).endsWith("CALLED_OFF");
        mailServer.comeUp();
        clock.advance(Duration.ofMinutes(1));
        deliver(reference);
        assertThat(letters(reference)).extracting(Letter::to).isNotEmpty().doesNotContain("duty1@example.org");
        assertThat(eventsTo(reference, "duty1")).endsWith("CALLED_OFF").containsOnlyOnce("CALLED_OFF");
        assertThat(messages(reference)).isEmpty();
    }

    @Test
    void whatIsWrittenAndNotHandedOverYetDoesNotLeaveToWhoIsExcludedMeanwhile() {
        clock.setLondon("2026-11-21T22:04");
        String reference = cases.report(HIGH);
        cases.tell(reference, "alarm", null);

        files.exclude(reference, "duty1", "named in the worry");
        deliver(reference);

        assertThat(letters(reference)).extracting(Letter::to).containsExactly("manager1@example.org");
        assertThat(eventsTo(reference, "duty1")).containsExactly("CALLED_OFF");
        assertThat(messages(reference)).isEmpty();
    }

    @Test
    void whoStandsOutsideTheWallGetsNothingMore() {
        clock.setLondon("2026-11-21T22:04");
        String reference = cases.report(HIGH);
        mailServer.goDown();
        cases.tell(reference, "alarm", null);
        deliver(reference);

        files.wall(reference);

        assertThat(undelivered(reference)).containsExactly("manager1");
        mailServer.comeUp();
        clock.advance(Duration.ofMinutes(1));
        deliver(reference);
        assertThat(letters(reference)).extracting(Letter::to).containsExactly("manager1@example.org");
        assertThat(eventsTo(reference, "duty1")).endsWith("CALLED_OFF");
    }

    /** Somebody may add to a case as often as they like: an alarm of another child does not stand behind all of it. */
    @Test
    void whatSaysOnlyThatSomethingWasAddedLetsEverythingElseGoFirst() {
        clock.setLondon("2026-11-21T22:04");
        String quiet = cases.report(MEDIUM);
        for (int number = 1; number <= 5; number++) {
            outgoing.write(quiet, quiet, number, 0, "ssw1", OutgoingMessage.Wanted.READ, Optional.empty())
                    .ifPresent(this::start);
        }
        clock.advance(Duration.ofMinutes(1));
        String urgent = cases.report(HIGH);
        cases.tell(urgent, "alarm", null);
        assertThat(jobsOf(quiet)).hasSize(5);
        assertThat(jobsOf(urgent)).hasSize(2);
        assertThat(nextOf(quiet, urgent)).as("written").startsWith(urgent, urgent, quiet);

        mailServer.goDown();
        for (int attempt = 1; attempt <= 2; attempt++) {
            deliver(quiet);
            clock.advance(Duration.ofMinutes(15));
            assertThat(nextOf(quiet, urgent))
                    .as("not taken %s times", attempt)
                    .startsWith(urgent, urgent, quiet)
                    .hasSize(7);
        }
    }

    private void start(OutgoingMessage message) {
        runtime.startProcessInstanceByKey(
                "deliver-message",
                message.reference(),
                Map.of("reference", message.reference(), "messageId", message.id()));
    }

    /** In the order in which the job executor takes the due jobs of these two: the case of each. */
    private List<String> nextOf(String one, String other) {
        List<String> ofOne = jobsOf(one);
        List<String> ofOther = jobsOf(other);
        var engine = (ProcessEngineConfigurationImpl) processEngine.getProcessEngineConfiguration();
        return engine
                .getCommandExecutorTxRequired()
                .execute(context -> context.getJobManager().findNextJobsToExecute(new Page(0, 1_000)))
                .stream()
                .map(AcquirableJobEntity::getId)
                .filter(id -> ofOne.contains(id) || ofOther.contains(id))
                .map(id -> ofOne.contains(id) ? one : other)
                .toList();
    }

    private List<String> jobsOf(String reference) {
        return messages(reference).stream()
                .flatMap(message ->
                        processEngine
                                .getManagementService()
                                .createJobQuery()
                                .processInstanceId(message.getId())
                                .list()
                                .stream())
                .map(Job::getId)
                .toList();
    }

    /** Whom somebody is asked to ring. */
    private List<String> undelivered(String reference) {
        return cases.allTasks(reference, "messageNotDelivered").stream()
                .map(task -> (String) runtime.getVariable(task.getExecutionId(), "messageId"))
                .map(id -> jdbc.sql("select recipient from outgoing_message where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .toList();
    }

    private List<String> eventsTo(String reference, String recipient) {
        return jdbc.sql("""
                        select event.what from outgoing_message_event event
                        join outgoing_message message on message.id = event.message_id
                        where message.reference = :reference and message.recipient = :recipient order by event.id
                        """)
                .param("reference", reference)
                .param("recipient", recipient)
                .query(String.class)
                .list();
    }

    private void deliver(String reference) {
        messages(reference).forEach(instance -> jobs.runDue(instance.getId()));
    }

    private List<ProcessInstance> messages(String reference) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference, "deliver-message")
                .list();
    }

    private List<Letter> letters(String reference) {
        return mail.letters().stream()
                .filter(letter -> letter.subject().contains(reference))
                .toList();
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
