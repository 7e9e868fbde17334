package org.safecontact.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safecontact.Jobs;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.engine.Drafts;
import org.safecontact.incident.carer.OwnReports;
import org.safecontact.incident.level.Raising;
import org.safecontact.journey.Browsers;
import org.safecontact.journey.Browsers.Screen;
import org.safecontact.journey.TasklistWindow;
import org.safecontact.journey.Visitor;
import org.safecontact.record.CaseRecord;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nothing typed is lost, nothing stays behind in the browser, and nothing is said to be sent that was not. */
@SafeContactTest
class TypedTextTest {

    private static final String ELSEWHERE = "https://www\\.bbc\\.co\\.uk/.*";

    /** As the button in the menu does it. */
    private static final String LOG_OUT = "() => { const request = new XMLHttpRequest();"
            + " request.open('POST', document.querySelector('base').getAttribute('admin-api') + 'auth/user/default/logout');"
            + " request.setRequestHeader('X-XSRF-TOKEN', document.cookie.match(/XSRF-TOKEN=([^;]*)/)[1]); request.send(); }";

    /** As fast as hands do it, however slow the machine is. */
    private static final String ESCAPE_THREE_TIMES = "() => [1, 2, 3].forEach(() => document.body.dispatchEvent("
            + "new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })))";

    private static final String STORY = "A message came from an account that we did not know: heron-lamp-43.";

    @RegisterExtension
    static final Browsers browsers = Browsers.forThisClass();

    @LocalServerPort
    private int port;

    @Autowired
    private OwnReports reports;

    @Autowired
    private Jobs jobs;

    @Autowired
    private TestClock clock;

    @Autowired
    private Drafts drafts;

    @Autowired
    private CaseRecord record;

    @ParameterizedTest
    @EnumSource(
            value = Screen.class,
            names = {"PHONE", "DESK"})
    void staysThroughAnotherTabAReloadAndALostLogin(Screen screen) {
        TasklistWindow carer = reporting("carer1", screen);
        Page page = carer.page();
        carer.choose("Which child is this about?", "C2 (Wren)");
        story(page).fill(STORY);
        assertThat(page.locator(".sc-kept")).containsText("Kept for you");
        nothingStaysBehind(page);

        carer.tab("Record");
        assertThat(page).hasURL(Pattern.compile(".*[?&]detailsTab=sc-r(&.*)?$"));
        carer.tab("What to do");
        assertThat(story(page)).hasValue(STORY);
        page.reload();
        assertThat(story(page)).hasValue(STORY);
        assertThat(carer.question("Which child is this about?").locator("input:checked"))
                .hasCount(1);

        page.context().clearCookies();
        if (screen == Screen.PHONE) {
            carer.pressSend();
        } else {
            // What a screen asks by itself may hear of it before anybody presses Send.
            page.evaluate("window.dispatchEvent(new Event('online'))");
        }
        assertThat(page.locator(".form-signin")).containsText("Not sent yet. Log in: what you wrote is kept.");
        nothingStaysBehind(page);
        page.getByPlaceholder("Your login name").fill("carer1");
        page.getByPlaceholder("Your password").fill("Demo-contact-1");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in"))
                .click();
        assertThat(story(page)).hasValue(STORY);
        Browsers.picture(page, "typed-text-came-back-" + screen.name().toLowerCase());

        carer.send();
        nothingStaysBehind(page);
        assertThat(page.locator(".sc-thanks")).containsText("What I sent");
    }

    /** Another tab and back in less than it takes to keep it: the server does not have it yet. */
    @ParameterizedTest
    @EnumSource(
            value = Screen.class,
            names = {"PHONE", "DESK"})
    void whatIsStillOnItsWayStandsInTheFormThatIsDrawnAnew(Screen screen) {
        TasklistWindow carer = reporting("carer1", screen);
        Page page = carer.page();
        Locator none = carer.question("Is any of this true now?").getByLabel("None of these");
        none.check();
        story(page).fill("It wrote.");
        assertThat(page.locator(".sc-kept")).containsText("Kept for you");
        List<Route> onTheWay = new ArrayList<>();
        page.route("**/draft", onTheWay::add);
        story(page).fill(STORY);
        none.uncheck();
        for (int sent = 0; sent < 2; sent++) {
            int soFar = sent;
            page.waitForCondition(() -> onTheWay.size() >= soFar);
            carer.tab("Record");
            carer.tab("What to do");
            assertThat(story(page)).hasValue(STORY);
            assertThat(none).not().isChecked();
        }
        page.unroute("**/draft");
        onTheWay.forEach(Route::resume);
        assertThat(page.locator(".sc-kept")).containsText("Kept for you");
        page.reload();
        assertThat(story(page)).hasValue(STORY);
        assertThat(none).not().isChecked();
    }

