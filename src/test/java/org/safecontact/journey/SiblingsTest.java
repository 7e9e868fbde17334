package org.safecontact.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safecontact.journey.Evening.nothingWorrying;
import static org.safecontact.journey.Evening.with;
import static org.safecontact.journey.UrgentEveningsTest.spokenAndPoliceRung;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.safecontact.access.CaseAccess;
import org.safecontact.demo.MailSink;
import org.safecontact.evidence.OnlyWords;
import org.safecontact.evidence.Upload;
import org.safecontact.evidence.file.Samples;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.named.NamedInWorry;
import org.safecontact.incident.report.FurtherAnswers;
import org.safecontact.incident.report.OpenQuestions;
import org.springframework.beans.factory.annotation.Autowired;

/** A journey that touches more than one child of a home. */
@Journey
class SiblingsTest {

    @Autowired
    private Evening evening;

    @Autowired
    private Incidents incidents;

    @Autowired
    private NamedInWorry named;

    @Autowired
    private OpenQuestions questions;

    @Autowired
    private FurtherAnswers further;

    @Autowired
    private CaseAccess access;

    @Autowired
    private Windows windows;

    @Test
    void twoChildrenOneAddress() {
        evening.begins("2026-11-25T10:00");
        String first = evening.reports(
                "carer1",
                with(
                        nothingWorrying("C1"),
                        "otherChildren",
                        List.of("C2"),
                        "contactKind",
                        "sharedInformation",
                        "disclosed",
                        List.of("address"),
                        "personRisk",
                        "unknown",
                        "whatHappened",
                        "Our address stands under a public post."));
        String second = theOther(first);
        assertThat(evening.level(first)).isEqualTo("HIGH");
        assertThat(evening.level(second)).isEqualTo("HIGH");
        assertThat(evening.linesOf(second, "ssw1"))
                .filteredOn(line -> line.title().equals("The same contact touches another child of the home"))
                .singleElement()
                .satisfies(line -> assertThat(line.says()).isEqualTo("First reported as: " + first));
        assertThat(evening.linesOf(first, "ssw1"))
                .filteredOn(line -> line.title().equals("The same contact touches another child of the home"))
                .singleElement()
                .satisfies(line -> assertThat(line.says()).isEqualTo("Also reported as: " + second));
        assertThat(about(first)).isEqualTo("C1 (Kingfisher)");
        assertThat(about(second)).isEqualTo("C2 (Wren)");

        assertThat(evening.as("ssw1")
                        .formData(evening.todo("ssw1", second, "acknowledge"))
                        .toString())
                .as("whoever answers for the other child reads what happened")
                .contains("Reported together with " + first, "Our address stands under a public post");
        eachIsAnsweredOnItsOwn(first, second);
        theAuthorityHears(first, "Northshire", "Kit Placer", "01632 960201", "Southmere", "Lee Placer");
        theAuthorityHears(second, "Southmere", "Lee Placer", "01632 960301", "Northshire", "Kit Placer");
        readsOnlyTheOwnChild("childsw1", first, second, "C2", "Wren");
        readsOnlyTheOwnChild("childsw2", second, first, "C1", "Kingfisher");
        findsTheOwnChildOnTheirScreen(first, second);
    }

    private void findsTheOwnChildOnTheirScreen(String own, String other) {
        Page lists = windows.deskOf("childsw1").page();
        Page cases = lists.waitForPopup(
                () -> lists.getByText("My reports and open cases").click());
        PlaywrightAssertions.assertThat(cases.locator("main")).containsText("C1 (Kingfisher)");
        PlaywrightAssertions.assertThat(cases.locator("main")).not().containsText(other);
        cases.getByText(own).click();
        PlaywrightAssertions.assertThat(cases.locator("main")).containsText("C1 (Kingfisher)");
        Browsers.picture(cases, "childsw1-case");
    }

