package org.safecontact.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.safecontact.incident.level.Lowering;
import org.safecontact.incident.level.Raising;
import org.safecontact.incident.process.CaseMessages;
import org.safecontact.incident.store.Turns;
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

    /** As many as the database takes in at once. */
    private static final int AT_ONCE = 20;

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
    private Lowering lowering;

    @Autowired
    private Raising raising;

    @Autowired
    private Incidents incidents;

    @Autowired
    private Turns turns;

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
            raising.raise(reference, "ssw2", "The form says so.", false);
        }));
        written.await(Patience.SECONDS, TimeUnit.SECONDS);
        Future<?> worry = hands.submit(() -> raising.raise(reference, "carer2", "He writes again.", true));

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
            raising.raise(reference, "carer2", "He writes again.", true);
        });

        planning.get(Patience.SECONDS, TimeUnit.SECONDS);
        assertThat(incidents.get(reference).level()).contains(RiskLevel.IMMEDIATE);
        assertThat(schedules.follows(reference)).isTrue();
    }

    /** Danger now for one child counts for the others of the same report too: two people who say it of two of them wait in one order. */
    @Test
    void peopleWhoActForTwoChildrenOfTheSameReportNeverWaitForEachOther() throws Exception {
        String first = live.begin("carer1");
        live.send(
                "carer1",
                first,
                "reportContact",
                ReportAnswers.low("C1").with("otherChildren", List.of("C2")).sent());
        String second = incidents.ofSameReport(first).get(0);

        Future<?> forTheFirst = whileSomebodyHasTheTurn(
                second,
                () -> transaction.executeWithoutResult(now -> {
                    record.takeTurn(first);
                    record.takeTurn(second);
                }),
                () -> record.takeTurn(first));

        forTheFirst.get(Patience.SECONDS, TimeUnit.SECONDS);
    }

    /** Two reports about the same two children, each sent for another of them first, or somebody found to be named in both. */
    @Test
    void peopleWhoAreNamedAboutTheSameChildrenAreKeptAwayInOneOrder() throws Exception {
        String reference = live.begin("carer1");
        keepsAwayInOrder(() -> live.send(
                "carer1",
                reference,
                "reportContact",
                ReportAnswers.medium("C2")
                        .with("otherChildren", List.of("C1"))
                        .with("namedPerson", "unsure")
                        .sent()));
        assertThat(incidents.ofSameReport(reference)).hasSize(1);
        keepsAwayInOrder(() -> transaction.executeWithoutResult(now -> turns.withNamedIn(reference)));
    }

    private void keepsAwayInOrder(Runnable other) throws Exception {
        Future<?> keeping = transaction.execute(now -> {
            turns.withNamedAbout("C1");
            Future<?> waits = hands.submit(other);
            Patience.untilWaiting(jdbc, 1);
            assertThat(jdbc.sql(
                                    "select pg_try_advisory_xact_lock(hashtextextended('incident named about child C2', 0))")
                            .query(Boolean.class)
                            .single())
                    .as("who waits for the turn about the one child has none about the other")
                    .isTrue();
            return waits;
        });
        keeping.get(Patience.SECONDS, TimeUnit.SECONDS);
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
                () -> raising.raise(reference, "carer2", "He writes again.", true));

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

    /** An answer is lost on a bad connection, and somebody presses again and again. */
    @Test
    void whatIsSentTwiceWithinAMinuteStandsOnce() throws Exception {
        String reference = live.begin("carer2");
        live.send(
                "carer2", reference, "reportContact", ReportAnswers.medium("C3").sent());
        Visitor carer = Visitor.loggedIn(port, "carer2");
        String ofTheCase = "/safe-contact/api/cases/" + reference;

        sentTwice(
                carer,
                ofTheCase + "/additions",
                Map.of("kind", "FACT", "text", "He stands outside."),
                Map.of("kind", "OPINION", "text", "He stands outside."),
                () -> titled(reference, "Added"));
        sentTwice(
                carer,
                ofTheCase + "/worried",
                Map.of("reason", "He writes again.", "dangerNow", false),
                Map.of("reason", "He writes again.", "dangerNow", true),
                () -> titled(reference, "More worried now"));
        sentTwice(
                carer,
                "/safe-contact/api/evidence/" + reference + "/items",
                Map.of("kind", "textMessages", "words", "Come out.", "place", "kitchen", "holder", "me"),
                Map.of("kind", "textMessages", "words", "Come out.", "place", "kitchen", "holder", "Sam"),
                () -> jdbc.sql("select count(*) from evidence_item where reference = ?")
                        .param(reference)
                        .query(Long.class)
                        .single());
        assertThat(incidents.decisions(reference))
                .as("reported; worried, danger now, and danger now again after a minute")
                .hasSize(4);
    }

    private void sentTwice(
            Visitor carer, String path, Map<String, Object> words, Map<String, Object> others, Callable<Long> stand)
            throws Exception {
        ExecutorService many = Executors.newFixedThreadPool(AT_ONCE);
        try {
            Set<String> answers = new HashSet<>();
            for (Future<Visitor.Answer> each : many.invokeAll(
                    Collections.<Callable<Visitor.Answer>>nCopies(AT_ONCE, () -> carer.post(path, words)))) {
                Visitor.Answer answer = each.get(Patience.SECONDS, TimeUnit.SECONDS);
                assertThat(answer.status()).as(answer.text()).isEqualTo(200);
                answers.add(answer.text());
            }
            assertThat(answers).as("each is answered as the first was").hasSize(1);
        } finally {
            many.shutdownNow();
        }
        assertThat(stand.call()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(59));
        assertThat(carer.post(path, words).accepted()).isTrue();
        assertThat(stand.call()).isEqualTo(1);
        assertThat(carer.post(path, others).accepted()).isTrue();
        assertThat(stand.call()).as("something else counts at once").isEqualTo(2);
        clock.advance(Duration.ofMinutes(1));
        assertThat(carer.post(path, others).accepted()).isTrue();
        assertThat(stand.call()).as("a minute later it is said again").isEqualTo(3);
    }

    /** Between the two a manager has lowered it: nobody may think that the second was heard. */
    @Test
    void aWorryThatWasLoweredMeanwhileIsHeardAgain() {
        String reference = live.begin("carer2");
        live.send(
                "carer2", reference, "reportContact", ReportAnswers.medium("C3").sent());
        Visitor carer = Visitor.loggedIn(port, "carer2");
        String worried = "/safe-contact/api/cases/" + reference + "/worried";
        Map<String, Object> words = Map.of("reason", "He writes again.", "dangerNow", false);
        assertThat(carer.post(worried, words).accepted()).isTrue();
        clock.advance(Duration.ofSeconds(10));
        lowering.lower(
                reference, "manager1", RiskLevel.MEDIUM, List.of(new Statement(Raising.WHY, "I rang.")), clock.now());

        assertThat(carer.post(worried, words).accepted()).isTrue();

        assertThat(incidents.get(reference).level()).contains(RiskLevel.HIGH);
    }

    @Test
    void whoAddsMoreThanTenThingsInAMinuteWaitsAndWhoIsWorriedNever() {
        String reference = live.begin("carer2");
        live.send(
                "carer2", reference, "reportContact", ReportAnswers.medium("C3").sent());
        police.done(reference, "rang999", "carer2");
        Visitor carer = Visitor.loggedIn(port, "carer2");
        for (int number = 1; number <= 10; number++) {
            assertThat(add(carer, reference, number).status()).isEqualTo(200);
        }
        int written = record.length(reference);

        Visitor.Answer eleventh = add(carer, reference, 11);
        assertThat(eleventh.status()).isEqualTo(400);
        assertThat(eleventh.body().path("fields").path("text").asText())
                .contains("wait a minute", "stays here", "I'm more worried now", "999");
        assertThat(policeReference(carer, reference).body().path("fields").has("policeReference"))
                .as("of each of them somebody hears")
                .isTrue();
        assertThat(add(carer, reference, 10).body().path("number").asInt())
                .as("the tenth once more")
                .isEqualTo(written);
        assertThat(record.length(reference)).isEqualTo(written);
        assertThat(add(Visitor.loggedIn(port, "duty1"), reference, 11).status())
                .as("each person for themselves")
                .isEqualTo(200);
        for (int number = 1; number <= 11; number++) {
            assertThat(carer.post(
                                    "/safe-contact/api/cases/" + reference + "/worried",
                                    Map.of("reason", "He is here: " + number, "dangerNow", true))
                            .status())
                    .isEqualTo(200);
        }

        clock.advance(Duration.ofMinutes(1));
        assertThat(add(carer, reference, 11).status()).isEqualTo(200);
        int number = policeReference(carer, reference).body().path("number").asInt();
        assertThat(policeReference(carer, reference).body().path("number").asInt())
                .as("sent twice it stands once")
                .isEqualTo(number)
                .isEqualTo(record.length(reference));
    }

    private static Visitor.Answer add(Visitor visitor, String reference, int number) {
        return visitor.post(
                "/safe-contact/api/cases/" + reference + "/additions",
                Map.of("kind", "FACT", "text", "Message number " + number));
    }

    private static Visitor.Answer policeReference(Visitor visitor, String reference) {
        return visitor.post(
                "/safe-contact/api/cases/" + reference + "/police-reference", Map.of("policeReference", "LOG 4713"));
    }

    private long titled(String reference, String title) {
        return record.entries(reference).stream()
                .filter(entry -> entry.title().equals(title))
                .count();
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