    /** The form takes a text only once somebody pauses; an answer given before that must not draw the field without it. */
    @ParameterizedTest
    @EnumSource(
            value = Screen.class,
            names = {"PHONE", "DESK"})
    void whatWasTypedAMomentBeforeAnAnswerIsGivenStays(Screen screen) {
        TasklistWindow duty = reporting(screen == Screen.PHONE ? "duty1" : "manager1", screen);
        Page page = duty.page();
        duty.tick("Somebody rang me and I am writing it down");
        Locator rang = duty.question("Who rang?");
        rang.locator("input").click();
        rang.getByText("Somebody else").click();
        Locator caller = duty.question("Who is it?").locator("input");
        Locator earlier = page.getByLabel("It was not just now");
        Locator distress = duty.question("How is the child now?").locator("input");
        Locator danger = duty.question("Is any of this true now?").locator("input");

        for (int pause : List.of(0, 100)) {
            typedJustBefore(caller, pause, screen, earlier);
            assertThat(earlier).isChecked(new LocatorAssertions.IsCheckedOptions().setChecked(pause == 0));
            typedJustBefore(story(page), pause, screen, distress.nth(pause == 0 ? 0 : 1));
            assertThat(distress.nth(pause == 0 ? 0 : 1)).isChecked();
        }
        typedJustBefore(story(page), 0, screen, danger.first());
        assertThat(danger.first()).isChecked();
        assertThat(page.locator(".sc-danger")).isVisible();
    }

    private static void typedJustBefore(Locator box, int pause, Screen screen, Locator answer) {
        box.fill("At the gate");
        assertThat(box.page().locator(".sc-kept")).containsText("Kept for you");
        box.press("End");
        box.pressSequentially(", he waved");
        box.page().waitForTimeout(pause);
        if (screen == Screen.PHONE) {
            answer.tap();
        } else {
            answer.click();
        }
        assertThat(box).hasValue("At the gate, he waved");
        box.page().waitForTimeout(400); // what the form takes late
        assertThat(box).hasValue("At the gate, he waved");
    }

    @Test
    void typedWithoutNetworkIsKeptAsSoonAsThereIsOne() {
        Page page = reporting("carer1").page();
        page.context().setOffline(true);
        story(page).fill(STORY);
        assertThat(page.locator(".sc-kept")).containsText("Not kept yet");
        assertThat(page.locator(".sc-kept")).containsText("in danger: 999");
        nothingStaysBehind(page);

        page.context().setOffline(false);
        assertThat(page.locator(".sc-kept")).containsText("Kept for you");
        page.reload();
        assertThat(story(page)).hasValue(STORY);
    }

    @Test
    void staysWhileSomethingElseToDoIsOpen() {
        clock.setLondon("2026-11-24T16:00");
        Visitor earlier = Visitor.loggedIn(port, "carer2");
        earlier.post("/safe-contact/api/reports", Map.of());
        earlier.submit(earlier.todo("reportContact"), Map.of("child", "C3", "danger", List.of("none")));
        jobs.runDue();
        TasklistWindow carer = reporting("carer2", Screen.PHONE);
        Page page = carer.page();
        story(page).fill(STORY);
        carer.open("For later", "Write down what happened");
        assertThat(story(page)).hasValue("");
        story(page).fill("First there was a call.");

        carer.open("To do now", "Report contact");
        assertThat(story(page)).hasValue(STORY);
        carer.open("For later", "Write down what happened");
        assertThat(story(page)).hasValue("First there was a call.");
    }

