package org.safecontact.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safecontact.Patience;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.MovedChildren;
import org.safecontact.access.NotYours;
import org.safecontact.access.process.TakenAndNotDone;
import org.safecontact.agency.NextFolder;
import org.safecontact.engine.FormRefused;
import org.safecontact.incident.SaferCarePlans;
import org.safecontact.incident.named.NamedInWorry;
import org.safecontact.journey.Visitor;
import org.safecontact.plan.process.BeginEntry;
import org.safecontact.plan.safercare.NewSaferCare;
import org.safecontact.plan.safercare.SaferCareDocument;
import org.safecontact.plan.safercare.SaferCareVersion;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whose the to-dos of {@code keep-plan} are while somebody is away, on duty or in two windows at once. */
@SafeContactTest
class PlanToDosTest {

    @LocalServerPort
    private int port;

    @Autowired
    private BeginEntry begin;

    @Autowired
    private PlanRegister register;

    @Autowired
    private PlanReaders readers;

    @Autowired
    private CaseRecord record;

    @Autowired
    private CaseFiles files;

    @Autowired
    private Asking asking;

    @Autowired
    private NamedInWorry decided;

    @Autowired
    private SaferCarePlans plans;

    @Autowired
    private SaferCareDocument document;

    @Autowired
    private MovedChildren moved;

    @Autowired
    private TakenAndNotDone taken;

    @Autowired
    private TaskService tasks;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private NextFolder folder;

    @Autowired
    private TestClock clock;

    private final ExecutorService hands = Executors.newFixedThreadPool(2);

    @BeforeEach
    void aTuesday() {
        clock.setLondon("2027-01-12T10:00");
    }

    @AfterEach
    void theDemonstrationsFolder() {
        hands.shutdownNow();
        folder.unchanged();
        moved.look();
    }

    @Test
    void readingWaitsForTheMorningAndForTheCarerWhoIsAway() {
        clock.setLondon("2027-01-12T22:30");
        ask("ssw2", "C3");
        String reference = register.reference("C3").orElseThrow();
        assertThat(waiting(reference, "readPlan"))
                .as("routine leaves a carer in peace between 21:00 and 08:00")
                .extracting(Task::getFollowUpDate)
                .containsExactly(Date.from(Instant.parse("2027-01-13T08:00:00Z")));
        assertThat(waiting(reference, "readPlan")).extracting(Task::getAssignee).containsExactly("carer2");

        folder.somebodyIsAway("carer2", "2027-01-13", "2027-01-20");
        clock.setLondon("2027-01-14T10:00");
        taken.look();

        assertThat(waiting(reference, "readPlan"))
                .as("nobody reads it for somebody else")
                .extracting(Task::getAssignee)
                .containsExactly("carer2");
        Visitor.loggedIn(port, "carer2").complete("readPlan", Map.of("read", readers.mark("C3", "carer2")));
    }

    @Test
    void twoWindowsBeginOneEntry() throws Exception {
        String reference = register.open("C2", "ssw1");
        List<Future<String>> windows = whileSomebodyHasTheTurn(
                reference, List.of(() -> begin.about("C2", "ssw1"), () -> begin.about("C2", "ssw1")));
        assertThat(windows.get(0).get(Patience.SECONDS, TimeUnit.SECONDS))
                .isEqualTo(windows.get(1).get(Patience.SECONDS, TimeUnit.SECONDS));
        send(Visitor.loggedIn(port, "ssw1"), windows.get(0).get(), Map.of("kind", "nothing"));
    }

    @Test
    void dutySeesNothingOfItButInThePlaceOfWhoeverSupervises() {
        String todo = begin.about("C1", "ssw1");
        tasks.setAssignee(todo, null);
        Visitor duty = Visitor.loggedIn(port, "duty1");
        Visitor.Todo entering = todo(todo);
        assertThat(sees(duty, todo)).isFalse();
        assertThat(duty.claim(entering).accepted()).isFalse();
        assertThat(sees(Visitor.loggedIn(port, "ssw1"), todo)).isTrue();

        folder.somebodyIsAway("ssw1", "2027-01-12", "2027-01-13");
        assertThat(sees(duty, todo)).as("stands in").isTrue();
        assertThat(duty.claim(entering).accepted()).isTrue();
        send(duty, todo, Map.of("kind", "nothing"));
    }

