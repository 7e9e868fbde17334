package org.safecontact.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.safecontact.Coverage;
import org.safecontact.Jobs;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.access.CaseAccess;
import org.safecontact.agency.NextFolder;
import org.safecontact.demo.MailSink;
import org.safecontact.journey.Browsers;
import org.safecontact.journey.Browsers.Screen;
import org.safecontact.journey.TasklistWindow;
import org.safecontact.journey.Visitor;
import org.safecontact.journey.Visitor.Todo;
import org.safecontact.journey.Wcag;
import org.safecontact.policy.process.LookAtPolicies;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The agency's policies: read by everybody, beside each to-do, in every version; and every way through {@code review-policy}. */
@SafeContactTest
class PoliciesTest {

    private static final String POLICIES = "/safe-contact/p";

    @RegisterExtension
    static final Browsers browsers = Browsers.forThisClass();

    @LocalServerPort
    private int port;

    @Autowired
    private LookAtPolicies schedule;

    @Autowired
    private NextFolder folder;

    @Autowired
    private CaseAccess access;

    @Autowired
    private CaseRecord record;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private MailSink mails;

    @Autowired
    private Jobs jobs;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @BeforeAll
    static void watch(@Autowired Coverage coverage) {
        coverage.begin(PoliciesTest.class);
    }

    @AfterAll
    static void everythingWasGoneThrough(@Autowired Coverage coverage) {
        coverage.requireAll("review-policy");
    }

    @BeforeEach
    void aTuesday() {
        clock.setLondon("2027-01-12T10:00");
    }

    @AfterEach
    void theDemonstrationAgain() {
        folder.unchanged();
        schedule.look();
    }

    @Test
    void everybodyReadsAllFiveWithVersionOwnerAndDay() {
        Stream<Visitor> people = Stream.of("carer1", "ssw1", "duty1", "manager1", "director1", "childsw1")
                .map(person -> Visitor.loggedIn(port, person));
        Visitor administrator = Visitor.loggedIn(port, "admin", "cockpit");
        Stream.concat(people, Stream.of(administrator)).forEach(person -> {
            String page = person.get(POLICIES).text();
            assertThat(page)
                    .contains(
                            "Contact &amp; Family Time Policy",
                            "Online Safety Policy",
                            "Safeguarding &amp; Child Protection Policy",
                            "Safer Care Guidance",
                            "Recording &amp; Reporting Policy",
                            "Version 1. Indigo Deputy keeps it. To be looked at again by 11 September 2028.");
            assertThat(person.get("/safe-contact/guide/carer").text()).contains(POLICIES);
        });
        assertThat(Visitor.stranger(port).page(POLICIES).statusCode()).isNotEqualTo(200);
        assertThat(Visitor.loggedIn(port, "carer1").get(page("onlineSafety")).text())
                .contains("<h3>What it is for</h3>", "Never by force, never as a punishment");
        assertThat(Visitor.loggedIn(port, "carer1").get(POLICIES + "/nothing").accepted())
                .isFalse();
    }

