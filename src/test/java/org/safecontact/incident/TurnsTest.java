package org.safecontact.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safecontact.Patience;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.incident.level.Levels;
import org.safecontact.incident.process.CaseMessages;
import org.safecontact.journey.Visitor;
import org.safecontact.record.Author;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.EntryKind;
import org.safecontact.record.NewEntry;
import org.safecontact.record.Statement;
import org.safecontact.wellbeing.Schedules;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** People who act in the same second: one after the other, and never waiting for each other for ever. */
@SafeContactTest
class TurnsTest {

    @Autowired
    private LivedCase live;

    @LocalServerPort
    private int port;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private Schedules schedules;

    @Autowired
    private TestClock clock;

    @Autowired
    private CaseRecord record;

    @Autowired
    private Additions additions;

    @Autowired
    private Levels levels;

    @Autowired
    private Incidents incidents;

    @Autowired
    private Police police;

    @Autowired
    private CaseMessages messages;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private final ExecutorService hands = Executors.newFixedThreadPool(2);

    @BeforeEach
    void aTimeOfItsOwn() {
        clock.set(Weeks.nextTuesday());
    }

    @AfterEach
    void rest() {
        hands.shutdownNow();
    }

    /** A form is on record first and then changes the level; meanwhile somebody else is more worried. */
    @Test
    void aFormAndAWorryInTheSameSecondBothCount() throws Exception {
        String reference = live.begin("carer2");
        live.send("carer2", reference, "reportContact", ReportAnswers.low("C3").sent());
        CountDownLatch written = new CountDownLatch(1);

        Future<?> form = hands.submit(() -> transaction.executeWithoutResult(now -> {
            record.append(
                    reference,
                    NewEntry.now(
                            EntryKind.FACT,
                            "A form",
                            List.of(new Statement("What", "It was sent.")),
                            new Author("ssw2", "supervisingSocialWorker")));
            written.countDown();
            Patience.untilWaiting(jdbc, 1);
            levels.raise(reference, "ssw2", "The form says so.", false);
        }));
        written.await(Patience.SECONDS, TimeUnit.SECONDS);
        Future<?> worry = hands.submit(() -> levels.raise(reference, "carer2", "He writes again.", true));

        form.get(Patience.SECONDS, TimeUnit.SECONDS);
        worry.get(Patience.SECONDS, TimeUnit.SECONDS);
        assertThat(incidents.get(reference).level()).contains(RiskLevel.IMMEDIATE);
        assertThat(incidents.decisions(reference)).hasSize(3);
    }

    /** The days in which a child is looked after are planned by a job; meanwhile somebody is more worried. */
    @Test
    void planningTheChildsDaysAndAWorryInTheSameSecondBothCount() throws Exception {
        String reference = live.begin("carer2");
        live.send("carer2", reference, "reportContact", ReportAnswers.low("C3").sent());

        Future<?> planning = whileSomebodyHasTheTurn(reference, () -> schedules.open(reference), () -> {
            assertThat(jdbc.sql("select reference from incident where reference = :reference for update nowait")
                            .param("reference", reference)
                            .query(String.class)
                            .list())
                    .as("who waits for the turn holds nothing of the incident")
                    .hasSize(1);
            levels.raise(reference, "carer2", "He writes again.", true);
        });

        planning.get(Patience.SECONDS, TimeUnit.SECONDS);
        assertThat(incidents.get(reference).level()).contains(RiskLevel.IMMEDIATE);
        assertThat(schedules.follows(reference)).isTrue();
    }

    /** A step notes something and then writes to the record: it has no turn yet, and nobody waits for it. */
    @Test
    void aNoteAndAWorryInTheSameSecondBothCount() throws Exception {
        String reference = live.begin("carer2");
        live.send("carer2", reference, "reportContact", ReportAnswers.low("C3").sent());

        Future<?> noting = whileSomebodyHasTheTurn(
                reference,
                () -> transaction.executeWithoutResult(now -> {
                    police.done(reference, "rung", "ssw2");
                    record.takeTurn(reference);
                }),
                () -> levels.raise(reference, "carer2", "He writes again.", true));

        noting.get(Patience.SECONDS, TimeUnit.SECONDS);
        assertThat(incidents.get(reference).level()).contains(RiskLevel.IMMEDIATE);
        assertThat(incidents.noted(reference, Noted.POLICE)).contains("rung");
    }