    @Test
    void whatTheOldHomeBeganToAskForIsNotTheirsToSendAnyMore() {
        Visitor carer = Visitor.loggedIn(port, "carer1");
        send(carer, Asking.begin(carer, "C2"), Asking.regularly("Auntie Early"));
        String begun = Asking.begin(carer, "C2");
        String reference = (String) tasks.getVariable(begun, "reference");

        folder.childMoves("C2", "H2");
        assertThat(Visitor.loggedIn(port, "carer2").get("/safe-contact/a/C2").text())
                .as("the new home does not learn who lived with the child before")
                .contains("Auntie Early", "Asked by the home before")
                .doesNotContain("Billie Ashdown");

        assertThat(carer.submit(todo(begun), Asking.regularly("Auntie Late")).accepted())
                .as("from the moment on that the child lives elsewhere")
                .isFalse();
        assertThat(sees(carer, begun)).isFalse();
        moved.look();
        Visitor worker = Visitor.loggedIn(port, "ssw2");
        assertThat(sees(worker, begun)).isTrue();
        for (String before : List.of("carer1", "ssw1")) {
            assertThat(Visitor.loggedIn(port, before).claim(todo(begun)).accepted())
                    .as(before)
                    .isFalse();
        }
        assertThat(record.entries(reference))
                .as("that it was begun stays on record")
                .extracting(Entry::title)
                .contains("The child lives in another home now");
        assertThat(worker.claim(todo(begun)).accepted()).isTrue();
        send(worker, begun, Asking.regularly("Auntie Late"));
        String decide = waiting(reference, "decideContact").get(0).getId();
        assertThat(worker.claim(todo(decide)).accepted())
                .as("who asked does not decide, whoever began")
                .isFalse();
        assertThat(sees(carer, decide)).isFalse();
    }

    @Test
    void aWorkerNamedInAReportHasNoPartInItUntilItIsDecided() {
        String todo = begin.about("C1", "ssw1");
        String reference = register.reference("C1").orElseThrow();
        Visitor worker = Visitor.loggedIn(port, "ssw1");
        Visitor manager = Visitor.loggedIn(port, "manager1");
        Visitor carer = Visitor.loggedIn(port, "carer1");
        String page = "/safe-contact/a/C1";
        String kept = "/safe-contact/api/cases/" + reference + "/record";
        assertThat(worker.get(kept).status()).isEqualTo(200);

        String report = asking.named("carer1", "C1", "ssw1");

        assertThat(worker.get(page).status()).isEqualTo(404);
        assertThat(worker.get(kept).status()).isEqualTo(404);
        assertThat(worker.get("/safe-contact/a").text()).doesNotContain(page);
        assertThat(sees(worker, todo)).isFalse();
        assertThat(worker.submit(todo(todo), Map.of("kind", "nothing")).accepted())
                .isFalse();
        assertThatThrownBy(() -> begin.about("C1", "ssw1")).isInstanceOf(NotYours.class);
        assertThat(worker.get("/safe-contact/a/C2").status())
                .as("another child of the same home")
                .isEqualTo(200);
        assertThat(carer.get(page).status())
                .as("the home follows what is agreed")
                .isEqualTo(200);
        assertThat(manager.claim(todo(todo)).accepted()).as("stands in").isTrue();
        send(manager, todo, Map.of("kind", "ask"));
        String read = String.valueOf(register.plan("C1").version());
        waiting(reference, "readPlan")
                .forEach(task ->
                        Visitor.loggedIn(port, task.getAssignee()).submit(todo(task.getId()), Map.of("read", read)));
        String own = begin.about("C1", "manager1");
        send(manager, own, Map.of("kind", "nothing"));
        assertThatThrownBy(() -> begin.about("C1", "duty1")).isInstanceOf(NotYours.class);

        decided.otherCases(report, "manager1", true);
        assertThat(worker.get(page).status()).isEqualTo(200);
        assertThat(worker.get(kept).status()).isEqualTo(200);
        assertThatThrownBy(() -> begin.about("C1", "manager1")).isInstanceOf(NotYours.class);
        send(worker, begin.about("C1", "ssw1"), Map.of("kind", "nothing"));

        decided.otherCases(report, "manager1", false);
        assertThat(worker.get(page).status()).as("for good").isEqualTo(404);
        decided.otherCases(report, "manager1", true);
    }

    @Test
    void aFileThatBeginsWhileAReportNamesAWorkerIsNotTheirs() {
        String report = asking.named("carer2", "C3", "ssw2");
        String reference = register.open("C3", "manager1");
        Visitor worker = Visitor.loggedIn(port, "ssw2");
        String kept = "/safe-contact/api/cases/" + reference + "/record";
        assertThat(worker.get(kept).status()).isEqualTo(404);
        decided.otherCases(report, "manager1", true);
        assertThat(worker.get(kept).status()).isEqualTo(200);
    }