    /** A picture may be in any file of the same contact: what one report says of pictures holds for the other child's too. */
    @Test
    void aPictureNotedForOneChildClosesTheOtherChildsCaseToFilesToo() {
        String first = bothChildrenAndAScreenshotInEach();
        String second = theOther(first);

        assertThat(noted("carer3", first, "possibleIndecentImage").status()).isEqualTo(200);
        evening.aMomentLater();

        for (String each : List.of(first, second)) {
            assertThat(upload("carer3", each)).as("a file into %s", each).isEqualTo(409);
            assertThat(opened("ssw1", each)).as("a file of %s", each).isEqualTo(409);
            assertThat(evidence("ssw1", each).path("picturesNamed").asBoolean()).isTrue();
            assertThat(evening.todosOf("manager1", each)).contains("askForConfirmation");
            assertThat(evening.level(each)).isEqualTo("HIGH");
        }
        assertThat(evening.linesOf(second, "ssw1"))
                .filteredOn(line -> line.title().equals("Pictures were named in the report that belongs to this one"))
                .singleElement()
                .satisfies(line -> assertThat(line.says()).isEqualTo("That report: " + first));
        assertThat(evening.titles(first, "ssw1"))
                .doesNotContain("Pictures were named in the report that belongs to this one");
        assertThat(evening.recordOf(second, "childsw2").toString()).doesNotContain("C1", "Kingfisher");
    }

    @Test
    void aPictureNotedInTheSecondReportHoldsForTheFirst() {
        String first = bothChildrenAndAScreenshotInEach();

        assertThat(noted("carer3", theOther(first), "possibleIndecentImage").status())
                .isEqualTo(200);

        assertThat(upload("carer3", first)).isEqualTo(409);
        assertThat(opened("ssw1", first)).isEqualTo(409);
        assertThat(evening.todosOf("manager1", first)).contains("askForConfirmation");
    }

    private String bothChildrenAndAScreenshotInEach() {
        String first = bothChildren();
        for (String each : List.of(first, theOther(first))) {
            evening.complete("ssw1", each, "acknowledge", Map.of("whatNext", "I ring tomorrow at ten."));
            assertThat(noted("carer3", each, "textMessages").status()).isEqualTo(200);
            assertThat(evening.as("ssw1")
                            .post(
                                    "/safe-contact/api/evidence/" + each + "/agreements",
                                    Map.of("kinds", List.of("textMessages")))
                            .status())
                    .isEqualTo(200);
            assertThat(upload("carer3", each)).isEqualTo(200);
            assertThat(opened("ssw1", each)).isEqualTo(200);
        }
        return first;
    }

    private String bothChildren() {
        evening.begins("2026-11-25T10:00");
        return evening.reports(
                "carer3", with(nothingWorrying("C1"), "otherChildren", List.of("C2"), "contactKind", "secretAccount"));
    }

    private Visitor.Answer noted(String person, String reference, String kind) {
        return evening.as(person)
                .post(
                        "/safe-contact/api/evidence/" + reference + "/items",
                        Map.of(
                                "kind",
                                kind,
                                "app",
                                "",
                                "handle",
                                "",
                                "device",
                                "",
                                "words",
                                "",
                                "ticks",
                                List.of(),
                                "place",
                                "In the kitchen",
                                "holder",
                                "The carer"));
    }

    private int upload(String person, String reference) {
        return Upload.send(evening.as(person), reference, 1, OnlyWords.WORDS, "a.png", Samples.png())
                .statusCode();
    }

    private int opened(String person, String reference) {
        return evening.as(person)
                .raw(
                        "/safe-contact/e/" + reference + "/files/1/open",
                        "application/json",
                        BodyPublishers.ofString("{\"reason\":\"to compare the times\"}"))
                .statusCode();
    }

    private JsonNode evidence(String person, String reference) {
        return evening.as(person).get("/safe-contact/api/evidence/" + reference).body();
    }

    @Test
    void dangerNowForOneChildIsDangerForTheOtherChildOfTheHome() {
        String first = bothChildren();
        String second = theOther(first);
        evening.complete("ssw1", second, "acknowledge", Map.of("whatNext", "I ring tomorrow at ten."));
        int told = evening.mails().size();

        worried("carer3", first, "He stands at the door with a knife.", true);

        assertThat(evening.level(second)).isEqualTo("IMMEDIATE");
        assertThat(evening.todosOf("carer3", second)).contains("callPolice");
        assertThat(evening.mails().subList(0, evening.mails().size() - told))
                .extracting(MailSink.Letter::subject)
                .anySatisfy(subject -> assertThat(subject).contains(second, "please answer"));
        assertThat(evening.linesOf(second, "ssw1"))
                .filteredOn(line -> line.title().equals("More worried now"))
                .singleElement()
                .satisfies(line -> {
                    String by = evening.linesOf(first, "ssw1").stream()
                            .filter(own -> own.title().equals("More worried now"))
                            .findFirst()
                            .orElseThrow()
                            .by();
                    assertThat(line.by())
                            .as("who is worried about the one may be kept away from the other")
                            .isNotEqualTo(by);
                    assertThat(line.says())
                            .contains("Somebody is in danger now in " + first + ", which came of the same report.")
                            .endsWith("By: " + by)
                            .doesNotContain("knife");
                });
    }

