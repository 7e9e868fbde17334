package org.safecontact.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safecontact.Coverage;
import org.safecontact.Jobs;
import org.safecontact.Patience;
import org.safecontact.SafeContactTest;
import org.safecontact.access.CaseFiles;
import org.safecontact.demo.MailSink;
import org.safecontact.evidence.file.Samples;
import org.safecontact.incident.Endings;
import org.safecontact.incident.NotAllowed;
import org.safecontact.incident.RiskLevel;
import org.safecontact.incident.StoredReports;
import org.safecontact.incident.level.Levels;
import org.safecontact.incident.report.FurtherAnswers;
import org.safecontact.incident.report.Reporting;
import org.safecontact.incident.report.UnsentReports;
import org.safecontact.journey.Visitor;
import org.safecontact.record.RecordVerifier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Every way through {@code sealed-file}: asked again and open again, doubt, sealed meanwhile, kept, removed by two people. */
@SafeContactTest
class SealedFileTest {

    @LocalServerPort
    private int port;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private UnsentReports unsent;

    @Autowired
    private Reporting reporting;

    @Autowired
    private Levels levels;

    @Autowired
    private FurtherAnswers further;

    @Autowired
    private EvidenceStore store;

    @Autowired
    private EvidenceFiles files;

    @Autowired
    private CustodyLedger ledger;

    @Autowired
    private Endings endings;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RecordVerifier verifier;

    @Autowired
    private Jobs jobs;

    @Autowired
    private MailSink mails;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private String reference;
    private Visitor duty;
    private Visitor manager;
    private Visitor deputy;

    @BeforeAll
    static void watch(@Autowired Coverage coverage) {
        coverage.begin(SealedFileTest.class);
    }

    @AfterAll
    static void everythingWasGoneThrough(@Autowired Coverage coverage) {
        coverage.requireAll("sealed-file");
    }

    @BeforeEach
    void threeScreenshotsAreThere() {
        reference = unsent.start("duty1");
        reporting.report(
                reference,
                StoredReports.bareCall("C1", "duty1", "carer1", Map.of("namedPerson", "none", "concerns", List.of())));
        levels.decide(reference);
        duty = Visitor.loggedIn(port, "duty1");
        manager = Visitor.loggedIn(port, "manager1");
        deputy = Visitor.loggedIn(port, "manager2");
        store.note(
                reference,
                "carer1",
                new NewItem(
                        EvidenceKind.TEXT_MESSAGES, "WhatsApp", "dad", null, null, "", "", null, "kitchen", "carer1"));
        store.agree(reference, Set.of(EvidenceKind.TEXT_MESSAGES), "duty1");
        for (int file = 0; file < 3; file++) {
            files.add(reference, 1, "carer1", OnlyWords.WORDS, new ByteArrayInputStream(Samples.png()));
        }
    }

