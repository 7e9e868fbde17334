package org.safecontact.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.safecontact.Jobs;
import org.safecontact.SafeContactTest;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.RiskLevel;
import org.safecontact.journey.Browsers;
import org.safecontact.journey.Browsers.Screen;
import org.safecontact.journey.TasklistWindow;
import org.safecontact.journey.Visitor;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Statement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The screens around a report: opened by one press, refused at the question, sent by a tick, thanked for, read again. */
@SafeContactTest
class ReportScreensTest {

    private static final String STORY = "A message came from an account that we did not know: heron-lamp-42.";
    private static final String PICTURE = "data:image/png;base64,"
            + "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    /** What a tab and the history of a browser may say. */
    private static final Pattern NO_CASE = Pattern.compile("To do");

    @RegisterExtension
    static final Browsers browsers = Browsers.forThisClass();

    @LocalServerPort
    private int port;

    @Autowired
    private Jobs jobs;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private Incidents incidents;

    @Autowired
    private TaskService tasks;

    @Autowired
    private CaseRecord record;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aCarerReportsOnThePhone() {
        Page phone = loggedIn("carer2", Screen.PHONE);
        phone.locator(".sc-report-button").click();
        assertThat(phone.locator(".fjs-container")).containsText("Stay calm. Nobody is in trouble.");
        assertThat(phone.getByText("Which child is this about?")).isInViewport();
        assertThat(phone.locator(".fjs-container").getByText("C3 (").first()).isInViewport();
        assertThat(phone.locator(".tasks-list.column")).not().isVisible();
        assertThat(phone.locator(".sc-help-first a[href^='tel:01632']")).isVisible();

        missingAnswerIsSaidAtTheQuestion(phone);
        refusalIsSaidAtTheQuestionAndKeepsWhatWasTyped(phone);
        halfATimeIsAskedForAndNotLeftOut(phone);
        tickAtDangerIsTakenAtOnce(phone);

        wordsThatJudgeGetAHintAndNoRefusal(phone);
        send(phone).click();
        Locator thanks = phone.locator(".sc-thanks");
        assertThat(thanks).containsText("Thank you");
        assertThat(thanks.locator("a[href^='tel:01632']")).isVisible();
        assertThat(thanks.locator("a[href='tel:999']")).isVisible();
        assertThat(phone.evaluate("JSON.stringify(localStorage) + JSON.stringify(sessionStorage)")
                        .toString())
                .doesNotContain("heron-lamp-42");
        Browsers.picture(phone, "thank-you-phone");
        whatWasSentIsSealedAndPrints(phone);
        phone.goBack();
        assertThat(thanks).containsText("Thank you");
        assertThat(phone.locator(".page-notifications .alert:visible")).hasCount(0);

        whatFollowsByItself(
                thanks.locator(".sc-thanks-reference").innerText().replaceFirst("(?s).*(INC-\\d+-\\d+).*", "$1"));
        dutyTellsTheCasesApartAndReadsTheRecord();
    }

    @Test
    void atADeskTooWhatIsMissingOrRefusedIsSaidAtTheQuestion() {
        Page desk = loggedIn("carer2", Screen.DESK);
        desk.locator(".sc-report-button").click();
        missingAnswerIsSaidAtTheQuestion(desk);
        refusalIsSaidAtTheQuestionAndKeepsWhatWasTyped(desk);
        halfATimeIsAskedForAndNotLeftOut(desk);
        wordsThatJudgeGetAHintAndNoRefusal(desk);
        send(desk).click();
        assertThat(desk.locator(".sc-thanks")).containsText("Thank you");
    }