    @ParameterizedTest
    @EnumSource(
            value = Screen.class,
            names = {"PHONE", "DESK"})
    void withoutNetworkItSaysSoAndIsSentByItselfOnce(Screen screen) {
        int before = reports.of("carer2", 50).size();
        TasklistWindow carer = reporting("carer2", screen);
        Page page = carer.page();
        carer.choose("Which child is this about?", "C3 (Swallow)");
        story(page).fill(STORY);
        page.context().setOffline(true);
        carer.pressSend();

        Locator said = page.locator(".sc-form-refused");
        assertThat(said).containsText("Not sent yet");
        assertThat(said.locator("a[href='tel:999']")).isVisible();
        assertThat(said.locator("a[href^='tel:01632']")).isVisible();
        assertThat(page.locator(".sc-thanks")).hasCount(0);
        assertThat(story(page)).hasValue(STORY);
        Browsers.picture(page, "not-sent-yet-" + screen.name().toLowerCase());

        page.context().setOffline(false);
        assertThat(page.locator(".sc-thanks")).containsText("Thank you");
        assertThat(reports.of("carer2", 50)).hasSize(before + 1);
    }

    @Test
    void whatIsTypedOnAnotherScreenIsSaidHereAndNotLeftOut() {
        Page page = reporting("carer2").page();
        story(page).fill(STORY);
        assertThat(page.locator(".sc-kept")).containsText("Kept for you");
        Visitor phone = Visitor.loggedIn(port, "carer2");
        String draft = "/safe-contact/api/tasks/" + phone.todo("reportContact").id() + "/draft";
        looksAgain(page);
        assertThat(page.locator(".sc-two-screens")).hasCount(0); // one's own words

        clock.advance(Duration.ofSeconds(2));
        assertThat(phone.method("PUT", draft, Map.of("answers", Map.of("childSaid", "He stood at the gate at four.")))
                        .accepted())
                .isTrue();
        page.waitForRequest(
                "**/api/todos",
                new Page.WaitForRequestOptions().setTimeout(2_000), // and not only when it looks anyway
                () -> page.evaluate("window.dispatchEvent(new Event('focus'))"));
        assertThat(page.locator(".sc-two-screens")).containsText("You have also written in this on another screen.");
        page.getByText("Show it here").click();
        assertThat(page.locator(".sc-two-screens")).hasCount(0);
        assertThat(story(page)).hasValue(STORY);
        assertThat(page.getByLabel("What did the child tell you without being asked?"))
                .hasValue("He stood at the gate at four.");
    }

    private static void looksAgain(Page page) {
        page.waitForResponse(
                "**/api/todos", () -> page.evaluate("document.dispatchEvent(new Event('visibilitychange'))"));
    }

    /** On the page of the case and on its to-do: danger waits for no second press. */
    @Test
    void whoIsMoreWorriedWithoutNetworkIsHeardByItselfAndOnce() {
        Visitor carer = Visitor.loggedIn(port, "carer2");
        String reference = carer.beginsReport();
        carer.submit(carer.todo("reportContact"), Map.of("child", "C3", "danger", List.of("none")));
        jobs.runDue();
        Page page = TasklistWindow.loggedIn(browsers.window(Screen.PHONE), port, "carer2")
                .page();
        page.navigate("http://127.0.0.1:" + port + "/safe-contact/c/" + reference);
        page.locator("summary.urgent").click();
        worriedWithoutNetwork(page, page.locator("form[action$='/worried']"));
        page.context().setOffline(false);
        assertThat(page.locator(".sc-done").first()).containsText("Somebody is being told now");
        assertThat(worries(reference)).isOne();

        TasklistWindow worker = TasklistWindow.loggedIn(browsers.window(Screen.DESK), port, "ssw2");
        worker.open("Urgent", "Answer: who does what now");
        worker.tab("On this case");
        worker.page().locator(".sc-action-add summary").click();
        Locator add = worker.page().locator("form[action$='/additions']");
        add.locator("select").selectOption("FACT");
        notSentYet(worker.page(), add);
        worker.page().context().setOffline(false);
        assertThat(worker.page().locator(".sc-done").first()).containsText("Added.");
    }

    private void worriedWithoutNetwork(Page page, Locator form) {
        form.locator("input[type=checkbox]").check();
        notSentYet(page, form);
        Browsers.picture(page, "worried-without-network-phone");
        form.locator("textarea").fill(STORY + " It wrote again.");
        assertThat(form.locator(".sc-unreached")).hasCount(0);
        form.locator("button[type=submit]").click();
        assertThat(form.locator(".sc-unreached")).isVisible();
    }

