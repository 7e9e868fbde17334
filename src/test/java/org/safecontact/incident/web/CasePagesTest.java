package org.safecontact.incident.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.safecontact.Jobs;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.access.CaseFiles;
import org.safecontact.incident.Endings;
import org.safecontact.incident.StoredReports;
import org.safecontact.incident.level.Levels;
import org.safecontact.incident.report.Reporting;
import org.safecontact.incident.report.UnsentReports;
import org.safecontact.journey.Visitor;
import org.safecontact.record.Statement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Finding a case and acting on it without a to-do, each within what the person may see. */
@SafeContactTest
class CasePagesTest {

    private static final String CASES = "/safe-contact/c";

    @LocalServerPort
    private int port;

    @Autowired
    private UnsentReports unsent;

    @Autowired
    private Reporting reporting;

    @Autowired
    private Levels levels;

    @Autowired
    private TaskService tasks;

    @Autowired
    private Jobs jobs;

    @Autowired
    private TestClock clock;

    @Autowired
    private Endings endings;

    @Autowired
    private CaseFiles files;

    @Test
    void everybodyFindsByNumberAndLabelWhatIsTheirsAndNothingElse() {
        String reference = reported("carer1", "C1", Map.of("namedPerson", "none"));
        String number = reference.replaceFirst("INC-\\d{4}-0*", "");
        for (String mayFind : List.of("carer1", "ssw1", "duty1", "manager1", "childsw1")) {
            Visitor visitor = Visitor.loggedIn(port, mayFind);
            assertThat(found(visitor, number)).as(mayFind).contains(CASES + "/" + reference);
            assertThat(found(visitor, "kingfisher"))
                    .as("%s, by the label", mayFind)
                    .contains(reference);
        }
        for (String mayNot : List.of("carer2", "ssw2", "childsw2")) {
            Visitor visitor = Visitor.loggedIn(port, mayNot);
            assertThat(found(visitor, reference)).as(mayNot).doesNotContain(CASES + "/" + reference);
            assertThat(visitor.get(CASES).text()).as("%s, open now", mayNot).doesNotContain(reference);
            assertThat(visitor.get(CASES + "/" + reference).status()).as(mayNot).isEqualTo(404);
        }
    }

    @Test
    void whoeverIsNamedFindsNothingAndAReporterStillHasTheOwnReport() {
        String reference = reported("carer2", "C3", Map.of("namedPerson", "worker", "namedPersons", List.of("ssw2")));
        Visitor named = Visitor.loggedIn(port, "ssw2");
        assertThat(found(named, reference)).doesNotContain(CASES + "/" + reference);
        assertThat(named.get(CASES).text()).doesNotContain(reference);

        String aboutTheHome =
                reported("carer1", "C1", Map.of("namedPerson", "household", "namedPersons", List.of("carer3")));
        String page = Visitor.loggedIn(port, "carer1").get(CASES).text();
        assertThat(page)
                .as("sent, listed among the own reports, and not open to read")
                .contains(aboutTheHome)
                .doesNotContain(CASES + "/" + aboutTheHome);
    }

    @Test
    void aCarerIsMoreWorriedWithoutAnyToDo() {
        String reference = reported("carer1", "C2", Map.of("namedPerson", "none"));
        Visitor carer = Visitor.loggedIn(port, "carer1");
        String page = carer.get(CASES + "/" + reference).text();
        assertThat(page)
                .contains("I'm more worried now", "Add to this", "Thank you")
                .doesNotContain("How serious", "MEDIUM", "Started by accident");
        assertThat(Visitor.loggedIn(port, "manager1")
                        .get(CASES + "/" + reference)
                        .text())
                .contains("How serious", "Started by accident", "Less serious than it looked");
    }

