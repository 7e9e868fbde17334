package org.safecontact.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.safecontact.Coverage;
import org.safecontact.SafeContactTest;
import org.safecontact.StandInTable;
import org.safecontact.agency.Agency;
import org.safecontact.evidence.file.Intake;
import org.safecontact.evidence.file.Samples;
import org.safecontact.incident.NotAllowed;
import org.safecontact.incident.StoredReports;
import org.safecontact.incident.level.Levels;
import org.safecontact.incident.process.CaseMessages;
import org.safecontact.incident.report.FurtherAnswers;
import org.safecontact.incident.report.Reporting;
import org.safecontact.incident.report.UnsentReports;
import org.safecontact.journey.Visitor;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.RecordVerifier;
import org.safecontact.record.Statement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Evidence over HTTP, as browsers send it: what comes in, who may look, and that every touch is in the ledger. */
@SafeContactTest
class EvidenceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int MOST_ITEMS = 300;

    @LocalServerPort
    private int port;

    @Autowired
    private UnsentReports unsent;

    @Autowired
    private Reporting reporting;

    @Autowired
    private Levels levels;

    @Autowired
    private FurtherAnswers further;

    @Autowired
    private CaseMessages cases;

    @Autowired
    private EvidenceFiles files;

    @Autowired
    private FileRepository kept;

    @Autowired
    private ItemRepository items;

    @Autowired
    private CustodyLedger ledger;

    @Autowired
    private RecordVerifier verifier;

    @Autowired
    private Environment settings;

    @Autowired
    private CaseRecord caseRecord;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Agency agency;

    private String reference;
    private Visitor carer;
    private Visitor duty;
    private Visitor manager;

    @BeforeAll
    static void watch(@Autowired Coverage coverage) {
        coverage.begin(EvidenceTest.class);
    }

    /** Carer1 rang duty1 about C1: messages in words came. Who took the call has answered. */
    @BeforeEach
    void aCaseIsTold() {
        reference = unsent.start("duty1");
        reporting.report(reference, StoredReports.bareCall("C1", "duty1", "carer1", calm()));
        levels.decide(reference);
        carer = Visitor.loggedIn(port, "carer1");
        duty = Visitor.loggedIn(port, "duty1");
        manager = Visitor.loggedIn(port, "manager1");
    }

    @Test
    void aScreenshotGoesInIsOpenedWithAReasonAndEveryTouchIsKnown() throws Exception {
        item("textMessages");
        agree("textMessages");
        byte[] png = Samples.png();
        HttpResponse<byte[]> added = Upload.send(carer, reference, 1, OnlyWords.WORDS, "IMG_1.png", png);
        assertThat(added.statusCode()).isEqualTo(200);
        String sha256 = JSON.readTree(added.body()).path("sha256").asText();
        assertThat(sha256).isEqualTo(sha256(png));

        assertThat(open(duty, 1, "").statusCode()).isEqualTo(400);
        assertThat(open(carer, 1, "to look again").statusCode()).isEqualTo(404);
        HttpResponse<byte[]> opened = open(duty, 1, "to compare the account name");
        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(opened.body()).isEqualTo(png);
        assertThat(opened.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
        assertThat(opened.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"" + reference + "-file-1.png\"");
        assertThat(opened.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(opened.headers().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; sandbox");

        JsonNode file = list(manager).path("items").path(0).path("files").path(0);
        assertThat(file.path("sha256").asText()).isEqualTo(sha256);
        assertThat(file.path("added").asText()).contains(agency.nameOf("carer1"));
        assertThat(file.path("custody").findValuesAsText("what")).containsExactly("added the file", "opened the file");
        assertThat(file.path("custody").path(0).path("detail").asText()).isEqualTo(OnlyWords.WORDS);
        assertThat(file.path("custody").path(1).path("detail").asText()).isEqualTo("to compare the account name");
        assertThat(touches()).containsExactly("NOTED", "AGREED", "ADDED", "OPENED", "LIST_READ");
        assertThat(record()).contains(sha256, "opened the file", "to compare the account name");
        assertThat(verifier.verify().broken()).isEmpty();
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("archive.png", Samples.zip()),
                Arguments.of("polyglot.png", Samples.behind(Samples.png(), Samples.zip())),
                Arguments.of("polyglot.jpg", Samples.behind(Samples.jpeg(), Samples.text("<html>"))),
                Arguments.of("drawing.png", Samples.text("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")),
                Arguments.of("page.txt", Samples.text("<html><body>x</body></html>")),
                Arguments.of("film.png", Samples.text("\0\0\0\u0020ftypisom\0\0\2\0isomiso2avc1mp41")),
                Arguments.of("inside.pdf", Samples.pdf("x", "5 0 obj <</Type/EmbeddedFile>> endobj")),
                Arguments.of(
                        "attached.eml",
                        Samples.text(
                                Samples.mailWith("Content-Disposition: attachment; filename=a.png", Samples.png()))),
                Arguments.of("nothing.txt", new byte[0]));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void whatIsNotOnTheListLeavesNothingButTheLineThatSaysSo(String name, byte[] content) throws Exception {
        item("textMessages");
        agree("textMessages");
        HttpResponse<byte[]> answer = Upload.send(carer, reference, 1, OnlyWords.WORDS, name, content);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).path("fields").path("file").asText())
                .isNotBlank();
        assertThat(pieces()).isZero();
        assertThat(touches()).containsExactly("NOTED", "AGREED", "REFUSED");
    }

    @Test
    void whatTheTableAllowedSaysWhichVersionAndWhoSignedIt() {
        item("textMessages");
        agree("textMessages");
        Upload.send(carer, reference, 1, OnlyWords.WORDS, "IMG_1.png", Samples.png());

        for (String title : List.of("Agreed that files are added", "File 1: added the file")) {
            assertThat(says(title))
                    .as(title)
                    .contains(
                            "a rule of the table \"evidence-handling\", version 1.0.0",
                            "Messages in words; a file only after somebody answered and agreed")
                    .anyMatch(said -> said.startsWith("signed as a demonstration only by "));
        }
    }

    @Test
    void aListThatIsFullSaysWhereToWriteTheRestAndStillHearsOfAPicture() {
        cases.alsoAbout(reference, "duty1");
        for (int number = 0; number < MOST_ITEMS; number++) {
            NewItem seen = new NewItem(
                    EvidenceKind.TEXT_MESSAGES, "WhatsApp", "dad", null, null, "", "", null, "kitchen", "carer1");
            items.moved(items.add(reference, seen, "carer1", Instant.now()), "kitchen", "me", "carer1", Instant.now());
        }

        Visitor.Answer full = carer.post(path("items"), seen("textMessages"));
        assertThat(full.status()).isEqualTo(409);
        assertThat(full.text()).contains("This list is full: it holds 300 things.", "Add to this");
        assertThat(carer.post(path("items"), seen("possibleIndecentImage")).status())
                .isEqualTo(200);
        assertThat(list(carer).path("items")).hasSize(MOST_ITEMS + 1);
    }

    @Test
    void aWorkerSaysWhenTheCopyOnTheOwnPhoneMayGo() {
        item("textMessages");
        agree("textMessages");
        assertThat(list(carer).path("ownCopies").asText()).isEmpty();
        Visitor.Answer tooEarly = duty.post(path("own-copies-may-go"), Map.of());
        assertThat(tooEarly.status()).isEqualTo(409);
        assertThat(tooEarly.text()).contains("No file is here yet");
        Upload.send(carer, reference, 1, OnlyWords.WORDS, "IMG_1.png", Samples.png());
        assertThat(list(carer).path("ownCopies").asText()).startsWith("A copy is still on your own phone. Leave it");
        assertThat(list(carer).path("mayFreeCopies").asBoolean()).isFalse();
        assertThat(carer.post(path("own-copies-may-go"), Map.of()).status()).isEqualTo(409);

        assertThat(list(duty).path("mayFreeCopies").asBoolean()).isTrue();
        assertThat(duty.post(path("own-copies-may-go"), Map.of()).accepted()).isTrue();
        assertThat(list(carer).path("ownCopies").asText())
                .startsWith("You can remove the copy on your own phone now, said Frankie Nightingale");
        assertThat(touches()).contains("OWN_COPIES_MAY_GO");
        Visitor.Answer again = duty.post(path("own-copies-may-go"), Map.of());
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text()).contains("This was said already");
        assertThat(touches()).containsOnlyOnce("OWN_COPIES_MAY_GO");

        Upload.send(carer, reference, 1, OnlyWords.WORDS, "IMG_2.png", Samples.png());
        assertThat(list(carer).path("ownCopies").asText())
                .as("what was added later is not meant")
                .startsWith("A copy is still on your own phone. Leave it");

        assertThat(duty.post(path("own-copies-may-go"), Map.of()).accepted()).isTrue();
        assertThat(duty.post(path("files/1/seal"), Map.of("saidBy", "The carer"))
                        .status())
                .isEqualTo(200);
        assertThat(list(carer).path("ownCopies").asText())
                .as("doubt keeps everything where it is")
                .startsWith("Leave every copy where it is");
        assertThat(list(duty).path("mayFreeCopies").asBoolean()).isFalse();
        assertThat(duty.post(path("own-copies-may-go"), Map.of()).status()).isEqualTo(409);
    }

    @Test
    void picturesThatAreNamedTakeBackThatOwnCopiesMayGoThoughNoFileIsKeptShut() {
        cases.alsoAbout(reference, "duty1");
        item("textMessages");
        agree("textMessages");
        Upload.send(carer, reference, 1, OnlyWords.WORDS, "IMG_1.png", Samples.png());
        assertThat(duty.post(path("own-copies-may-go"), Map.of()).accepted()).isTrue();
        assertThat(list(carer).path("ownCopies").asText()).startsWith("You can remove the copy");

        item("possibleIndecentImage");
        String asked = tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey("askForConfirmation")
                .singleResult()
                .getId();
        Visitor.Todo todo =
                new Visitor.Todo(asked, "askForConfirmation", "askForConfirmation", Optional.empty(), Optional.empty());
        manager.claim(todo);
        assertThat(manager.submit(todo, Map.of("answer", "confirmed")).accepted())
                .isTrue();
        assertThat(kept.files(reference)).extracting(EvidenceFile::state).containsOnly(EvidenceFile.State.OPEN);
        assertThat(list(carer).path("ownCopies").asText()).startsWith("Leave every copy where it is");
        assertThat(list(duty).path("mayFreeCopies").asBoolean()).isFalse();
        assertThat(duty.post(path("own-copies-may-go"), Map.of()).status()).isEqualTo(409);
    }

    @Test
    void withoutATableNoFileIsAllowedAndSomebodyLearnsWhy() {
        item("textMessages");
        StandInTable.whileBroken(repository, "evidence-handling", () -> {
            assertThat(duty.post(path("agreements"), Map.of("kinds", List.of("textMessages")))
                            .status())
                    .isEqualTo(409);
            assertThat(list(carer).path("items").path(0).path("doThis").asText())
                    .contains("ring duty");
            assertThat(list(carer).path("items").path(0).path("whyNoFile").asText())
                    .as("what to do with it is said once")
                    .isEqualTo("No file of this. Leave everything where it is.");
        });

        assertThat(touches()).doesNotContain("AGREED");
        assertThat(says("A decision table gave no answer")).contains("evidence-handling");
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(reference)
                        .taskDefinitionKey("caseIsStuck")
                        .count())
                .as("once, however often it was asked")
                .isOne();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
        """ + TablesOwner.BYTES + """
           | File 1 of %s is damaged: what is kept does not give its SHA-256.
        """ + TablesOwner.SHA_256 + """
           | File 1 of %s was changed: the SHA-256 kept beside it is not the one on record.
        """ + TablesOwner.NUMBER + """
           | File 999 of %s is not on record: it was put there later.
        """)
    void aFileThatIsNotAsItWasTakenIsNamedByWhoeverVerifies(String change, String says) {
        UUID file = fileIsThere();

        new TablesOwner(settings)
                .whileChanged(
                        file,
                        change,
                        () -> assertThat(verifier.verify().broken()).first().isEqualTo(says.formatted(reference)));
        assertThat(verifier.verify().broken()).isEmpty();
        assertThat(verifier.verify().inWords()).contains(" evidence files.");
    }

    @Test
    void whoOpensADamagedFileReadsThatInWordsAndGetsNothingToSave() throws Exception {
        UUID file = fileIsThere();

        new TablesOwner(settings).whileChanged(file, TablesOwner.BYTES, () -> {
            HttpResponse<byte[]> answer = open(duty, 1, "to compare the account name");
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
            assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("This file is damaged", "999");
        });
        assertThat(touches()).endsWith("OPENED", "DAMAGED");
        assertThat(open(duty, 1, "it is whole again").statusCode()).isEqualTo(200);
    }

    private UUID fileIsThere() {
        item("textMessages");
        agree("textMessages");
        assertThat(Upload.send(carer, reference, 1, OnlyWords.WORDS, "IMG_1.png", Samples.png())
                        .statusCode())
                .isEqualTo(200);
        return jdbc.sql("select id from evidence_file where reference = ?")
                .param(reference)
                .query(UUID.class)
                .single();
    }

    @Test
    void theNameSaysNothingTheContentDecides() throws Exception {
        item("textMessages");
        agree("textMessages");
        assertThat(Upload.send(carer, reference, 1, OnlyWords.WORDS, "../../etc/x.exe", Samples.png())
                        .statusCode())
                .isEqualTo(200);
        assertThat(list(duty)
                        .path("items")
                        .path(0)
                        .path("files")
                        .path(0)
                        .path("type")
                        .asText())
                .isEqualTo("a picture (PNG)");
    }

    @Test
    void nothingComesInBeforeSomebodyAgreed() {
        item("textMessages");
        HttpResponse<byte[]> answer = Upload.send(carer, reference, 1, OnlyWords.WORDS, "a.png", Samples.png());
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .contains("Somebody has answered, and no file is agreed");
        assertThat(pieces()).isZero();
    }

    @Test
    void thePageFollowsWhatWasAgreed() {
        item("textMessages");
        item("other");
        assertThat(page())
                .contains("Somebody has answered, and no file is agreed.")
                .doesNotContain("Add the file");

        agree("textMessages");
        assertThat(page())
                .containsPattern("Messages in words: [^:]+ agreed to files of this today at \\d\\d:\\d\\d\\.")
                .containsOnlyOnce("Add the file")
                .contains("Files of another kind are agreed, and not of this")
                .doesNotContain("only after a worker");
    }

    private String page() {
        return carer.get("/safe-contact/c/" + reference + "/e").text();
    }

    @Test
    void agreementIsForAWorkerAndForTheKindThatWasAgreed() {
        item("textMessages");
        item("identifyingPost");
        assertThat(carer.post(path("agreements"), Map.of("kinds", List.of("textMessages")))
                        .status())
                .isEqualTo(409);
        assertThat(duty.post(path("agreements"), Map.of("kinds", List.of("disappearing")))
                        .status())
                .isEqualTo(409);
        agree("identifyingPost");
        assertThat(Upload.send(carer, reference, 1, OnlyWords.WORDS, "a.png", Samples.png())
                        .statusCode())
                .isEqualTo(409);
        assertThat(Upload.send(carer, reference, 2, OnlyWords.WORDS, "a.png", Samples.png())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void nobodyAgreesBeforeSomebodyAnswered() {
        String unanswered = unsent.start("carer1");
        reporting.report(unanswered, StoredReports.bare("C1", "carer1", calm()));
        levels.decide(unanswered);
        assertThat(duty.post(
                                "/safe-contact/api/evidence/" + unanswered + "/agreements",
                                Map.of("kinds", List.of("textMessages")))
                        .status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @MethodSource("notTheConfirmation")
    void nothingComesInWithoutTheExactConfirmation(String confirmation) {
        item("textMessages");
        agree("textMessages");
        HttpResponse<byte[]> answer = Upload.send(carer, reference, 1, confirmation, "a.png", Samples.png());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("confirmation");
        assertThat(pieces()).isZero();
    }

    static Stream<String> notTheConfirmation() {
        return Stream.of(null, "", "on", "true", OnlyWords.WORDS.toLowerCase());
    }

    @Test
    void kindsWithoutFilesTakeNone() {
        agree("textMessages");
        for (String kind : List.of("liveChat", "disappearing")) {
            int number = item(kind);
            assertThat(Upload.send(carer, reference, number, OnlyWords.WORDS, "a.png", Samples.png())
                            .statusCode())
                    .isEqualTo(409);
        }
    }

    @Test
    void oncePicturesAreNamedNothingComesInAndWhatIsThereIsLocked() throws Exception {
        item("textMessages");
        agree("textMessages");
        assertThat(Upload.send(carer, reference, 1, OnlyWords.WORDS, "a.png", Samples.png())
                        .statusCode())
                .isEqualTo(200);
        further.picturesToo(reference, "carer1");

        for (Visitor visitor : List.of(carer, duty, manager)) {
            assertThat(Upload.send(visitor, reference, 1, OnlyWords.WORDS, "b.png", Samples.png())
                            .statusCode())
                    .isEqualTo(409);
        }
        assertThat(duty.post(path("agreements"), Map.of("kinds", List.of("textMessages")))
                        .status())
                .isEqualTo(409);
        assertThat(open(duty, 1, "to look at it").statusCode()).isEqualTo(409);
        assertThat(list(duty)
                        .path("items")
                        .path(0)
                        .path("files")
                        .path(0)
                        .path("state")
                        .asText())
                .isEqualTo("LOCKED");
        assertThat(manager.has("askForConfirmation")).isTrue();
        assertThat(duty.get("/safe-contact/e/" + reference).text()).doesNotContain("type=\"file\"");
    }

    @Test
    void aPictureIsTickedNeverDescribedAndClosesTheCaseToFiles() {
        cases.alsoAbout(reference, "duty1");
        Map<String, Object> described = seen("possibleIndecentImage");
        described.put("words", "it shows");
        assertThat(carer.post(path("items"), described).body().path("fields").has("words"))
                .isTrue();
        Map<String, Object> ticked = seen("possibleIndecentImage");
        ticked.put("ticks", List.of("adult", "byAccident"));
        assertThat(carer.post(path("items"), ticked).status()).isEqualTo(200);

        item("textMessages");
        assertThat(duty.post(path("agreements"), Map.of("kinds", List.of("textMessages")))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void textsTakeNoPicturesInLetters() {
        for (String field : List.of("app", "handle", "device", "words", "place", "holder")) {
            Map<String, Object> seen = seen("textMessages");
            seen.put(field, "data:image/png;base64,iVBORw0KGgo");
            Visitor.Answer answer = carer.post(path("items"), seen);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body().path("fields").has(field)).as(field).isTrue();
        }
        assertThat(touches()).isEmpty();
    }

    @Test
    void aHandleIsNeverALink() {
        Map<String, Object> seen = seen("textMessages");
        seen.put("handle", "https://example.org/<script>alert(1)</script>");
        carer.post(path("items"), seen);
        String page = duty.get("/safe-contact/e/" + reference).text();
        assertThat(page).contains("https://example.org/&lt;script&gt;").doesNotContain("href=\"https://example.org");
    }

    @Test
    void aCarerReadsWhatTheOwnHomeNotedAndNoWordsOfWorkers() {
        int own = item("textMessages");
        assertThat(record()).contains("Seen from", "Saturday 21 November 2026, 21:40");
        Map<String, Object> byManager = seen("textMessages");
        byManager.put("handle", "manager_saw_this");
        byManager.put("words", "Words that the manager wrote down.");
        assertThat(manager.post(path("items"), byManager).status()).isEqualTo(200);
        assertThat(duty.post(
                                path("items/" + own + "/whereabouts"),
                                Map.of("place", "At the police station", "holder", "A named officer"))
                        .status())
                .isEqualTo(200);

        Visitor atHome = Visitor.loggedIn(port, "carer3");
        for (Visitor reads : List.of(carer, atHome)) {
            for (String address : List.of(path(""), "/safe-contact/e/" + reference)) {
                assertThat(reads.get(address).text())
                        .contains("dad_22", "Ask your worker")
                        .doesNotContain(
                                "manager_saw_this", "Words that the manager", "police station", "A named officer");
            }
        }
        assertThat(duty.get(path("")).text()).contains("dad_22", "manager_saw_this", "police station");
    }

    @Test
    void nothingWasSeenInTheFutureNorInAYearThatNobodyMeans() {
        for (String field : List.of("seenFrom", "seenTo")) {
            for (String year : List.of("2099", "1203", "-999999999", "+999999999")) {
                Map<String, Object> seen = seen("textMessages");
                seen.put(field, year + "-01-01T10:00");
                assertThat(carer.post(path("items"), seen).body().path("fields").has(field))
                        .as(field + " " + year)
                        .isTrue();
            }
        }
        Map<String, Object> backwards = seen("textMessages");
        backwards.put("seenTo", "2020-01-01T10:00");
        assertThat(carer.post(path("items"), backwards).body().path("fields").has("seenTo"))
                .isTrue();
        assertThat(touches()).isEmpty();
    }

    @Test
    void whoIsNotOnTheCaseSeesNothing() {
        item("textMessages");
        Visitor stranger = Visitor.loggedIn(port, "carer2");
        assertThat(stranger.get(path("")).status()).isEqualTo(404);
        assertThat(stranger.post(path("items"), seen("textMessages")).status()).isEqualTo(404);
        assertThat(Upload.send(stranger, reference, 1, OnlyWords.WORDS, "a.png", Samples.png())
                        .statusCode())
                .isEqualTo(404);
        assertThat(open(stranger, 1, "curious about it").statusCode()).isEqualTo(404);
        assertThat(Visitor.stranger(port).get(path("")).status()).isEqualTo(401);
    }

    @Test
    void aFileWithoutAnEndIsRefusedWhileItComesAndMemoryStaysSmall() {
        item("textMessages");
        agree("textMessages");
        System.gc();
        long before = usedMemory();
        Supplier<InputStream> large = () -> new SequenceInputStream(
                new ByteArrayInputStream(Samples.text("a long talk ")), new Words(26L * 1024 * 1024));
        HttpResponse<byte[]> answer = Upload.send(carer, reference, 1, OnlyWords.WORDS, "talk.txt", large);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("At most 25 MB");
        assertThat(pieces()).isZero();

        Supplier<InputStream> fits = () -> new Words(24L * 1024 * 1024);
        assertThat(Upload.send(carer, reference, 1, OnlyWords.WORDS, "talk.txt", fits)
                        .statusCode())
                .isEqualTo(200);
        System.gc();
        assertThat(usedMemory() - before).isLessThan(20L * 1024 * 1024);
        assertThat(open(duty, 1, "to read the talk").body()).hasSize(24 * 1024 * 1024);
    }

    @Test
    void theFilesOfACaseTogetherAreNotEndless() throws Exception {
        item("textMessages");
        agree("textMessages");
        byte[] last = Samples.text("words only");
        EvidenceFile nearlyAll = kept(250L * 1024 * 1024 - last.length);
        HttpResponse<byte[]> tooMuch =
                Upload.send(carer, reference, 1, OnlyWords.WORDS, "a.txt", Samples.text("words only, and more"));
        assertThat(tooMuch.statusCode()).isEqualTo(400);
        assertThat(new String(tooMuch.body(), StandardCharsets.UTF_8))
                .contains("250 MB", "Keep it where it is", "ring duty");
        assertThat(pieces()).isZero();
        assertThat(words(carer).statusCode()).as("exactly as much as fits").isEqualTo(200);

        InputStream unread = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("not a byte of it is read");
            }
        };
        assertThatThrownBy(() -> files.add(reference, 1, "carer1", OnlyWords.WORDS, unread))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContainingAll("250 MB", "Keep it where it is", "ring duty");
        assertThat(list(carer).path("items").path(0).path("whyNoFile").asText()).contains("250 MB");

        ledger.file(nearlyAll, Touch.What.REMOVED, "manager1", "");
        assertThat(words(carer).statusCode())
                .as("what was removed takes no room")
                .isEqualTo(200);
    }

    /** As if a file as large as this had been added: on record, without anything that would have to be kept. */
    private EvidenceFile kept(long size) throws NoSuchAlgorithmException {
        byte[] ofNothing = MessageDigest.getInstance("SHA-256").digest();
        EvidenceItem item = items.find(reference, 1).orElseThrow();
        EvidenceFile file = kept.add(
                UUID.randomUUID(),
                item,
                new Intake.Taken(FileType.TEXT, size, ofNothing, ofNothing),
                OnlyWords.WORDS,
                "carer1",
                item.notedAt());
        ledger.file(file, Touch.What.ADDED, "carer1", OnlyWords.WORDS);
        return file;
    }

    @Test
    void whoSendsSlowlyKeepsNobodyElseWaiting() throws Exception {
        item("textMessages");
        agree("textMessages");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        InputStream slow = new Waiting(begun, goOn, Samples.text("a talk that does not end"));
        CompletableFuture<EvidenceFile> first =
                CompletableFuture.supplyAsync(() -> files.add(reference, 1, "carer1", OnlyWords.WORDS, slow));
        try {
            begun.await();
            assertThat(new String(words(carer).body(), StandardCharsets.UTF_8))
                    .contains("Your other file is still coming in");
            Visitor other = Visitor.loggedIn(port, "carer3");
            for (int file = 0; file < 4; file++) {
                assertThat(words(other).statusCode()).isEqualTo(200);
            }
        } finally {
            goOn.countDown();
        }
        assertThat(first.join().number()).isPositive();
        assertThat(words(carer).statusCode()).isEqualTo(200);
    }

    private HttpResponse<byte[]> words(Visitor visitor) {
        return Upload.send(visitor, reference, 1, OnlyWords.WORDS, "a.txt", Samples.text("words only"));
    }

    /** What comes only when somebody lets it. */
    private static final class Waiting extends ByteArrayInputStream {

        private final CountDownLatch begun;
        private final CountDownLatch goOn;

        Waiting(CountDownLatch begun, CountDownLatch goOn, byte[] content) {
            super(content);
            this.begun = begun;
            this.goOn = goOn;
        }

        @Override
        public synchronized int read(byte[] bytes, int from, int most) {
            begun.countDown();
            try {
                goOn.await();
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
            return super.read(bytes, from, most);
        }
    }

    @Test
    void carersReadWhoTouchedAFileAndWhenNotWhyWorkersDid() {
        item("textMessages");
        agree("textMessages");
        assertThat(words(carer).statusCode()).isEqualTo(200);
        assertThat(open(duty, 1, "carer may have made this up").statusCode()).isEqualTo(200);

        JsonNode custody =
                list(carer).path("items").path(0).path("files").path(0).path("custody");
        assertThat(custody.findValuesAsText("what")).containsExactly("added the file", "opened the file");
        assertThat(custody.path(0).path("detail").asText()).isEqualTo(OnlyWords.WORDS);
        assertThat(custody.path(1).path("who").asText()).isEqualTo(agency.nameOf("duty1"));
        assertThat(custody.path(1).path("at").asText()).isNotBlank();
        assertThat(list(carer).toString()).doesNotContain("made this up");
        assertThat(carer.get("/safe-contact/e/" + reference).text()).doesNotContain("made this up");
        assertThat(list(manager).toString()).contains("made this up");
    }

    @Test
    void signsThatNobodyCanSeeAreTakenOutWhereverPeopleType() {
        Map<String, Object> seen = seen("textMessages");
        seen.put("handle", "jess\0_2010\u202e");
        assertThat(carer.post(path("items"), seen).status()).isEqualTo(200);
        assertThat(list(carer).path("items").path(0).path("handle").asText()).isEqualTo("jess_2010");
        agree("textMessages");
        assertThat(words(carer).statusCode()).isEqualTo(200);
        assertThat(duty.post("/safe-contact/e/" + reference + "/files/1/open", Map.of("reason", "to\0 compare"))
                        .status())
                .isEqualTo(200);
        assertThat(duty.post(path("files/1/seal"), Map.of("saidBy", "The carer\0"))
                        .status())
                .isEqualTo(200);
        assertThat(list(duty).toString()).contains("to compare", "says: The carer");
    }

    private static long usedMemory() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private int item(String kind) {
        return carer.post(path("items"), seen(kind)).body().path("number").asInt();
    }

    private void agree(String kind) {
        assertThat(duty.post(path("agreements"), Map.of("kinds", List.of(kind))).status())
                .isEqualTo(200);
    }

    private HttpResponse<byte[]> open(Visitor visitor, int file, String reason) {
        return visitor.raw(
                "/safe-contact/e/" + reference + "/files/" + file + "/open",
                "application/json",
                BodyPublishers.ofString("{\"reason\":\"" + reason + "\"}"));
    }

    private JsonNode list(Visitor visitor) {
        return visitor.get(path("")).body();
    }

    private String path(String rest) {
        return "/safe-contact/api/evidence/" + reference + (rest.isEmpty() ? "" : "/" + rest);
    }

    private List<String> touches() {
        return jdbc.sql("select what from evidence_custody where reference = ? order by id")
                .param(reference)
                .query(String.class)
                .list();
    }

    private long pieces() {
        return jdbc.sql("""
                        select count(*) from evidence_chunk c left join evidence_file f on f.id = c.file_id
                         where f.reference = ? or f.id is null
                        """).param(reference).query(Long.class).single();
    }

    private List<String> says(String title) {
        return caseRecord.entries(reference).stream()
                .filter(entry -> entry.title().equals(title))
                .flatMap(entry -> entry.statements().stream())
                .map(Statement::answer)
                .toList();
    }

    private String record() {
        return duty.get("/safe-contact/api/cases/" + reference + "/record").text();
    }

    private static Map<String, Object> seen(String kind) {
        return new HashMap<>(Map.of(
                "kind", kind,
                "app", "Snapchat",
                "handle", "dad_22",
                "seenFrom", "2026-11-21T21:40",
                "place", "On charge in the kitchen",
                "holder", "carer1"));
    }

    private static Map<String, Object> calm() {
        Map<String, Object> answers = new HashMap<>();
        for (String question : List.of("immediateDanger", "nearOrMeeting", "threatToLife", "contactBarred")) {
            answers.put(question, "no");
        }
        answers.put("concerns", new ArrayList<>());
        answers.put("disclosed", new ArrayList<>());
        answers.put("personRisk", "risky");
        answers.put("contactKind", "unexpected");
        answers.put("distress", "unsettled");
        answers.put("namedPerson", "none");
        return answers;
    }

    private static String sha256(byte[] bytes) throws Exception {
        return java.util.HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    /** Many words, made as they are asked for. */
    private static final class Words extends InputStream {
        private static final byte[] LINE = Samples.text("22:04 come home, 22:05 no\n");
        private long left;
        private int at;

        private Words(long length) {
            this.left = length;
        }

        @Override
        public int read() {
            if (left == 0) {
                return -1;
            }
            left--;
            at = (at + 1) % LINE.length;
            return LINE[at];
        }
    }
}
