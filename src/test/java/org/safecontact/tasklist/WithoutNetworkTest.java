package org.safecontact.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.SelectOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safecontact.Jobs;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.RiskLevel;
import org.safecontact.incident.carer.OwnReports;
import org.safecontact.journey.Browsers;
import org.safecontact.journey.Browsers.Screen;
import org.safecontact.journey.TasklistWindow;
import org.safecontact.journey.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What was pressed without a network arrives when there is one, whatever screen is open by then. */
@SafeContactTest
class WithoutNetworkTest {

    private static final String NOT_REACHED = ".sc-not-reached";

    @RegisterExtension
    static final Browsers browsers = Browsers.forThisClass();

    @LocalServerPort
    private int port;

    @Autowired
    private Incidents incidents;

    @Autowired
    private OwnReports reports;

    @Autowired
    private Jobs jobs;

    @Autowired
    private TestClock clock;

    @AfterEach
    void whatWasBegunIsSent() {
        Visitor carer = Visitor.loggedIn(port, "carer2");
        if (carer.has("reportContact")) {
            carer.submit(carer.todo("reportContact"), Map.of("child", "C3", "danger", List.of("none")));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Screen.class,
            names = {"PHONE", "DESK"})
    void dangerIsToldThoughTheFormWasLeft(Screen screen) {
        TasklistWindow carer = reporting(screen);
        Page page = carer.page();
        page.context().setOffline(true);
        page.getByText("Somebody is in danger").first().click();
        assertThat(page.locator(".sc-danger")).containsText("This has not reached us yet");
        assertThat(page.locator(NOT_REACHED)).hasCount(0);
        page.goBack();
        saysWhomToRing(page, "The danger that you ticked has not reached us yet.");
        Browsers.picture(page, "danger-not-reached-" + screen.name().toLowerCase());

        page.waitForResponse("**/danger", () -> page.context().setOffline(false));
        assertThat(page.locator(NOT_REACHED)).hasCount(0);
        assertThat(incidents.get(newest()).level()).contains(RiskLevel.IMMEDIATE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Screen.class,
            names = {"PHONE", "DESK"})
    void dangerThatWasTickedAfterTheLoginEndedIsToldOnceTheyHaveLoggedInAgain(Screen screen) {
        TasklistWindow carer = reporting(screen);
        Page page = carer.page();
        page.context().clearCookies();
        page.route("**/api/here", Route::abort); // of an ended login whatever asks first may hear
        page.getByText("Somebody is in danger").first().click();
        assertThat(page.locator(".sc-danger")).containsText("This has not reached us yet: your login has ended.");
        Browsers.picture(page, "danger-login-ended-" + screen.name().toLowerCase());

        page.evaluate("dispatchEvent(new Event('online'))");
        assertThat(page.locator(".form-signin")).isVisible();
        saysWhomToRing(page, "The danger that you ticked has not reached us yet. Log in: then it is sent by itself.");
        Browsers.picture(page, "danger-log-in-again-" + screen.name().toLowerCase());
        page.unroute("**/api/here");
        page.waitForResponse("**/danger", carer::login);
        assertThat(page.locator(".sc-danger")).containsText("We know");
        assertThat(page.locator(NOT_REACHED)).hasCount(0);
        assertThat(incidents.get(newest()).level()).contains(RiskLevel.IMMEDIATE);
    }

    /** One bar of signal: nobody says no, and nobody answers. */
    @Test
    void whatHangsOnTheWayIsSaidAndSentAgain() {
        int before = reports.of("carer2", 50).size();
        TasklistWindow carer = reporting(Screen.PHONE);
        Page page = carer.page();
        carer.choose("Which child is this about?", "C3 (Swallow)");
        assertThat(page.locator(".sc-kept")).containsText("Kept for you");
        List<Route> hanging = new ArrayList<>();
        page.route("**/danger", hanging::add);
        page.route("**/submit-form", hanging::add);
        page.getByText("Somebody is in danger").first().click();
        carer.pressSend();
        page.waitForCondition(() -> hanging.size() == 2);
        assertThat(page.locator(".sc-danger")).containsText("This has not reached us yet");
        assertThat(page.locator(".sc-form-refused")).containsText("Not sent yet");
        assertThat(page.locator(".sc-form-refused a[href='tel:999']")).isVisible();

        page.waitForResponse("**/danger", () -> page.unroute("**/danger"));
        assertThat(incidents.get(newest()).level()).contains(RiskLevel.IMMEDIATE);
        page.unroute("**/submit-form");
        assertThat(page.locator(".sc-thanks")).containsText("Thank you");
        assertThat(reports.of("carer2", 50)).hasSize(before + 1);
    }

    @Test
    void dangerIsToldThoughNobodyCouldSayYetWhichCaseItIs() {
        Page page = TasklistWindow.loggedIn(browsers.window(Screen.PHONE), port, "carer2")
                .page();
        page.route("**/tasks/*/case", Route::abort);
        page.locator(".sc-report-button").click();
        page.getByText("A threat to kill").first().click();
        assertThat(page.locator(".sc-danger")).containsText("This has not reached us yet");

        page.waitForResponse("**/danger", () -> page.unroute("**/tasks/*/case"));
        assertThat(page.locator(".sc-danger")).containsText("somebody is being told now");
    }

    @Test
    void dangerThatIsRefusedAfterTheFormWasLeftIsSaid() {
        Page page = reporting(Screen.PHONE).page();
        page.route("**/danger", Route::abort);
        page.getByText("Somebody is in danger").first().click();
        assertThat(page.locator(".sc-danger")).containsText("This has not reached us yet");
        page.goBack();
        saysWhomToRing(page, "The danger that you ticked has not reached us yet.");
        page.route(
                "**/danger",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(409)
                        .setContentType("application/json")
                        .setBody("{\"type\":\"NotAllowed\",\"message\":\"Not taken. Please ring duty now.\"}")));
        saysWhomToRing(page, "The danger that you ticked was not taken: Not taken. Please ring duty now.");
    }

    @Test
    void aReportThatIsOpenedAgainBeforeItArrivedIsSentAsItWas() {
        TasklistWindow carer = reporting(Screen.PHONE);
        Page page = carer.page();
        carer.choose("Which child is this about?", "C3 (Swallow)");
        assertThat(page.locator(".sc-kept")).containsText("Kept for you");
        page.route("**/draft", Route::abort);
        page.route("**/submit-form", Route::abort);
        String story = "It wrote from a second account: lamp-44.";
        page.locator(".fjs-container textarea").first().fill(story);
        carer.pressSend();
        assertThat(page.locator(".sc-form-refused")).containsText("Not sent yet");
        page.goBack();
        carer.open("To do now", "Report contact");
        assertThat(page.locator(".sc-form-refused")).containsText("Not sent yet");
        page.unroute("**/submit-form");
        assertThat(page.locator(".sc-thanks")).containsText("Thank you");
        assertThat(Visitor.loggedIn(port, "carer2").get("/safe-contact/w").text())
                .contains(story);
    }

    @Test
    void whatIsUntickedAgainIsNotTold() {
        TasklistWindow carer = reporting(Screen.PHONE);
        Page page = carer.page();
        page.context().setOffline(true);
        Locator danger = page.getByText("Somebody is in danger").first();
        danger.click();
        assertThat(page.locator(".sc-danger")).containsText("This has not reached us yet");
        danger.click();
        carer.list("For later");
        assertThat(page.locator(NOT_REACHED)).hasCount(0);
    }

    @ParameterizedTest
    @EnumSource(
            value = Screen.class,
            names = {"PHONE", "DESK"})
    void aReportIsSentThoughItsFormWasLeft(Screen screen) {
        int before = reports.of("carer2", 50).size();
        TasklistWindow carer = reporting(screen);
        Page page = carer.page();
        carer.choose("Which child is this about?", "C3 (Swallow)");
        page.context().setOffline(true);
        carer.pressSend();
        assertThat(page.locator(".sc-form-refused")).containsText("Not sent yet");
        page.goBack();
        saysWhomToRing(page, "What you sent has not reached us yet.");

        page.context().setOffline(false);
        assertThat(page.locator(".sc-thanks")).containsText("Thank you");
        assertThat(page.locator(NOT_REACHED)).hasCount(0);
        assertThat(reports.of("carer2", 50)).hasSize(before + 1);
    }

    @Test
    void aReportIsSentThoughAnotherTabIsLookedAt() {
        int before = reports.of("carer2", 50).size();
        TasklistWindow carer = reporting(Screen.PHONE);
        Page page = carer.page();
        carer.choose("Which child is this about?", "C3 (Swallow)");
        assertThat(page.locator(".sc-kept")).containsText("Kept for you");
        page.context().setOffline(true);
        carer.pressSend();
        assertThat(page.locator(".sc-form-refused")).containsText("Not sent yet");
        carer.tab("Record");
        saysWhomToRing(page, "What you sent has not reached us yet.");
        carer.tab("What to do");
        page.context().setOffline(false);
        assertThat(page.locator(".sc-thanks")).containsText("Thank you");
        assertThat(reports.of("carer2", 50)).hasSize(before + 1);
    }

    @Test
    void aWorryIsToldThoughAnotherTabIsLookedAt() {
        Visitor carer = Visitor.loggedIn(port, "carer2");
        carer.beginsReport();
        carer.submit(carer.todo("reportContact"), Map.of("child", "C3", "danger", List.of("unsure")));
        jobs.runDue();
        TasklistWindow worker = TasklistWindow.loggedIn(browsers.window(Screen.DESK), port, "ssw2");
        worker.open("Urgent", "Answer: who does what now");
        worker.tab("On this case");
        Page page = worker.page();
        page.locator("summary.urgent, .sc-action-worried summary").first().click();
        Locator form = page.locator("form[action$='/worried']");
        form.locator("textarea").fill("He is at the door.");
        form.locator("input[type=checkbox]").check();
        page.context().setOffline(true);
        form.locator("button[type=submit]").click();
        assertThat(form.locator(".sc-unreached")).isVisible();
        worker.tab("What to do");
        saysWhomToRing(page, "has not reached us yet. We try again by ourselves.");

        page.context().setOffline(false);
        assertThat(page.locator(".sc-said")).containsText("Somebody is being told now");
        assertThat(page.locator(NOT_REACHED)).hasCount(0);
    }

    /** What was refused when it went by itself, and is pressed again without a network, has not gone either. */
    @Test
    void whatIsPressedAgainAfterARefusalSaysThatItHasNotReachedUs() {
        clock.setLondon("2026-11-24T10:00");
        Visitor carer = Visitor.loggedIn(port, "carer2");
        String reference = carer.beginsReport();
        carer.submit(carer.todo("reportContact"), Map.of("child", "C3", "danger", List.of("none")));
        jobs.runDue();
        Page page = TasklistWindow.loggedIn(browsers.window(Screen.PHONE), port, "carer2")
                .page();
        page.navigate("http://127.0.0.1:" + port + "/safe-contact/c/" + reference);
        page.locator("summary.urgent").click();
        Locator form = page.locator("form[action$='/worried']");
        form.locator("textarea").fill("He is at the door.");
        page.route("**/worried", Route::abort);
        form.locator("button[type=submit]").click();
        assertThat(form.locator(".sc-unreached")).isVisible();
        page.route(
                "**/worried",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(409)
                        .setContentType("application/json")
                        .setBody("{\"type\":\"NotAllowed\",\"message\":\"Not just now.\"}")));
        assertThat(form).containsText("Not just now.");
        page.route("**/worried", Route::abort);
        form.locator("button[type=submit]").click();
        assertThat(form.locator(".sc-unreached")).containsText("Not sent yet");
        page.unroute("**/worried");
        assertThat(page.locator(".sc-done").first()).containsText("Somebody is being told now");
    }