    @Test
    void dangerNowInTheSecondReportIsDangerInTheFirst() {
        String first = bothChildren();
        worried("carer3", theOther(first), "He stands at the door.", true);
        assertThat(evening.level(first)).isEqualTo("IMMEDIATE");
    }

    @Test
    void dangerNowThatAnAnswerSaysIsDangerForTheOtherChildToo() {
        evening.begins("2026-11-25T10:00");
        String first = evening.reports(
                "carer3", with(nothingWorrying("C1"), "otherChildren", List.of("C2"), "danger", List.of("unsure")));
        String second = theOther(first);
        assertThat(evening.level(second)).isEqualTo("HIGH");
        evening.at("2026-11-25T10:10");
        evening.complete(
                "ssw1",
                first,
                "acknowledge",
                with(spokenAndPoliceRung("2026-11-25T10:08"), "danger", List.of("immediateDanger")));
        evening.aMomentLater();

        assertThat(evening.level(first)).isEqualTo("IMMEDIATE");
        assertThat(evening.level(second)).isEqualTo("IMMEDIATE");
        assertThat(evening.todosOf("carer3", second)).contains("callPolice");
    }

    @Test
    void dangerNowThatALookFindsIsDangerForTheOtherChildToo() {
        String first = bothChildren();
        String second = theOther(first);
        evening.at("2026-11-25T20:05");
        evening.complete(
                "carer3",
                first,
                "observeWellbeing",
                Map.of("compared", "same", "signs", List.of("missing"), "tonight", List.of("reassured")));
        evening.aMomentLater();

        assertThat(evening.level(second)).isEqualTo("IMMEDIATE");
        assertThat(evening.linesOf(second, "ssw1"))
                .filteredOn(line -> line.title().equals("More worried now"))
                .singleElement()
                .satisfies(line -> assertThat(line.says())
                        .contains("Somebody is in danger now in " + first + ", which came of the same report."));
    }

    @Test
    void aWorryWithoutDangerNowIsTheOneChildsAlone() {
        String first = bothChildren();
        worried("carer3", first, "She cries.", false);
        assertThat(evening.level(first)).isEqualTo("HIGH");
        assertThat(evening.level(theOther(first))).isEqualTo("MEDIUM");
    }

    /** The other child's report was taken back: nothing is raised there, and the worry about this child is heard. */
    @Test
    void whatIsOverIsNotRaised() {
        String first = bothChildren();
        String second = theOther(first);
        assertThat(evening.as("manager1")
                        .post(
                                "/safe-contact/api/cases/" + second + "/started-by-accident",
                                Map.of(
                                        "reason", "C2 was ticked by mistake.",
                                        "help", "Nobody asks C2 about what C2 was no part of.",
                                        "seenAt", evening.now().toString()))
                        .status())
                .isEqualTo(200);
        worried("carer3", first, "He stands at the door.", true);
        assertThat(evening.level(first)).isEqualTo("IMMEDIATE");
        assertThat(evening.level(second)).isEqualTo("MEDIUM");
    }

    /** However somebody is named in one of them, they see the other one as little, and the registered manager is asked in both. */
    @Test
    void whoIsNamedLaterInOneIsKeptAwayFromTheOther() {
        evening.begins("2026-11-25T10:00");
        Map<String, Object> notAnswered = with(nothingWorrying("C1"), "otherChildren", List.of("C2"));
        notAnswered.remove("namedPerson");
        String first = evening.reports("carer3", notAnswered);
        String second = theOther(first);
        assertThat(access.mayRead("teammanager1", second)).isTrue();
        questions.answer(first, "ssw1", Map.of("namedPerson", "worker", "namedPersons", List.of("teammanager1")));
        evening.aMomentLater();
        assertThat(access.mayRead("teammanager1", first)).isFalse();
        assertThat(access.mayRead("teammanager1", second)).isFalse();
        assertThat(access.mayRead("ssw1", second)).isTrue();
        assertThat(evening.level(second)).isEqualTo("HIGH");
        assertThat(evening.todosOf("manager1", second)).contains("decideAboutNamed");

        further.saidToo(first, "carer3", Map.of("namedPerson", "worker"), List.of("somebodyElse"));
        evening.aMomentLater();
        for (String each : List.of(first, second)) {
            assertThat(access.mayRead("ssw1", each))
                    .as("nobody knows who it is: " + each)
                    .isFalse();
            assertThat(access.mayRead("manager1", each)).isTrue();
        }
        named.settle(first, "manager1", Optional.of("worker"), List.of("duty1"));
        for (String each : List.of(first, second)) {
            assertThat(access.mayRead("duty1", each)).as(each).isFalse();
        }
        assertThat(access.mayRead("ssw1", first)).isTrue();
        assertThat(access.mayRead("ssw1", second)).as("settled there by itself").isFalse();
    }