    @Test
    void eachToDoNamesThePoliciesThatBelongToIt() {
        Visitor carer = Visitor.loggedIn(port, "carer1");
        carer.beginsReport();
        Todo report = carer.todo("reportContact");
        assertThat(named(carer, report))
                .containsExactly("Safeguarding & Child Protection Policy", "Recording & Reporting Policy");
        assertThat(Visitor.loggedIn(port, "carer2")
                        .get("/safe-contact/api/tasks/" + report.id() + "/policies")
                        .accepted())
                .as("whose to-do it is not")
                .isFalse();

        TasklistWindow phone = TasklistWindow.loggedIn(browsers.window(Screen.PHONE), port, "carer1");
        phone.reportContact();
        phone.see("Our policy:");
        phone.type("What happened? What did you see or hear?", "She asked who it was.");
        Page policy = phone.page()
                .waitForPopup(() -> phone.page()
                        .locator(".sc-policies a")
                        .getByText("Safeguarding & Child Protection Policy")
                        .click());
        policy.waitForLoadState();
        assertThat(policy.locator("h1").textContent()).isEqualTo("Safeguarding & Child Protection Policy");
        assertThat((Boolean) policy.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing to push sideways on a phone")
                .isTrue();
        Browsers.longPicture(policy, "policy-phone");
        policy.close();
        assertThat(phone.question("What happened? What did you see or hear?")
                        .locator("textarea")
                        .inputValue())
                .isEqualTo("She asked who it was.");
        Wcag.nothingToFind(phone.page(), "a report with its policies, on a phone");
        phone.longPicture("policy-below-form-phone");
        phone.page().navigate("http://127.0.0.1:" + port + POLICIES);
        Wcag.nothingToFind(phone.page(), "policies, on a phone");
        Browsers.longPicture(phone.page(), "policies-phone");
        Page desk = browsers.window(Screen.DESK);
        TasklistWindow.loggedIn(desk, port, "ssw1");
        desk.navigate("http://127.0.0.1:" + port + page("saferCare"));
        desk.getByText("Versions").click();
        Browsers.picture(desk, "policy-desk");
    }

    @Test
    void anOlderVersionStaysReadableWithItsSealAndItsTime() {
        folder.aPolicyIsRewritten("online-safety.md", "# New words\n\nTalk *first*.", "2");
        Visitor carer = Visitor.loggedIn(port, "carer1");
        String now = carer.get(page("onlineSafety")).text();
        assertThat(now)
                .contains("Version 2.", "<h2>New words</h2>", "Talk <em>first</em>.")
                .doesNotContain("Never by force")
                .containsPattern("from Tuesday 12 January 2027, 10:00<")
                .containsPattern("to Tuesday 12 January 2027, 10:00<");
        String before = carer.get(page("onlineSafety") + "/1").text();
        assertThat(before)
                .contains("Version 1. It is not in force any more.", "Never by force")
                .doesNotContain("New words");
        List<String> seals = jdbc.sql(
                        "select sha256 from policy_document where policy_id = 'onlineSafety' and version in ('1', '2') order by version")
                .query(String.class)
                .list();
        assertThat(seals)
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allSatisfy(seal -> assertThat(now).contains(seal));
        assertThat(jdbc.sql("select after -> 'document' ->> 'sha256' from agency_change"
                                + " where kind = 'POLICIES' and item_id = 'onlineSafety' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .as("every change is recorded")
                .isEqualTo(seals.get(1));
        for (String change : List.of("update policy_document set version = '9'", "delete from policy_document")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).as(change).isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void whatADocumentSaysRunsNothing() {
        folder.aPolicyIsRewritten(
                "online-safety.md",
                "Read <script>alert(1)</script> [this](javascript:alert(2)) and [that](https://www.gov.uk) ![a picture](https://x.example/p.png)",
                "3");
        String page = Visitor.loggedIn(port, "carer1").get(page("onlineSafety")).text();
        assertThat(page)
                .contains("&lt;script&gt;", "href=\"https://www.gov.uk\"", "a picture")
                .doesNotContain("<script>alert", "javascript:", "x.example");
    }

    @Test
    void aPdfIsSavedAndNeverGuessedAt() {
        folder.aPolicyIsPdf("online-safety.md", "%PDF-1.7 words", "4");
        Visitor carer = Visitor.loggedIn(port, "carer1");
        assertThat(carer.get(page("onlineSafety")).text())
                .contains(page("onlineSafety") + "/4/d")
                .doesNotContain("1.7 words");
        HttpResponse<String> file = carer.page(page("onlineSafety") + "/4/d");
        assertThat(file.body()).isEqualTo("%PDF-1.7 words");
        assertThat(file.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"online-safety.pdf\"");
        assertThat(carer.get(page("onlineSafety") + "/1/d").accepted())
                .as("one in words is a page")
                .isFalse();
    }

    @Test
    void theRegisteredManagerIsAskedThirtyDaysBeforeAndSaysWhatHappens() {
        schedule.look();
        assertThat(open()).as("long before").isEmpty();
        folder.aPolicyChanges("reviewOn: 2028-09-11", "reviewOn: 2027-03-03");
        clock.setLondon("2027-01-31T23:59");
        schedule.look();
        assertThat(open()).as("31 days before").isEmpty();
        clock.setLondon("2027-02-01T00:00");
        schedule.look();
        schedule.look();
        Task asked = open().get(0);
        assertThat(open()).hasSize(1);
        assertThat(asked.getName()).isEqualTo("Online Safety Policy: look at it by 3 March");
        assertThat(asked.getDueDate()).isEqualTo("2027-03-03T17:00:00.000Z");
        String reference = reference(asked);
        assertThat(reference).matches("POL-2027-\\d{6}");
        for (String person : List.of("carer1", "ssw1", "duty1", "teammanager1", "childsw1")) {
            assertThat(access.mayRead(person, reference)).as(person).isFalse();
            assertThat(Visitor.loggedIn(port, person).has("reviewPolicy"))
                    .as(person)
                    .isFalse();
        }

        clock.setLondon("2027-02-02T10:00");
        TasklistWindow desk = TasklistWindow.loggedIn(browsers.window(Screen.DESK), port, "manager1");
        desk.open("Waiting for somebody", asked.getName());
        desk.see("It is to be looked at by 3 March 2027.", "Our policy:");
        Wcag.nothingToFind(desk.page(), "a policy to look at, on a desk");
        desk.picture("review-policy-desk");
        TasklistWindow phone = TasklistWindow.loggedIn(browsers.window(Screen.PHONE), port, "manager1");
        phone.open("Waiting for somebody", asked.getName());
        phone.see("Our policy:");
        phone.longPicture("review-policy-phone");

        Visitor manager = Visitor.loggedIn(port, "manager1");
        Todo todo = manager.todo("reviewPolicy");
        manager.claim(todo);
        assertThat(manager.submit(todo, decided("2027-06-01")).text())
                .contains("Please choose a day from tomorrow until");
        assertThat(manager.submit(todo, decided("2027-02-20")).accepted()).isTrue();
        assertThat(record.entries(reference).stream().map(Entry::title))
                .contains("A policy is to be looked at", "A policy: what happens with it");
        schedule.look();
        assertThat(open()).as("until the day that was said").isEmpty();
        clock.setLondon("2027-02-20T08:00");
        schedule.look();
        assertThat(open()).as("the folder did not have it by then").hasSize(1);
        folder.unchanged();
        schedule.look();
        assertThat(open()).as("now it has").isEmpty();
    }

    @Test
    void whatIsMissingOrChangedWithoutAVersionIsSaidAndSaidAgain() {
        folder.aPolicyIsRewritten("safer-care.md", "Other words.");
        assertThat(Visitor.loggedIn(port, "carer1").get(page("saferCare")).text())
                .as("the words of that version")
                .contains("Each home has a Safer Care Plan")
                .doesNotContain("Other words.");
        schedule.look();
        Task changed = open().get(0);
        assertThat(changed.getName()).isEqualTo("Safer Care Guidance: its document was changed");
        assertThat(changed.getDueDate()).as("five working days").isEqualTo("2027-01-19T17:00:00.000Z");
        assertThat(Visitor.loggedIn(port, "director1").has("reviewPolicy")).isFalse();

        clock.setLondon("2027-01-20T09:00");
        jobs.runDue();
        assertThat(Visitor.loggedIn(port, "director1").has("reviewPolicy"))
                .as("one above may do it too once it is late")
                .isTrue();
        assertThat(mails.letters()).anySatisfy(letter -> {
            assertThat(letter.to()).startsWith("manager1@");
            assertThat(letter.subject()).contains(reference(changed));
        });

        folder.aPolicyIsMissing("saferCare");
        schedule.look();
        assertThat(open()).extracting(Task::getName).containsExactly("Safer Care Guidance: it is missing");
        assertThat(Visitor.loggedIn(port, "carer1").get(POLICIES).text())
                .contains("Not here yet: please ask a registered manager.");
    }

    private static String page(String policyId) {
        return POLICIES + "/" + Policies.address(policyId);
    }

    private Map<String, Object> decided(String by) {
        return Map.of("words", "stay", "what", "Indigo read it: every sentence still holds.", "by", by);
    }

    private List<Task> open() {
        return tasks.createTaskQuery().taskDefinitionKey("reviewPolicy").list();
    }

    private String reference(Task task) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
    }

    private static List<String> named(Visitor visitor, Todo todo) {
        JsonNode links = visitor.get("/safe-contact/api/tasks/" + todo.id() + "/policies")
                .body();
        Stream<JsonNode> each = StreamSupport.stream(links.spliterator(), false);
        return each.map(link -> link.path("title").asText()).toList();
    }
}