    /** Each moves work from one person to another, or makes it less: a person presses again, who sees how it stands by then. */
    @ParameterizedTest
    @CsvSource({"giveBack,Given back", "handOver,Handed over"})
    void whatIsNotSentByItselfSaysSoAndGoesWithOneMoreTap(String action, String done) {
        clock.setLondon("2026-11-24T10:00");
        Visitor carer = Visitor.loggedIn(port, "carer2");
        carer.beginsReport();
        carer.submit(carer.todo("reportContact"), Map.of("child", "C3", "danger", List.of("unsure")));
        jobs.runDue();
        TasklistWindow worker = TasklistWindow.loggedIn(browsers.window(Screen.PHONE), port, "ssw2");
        worker.open("Urgent", "Answer: who does what now");
        worker.take();
        worker.tab("On this case");
        Page page = worker.page();
        page.locator(".sc-action-" + action + " summary").click();
        Locator form = page.locator(".sc-action-" + action + " form");
        for (Locator choice : form.locator("select").all()) {
            choice.selectOption(new SelectOption().setIndex(1));
        }
        for (Locator words : form.locator("textarea").all()) {
            words.fill("I am in court until noon.");
        }
        page.context().setOffline(true);
        form.locator("button[type=submit]").click();
        assertThat(form.locator(".sc-refused")).containsText("Not sent yet");
        assertThat(form.locator(".sc-refused a[href='tel:999']")).isVisible();
        Browsers.picture(page, "not-sent-" + action);

        worker.tab("What to do");
        page.context().setOffline(false);
        worker.tab("On this case");
        assertThat(form.locator("textarea").first()).hasValue("I am in court until noon.");
        assertThat(form).containsText("Not sent yet");
        form.locator("button[type=submit]").click();
        assertThat(page.locator(".sc-said, .sc-done").first()).containsText(done);
    }