    /** Somebody of the home is named later for one child only: what comes of it for the other child does not reach that home either. */
    @Test
    void whoIsKeptAwayFromTheOneHearsNothingOfItInTheOther() {
        String first = bothChildren();
        String second = theOther(first);
        named.settle(first, "manager1", Optional.of("household"), List.of("carer1"));
        assertThat(access.mayRead("carer3", first)).isFalse();
        assertThat(access.mayRead("carer3", second)).isFalse();
        int told = evening.mailsTo("carer3").size();

        worried("manager1", first, "C1 rang from the bathroom.", true);

        assertThat(evening.level(second)).isEqualTo("IMMEDIATE");
        assertThat(evening.todosOf("manager1", second)).contains("callPolice");
        for (String carer : List.of("carer1", "carer3")) {
            assertThat(access.mayRead(carer, second)).as(carer).isFalse();
            assertThat(evening.todosOf(carer, second)).as(carer).isEmpty();
        }
        assertThat(evening.mailsTo("carer3")).hasSize(told);
    }

    private void worried(String person, String reference, String why, boolean danger) {
        assertThat(evening.as(person)
                        .post(
                                "/safe-contact/api/cases/" + reference + "/worried",
                                Map.of("reason", why, "dangerNow", danger))
                        .status())
                .isEqualTo(200);
        evening.aMomentLater();
    }

    private String theOther(String first) {
        return incidents.ofSameReport(first).get(0);
    }

    private String about(String reference) {
        return listed(evening.as("ssw1"), evening.todo("ssw1", reference, "acknowledge"))
                .path("child")
                .asText();
    }

    private static JsonNode listed(Visitor visitor, Visitor.Todo todo) {
        return visitor.post("/safe-contact/api/todos", Map.of("ids", List.of(todo.id())))
                .body()
                .path(0);
    }

    private void eachIsAnsweredOnItsOwn(String first, String second) {
        evening.at("2026-11-25T10:10");
        Map<String, Object> answer = with(
                UrgentEveningsTest.spoken("2026-11-25T10:08"),
                "police",
                "notNeeded",
                "policeHow",
                "Nobody is near.",
                "help",
                "A quiet night.");
        evening.complete("ssw1", first, "acknowledge", answer);
        assertThat(evening.todosOf("ssw1", second)).contains("acknowledge");
        assertThat(evening.as("ssw1")
                        .formData(evening.todo("ssw1", second, "acknowledge"))
                        .path("answeredTogether")
                        .path("value")
                        .asText())
                .as("one talk with the carer may serve both")
                .contains(
                        "Answered already for " + first,
                        "are not needed now",
                        "**Answered by Dana Northgate today at 10:10:**");
        evening.complete("ssw1", second, "acknowledge", answer);
    }

    private void theAuthorityHears(
            String reference, String authority, String worker, String telephone, String... notThese) {
        Visitor.Todo call = evening.todo("ssw1", reference, "tellByTelephone");
        assertThat(evening.as("ssw1").formData(call).toString())
                .contains(authority, worker, telephone)
                .doesNotContain(notThese);
        evening.complete(
                "ssw1",
                reference,
                "tellByTelephone",
                Map.of(
                        "reachedWhom", "childsSocialWorker",
                        "whoAnswered", worker,
                        "when", "2026-11-25T10:09",
                        "whatWasSaid", "The address got out."));
    }

    private void readsOnlyTheOwnChild(String worker, String own, String other, String... notThese) {
        assertThat(evening.recordOf(own, worker).toString()).doesNotContain(notThese);
        for (String path : List.of(
                "/safe-contact/api/cases/" + other + "/record",
                "/safe-contact/c/" + other + "/r",
                "/safe-contact/api/evidence/" + other,
                "/safe-contact/c/" + other + "/p")) {
            assertThat(evening.as(worker).get(path).status())
                    .as("%s reads %s", worker, path)
                    .isEqualTo(404);
        }
        assertThat(evening.todosOf(worker, other)).isEmpty();
    }
}