    @Test
    void aClosedCaseIsFoundByThoseWhoseWorkItIsAndNoLongerOpen() {
        files.openAbout("C2").forEach(this::startedByAccident);
        String reference = reported("carer1", "C2", Map.of("namedPerson", "none"));
        startedByAccident(reference);
        Visitor worker = Visitor.loggedIn(port, "ssw1");
        assertThat(found(worker, reference)).contains(CASES + "/" + reference, "Closed");
        assertThat(worker.get(CASES + "/" + reference).text())
                .contains("Closed as started by accident today at ")
                .doesNotContain("more worried");
        assertThat(found(Visitor.loggedIn(port, "duty1"), reference))
                .as("duty sees what is open")
                .doesNotContain(CASES + "/" + reference);
    }

    @Test
    void toDosSayWhichChildWhichCaseAndByWhenAndNothingOfOthers() {
        Visitor carer = Visitor.loggedIn(port, "carer2");
        carer.post("/safe-contact/api/reports", Map.of());
        String id = carer.todo("reportContact").id();
        JsonNode own = carer.post("/safe-contact/api/todos", Map.of("ids", List.of(id, "no-such-id")))
                .body();
        assertThat(own).hasSize(1);
        assertThat(own.path(0).path("reference").asText()).startsWith("INC-");
        assertThat(own.path(0).path("due").asText())
                .as("no clock over a report")
                .isEmpty();
        assertThat(Visitor.loggedIn(port, "carer1")
                        .post("/safe-contact/api/todos", Map.of("ids", List.of(id)))
                        .body())
                .isEmpty();
    }

    @Test
    void workersReadOnThePageOfACaseWhoHasItAndWhatWaits() {
        clock.setLondon("2027-03-02T22:10");
        Visitor carer = Visitor.loggedIn(port, "carer2");
        Visitor duty = Visitor.loggedIn(port, "duty1");
        String reference = carer.beginsReport();
        String page = CASES + "/" + reference;
        assertThat(duty.get(page).text())
                .contains("It is not sent yet.")
                .containsPattern("Report contact: carer [^<]+ has had it since [^<]+\\.");

        carer.post("/safe-contact/api/reports/" + reference + "/danger", Map.of("answer", "yes", "child", "C3"));
        jobs.runDue();
        assertThat(duty.get(page).text())
                .contains("Nobody has answered yet.")
                .containsPattern("Answer: who does what now, by 22:\\d\\d today: nobody has it yet; it waits for ");

        Task answer = tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey("acknowledge")
                .singleResult();
        duty.claim(new Visitor.Todo(answer.getId(), "", "", Optional.empty(), Optional.empty()));
        assertThat(Visitor.loggedIn(port, "manager1").get(page).text())
                .containsPattern("<p>Duty social worker [^<]+ has had it since today at 22:10\\.</p>")
                .containsPattern(
                        "Answer: who does what now, by [^<]+: duty social worker [^<]+ has had it since today at 22:10");
        assertThat(carer.get(page).text())
                .as("a carer reads who has it in the words for carers")
                .doesNotContain("what waits");
        assertThat(Visitor.loggedIn(port, "carer1").get(page).status()).isEqualTo(404);
    }