    private static void notSentYet(Page page, Locator form) {
        form.locator("textarea").first().fill(STORY);
        page.context().setOffline(true);
        form.locator("button[type=submit]").click();
        Locator said = form.locator(".sc-unreached");
        assertThat(said).containsText("Not sent yet");
        assertThat(said.locator("a[href='tel:999']")).isVisible();
        assertThat(said.locator("a[href^='tel:01632']")).isVisible();
    }

    private long worries(String reference) {
        return record.entries(reference).stream()
                .filter(entry -> entry.title().equals(Raising.MORE_WORRIED))
                .count();
    }

    @Test
    void anAnswerThatGotLostOnTheWayBackIsNoSecondReport() {
        int before = reports.of("carer3", 50).size();
        TasklistWindow carer = reporting("carer3");
        Page page = carer.page();
        carer.choose("Which child is this about?", "C1 (Kingfisher)");
        story(page).fill(STORY);
        // It arrives, and the answer does not.
        boolean[] lost = {false};
        page.route(Pattern.compile(".*/submit-form"), route -> {
            if (!lost[0]) {
                lost[0] = true;
                route.fetch();
                route.abort();
            } else {
                route.resume();
            }
        });
        carer.pressSend();

        assertThat(page.locator(".sc-thanks")).containsText("Thank you");
        assertThat(lost[0]).isTrue();
        assertThat(reports.of("carer3", 50)).hasSize(before + 1);
    }

    @Test
    void whenTheConnectionBreaksAfterItArrivedItIsSaidAndNotSentAgainAsNew() {
        int before = reports.of("carer2", 50).size();
        TasklistWindow carer = reporting("carer2");
        Page page = carer.page();
        carer.choose("Which child is this about?", "C3 (Swallow)");
        story(page).fill(STORY);
        page.route(Pattern.compile(".*/submit-form"), route -> {
            route.fetch();
            page.unroute(Pattern.compile(".*/submit-form"));
            // Tasklist looks again, finds the to-do gone and closes its Send, where it has not taken it away by itself.
            page.evaluate(
                    "document.querySelectorAll('.task-card .form-actions .btn-primary').forEach(send => send.disabled = true)");
            route.abort("connectionreset");
        });
        carer.pressSend();

        assertThat(page.locator(".sc-thanks")).containsText("Thank you");
        assertThat(reports.of("carer2", 50)).hasSize(before + 1);
    }

    @Test
    void whatWasTypedAMomentBeforeLeavingQuicklyIsKeptOnASlowLineToo() {
        Page page = browsers.window(Screen.PHONE);
        page.clock().install();
        reporting("carer1", page);
        sunnySpells(page);
        story(page).fill("A message came.");
        assertThat(page.locator(".sc-kept")).containsText("Kept for you");
        List<Route> lastWords = new ArrayList<>();
        List<String> arrived = new ArrayList<>();
        page.route("**/draft", lastWords::add);
        page.onResponse(answer -> {
            if (answer.url().endsWith("/draft")) {
                arrived.add("the last words");
            }
        });
        page.onRequest(request -> {
            if (request.url().endsWith("/logout")) {
                arrived.add("the end of the login");
            }
        });
        String toDo = page.evaluate("location.hash.match(/task=([^&]*)/)[1]").toString();
        story(page).fill(STORY);
        page.locator(".sc-leave").click();
        page.waitForCondition(() -> !lastWords.isEmpty());
        assertThat(page.locator("html")).hasCSS("visibility", "hidden");
        page.clock().fastForward(2_000);
        lastWords.forEach(Route::resume);
        assertThat(page.getByText("Sunny spells")).isVisible();

        assertThat(arrived).containsExactly("the last words", "the end of the login");
        assertThat(drafts.of(toDo, "carer1").orElseThrow().answers()).containsValue(STORY);
        Page again = reporting("carer1").page();
        assertThat(story(again)).hasValue(STORY);
    }