    /** The tick counts before the report is sent, and takes nothing from the form. */
    @ParameterizedTest
    @EnumSource(
            value = Screen.class,
            names = {"PHONE", "DESK"})
    void yesToDangerTellsSomebodyAtOnceAndTheFormStays(Screen screen) {
        Page phone = browsers.window(screen);
        phone.clock().install();
        TasklistWindow.loggedIn(phone, port, "carer2").reportContact();
        Locator form = phone.locator(".task-card .fjs-container");
        form.getByText("C3 (").first().click();
        form.locator("textarea").first().fill(STORY);
        assertThat(phone.locator(".sc-nothing-to-report")).isVisible();
        List<Route> held = new ArrayList<>();
        phone.route("**/danger", held::add);
        form.getByText("Somebody is in danger, the child is missing").click();
        Locator said = phone.locator(".sc-danger");
        assertThat(said).containsText("Telling them now…");
        assertThat(said.locator("a[href='tel:999']")).isInViewport();
        phone.waitForCondition(() -> !held.isEmpty());
        held.forEach(Route::resume);
        phone.unroute("**/danger");
        assertThat(phone.locator(".sc-nothing-to-report")).hasCount(0);

        assertThat(said).containsText("We know, and somebody is being told now");
        assertThat(said.locator("a[href='tel:999']")).isInViewport();
        assertThat(phone.locator(".sc-kept")).containsText("We know of the danger; the rest is not sent yet.");
        String reference =
                phone.locator(".task-card .sc-card").innerText().replaceFirst("(?s).*(INC-\\d+-\\d+).*", "$1");
        assertThat(incidents.get(reference).sent()).isFalse();
        assertThat(incidents.get(reference).level()).contains(RiskLevel.IMMEDIATE);
        assertThat(phone.locator("textarea").first()).hasValue(STORY);
        Browsers.picture(phone, "danger-yes-" + screen.name().toLowerCase());

        whatFollowsByItself(reference);
        assertThat(phone.locator(".task-card .fjs-container")).isVisible();
        Locator rang = said.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("I rang 999"));
        assertThat(rang).isVisible();
        assertThat(phone.locator("textarea").first()).hasValue(STORY);
        Browsers.picture(phone, "danger-rang-" + screen.name().toLowerCase());
        if (screen == Screen.DESK) {
            rang.click();
            assertThat(said).containsText("It is on record that you rang 999.");
            assertThat(rang).hasCount(0);
            assertThat(record.entries(reference))
                    .filteredOn(entry -> entry.title().equals("The police"))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.statements())
                            .containsExactly(new Statement("What was done?", "I rang 999")));
        }
        send(phone).click();
        Locator thanks = phone.locator(".sc-thanks");
        assertThat(thanks).containsText(screen == Screen.DESK ? "Thank you" : "Ring 999 now, we are with you");
        thanksFollowByItself(phone, reference);
        assertThat(incidents.get(reference).sent()).isTrue();
        assertThat(incidents.get(reference).level()).contains(RiskLevel.IMMEDIATE);
    }

    /** Closed from another window, say, while it stood open here: the tick reaches people all the same, and no word is typed twice. */
    @Test
    void dangerTickedInAReportThatIsClosedGoesOnInANewOne() {
        Page phone = loggedIn("carer3", Screen.PHONE);
        phone.locator(".sc-report-button").click();
        Locator form = phone.locator(".task-card .fjs-container");
        form.locator("textarea").first().fill(STORY);
        String closed = phone.locator(".task-card .sc-card").innerText().replaceFirst("(?s).*(INC-\\d+-\\d+).*", "$1");
        Visitor.loggedIn(port, "carer3").post("/safe-contact/api/reports/" + closed + "/nothing-to-report", Map.of());
        form.getByText("Somebody is in danger, the child is missing").click();
        Locator said = phone.locator(".sc-danger");
        assertThat(said).containsText("That report was closed today at ");
        assertThat(said).containsText("We have begun a new one, INC-");
        assertThat(said.locator("a[href='tel:999']")).isInViewport();
        Browsers.picture(phone, "danger-closed-meanwhile-phone");
        said.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Go on in the new report"))
                .click();
        assertThat(phone.locator(".task-card .sc-card")).not().containsText(closed);
        assertThat(form.locator("textarea").first()).hasValue(STORY);
        assertThat(said).containsText("We know of this");
    }

    private void thanksFollowByItself(Page carer, String reference) {
        assertThat(carer.locator(".sc-thanks")).not().containsText("has this");
        Visitor duty = Visitor.loggedIn(port, "duty1");
        Visitor.Todo alarm = duty.todos().stream()
                .filter(todo -> todo.key().equals("acknowledge"))
                .filter(todo -> tasks.createTaskQuery()
                                .taskId(todo.id())
                                .processInstanceBusinessKey(reference)
                                .count()
                        == 1)
                .findFirst()
                .orElseThrow();
        assertThat(duty.claim(alarm).accepted()).isTrue();
        carer.clock().fastForward(20_000);
        assertThat(carer.locator(".sc-thanks")).containsText("Frankie Nightingale has this");

        carer.reload();
        carer.clock().fastForward(2_000);
        assertThat(carer.locator(".sc-who-has-it"))
                .containsText(reference + ": Duty social worker Frankie Nightingale has this");
        Browsers.picture(carer, "who-has-it-" + (carer.viewportSize().width < 992 ? "phone" : "desk"));
    }

    @Test
    void theChildThatItIsAboutIsNotOfferedAsAnotherOne() {
        Page desk = loggedIn("carer1", Screen.DESK);
        desk.locator(".sc-report-button").click();
        Locator form = desk.locator(".task-card .fjs-container");
        Locator others = form.locator(".fjs-form-field-checklist")
                .filter(new Locator.FilterOptions().setHasText("Does it touch another child of the home?"));
        assertThat(others.locator("input")).hasCount(2);
        form.getByText("C1 (").first().click();
        assertThat(others.locator("input")).hasCount(1);
        assertThat(others).containsText("C2 (");
        others.getByText("C2 (").click();
        form.getByText("C2 (").first().click();
        assertThat(others).containsText("C1 (");
        assertThat(others.locator("input:checked")).hasCount(0);
        desk.getByText("Nothing to report: close this").click();
    }

    @Test
    void whatWasSentStandsFoldedAboveTheFullRecordOnAPhone() {
        Visitor carer = Visitor.loggedIn(port, "carer1");
        carer.beginsReport();
        carer.submit(
                carer.todo("reportContact"),
                Map.of("child", "C1", "danger", List.of("none"), "whatHappened", STORY + " It wrote.".repeat(60)));
        jobs.runDue();
        TasklistWindow window = TasklistWindow.loggedIn(browsers.window(Screen.PHONE), port, "carer1");
        window.open("For later", "Write down what happened");
        Page phone = window.page();
        Locator all = phone.getByText("Show all of it");
        assertThat(all).isVisible();
        assertThat(phone.getByText("What was sent already")).isVisible();
        assertThat(phone.getByText("What happened, from the beginning?")).isInViewport();
        Browsers.picture(phone, "full-record-phone");
        double folded = height(phone);
        all.click();
        assertThat(phone.getByText("Show less")).hasAttribute("aria-expanded", "true");
        assertThat(height(phone)).isGreaterThan(folded * 2);
    }

    private static double height(Page phone) {
        return phone.locator("[data-sc-sent]").boundingBox().height;
    }

    @Test
    void onAPhoneOnePressLogsOut() {
        Page phone = loggedIn("carer3", Screen.PHONE);
        phone.locator(".sc-log-out button").click();
        assertThat(phone.locator(".form-signin")).isVisible();
    }

    @Test
    void theThanksSayAtOnceWhatIsCertainAndTheRestWhenItIsKnown() {
        Page phone = loggedIn("carer2", Screen.PHONE);
        phone.locator(".sc-report-button").click();
        phone.locator(".task-card .fjs-container").getByText("C3 (").first().click();
        List<Route> held = new ArrayList<>();
        phone.route("**/thank-you/*", held::add);
        phone.route("**/safe-contact/api/tasks/*/case", held::add);
        send(phone).click();
        Locator thanks = phone.locator(".sc-thanks");
        assertThat(thanks).containsText(Pattern.compile("Sent at \\d\\d:\\d\\d\\. .*We are finding out who has it\\."));
        assertThat(thanks.locator("a[href^='tel:01632']")).isVisible();
        assertThat(thanks.locator("a[href='tel:999']")).isVisible();
        Browsers.picture(phone, "thank-you-at-once");

        phone.waitForCondition(() -> !held.isEmpty());
        phone.unroute("**/thank-you/*");
        phone.unroute("**/safe-contact/api/tasks/*/case");
        held.forEach(Route::abort);
        assertThat(thanks)
                .not()
                .containsText("finding out", new LocatorAssertions.ContainsTextOptions().setTimeout(10_000));
        assertThat(thanks).containsText("Reference INC-");
    }

    @Test
    void withNothingToReportOneTapClosesItAndWhatIsWrittenIsAskedAboutFirst() {
        Page phone = loggedIn("carer1", Screen.PHONE);
        phone.locator(".sc-report-button").click();
        Locator close = phone.locator(".sc-nothing-to-report");
        close.click();
        assertThat(phone.locator(".sc-said")).hasText("Closed. You can report again at any time.");
        assertThat(phone.locator(".task-card")).hasCount(0);

        phone.locator(".sc-report-button").click();
        phone.locator("textarea").first().fill("A cousin wrote.");
        close.click();
        assertThat(close).hasText("Close it, with what is written? Tap once more");
        assertThat(phone.locator("textarea").first()).hasValue("A cousin wrote.");
        String reference =
                phone.locator(".task-card .sc-card").innerText().replaceFirst("(?s).*(INC-\\d+-\\d+).*", "$1");
        close.click();
        assertThat(phone.locator(".sc-said")).hasText("Closed. You can report again at any time.");
        assertThat(record.entries(reference)).anySatisfy(entry -> {
            assertThat(entry.title()).isEqualTo("Closed without sending");
            assertThat(entry.author().personId()).isEqualTo("carer1");
            assertThat(entry.statements()).containsExactly(new Statement("By", "Alex Ashdown"));
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = Screen.class,
            names = {"PHONE", "TABLET"})
    void anOpenToDoHasAllOfANarrowScreenAndTheListIsOneTapBack(Screen screen) {
        Page page = loggedIn("carer3", screen);
        Browsers.picture(page, "list-" + screen.name().toLowerCase());
        page.locator(".sc-report-button").click();
        assertThat(page.locator(".fjs-container")).containsText("Stay calm. Nobody is in trouble.");

        assertThat(page.locator(".task-filters")).isHidden();
        assertThat(page.locator(".tasks-list.column")).isHidden();
        assertThat(page.locator(".task-details").boundingBox().x).isZero();
        assertThat(page.locator(".task-details").boundingBox().width).isEqualTo(page.viewportSize().width);
        // Its licence asks for the mark of who made the form.
        assertThat(page.locator(".fjs-powered-by a[href^='http']").first()).isVisible();
        Browsers.picture(page, "report-" + screen.name().toLowerCase());

        page.getByText("Back to the list").click();
        assertThat(page.locator(".tasks-list li.task").first()).isVisible();
        assertThat(page.locator(".task-card")).isHidden();
    }

    @Test
    void noneOfTheseStandsBesideNoOtherAnswer() {
        Page phone = loggedIn("carer3", Screen.PHONE);
        phone.locator(".sc-report-button").click();
        Locator worried = phone.locator(".fjs-form-field-checklist")
                .filter(new Locator.FilterOptions().setHasText("Are you worried about any of this?"));
        Locator threats = worried.getByLabel("Threats");
        Locator unsure = worried.getByLabel("I'm not sure, it feels wrong");
        Locator none = worried.getByLabel("None of these");
        threats.check();
        unsure.check();
        none.check();
        assertThat(threats).not().isChecked();
        assertThat(unsure).not().isChecked();
        assertThat(none).isChecked();

        worried.getByText("Change", new Locator.GetByTextOptions().setExact(true))
                .click();
        unsure.check();
        assertThat(none).not().isChecked();
        threats.check();
        assertThat(unsure).isChecked();
    }

    @Test
    void onADeskTheListStandsBesideTheToDoAndTheNamesOfTheListsAreFolded() {
        Page page = loggedIn("carer3", Screen.DESK);
        Locator names = page.locator("[cam-tasklist-filters]");
        assertThat(names).isVisible();
        page.locator(".sc-report-button").click();
        assertThat(page.locator(".fjs-container")).containsText("Stay calm. Nobody is in trouble.");

        assertThat(names).isHidden();
        assertThat(page.locator(".tasks-list li.task").first()).isInViewport();
        page.waitForFunction("document.querySelector('.task-details').getBoundingClientRect().left < 400");
        Browsers.picture(page, "report-desk");

        page.getByLabel("Fold or unfold: names of the lists").click();
        assertThat(names).isVisible();
        page.locator(".tasks-list li.task h4 a").first().click();
        assertThat(names).isVisible();
    }

    private void missingAnswerIsSaidAtTheQuestion(Page phone) {
        send(phone).click();
        assertThat(phone.locator(".fjs-form-field-error").first()).hasText("Please answer this.");
        assertThat(phone.locator(".sc-form-refused")).containsText("Not sent yet");
        Locator first = phone.locator(".fjs-form-field.fjs-has-errors input").first();
        isUnderTheEyes(first);

        assertThat(send(phone)).isDisabled();
        send(phone).scrollIntoViewIfNeeded();
        BoundingBox grey = send(phone).boundingBox();
        phone.mouse().click(grey.x + grey.width / 2, grey.y + grey.height / 2);
        isUnderTheEyes(first);

        phone.locator(".sc-form-refused").getByText("Show me").click();
        isUnderTheEyes(first);
    }

    private static void isUnderTheEyes(Locator answer) {
        assertThat(answer).isFocused();
        assertThat(answer).isInViewport();
        assertThat(answer).hasAccessibleDescription(Pattern.compile("Please answer this\\."));
        answer.evaluate("input => input.blur()");
    }

    private void refusalIsSaidAtTheQuestionAndKeepsWhatWasTyped(Page phone) {
        phone.locator(".fjs-container").getByText("C3 (").first().click();
        Locator story = phone.locator("textarea").first();
        story.fill(PICTURE);
        send(phone).click();
        assertThat(phone.locator(".sc-field-refused")).containsText("Please take the picture or file out");
        assertThat(story).hasValue(PICTURE);
        assertThat(story).isFocused();
        assertThat(story).hasAccessibleDescription(Pattern.compile("Please take the picture or file out"));
        picture(phone, "refused");
    }

    private void halfATimeIsAskedForAndNotLeftOut(Page phone) {
        phone.locator("textarea").first().fill(STORY);
        phone.getByText("It was not just now").click();
        Locator when = phone.locator(".fjs-form-field-datetime").first();
        Locator day = when.locator(".fjs-datepicker .fjs-input");
        day.waitFor();
        phone.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
        nowFillsBothAndGoes(phone);
        day.fill("24/11/2026");
        day.press("Enter");
        assertThat(day).hasValue("24/11/2026");
        send(phone).click();
        assertThat(when).containsText("Please give both the day and the time, or leave both empty.");
        assertThat(phone.locator(".sc-thanks")).hasCount(0);
        assertThat(phone.locator(".flatpickr-calendar.open")).hasCount(0);
        picture(phone, "half-a-time");
        phone.getByText("It was not just now").click();
    }

    private static void picture(Page page, String name) {
        Browsers.picture(page, name + (page.viewportSize().width < 500 ? "-phone" : "-desk"));
    }

    /** With the keyboard alone, and the form has it too. */
    private static void nowFillsBothAndGoes(Page phone) {
        Locator found = phone.locator(".fjs-form-field-datetime").nth(1);
        Locator time = found.locator(".fjs-timepicker input");
        Locator now =
                found.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Now: When did you find out?"));
        assertThat(time).hasValue("");
        phone.waitForRequest(
                request ->
                        request.url().endsWith("/draft") && request.postData().contains("\"knownAt\":\"20"),
                () -> now.press("Enter"));
        assertThat(time).hasValue(Pattern.compile("\\d\\d:\\d\\d"));
        assertThat(found.locator(".fjs-datepicker .fjs-input")).hasValue(Pattern.compile("\\d\\d/\\d\\d/\\d{4}"));
        assertThat(now).hasCount(0);
        assertThat(phone.locator(".flatpickr-calendar.open")).hasCount(0);
    }

    private void tickAtDangerIsTakenAtOnce(Page phone) {
        phone.context().setOffline(true);
        phone.getByText("I'm not sure").first().click();
        Locator said = phone.locator(".sc-danger");
        assertThat(said).containsText("This has not reached us yet");
        assertThat(said.locator("a[href='tel:999']")).isVisible();
        assertThat(said.locator("a[href^='tel:01632']")).isVisible();
        Browsers.picture(phone, "danger-without-network-phone");
        // Under the hands that write on meanwhile the page stays where it is, and nothing is said twice.
        phone.evaluate("() => { document.querySelector('.sc-danger').mark = 'the same'; }");
        phone.locator("textarea").first().scrollIntoViewIfNeeded();
        Object where = phone.evaluate("document.querySelector('.sc-danger').getBoundingClientRect().top");
        for (int tries = 0; tries < 2; tries++) {
            phone.waitForRequest("**/danger", () -> {});
        }
        assertThat(phone.evaluate("document.querySelector('.sc-danger').mark")).isEqualTo("the same");
        assertThat(phone.evaluate("document.querySelector('.sc-danger').getBoundingClientRect().top"))
                .isEqualTo(where);

        phone.context().setOffline(false);
        assertThat(said).containsText("somebody is being told now");
    }

    private void wordsThatJudgeGetAHintAndNoRefusal(Page phone) {
        Locator story = phone.locator("textarea").first();
        story.fill(STORY);
        assertThat(phone.locator(".sc-hint")).hasCount(0);
        story.fill(STORY + " At first C3 lied about it.");
        assertThat(phone.locator(".sc-hint")).containsText("What did you see or hear?");
    }

    /** Runs the jobs of this case only: other tests leave jobs of their own behind. */
    private void whatFollowsByItself(String reference) {
        for (int round = 0; round < 3; round++) {
            runtime.createProcessInstanceQuery()
                    .processInstanceBusinessKey(reference)
                    .list()
                    .forEach(instance -> jobs.runDue(instance.getId()));
        }
    }

    private void dutyTellsTheCasesApartAndReadsTheRecord() {
        Page desk = loggedIn("manager1", Screen.DESK);
        desk.getByText("Urgent").first().click();
        Locator todo = desk.locator(".tasks-list li.task")
                .filter(new Locator.FilterOptions().setHasText("C3 ("))
                .filter(new Locator.FilterOptions().setHasText("Answer: who does what now"))
                .first();
        assertThat(todo.locator(".sc-level")).hasText("High");
        todo.locator("h4 a").click();
        assertThat(desk.locator(".sc-not-yours")).containsText("You can read this. It waits for ");
        assertThat(desk).hasTitle(NO_CASE);
        tab(desk, "Record");
        assertThat(desk.locator(".sc-record")).containsText(STORY);
        desk.locator(".sc-kinds select").selectOption("A decision");
        assertThat(desk.locator(".sc-entry:visible").first()).containsText("How serious it is");
        assertThat(desk.locator(".sc-entry:visible").filter(new Locator.FilterOptions().setHasNotText("A decision")))
                .hasCount(0);
        onPaperTheRecordIsWhole(desk);
        tab(desk, "On this case");
        assertThat(desk.locator(".sc-help:has(~ .sc-action)")).containsText("say a child in foster care is in danger");
        for (String action : new String[] {"I'm more worried now", "Add to this", "Started by accident"}) {
            assertThat(desk.locator(".sc-action summary").getByText(action)).isVisible();
        }
        Browsers.picture(desk, "on-this-case-desk");
        everyPageOfTheCaseHasTheGuideAndTheWayOut(
                desk, desk.locator(".sc-record-head").first().innerText().trim());
    }

    private void everyPageOfTheCaseHasTheGuideAndTheWayOut(Page desk, String reference) {
        assertThat(desk.locator("[cam-widget-header]").getByText("How this works"))
                .isVisible();
        for (String page : new String[] {"", "/r", "/e", "/p"}) {
            desk.navigate("http://127.0.0.1:" + port + "/safe-contact/c/" + reference + page);
            assertThat(desk.locator(".sc-leave")).isVisible();
            assertThat(desk.locator(".help").getByText("How this works")).isVisible();
        }
    }

    /** Exactly what was sent and when, with the fingerprint that it has in the record. */
    private void whatWasSentIsSealedAndPrints(Page phone) {
        Page receipt = phone.waitForPopup(
                () -> phone.locator(".sc-thanks").getByText("What I sent").click());
        Locator reported =
                receipt.locator(".entry").filter(new Locator.FilterOptions().setHasText("What was reported"));
        assertThat(reported).containsText(STORY);
        String reference = receipt.locator("h1").innerText().replaceFirst(".*(INC-\\d+-\\d+).*", "$1");
        int number = Integer.parseInt(reported.locator(".number").innerText().replace(".", ""));
        String hash = jdbc.sql("select encode(hash, 'hex') from record_entry where reference = ? and number = ?")
                .params(reference, number)
                .query(String.class)
                .single();
        assertThat(reported.locator(".seal")).hasText("Seal " + hash);
        prints(receipt);
        receipt.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(reported.locator(".seal")).isVisible();
        assertThat(receipt.getByText("Printed ")).isVisible();
        assertThat(receipt.locator(".bar")).isHidden();
        receipt.close();
    }

    /** A page that Tasklist opened may print: where it inherited the stock sandbox the browser passes over it. */
    private static void prints(Page page) {
        page.evaluate("addEventListener('beforeprint', () => { window.printed = true; })");
        page.getByText("Print", new Page.GetByTextOptions().setExact(true)).click();
        page.waitForFunction("() => window.printed === true");
    }

    private static void onPaperTheRecordIsWhole(Page desk) {
        Page record = desk.waitForPopup(() -> desk.getByText("Open to print").click());
        assertThat(record).hasTitle(NO_CASE);
        prints(record);
        record.locator(".sc-kinds select").selectOption("A decision");
        assertThat(record.getByText(STORY).first()).isHidden();
        record.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(record.getByText(STORY).first()).isVisible();
        assertThat(record.locator(".sc-kinds")).isHidden();
        record.close();
    }

    private static void tab(Page page, String name) {
        page.locator(".task-card .nav-tabs a")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first()
                .click();
    }

    private static Locator send(Page page) {
        return page.locator(".task-card .form-actions .btn-primary");
    }

    private Page loggedIn(String user, Screen screen) {
        return TasklistWindow.loggedIn(browsers.window(screen), port, user).page();
    }
}
