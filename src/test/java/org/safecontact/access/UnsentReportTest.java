package org.safecontact.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.agency.NextFolder;
import org.safecontact.journey.Visitor;
import org.safecontact.journey.Visitor.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A report that was begun and not sent is its writer's; of the home nobody else learns of it. */
@SafeContactTest
class UnsentReportTest {

    private static final String API = "/safe-contact/api/";
    private static final String ADDRESS = "1 Example Row";
    private static final String NEW_ADDRESS = "2 Sample Street";

    @LocalServerPort
    private int port;

    @Autowired
    private TestClock clock;

    @Autowired
    private TaskService tasks;

    @Autowired
    private NextFolder folder;

    @Autowired
    private MovedChildren moved;

    @Autowired
    private CaseFiles files;

    private Visitor writer;
    private Visitor other;
    private String reference;
    private String task;

    @BeforeEach
    void aReportIsBegun() {
        clock.setLondon("2026-11-24T19:00");
        writer = Visitor.loggedIn(port, "carer1");
        other = Visitor.loggedIn(port, "carer3");
        Answer begun = writer.post(API + "reports", Map.of());
        reference = begun.body().path("reference").asText();
        task = begun.body().path("taskId").asText();
    }

    @Test
    void theOtherCarerOfTheHomeFindsNothingUntilItIsSent() {
        assertThat(Visitor.loggedIn(port, "duty1").get(API + "reports/unsent").body())
                .isNotEmpty();
        for (String worker : List.of("ssw1", "teammanager1")) {
            Visitor early = Visitor.loggedIn(port, worker);
            assertThat(early.get(API + "reports/unsent").body())
                    .as("it may be about " + worker)
                    .noneMatch(unsent -> unsent.toString().contains(reference));
            closedTo(early);
        }
        assertThat(other.get(API + "reports/unsent").body()).isEmpty();
        closedTo(other);

        assertThat(writer.post(API + "reports/" + reference + "/danger", Map.of("answer", "yes", "child", "C1"))
                        .accepted())
                .isTrue();
        closedTo(other);
        assertThat(Visitor.loggedIn(port, "ssw1")
                        .get(API + "evidence/" + reference)
                        .status())
                .as("people are asked now")
                .isEqualTo(200);
        assertThat(writer.get(API + "evidence/" + reference).status()).isEqualTo(200);

        send();
        assertThat(other.get(API + "evidence/" + reference).status()).isEqualTo(200);
        assertThat(other.get(API + "cases/" + reference + "/record").status()).isEqualTo(200);
    }

    @Test
    void whoeverWasGivenSomethingToDoByNameSeesItBeforeItIsSent() {
        assertThat(writer.post(API + "reports/" + reference + "/danger", Map.of("answer", "yes", "child", "C2"))
                        .accepted())
                .isTrue();
        tasks.addCandidateUser(task, "carer3");

        assertThat(other.get("/safe-contact/c/" + reference + "/p").status()).isEqualTo(200);
        assertThat(Visitor.loggedIn(port, "carer2")
                        .get("/safe-contact/c/" + reference + "/p")
                        .status())
                .isEqualTo(404);
        tasks.deleteCandidateUser(task, "carer3");
        closedTo(other);
        send();
    }

    @Test
    void aReportStaysAboutTheChildWhoMovesBeforeItIsSentAndSaysNothingOfTheNewHome() {
        writer.post(API + "reports/" + reference + "/danger", Map.of("answer", "yes", "child", "C2"));
        Visitor.Todo report = writer.todo("reportContact");
        String police = "/safe-contact/c/" + reference + "/p";
        assertThat(writer.get(police).text()).contains(ADDRESS, "C2");
        try {
            folder.childMoves("C2", "H2");
            moved.look();

            assertThat(writer.get(police).text())
                    .contains("C2", "In another home now", "01632 960100")
                    .doesNotContain(NEW_ADDRESS);
            assertThat(Visitor.loggedIn(port, "ssw2").get(police).text()).contains(NEW_ADDRESS);
            String offers = writer.formData(report).toString();
            assertThat(offers).contains("C2 (");
            assertThat(offers).doesNotContain("carer2", "ssw2");

            Answer sent = writer.submit(report, answers("C2"));
            assertThat(sent.accepted()).as(sent.text()).isTrue();
            assertThat(files.find(reference).orElseThrow().childId()).contains("C2");
            assertThat(files.find(reference).orElseThrow().householdId()).contains("H2");
        } finally {
            folder.unchanged();
            moved.look();
        }
    }

    @Test
    void somebodyElsesReportAndNoneSoundTheSame() {
        for (String person : List.of("carer3", "carer2", "childsw1", "ssw2", "duty1")) {
            Visitor visitor = Visitor.loggedIn(port, person);
            for (String act : List.of("danger", "nothing-to-report")) {
                Answer theirs = visitor.post(API + "reports/" + reference + "/" + act, Map.of("answer", "yes"));
                Answer none = visitor.post(API + "reports/INC-2026-999999/" + act, Map.of("answer", "yes"));
                assertThat(theirs.status()).as(person + " " + act).isEqualTo(404);
                assertThat(theirs.text()).as(person + " " + act).isEqualTo(none.text());
            }
        }
    }

    private void closedTo(Visitor visitor) {
        for (String page : List.of(
                API + "cases/" + reference + "/record",
                "/safe-contact/c/" + reference + "/r",
                "/safe-contact/c/" + reference + "/p",
                "/safe-contact/c/" + reference + "/e",
                API + "evidence/" + reference)) {
            assertThat(visitor.get(page).status()).as(page).isEqualTo(404);
        }
        assertThat(visitor.post(
                                API + "cases/" + reference + "/additions",
                                Map.of("kind", "FACT", "text", "I would like to know."))
                        .status())
                .isEqualTo(404);
    }

    private void send() {
        assertThat(writer.submit(writer.todo("reportContact"), answers("C1")).accepted())
                .isTrue();
    }

    private static Map<String, Object> answers(String child) {
        return Map.of(
                "child", child,
                "danger", List.of("none"),
                "contactKind", "unexpected",
                "channel", "text",
                "concerns", List.of("none"),
                "personRisk", "safe",
                "contactBarred", "no",
                "disclosed", List.of("none"),
                "distress", "settled",
                "namedPerson", "none");
    }
}
