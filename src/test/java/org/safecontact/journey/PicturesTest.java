package org.safecontact.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safecontact.journey.Evening.nothingWorrying;
import static org.safecontact.journey.Evening.with;
import static org.safecontact.journey.UrgentEveningsTest.spoken;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.safecontact.evidence.OnlyWords;
import org.safecontact.evidence.Upload;
import org.safecontact.evidence.file.Samples;
import org.safecontact.record.RecordVerifier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Journeys with pictures that nobody may look at. */
@Journey
class PicturesTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String PICTURE = "data:image/png;base64,iVBORw0KGgo";
    private static final List<String> EVERYBODY = List.of(
            "carer1",
            "carer2",
            "carer3",
            "ssw1",
            "ssw2",
            "duty1",
            "teammanager1",
            "manager1",
            "manager2",
            "director1",
            "childsw1",
            "childsw2",
            "admin");

    @Autowired
    private Evening evening;

    @Autowired
    private RecordVerifier verifier;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void pictures() {
        evening.begins("2026-11-25T10:00");
        Visitor carer = evening.as("carer1");
        String reference = carer.beginsReport();
        Visitor.Todo report = carer.todo("reportContact");
        theScreenSaysWhatToDo(carer.form(report), "=not(list contains(concerns, \"images\"))");
        assertThat(carer.submit(report, with(imagesNamed(), "whatHappened", PICTURE))
                        .status())
                .as("a picture in letters")
                .isEqualTo(400);
        assertThat(carer.submit(report, imagesNamed()).text()).isEmpty();
        evening.aMomentLater();
        assertThat(evening.level(reference)).isEqualTo("HIGH");

        Visitor.Todo keep = evening.todo("carer1", reference, "preserveEvidence");
        assertThat(carer.formData(keep).path("images").path("value").asBoolean())
                .as("the words about pictures are shown")
                .isTrue();
        theScreenSaysWhatToDo(carer.form(keep), "=images != true");

        evening.at("2026-11-25T10:10");
        evening.complete(
                "ssw1",
                reference,
                "acknowledge",
                with(spoken("2026-11-25T10:08"), "police", "toBeRung", "policeHow", "I ring 101 now."));
        Visitor.Todo police = evening.todo("ssw1", reference, "callPolice");
        assertThat(police.assignee()).contains("ssw1");
        assertThat(police.due()).hasValueSatisfying(due -> assertThat(due).startsWith("2026-11-25T11:10"));
        assertThat(evening.todosOf("carer1", reference)).doesNotContain("callPolice");

        noFileComesInByAnyWay(reference, keep);
        whatWasThereBeforeIsLocked();
    }

    /** Not to look, copy, send or delete; the device; Report Remove: in one text each or beside one another. */
    private static void theScreenSaysWhatToDo(JsonNode form, String shownUnless) {
        String aboutPictures = texts(form, "Pictures: do not look, copy, send or delete");
        assertThat(aboutPictures)
                .contains("The child can use [Report Remove](https://www.childline.org.uk/remove) themself")
                .contains("no adult opens or handles the picture");
        assertThat(texts(form, "on stays on, off stays off")).contains("Put it on charge. Stop it being used.");
        assertThat(StreamSupport.stream(form.path("components").spliterator(), false)
                        .filter(text -> text.path("text").asText().contains("Pictures: do not look"))
                        .map(text -> text.path("conditional").path("hide").asText()))
                .singleElement()
                .satisfies(hidden -> assertThat(hidden.toString()).startsWith(shownUnless));
    }

    private static String texts(JsonNode form, String containing) {
        return StreamSupport.stream(form.path("components").spliterator(), false)
                .map(component -> component.path("text").asText())
                .filter(text -> text.contains(containing))
                .reduce("", String::concat);
    }

    private void noFileComesInByAnyWay(String reference, Visitor.Todo keep) {
        String evidence = "/safe-contact/api/evidence/" + reference;
        assertThat(evening.as("carer1")
                        .post(evidence + "/items", seen("textMessages"))
                        .status())
                .as("words may be noted")
                .isEqualTo(200);
        for (String worker : List.of("ssw1", "duty1", "teammanager1", "manager1", "director1")) {
            assertThat(evening.as(worker)
                            .post(evidence + "/agreements", Map.of("kinds", List.of("textMessages")))
                            .text())
                    .as("%s agrees to files", worker)
                    .contains("Nobody can add a file here");
            assertThat(evening.as(worker).get("/safe-contact/e/" + reference).text())
                    .contains("Nobody can add a file here", "Do not look, copy, send or delete")
                    .doesNotContain("type=\"file\"");
        }
        assertThat(evening.as("carer1")
                        .get("/safe-contact/c/" + reference + "/e")
                        .text())
                .contains("Nobody can add a file here")
                .doesNotContain("type=\"file\"");
        for (String person : EVERYBODY) {
            assertThat(upload(person, reference)).as("%s adds a file", person).isIn(403, 404, 409);
            assertThat(evening.as(person)
                            .raw(
                                    ENGINE + "/task/" + keep.id() + "/attachment/create",
                                    "multipart/form-data; boundary=b",
                                    BodyPublishers.ofString(
                                            "--b\r\nContent-Disposition: form-data; name=\"content\"; filename=\"a.png\"\r\n"
                                                    + "Content-Type: image/png\r\n\r\nx\r\n--b--\r\n"))
                            .statusCode())
                    .as("%s attaches a file", person)
                    .isEqualTo(403);
            assertThat(evening.as(person)
                            .post(
                                    "/safe-contact/api/cases/" + reference + "/additions",
                                    Map.of("kind", "FACT", "text", PICTURE))
                            .status())
                    .as("%s adds a picture in letters", person)
                    .isIn(400, 404);
        }
        assertThat(evening.as("carer1")
                        .submit(keep, with(kept("textMessages"), "wordsSeen", PICTURE))
                        .status())
                .isEqualTo(400);
        assertThat(jdbc.sql("select count(*) from evidence_chunk")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from evidence_file")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void whatWasThereBeforeIsLocked() {
        String earlier = aScreenshotIsThere("2026-11-25T10:20");
        assertThat(opened("ssw1", earlier)).isEqualTo(200);

        evening.complete("carer1", earlier, "preserveEvidence", kept("possibleIndecentImage"));

        assertThat(file(earlier).path("state").asText()).isEqualTo("LOCKED");
        for (String person : EVERYBODY) {
            assertThat(opened(person, earlier)).as("%s opens it", person).isIn(403, 404, 409);
            assertThat(upload(person, earlier)).as("%s adds another", person).isIn(403, 404, 409);
        }
        assertThat(evening.todosOf("manager1", earlier)).contains("askForConfirmation");
        Visitor.Todo police = evening.todo("ssw1", earlier, "callPolice");
        assertThat(police.assignee()).as("who answered rings the police").contains("ssw1");
    }

    @Test
    void thePictureThatSlippedIn() throws Exception {
        evening.begins("2026-11-25T10:00");
        String reference = aScreenshotIsThere("2026-11-25T10:10");
        String sha256 = HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(Samples.png()));
        assertThat(opened("ssw1", reference)).isEqualTo(200);

        evening.at("2026-11-25T11:00");
        assertThat(evening.as("ssw1")
                        .post(
                                "/safe-contact/api/evidence/" + reference + "/files/1/seal",
                                Map.of("saidBy", "Alex Ashdown on the telephone"))
                        .status())
                .isEqualTo(200);
        assertThat(file(reference).path("state").asText()).as("at once").isEqualTo("SEALED");
        for (String person : EVERYBODY) {
            assertThat(opened(person, reference)).as("%s opens it", person).isIn(403, 404, 409);
        }

        Visitor.Todo deal = evening.todo("manager1", reference, "dealWithSealedFile");
        assertThat(deal.due()).hasValueSatisfying(due -> assertThat(due).startsWith("2026-11-25T12:00"));
        evening.at("2026-11-25T11:30");
        Visitor manager = evening.as("manager1");
        manager.claim(deal);
        for (String needed : List.of("officer", "officerNumber", "force", "policeReference", "backups")) {
            Map<String, Object> without = direction();
            without.remove(needed);
            assertThat(manager.submit(deal, without).status())
                    .as("without %s", needed)
                    .isEqualTo(400);
        }
        evening.complete("manager1", reference, "dealWithSealedFile", direction());
        assertThat(pieces()).as("one person removes nothing").isPositive();

        Visitor.Todo confirm = evening.todo("manager2", reference, "confirmRemoval");
        assertThat(manager.claim(confirm).status())
                .as("the same person a second time")
                .isEqualTo(403);
        assertThat(manager.submit(confirm, agreed()).status()).isEqualTo(403);
        assertThat(pieces()).isPositive();
        evening.at("2026-11-25T11:40");
        evening.complete("manager2", reference, "confirmRemoval", agreed());

        assertThat(pieces()).as("the picture is gone").isZero();
        JsonNode removed = file(reference);
        assertThat(removed.path("state").asText()).isEqualTo("REMOVED");
        assertThat(removed.path("sha256").asText()).isEqualTo(sha256);
        assertThat(removed.path("custody"))
                .extracting(line -> line.path("at").asText() + " "
                        + line.path("who").asText() + " " + line.path("what").asText())
                .containsExactly(
                        "Wednesday 25 November 2026, 10:10 Alex Ashdown added the file",
                        "Wednesday 25 November 2026, 10:10 Dana Northgate opened the file",
                        "Wednesday 25 November 2026, 11:00 Dana Northgate sealed the file",
                        "Wednesday 25 November 2026, 11:30 Harper Leadwell noted the police officer's direction",
                        "Wednesday 25 November 2026, 11:40 Indigo Deputy removed the file");
        assertThat(removed.path("custody").path(4).path("detail").asText())
                .contains("PC A. Example", "4711", "Example Police", "EX/2026/17", "35 days");
        assertThat(evening.linesOf(reference, "manager1").toString())
                .contains(sha256, "PC A. Example", "4711", "Example Police", "EX/2026/17", "35 days");
        assertThat(opened("manager1", reference)).isEqualTo(409);
        assertThat(verifier.verify().broken()).as("the chain").isEmpty();
    }

    /** A worker answered and agreed to one screenshot of messages in words, and the carer added it. */
    private String aScreenshotIsThere(String answeredAt) {
        String reference = evening.reports(
                "carer1", with(nothingWorrying("C1"), "contactBarred", "yes", "whatHappened", "Father wrote to C1."));
        evening.at(answeredAt);
        evening.complete(
                "ssw1",
                reference,
                "acknowledge",
                with(
                        spoken(answeredAt),
                        "police",
                        "notNeeded",
                        "policeHow",
                        "Nobody is near.",
                        "help",
                        "A quiet night."));
        String evidence = "/safe-contact/api/evidence/" + reference;
        assertThat(evening.as("carer1")
                        .post(evidence + "/items", seen("textMessages"))
                        .status())
                .isEqualTo(200);
        assertThat(evening.as("ssw1")
                        .post(evidence + "/agreements", Map.of("kinds", List.of("textMessages")))
                        .status())
                .isEqualTo(200);
        for (String carer : List.of("carer1", "carer3")) {
            assertThat(newsOf(carer))
                    .as(carer)
                    .containsExactly(Map.entry("You may add a picture", "c/" + reference + "/e"));
        }
        assertThat(upload("carer1", reference)).isEqualTo(200);
        assertThat(newsOf("carer1")).isEmpty();
        return reference;
    }

    /** What the list of a carer says is new, and where it leads. */
    private List<Map.Entry<String, String>> newsOf(String carer) {
        return evening.as(carer).get("/safe-contact/api/reports/open").body().findValues("news").stream()
                .flatMap(news -> StreamSupport.stream(news.spliterator(), false))
                .map(each ->
                        Map.entry(each.path("words").asText(), each.path("page").asText()))
                .toList();
    }

    private int upload(String person, String reference) {
        return Upload.send(evening.as(person), reference, 1, OnlyWords.WORDS, "IMG_1.png", Samples.png())
                .statusCode();
    }

    private int opened(String person, String reference) {
        return evening.as(person)
                .raw(
                        "/safe-contact/e/" + reference + "/files/1/open",
                        "application/json",
                        BodyPublishers.ofString("{\"reason\":\"to compare the name\"}"))
                .statusCode();
    }

    private JsonNode file(String reference) {
        return evening.as("manager1")
                .get("/safe-contact/api/evidence/" + reference)
                .body()
                .path("items")
                .path(0)
                .path("files")
                .path(0);
    }

    private long pieces() {
        return jdbc.sql("select count(*) from evidence_chunk").query(Long.class).single();
    }

    private static Map<String, Object> imagesNamed() {
        return with(
                nothingWorrying("C1"),
                "channel",
                "photo",
                "pictures",
                "yes",
                "concerns",
                List.of("images"),
                "imagesAggravated",
                "yes",
                "personRisk",
                "unknown",
                "whatHappened",
                "C1 says somebody asked for a picture and got one.");
    }

    private static Map<String, Object> kept(String kind) {
        return new HashMap<>(Map.of("phone", "childGave", "device", "charging", "evidenceKinds", List.of(kind)));
    }

    private static Map<String, Object> seen(String kind) {
        return Map.of(
                "kind", kind,
                "app", "A messenger",
                "handle", "dad_is_back",
                "place", "On charge in the kitchen",
                "holder", "The carer");
    }

    private static Map<String, Object> direction() {
        return new HashMap<>(Map.of(
                "toldAt", "2026-11-25T11:10",
                "direction", "remove",
                "officer", "PC A. Example",
                "officerNumber", "4711",
                "force", "Example Police",
                "policeReference", "EX/2026/17",
                "backups", "Nightly ones; the last expires after 35 days",
                "help", "No picture of the child stays here."));
    }

    private static Map<String, Object> agreed() {
        return Map.of("agreed", "yes", "why", "I have read the letter.", "help", "No picture of the child stays here.");
    }
}