    /** Who enters something has the turn of the child's file and then writes into the case; who signs a plan has that of the case. */
    @Test
    void signingAPlanWaitsForNobodyWhoEntersSomethingAndEachCarerIsAskedOnce() throws Exception {
        String first = asking.named("carer2", "C3", "ssw1");
        String second = asking.named("carer2", "C3", "ssw1");
        String reference = register.open("C3", "manager1");
        transaction.execute(now -> {
            record.takeTurn(reference);
            return done(hands.submit(() -> plans.signedOff(first, written(), "teammanager1")));
        });
        waiting(reference, "readPlan").forEach(task -> tasks.complete(task.getId()));

        Optional<Long> one = written();
        Optional<Long> beside = written();
        Future<?> other = transaction.execute(now -> {
            plans.signedOff(first, one, "teammanager1");
            Future<?> waits = hands.submit(() -> plans.signedOff(second, beside, "teammanager1"));
            Patience.untilWaiting(jdbc, 1);
            return waits;
        });
        assertThatThrownBy(() -> other.get(Patience.SECONDS, TimeUnit.SECONDS))
                .as("begun before the other one was signed")
                .hasCauseInstanceOf(FormRefused.class);
        assertThat(document.present("C3").orElseThrow().text().id()).isEqualTo(one.orElseThrow());
        assertThat(waiting(reference, "readPlan")).hasSize(1);
        waiting(reference, "readPlan").forEach(task -> tasks.complete(task.getId()));
        files.exclude(second, "carer2", "named in the concern");
        for (String report : List.of(first, second)) {
            decided.otherCases(report, "manager1", true);
        }
    }

    private Optional<Long> written() {
        int stands = document.present("C3").map(SaferCareVersion::number).orElse(0);
        return Optional.of(document.write(
                "C3",
                new NewSaferCare(
                        stands, "Phones charge downstairs.", "New.", "It helps.", "", LocalDate.of(2027, 6, 1)),
                "ssw2"));
    }

    private static Void done(Future<?> work) {
        try {
            work.get(Patience.SECONDS, TimeUnit.SECONDS);
            return null;
        } catch (InterruptedException | ExecutionException | TimeoutException failure) {
            throw new AssertionError("It waits", failure);
        }
    }

    @Test
    void whoIsNamedAnewWhileTheyAreLetBackStaysAway() throws Exception {
        String before = asking.named("carer2", "C3", "ssw2");
        String second = asking.named("carer2", "C3", "ssw1");
        String reference = register.open("C3", "manager1");
        Runnable names = () -> decided.settle(second, "manager1", Optional.of("worker"), List.of("ssw2"));
        Runnable letsBack = () -> decided.otherCases(before, "manager1", true);
        for (List<Runnable> inTurn : List.of(List.of(names, letsBack), List.of(letsBack, names))) {
            decided.settle(second, "manager1", Optional.of("worker"), List.of("ssw1"));
            decided.otherCases(before, "manager1", false);
            Future<?> next = transaction.execute(now -> {
                inTurn.get(0).run();
                Future<?> waits = hands.submit(() ->
                        transaction.executeWithoutResult(then -> inTurn.get(1).run()));
                Patience.untilWaiting(jdbc, 1);
                return waits;
            });
            next.get(Patience.SECONDS, TimeUnit.SECONDS);
            assertThat(files.excluded(reference)).contains("ssw2");
        }
        decided.otherCases(before, "manager1", true);
        decided.otherCases(second, "manager1", true);
        assertThat(files.excluded(reference)).doesNotContain("ssw2");
    }

    /** A report about the child names a worker. */
    private void ask(String worker, String child) {
        send(Visitor.loggedIn(port, worker), begin.about(child, worker), Map.of("kind", "ask"));
    }

    private String send(Visitor visitor, String task, Map<String, Object> answers) {
        Visitor.Answer answer = visitor.submit(todo(task), answers);
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
        return task;
    }

    private static Visitor.Todo todo(String task) {
        return new Visitor.Todo(task, "", "", Optional.empty(), Optional.empty());
    }

    private static boolean sees(Visitor visitor, String task) {
        return visitor.todos().stream().anyMatch(seen -> seen.id().equals(task));
    }

    private List<Task> waiting(String reference, String key) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(key)
                .list();
    }

    /** Begins each while the turn of the file is somebody's; where nobody waits for it, one after the other has its way at once. */
    private List<Future<String>> whileSomebodyHasTheTurn(String reference, List<Callable<String>> each) {
        return transaction.execute(now -> {
            record.takeTurn(reference);
            List<Future<String>> begun = each.stream().map(hands::submit).toList();
            Patience.untilWaiting(jdbc, each.size());
            return begun;
        });
    }
}