    @Test
    void whatIsOpenStandsByHowSeriousItIsAndSaysWhoHasItAndWhatIsLate() {
        clock.setLondon("2027-03-03T22:10");
        Visitor carer = Visitor.loggedIn(port, "carer1");
        String immediate = carer.beginsReport();
        carer.post("/safe-contact/api/reports/" + immediate + "/danger", Map.of("answer", "yes", "child", "C2"));
        jobs.runDue();
        clock.advance(Duration.ofMinutes(1));
        String lower = reported("carer1", "C1", Map.of("namedPerson", "none"));
        clock.advance(Duration.ofMinutes(1));
        String lowerToo = reported("carer1", "C1", Map.of("namedPerson", "none"));

        Visitor duty = Visitor.loggedIn(port, "duty1");
        assertThat(duty.get(CASES).text())
                .containsSubsequence("Open now", immediate, "Nobody has answered yet.", lower, lowerToo);
        assertThat(row(duty, immediate)).doesNotContain("Late");
        assertThat(duty.get("/safe-contact/api/cases/open").body().path("open").asInt())
                .isGreaterThanOrEqualTo(3);

        clock.advance(Duration.ofMinutes(30));
        assertThat(row(duty, immediate)).contains("Late");
        assertThat(row(carer, immediate)).doesNotContain("Late", "Nobody has answered", "Immediate");
        assertThat(Visitor.loggedIn(port, "childsw2")
                        .get("/safe-contact/api/cases/open")
                        .body()
                        .path("more")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void whoeverMayReportDoesSoFromEveryPage() {
        assertThat(Visitor.loggedIn(port, "carer1").get(CASES).text()).contains("data-report");
        assertThat(Visitor.loggedIn(port, "admin", "cockpit")
                        .get("/safe-contact/guide")
                        .text())
                .doesNotContain("data-report");
    }

    private void startedByAccident(String reference) {
        endings.askToWithdraw(
                reference, "manager1", List.of(new Statement("Why", "The button was pressed in a demonstration.")));
        endings.withdraw(reference, Optional.empty());
    }

    /** What the last list of the page says of one case. */
    private static String row(Visitor visitor, String reference) {
        String page = visitor.get(CASES).text();
        return page.substring(page.lastIndexOf(reference)).split("</li>")[0];
    }

    private String reported(String by, String child, Map<String, Object> answers) {
        String reference = unsent.start(by);
        List<String> named = answers.get("namedPersons") instanceof List<?> people
                ? people.stream().map(Object::toString).toList()
                : List.of();
        reporting.report(
                reference,
                StoredReports.bare(
                        child, by, Map.of("namedPerson", answers.get("namedPerson"), "concerns", List.of()), named));
        levels.decide(reference);
        return reference;
    }

    @Test
    void aReferenceIsFoundAsPeopleSayAndTypeItByWhoMaySeeItAlone() {
        String reference = reported("carer1", "C1", Map.of("namedPerson", "none"));
        String year = reference.substring(4, 8);
        String six = reference.substring(9);
        String number = six.replaceFirst("^0+", "");
        Visitor worker = Visitor.loggedIn(port, "ssw1");
        Visitor other = Visitor.loggedIn(port, "ssw2");
        for (String said : List.of(
                reference,
                number,
                six,
                "INC " + year + " " + number,
                "inc-" + year + "-" + number,
                "Inc" + year + "-" + six,
                "inc" + year + six,
                year + six,
                year + "/" + number,
                year + " " + six,
                "INC–" + year + "–" + six,
                "INC - " + year + " - " + six,
                " INC\u00a0" + year + "\u00a0" + number + ". ",
                "INC " + number)) {
            assertThat(answer(worker, said)).as(said).contains(CASES + "/" + reference);
            assertThat(answer(other, said)).as(said).doesNotContain(CASES + "/" + reference);
        }
        for (String another :
                List.of("INC " + year + " " + number + "1", (Integer.parseInt(year) - 1) + "-" + number)) {
            assertThat(answer(worker, another)).as(another).doesNotContain(reference);
        }
    }

    /** What stands there as found, without the list of what is open. */
    private static String answer(Visitor visitor, String words) {
        String page = found(visitor, words);
        int from = page.indexOf("<section id=\"found\"");
        assertThat(from).as("the page of " + words).isPositive();
        return page.substring(from, page.indexOf("</section>", from));
    }

    /** What is looked for stands in no address. */
    private static String found(Visitor visitor, String words) {
        return new String(
                visitor.raw(
                                CASES,
                                "application/x-www-form-urlencoded",
                                BodyPublishers.ofString("find=" + URLEncoder.encode(words, StandardCharsets.UTF_8)))
                        .body(),
                StandardCharsets.UTF_8);
    }
}