    @Test
    void whatIsMoreThanCanBeKeptIsSaidAndStaysOnTheScreen() {
        Page page = reporting("carer3").page();
        List<String> begun = IntStream.range(0, 100)
                .mapToObj(number -> "/safe-contact/api/cases/INC-2020-%06d/worried".formatted(number))
                .toList();
        begun.forEach(form -> drafts.keep(form, "carer3", Map.of("reason", "begun")));
        try {
            story(page).fill(STORY);
            assertThat(page.locator(".sc-kept")).containsText("Not kept: 100 forms of yours are begun and not sent.");
            assertThat(page.locator(".sc-kept")).containsText("999");
            assertThat(story(page)).hasValue(STORY);
            nothingStaysBehind(page);

            drafts.forget(begun.get(0), "carer3");
            story(page).fill(STORY + " It wrote again.");
            assertThat(page.locator(".sc-kept")).containsText("Kept for you");
        } finally {
            begun.forEach(form -> drafts.forget(form, "carer3"));
        }
    }

    @Test
    void whoNeverPausesIsKeptAllTheSame() {
        Page page = browsers.window(Screen.PHONE);
        page.clock().install();
        reporting("carer1", page);
        boolean[] kept = {false};
        page.onRequest(request -> kept[0] |= request.url().endsWith("/draft"));
        Browsers.stopTheClock(page);
        for (int keys = 0; keys < 100 && !kept[0]; keys++) {
            story(page).press("a");
            page.clock().runFor(300);
        }
        assertThat(kept[0]).isTrue();
    }

    @Test
    void whoeverLogsInNextOnTheSameScreenSeesNothingOfWhatStoodThere() {
        TasklistWindow carer = reporting("carer1");
        Page page = carer.page();
        carer.choose("Which child is this about?", "C1 (Kingfisher)");
        story(page).fill(STORY);
        carer.send();
        assertThat(page.locator(".sc-thanks")).containsText("What I sent");
        loggedOut(page);
        page.getByPlaceholder("Your login name").fill("carer2");
        page.getByPlaceholder("Your password").fill("Demo-contact-1");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in"))
                .click();
        assertThat(page.locator(".sc-report-button")).isVisible();
        assertThat(page.locator(".task-filters .item").first()).isVisible();
        assertThat(page.locator(".sc-thanks")).hasCount(0);
    }

    @ParameterizedTest
    @EnumSource(
            value = Screen.class,
            names = {"PHONE", "DESK"})
    void leavingQuicklyShowsSomethingHarmlessAndEndsTheLogin(Screen screen) {
        Page page = reporting("carer1", screen).page();
        sunnySpells(page);
        assertThat(page.locator(".sc-leave")).isVisible();
        page.evaluate(ESCAPE_THREE_TIMES);
        assertThat(page.getByText("Sunny spells")).isVisible();
        page.goBack();
        // Stepping back shows nothing of it.
        assertThat(page.getByText("Sunny spells")).isVisible();

        Page again = page.context().newPage();
        again.navigate("http://127.0.0.1:" + port + "/camunda/app/tasklist/default/");
        assertThat(again.locator(".form-signin")).isVisible();
    }

    @ParameterizedTest
    @CsvSource({"PHONE, 1", "PHONE, 2", "DESK, 1", "DESK, 2"})
    void leavingQuicklyWorksForWhoeverSteppedBackBefore(Screen screen, int stepsBack) {
        Page tasklist = reporting("carer1", screen).page();
        sunnySpells(tasklist);
        Page ours = tasklist.context().newPage();
        ours.navigate("http://127.0.0.1:" + port + "/safe-contact/c");
        ours.navigate("http://127.0.0.1:" + port + "/safe-contact/w");
        ours.navigate("http://127.0.0.1:" + port + "/safe-contact/guide");
        for (int step = 0; step < stepsBack; step++) {
            ours.goBack();
        }
        tasklist.goBack();
        tasklist.goForward();
        story(tasklist).click();
        tasklist.evaluate(ESCAPE_THREE_TIMES);
        for (Page tab : List.of(tasklist, ours)) {
            assertThat(tab.getByText("Sunny spells")).isVisible();
            tab.goForward();
            assertThat(tab.getByText("Sunny spells")).isVisible();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"w", "c", "guide"})
    void oneTapOnAnyPageOfOursTakesEveryTabWithIt(String address) {
        Page tasklist = reporting("carer1").page();
        sunnySpells(tasklist);
        Page ours = tasklist.context().newPage();
        ours.navigate("http://127.0.0.1:" + port + "/safe-contact/" + address);
        ours.locator(".sc-leave").click();
        for (Page tab : List.of(ours, tasklist)) {
            assertThat(tab.getByText("Sunny spells")).isVisible();
            tab.goBack();
            assertThat(tab.getByText("Sunny spells")).isVisible();
        }
    }