    @ParameterizedTest
    @CsvSource({"lower,Less serious than it looked", "started-by-accident,Started by accident"})
    void onThePageOfACaseTooWhatIsNotSentByItselfGoesWithOneMoreTap(String action, String called) {
        clock.setLondon("2026-11-24T10:00");
        String reference = newest();
        Visitor carer = Visitor.loggedIn(port, "carer2");
        carer.submit(carer.todo("reportContact"), Map.of("child", "C3", "danger", List.of("unsure")));
        jobs.runDue();
        Page page = TasklistWindow.loggedIn(browsers.window(Screen.PHONE), port, "manager1")
                .page();
        page.navigate("http://127.0.0.1:" + port + "/safe-contact/c/" + reference);
        page.getByText(called).click();
        Locator form = page.locator("form[action$='/" + action + "']");
        for (Locator choice : form.locator("select").all()) {
            choice.selectOption(new SelectOption().setIndex(1));
        }
        for (Locator words : form.locator("textarea").all()) {
            words.fill("The child is back and well.");
        }
        page.context().setOffline(true);
        form.locator("button[type=submit]").click();
        assertThat(form.locator(".refused")).containsText("Not sent yet");
        assertThat(form.locator(".refused a[href='tel:999']")).isVisible();
        assertThat(form.locator("textarea").first()).hasValue("The child is back and well.");

        page.context().setOffline(false);
        form.locator("button[type=submit]").click();
        assertThat(page.locator(".good").first()).isVisible();
    }