    /** Nobody reads what is added after the end: somebody closes it while another adds the police reference, or a word. */
    @Test
    void whatIsAddedWhileItIsClosedIsNotTaken() throws Exception {
        String reference = live.begin("carer2");
        live.send("carer2", reference, "reportContact", ReportAnswers.low("C3").sent());
        police.done(reference, "rang999", "carer2");
        for (Runnable adding : List.<Runnable>of(
                () -> additions.policeReference(reference, "carer2", "LOG 4713"),
                () -> additions.add(reference, "carer2", EntryKind.FACT, "He rang.", null))) {
            jdbc.sql("update incident set state = 'OPEN' where reference = ?")
                    .param(reference)
                    .update();
            int before = record.length(reference);
            Future<?> waits = whileSomebodyHasTheTurn(
                    reference,
                    adding,
                    () -> jdbc.sql("update incident set state = 'CLOSED' where reference = ?")
                            .param(reference)
                            .update());
            assertThatThrownBy(() -> waits.get(Patience.SECONDS, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(NotAllowed.class);
            assertThat(record.length(reference)).isEqualTo(before);
        }
    }

    private Future<?> whileSomebodyHasTheTurn(String reference, Runnable other, Runnable then) {
        return transaction.execute(now -> {
            record.takeTurn(reference);
            Future<?> waits = hands.submit(other);
            Patience.untilWaiting(jdbc, 1);
            then.run();
            return waits;
        });
    }

    /** Something of the case is written in the same moment: the server tries again by itself, and what was pressed once is written once. */
    @Test
    void aWorryThatMeetsTheEngineInTheSameMomentIsTriedAgainAndWrittenOnce() throws Exception {
        String reference = live.begin("carer2");
        live.send("carer2", reference, "reportContact", ReportAnswers.low("C3").sent());
        Visitor carer = Visitor.loggedIn(port, "carer2");
        String running = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference, CaseNames.UNPLANNED_CONTACT)
                .singleResult()
                .getId();

        Future<Visitor.Answer> worry = transaction.execute(now -> {
            runtime.setVariable(running, CaseNames.RISK_LEVEL, "MEDIUM");
            Future<Visitor.Answer> pressed = hands.submit(() -> carer.post(
                    "/safe-contact/api/cases/" + reference + "/worried",
                    Map.of("reason", "He writes again.", "dangerNow", false)));
            Patience.untilWaiting(jdbc, 1);
            return pressed;
        });

        assertThat(worry.get(Patience.SECONDS, TimeUnit.SECONDS).status()).isEqualTo(200);
        assertThat(incidents.get(reference).level()).contains(RiskLevel.HIGH);
        assertThat(record.entries(reference))
                .filteredOn(entry -> entry.title().equals("More worried now"))
                .hasSize(1);
        assertThat(incidents.decisions(reference)).hasSize(2);
    }

    @Test
    void theButtonPressedTwiceAtOnceOpensOneReport() throws Exception {
        CountDownLatch together = new CountDownLatch(1);
        Callable<String> press = () -> {
            together.await(Patience.SECONDS, TimeUnit.SECONDS);
            return live.press("carer3");
        };
        List<Future<String>> presses = List.of(hands.submit(press), hands.submit(press));
        together.countDown();

        assertThat(presses.get(0).get(Patience.SECONDS, TimeUnit.SECONDS))
                .isEqualTo(presses.get(1).get(Patience.SECONDS, TimeUnit.SECONDS));
        live.as("carer3", () -> {
            messages.nothingToReport(presses.get(0).get(), "carer3");
            return null;
        });
    }
}