    @Test
    void aPictureThatSlippedInIsSealedAtOnceAndRemovedByTwoPeopleOnAnOfficersDirection() {
        String sha256 = sha256(1);
        seal(1);
        assertThat(open(duty, 1)).isEqualTo(409);
        assertThat(open(duty, 2)).isEqualTo(200);
        assertThat(catchThrowable(() ->
                        files.add(reference, 1, "carer1", OnlyWords.WORDS, new ByteArrayInputStream(Samples.png()))))
                .as("no other file meanwhile")
                .isInstanceOf(NotAllowed.class);
        assertThat(endings.stillOpen(reference)).anyMatch(open -> open.contains("file 1"));
        assertThatNoPieceCanGo();

        send(manager, "dealWithSealedFile", direction());
        assertThat(complete(manager, "confirmRemoval", agreed("yes")).status()).isEqualTo(403);
        assertThat(pieces(1)).isPositive();
        assertThat(jdbc.sql("select count(*) from act_ru_task where assignee_ = 'manager1' and task_def_key_ = ?")
                        .param("confirmRemoval")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(deputy.formData(todo(waiting("confirmRemoval").get(0).getId(), "confirmRemoval"))
                        .toString())
                .as("what the first person typed stands there as typed, and is no link of ours")
                .contains("PC A\\\\. Example");
        send(deputy, "confirmRemoval", agreed("no"));
        send(manager, "dealWithSealedFile", direction());
        send(deputy, "confirmRemoval", agreed("yes"));

        assertThat(pieces(1)).isZero();
        assertThat(pieces(2)).isPositive();
        assertThat(sha256(1)).isEqualTo(sha256);
        assertThat(touches(1)).containsExactly("ADDED", "SEALED", "DIRECTED", "DIRECTED", "REMOVED");
        assertThat(jdbc.sql("select detail from evidence_custody where reference = ? and what = 'REMOVED'")
                        .param(reference)
                        .query(String.class)
                        .single())
                .contains("PC A. Example", "4711", "Example Police", "EX/2026/17", "35 days");
        assertThat(open(duty, 1)).isEqualTo(409);
        assertThat(endings.stillOpen(reference)).noneMatch(open -> open.contains("file 1"));
        assertThat(verifier.verify().broken()).isEmpty();
    }

    @Test
    void whatWasSaidAboutOwnCopiesBeforeAFileWasSealedNeverCountsAgain() {
        store.ownCopiesMayGo(reference, "duty1");
        assertThat(ownCopiesMayGo()).isTrue();
        seal(1);
        send(manager, "dealWithSealedFile", direction());
        send(deputy, "confirmRemoval", agreed("yes"));
        assertThat(states()).containsExactlyInAnyOrder("REMOVED", "OPEN", "OPEN");
        assertThat(ownCopiesMayGo()).as("nobody has said it since").isFalse();

        store.ownCopiesMayGo(reference, "duty1");
        assertThat(ownCopiesMayGo()).as("said anew").isTrue();
    }

    @Test
    void whatWasSaidAboutOwnCopiesBeforeFilesWereLockedNeverCountsAgain() {
        store.ownCopiesMayGo(reference, "duty1");
        further.picturesToo(reference, "carer1");
        for (int file = 0; file < 3; file++) {
            send(manager, "askForConfirmation", Map.of("answer", "confirmed"));
        }
        assertThat(states()).containsOnly("OPEN");
        assertThat(ownCopiesMayGo()).isFalse();
    }

    /** Whoever says it waits for whoever names pictures in that moment, and reads that everything stays. */
    @Test
    void ownCopiesStayWherePicturesAreNamedInTheSameMoment() {
        CompletableFuture<Void> says = transaction.execute(now -> {
            further.picturesToo(reference, "carer1");
            CompletableFuture<Void> waits = CompletableFuture.runAsync(() -> store.ownCopiesMayGo(reference, "duty1"));
            Patience.untilWaiting(jdbc, 1);
            return waits;
        });
        assertThatThrownBy(() -> says.get(Patience.SECONDS, TimeUnit.SECONDS)).hasCauseInstanceOf(NotAllowed.class);
        assertThat(ownCopiesMayGo()).isFalse();
    }

    @Test
    void filesThatWereThereBeforePicturesWereNamedAreAskedAboutAgain() {
        further.picturesToo(reference, "carer1");
        assertThat(open(duty, 1)).isEqualTo(409);
        assertThat(waiting("askForConfirmation"))
                .as("as urgent as the case, never before what is worse")
                .hasSize(3)
                .extracting(Task::getPriority)
                .containsOnly(RiskLevel.HIGH.urgency());

        send(manager, "askForConfirmation", Map.of("answer", "confirmed"));
        assertThat(states()).containsExactlyInAnyOrder("OPEN", "LOCKED", "LOCKED");

        send(manager, "askForConfirmation", Map.of("answer", "doubt"));
        assertThat(states()).containsExactlyInAnyOrder("OPEN", "LOCKED", "SEALED");

        seal(Integer.parseInt(locked()));
        assertThat(waiting("askForConfirmation")).isEmpty();
        assertThat(waiting("dealWithSealedFile"))
                .hasSize(2)
                .extracting(Task::getPriority)
                .containsOnly(RiskLevel.HIGH.urgency());

        send(manager, "dealWithSealedFile", kept());
        send(manager, "dealWithSealedFile", kept());
        assertThat(states()).containsExactlyInAnyOrder("OPEN", "SEALED", "SEALED");
        assertThat(endings.stillOpen(reference)).noneMatch(open -> open.contains("nobody may open"));
    }

    @Test
    void whatIsNotPossibleNowIsRefusedByAToDoInPlainWords() {
        further.picturesToo(reference, "carer1");
        list().forEach(file -> ledger.file(file, Touch.What.CONFIRMED_AGAIN, "manager2", "heard elsewhere"));
        Visitor.Answer refused = complete(manager, "askForConfirmation", Map.of("answer", "confirmed"));
        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.text()).contains("FormRefused", "This file is not waiting for that any more.");
        assertThat(waiting("askForConfirmation")).as("nothing is done").hasSize(3);
    }