    @Test
    void whoLeftWithoutANetworkIsLoggedOutWhenTheyComeBack() {
        TasklistWindow carer = TasklistWindow.loggedIn(browsers.window(Screen.PHONE), port, "carer2");
        leavesWithoutANetwork(carer.page());
        carer.page().context().setOffline(false);

        isLoggedOut(carer.page().context().newPage());
    }

    @Test
    void whoseLoginEndedMeanwhileIsNotKeptOut() {
        TasklistWindow carer = TasklistWindow.loggedIn(browsers.window(Screen.PHONE), port, "carer2");
        leavesWithoutANetwork(carer.page());
        carer.page().context().clearCookies();
        carer.page().context().setOffline(false);

        isLoggedOut(carer.page().context().newPage());
    }

    /** Refused as by a page that has been open for too long, or by a server that is unwell. */
    @ParameterizedTest
    @ValueSource(ints = {403, 500})
    void whoLeftAndWasNotLoggedOutIsLoggedOutWhenTheyComeBack(int refused) {
        TasklistWindow carer = TasklistWindow.loggedIn(browsers.window(Screen.PHONE), port, "carer2");
        BrowserContext all = carer.page().context();
        all.route(
                Pattern.compile("https://www\\.bbc\\.co\\.uk/.*"),
                route -> route.fulfill(new Route.FulfillOptions().setBody("Sunny spells")));
        all.route("**/logout", route -> route.fulfill(new Route.FulfillOptions().setStatus(refused)));
        carer.page().locator(".sc-leave").click();
        assertThat(carer.page().getByText("Sunny spells")).isVisible();
        all.unroute("**/logout");

        isLoggedOut(all.newPage());
    }

    private static void leavesWithoutANetwork(Page page) {
        page.context().setOffline(true);
        page.locator(".sc-leave").click();
        assertThat(page).not().hasURL(Pattern.compile(".*127\\.0\\.0\\.1.*"));
    }

    private void isLoggedOut(Page again) {
        again.navigate("http://127.0.0.1:" + port + "/camunda/app/tasklist/default/");
        assertThat(again.locator(".form-signin")).isVisible();
        assertThat(again.evaluate("document.documentElement.style.visibility")).isEqualTo("");
    }

    private TasklistWindow reporting(Screen screen) {
        TasklistWindow carer = TasklistWindow.loggedIn(browsers.window(screen), port, "carer2");
        carer.reportContact();
        return carer;
    }

    private String newest() {
        return Visitor.loggedIn(port, "carer2").beginsReport(); // opens the one that was begun
    }

    private static void saysWhomToRing(Page page, String words) {
        Locator said = page.locator(NOT_REACHED);
        assertThat(said).containsText(words);
        assertThat(said.locator("a[href='tel:999']")).isVisible();
        assertThat(said.locator("a[href^='tel:01632']")).isVisible();
    }
}