    @Test
    void aPageThatHearsThatItsLoginEndedStillLeavesQuickly() {
        Page ours = reporting("carer1").page().context().newPage();
        List<Route> onTheWay = new ArrayList<>();
        List<Response> heard = new ArrayList<>();
        ours.route(Pattern.compile(ELSEWHERE), onTheWay::add);
        ours.onResponse(answer -> {
            if (!onTheWay.isEmpty() && answer.url().endsWith("/api/here") && answer.status() == 401) {
                heard.add(answer);
            }
        });
        ours.navigate("http://127.0.0.1:" + port + "/safe-contact/c");
        ours.evaluate("setInterval(() => window.dispatchEvent(new Event('focus')), 100)");
        ours.locator(".sc-leave").click();
        ours.waitForCondition(() -> heard.size() > 1);

        assertThat(onTheWay).hasSize(1);
        onTheWay.get(0).fulfill(weather());
        assertThat(ours.getByText("Sunny spells")).isVisible();
    }

    @Test
    void nothingStaysBehindWhenOneLogsOutWithAReportOpen() {
        Page page = reporting("carer1").page();
        story(page).fill(STORY);
        loggedOut(page);
        nothingStaysBehind(page);
    }

    @Test
    void listsSayHowMuchWaitsAndWhatIsNewAppearsByItself() {
        Page desk = browsers.window(Screen.DESK);
        TasklistWindow.loggedIn(desk, port, "ssw2");
        Locator waiting =
                desk.locator("[cam-tasklist-filters] .item").filter(new Locator.FilterOptions().setHasText("Late"));
        assertThat(waiting).isVisible();

        Visitor carer = Visitor.loggedIn(port, "carer2");
        carer.post("/safe-contact/api/reports", Map.of());
        carer.submit(carer.todo("reportContact"), Map.of("child", "C3", "danger", List.of("none")));
        jobs.runDue();

        assertThat(desk.locator(".sc-count").first()).isVisible();
        assertThat(desk.locator(".sc-elsewhere, .tasks-list li.task").first()).isVisible();
        Browsers.picture(desk, "lists-with-counts-desk");
    }

    /** What one sees after leaving quickly. */
    private static void sunnySpells(Page page) {
        page.context().route(Pattern.compile(ELSEWHERE), route -> route.fulfill(weather()));
    }

    private static Route.FulfillOptions weather() {
        return new Route.FulfillOptions()
                .setContentType("text/html")
                .setBody("<title>Weather</title><p>Sunny spells</p>");
    }

    private TasklistWindow reporting(String user) {
        return reporting(user, Screen.PHONE);
    }

    private TasklistWindow reporting(String user, Screen screen) {
        return reporting(user, browsers.window(screen));
    }

    private TasklistWindow reporting(String user, Page page) {
        TasklistWindow window = TasklistWindow.loggedIn(page, port, user);
        window.reportContact();
        return window;
    }

    /** Until the page after it stands there: the one before may draw a login page as well. */
    private static void loggedOut(Page page) {
        page.evaluate("window.before = true");
        page.evaluate(LOG_OUT);
        page.waitForFunction("!window.before");
        assertThat(page.locator(".form-signin")).isVisible();
    }

    private static Locator story(Page page) {
        return page.locator(".fjs-container textarea").first();
    }

    private static void nothingStaysBehind(Page page) {
        assertThat(page.evaluate("JSON.stringify(localStorage) + JSON.stringify(sessionStorage)")
                        .toString())
                .doesNotContain("heron-lamp-43");
        assertThat((List<?>) page.evaluate("async () => [...await indexedDB.databases(), ...await caches.keys(),"
                        + " ...await navigator.serviceWorker.getRegistrations()]"))
                .as("where else a browser keeps what a page gives it")
                .isEmpty();
    }
}