    @Test
    void whoSavedACopyBeforeLeavesItAndSaysWhereItIs() {
        assertThat(open(duty, 1)).isEqualTo(200);
        assertThat(open(duty, 1)).isEqualTo(200);
        seal(1);
        Task deal = waiting("dealWithSealedFile").get(0);
        assertThat(manager.formData(todo(deal.getId(), "dealWithSealedFile"))
                        .path("copies")
                        .path("value")
                        .asText())
                .startsWith("Who saved a copy here to look at:")
                .containsPattern("(?s)Frankie.*Frankie.*Each of them is asked")
                .doesNotContain("kept away");
        Task leave = waiting("leaveCopy").get(0);
        assertThat(leave.getAssignee()).as("one for each of them").isEqualTo("duty1");
        jobs.runDue();
        assertThat(mails.letters())
                .anyMatch(mail -> mail.to().contains("duty1")
                        && mail.subject().contains(reference + ": something is to do, please see to it by"));
        send(duty, "leaveCopy", Map.of("copy", "yes", "where", "The office laptop, in my desk. It is off."));
        assertThat(waiting("leaveCopy")).isEmpty();
        assertThat(waiting("dealWithSealedFile")).hasSize(1);

        cases.exclude(reference, "duty1", "named in the concern");
        assertThat(manager.formData(todo(deal.getId(), "dealWithSealedFile"))
                        .path("copies")
                        .path("value")
                        .asText())
                .containsPattern("(?s)kept away from this case now:.*Frankie.*Nobody is asked about that here.")
                .doesNotContain("Each of them is asked");
    }

    @Test
    void whoIsNotAManagerGetsNothingToDoAboutIt() {
        seal(1);
        String task = waiting("dealWithSealedFile").get(0).getId();
        assertThat(duty.claim(todo(task, "dealWithSealedFile")).accepted()).isFalse();
    }

    private void assertThatNoPieceCanGo() {
        for (String sql : List.of(
                "delete from evidence_chunk",
                "update evidence_chunk set number = number + 1",
                "truncate evidence_chunk",
                "delete from evidence_file",
                "update evidence_custody set detail = ''",
                "delete from evidence_custody",
                "delete from evidence_direction",
                "alter table evidence_chunk disable trigger only_on_direction")) {
            assertThat(catchThrowable(() -> jdbc.sql(sql).update())).as(sql).isInstanceOf(DataAccessException.class);
        }
    }

    private void seal(int file) {
        assertThat(duty.post(
                                "/safe-contact/api/evidence/" + reference + "/files/" + file + "/seal",
                                Map.of("saidBy", "carer1 on the telephone"))
                        .status())
                .isEqualTo(200);
    }

    private int open(Visitor visitor, int file) {
        return visitor.raw(
                        "/safe-contact/e/" + reference + "/files/" + file + "/open",
                        "application/json",
                        BodyPublishers.ofString("{\"reason\":\"to compare the times\"}"))
                .statusCode();
    }

    private void send(Visitor visitor, String key, Map<String, Object> answers) {
        Visitor.Answer answer = complete(visitor, key, answers);
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
    }

    private Visitor.Answer complete(Visitor visitor, String key, Map<String, Object> answers) {
        Visitor.Todo todo = todo(waiting(key).get(0).getId(), key);
        visitor.claim(todo);
        return visitor.submit(todo, answers);
    }

    private List<Task> waiting(String key) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(key)
                .orderByTaskCreateTime()
                .asc()
                .list();
    }

    private static Visitor.Todo todo(String id, String key) {
        return new Visitor.Todo(id, key, key, Optional.empty(), Optional.empty());
    }

    private static Map<String, Object> kept() {
        return Map.of(
                "toldAt", "2026-11-23T09:00",
                "direction", "keep",
                "help", "Nobody looks at it, and the police can.");
    }

    private static Map<String, Object> direction() {
        Map<String, Object> direction = new HashMap<>(kept());
        direction.put("direction", "remove");
        direction.put("officer", "PC A. Example");
        direction.put("officerNumber", "4711");
        direction.put("force", "Example Police");
        direction.put("policeReference", "EX/2026/17");
        direction.put("backups", "Nightly ones; the last expires after 35 days");
        return direction;
    }

    private static Map<String, Object> agreed(String answer) {
        return Map.of("agreed", answer, "why", "I have read the letter", "help", "No picture of the child stays here.");
    }

    private List<EvidenceFile> list() {
        return store.read(reference, "manager1").files();
    }

    private boolean ownCopiesMayGo() {
        return store.read(reference, "manager1").ownCopiesMayGo().isPresent();
    }

    private List<String> states() {
        return list().stream().map(file -> file.state().name()).toList();
    }

    private String locked() {
        return list().stream()
                .filter(file -> file.state() == EvidenceFile.State.LOCKED)
                .map(file -> String.valueOf(file.number()))
                .findFirst()
                .orElseThrow();
    }

    private String sha256(int number) {
        return list().get(number - 1).sha256();
    }

    private long pieces(int number) {
        return jdbc.sql("select count(*) from evidence_chunk where file_id = ?")
                .param(list().get(number - 1).id())
                .query(Long.class)
                .single();
    }

    private List<String> touches(int number) {
        return store.read(reference, "manager1").custody().stream()
                .filter(touch -> touch.fileId()
                        .filter(list().get(number - 1).id()::equals)
                        .isPresent())
                .map(touch -> touch.what().name())
                .toList();
    }
}
