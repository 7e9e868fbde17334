package org.safecontact.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.journey.Browsers;
import org.safecontact.journey.Browsers.Screen;
import org.safecontact.journey.TasklistWindow;
import org.safecontact.journey.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A screen that nobody touches is not left open to whoever comes by, and nothing that was written there is lost. */
@SafeContactTest
class UnattendedScreensTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String HERE = "/safe-contact/api/here";
    private static final String SCRIPT = "/camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.js";
    private static final String STORY = "The same account wrote again.";

    @RegisterExtension
    static final Browsers browsers = Browsers.forThisClass();

    @LocalServerPort
    private int port;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void morning() {
        clock.setLondon("2026-11-24T10:00");
    }

    @Test
    void whatAScreenAsksByItselfKeepsNoWorkerLoggedIn() {
        Visitor worker = Visitor.loggedIn(port, "ssw1").awayFromTheScreen();
        String list = worker.get(ENGINE + "/filter?resourceType=Task")
                .body()
                .path(0)
                .path("id")
                .asText();
        for (int minutes = 0; minutes < 14; minutes++) {
            clock.advance(Duration.ofMinutes(1));
            List.of(
                            worker.get(ENGINE + "/filter/" + list + "/count"),
                            worker.post(ENGINE + "/filter/" + list + "/list", Map.of()),
                            worker.post("/safe-contact/api/todos", Map.of("ids", List.of())),
                            worker.get("/safe-contact/api/logins/changed"),
                            worker.get("/safe-contact/c"),
                            worker.get(HERE))
                    .forEach(answer -> assertThat(answer.status()).isEqualTo(200));
        }
        assertThat(worker.get(HERE).body().path("endsIn").asInt()).isEqualTo(60);
        assertThat(worker.get(HERE).body().path("asksIn").asInt()).isZero();

        clock.advance(Duration.ofMinutes(1));
        Visitor.Answer ended = worker.get(HERE);
        assertThat(ended.status()).isEqualTo(401);
        assertThat(ended.text()).contains("Nobody touched this screen", "what you wrote is kept", "999");
        assertThat(worker.post(HERE, Map.of()).status()).isEqualTo(401);
        assertThat(worker.get(ENGINE + "/filter/" + list + "/count").status()).isEqualTo(401);
    }

    @Test
    void handsKeepAWorkerLoggedInAndACarerHasAWholeEvening() {
        Visitor worker = Visitor.loggedIn(port, "ssw1").awayFromTheScreen();
        Visitor admin = Visitor.loggedIn(port, "admin", "cockpit").awayFromTheScreen();
        Visitor carer = Visitor.loggedIn(port, "carer1").awayFromTheScreen();
        for (int touches = 0; touches < 3; touches++) {
            clock.advance(Duration.ofMinutes(14));
            assertThat(worker.post(HERE, Map.of()).body().path("endsIn").asInt())
                    .isEqualTo(900);
        }
        assertThat(admin.get(ENGINE + "/job/count").status()).isEqualTo(401);

        clock.advance(Duration.ofMinutes(4 * 60 - 42 - 1));
        assertThat(carer.get("/safe-contact/api/reports/unsent").status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(1));
        assertThat(carer.get("/safe-contact/api/reports/unsent").status()).isEqualTo(401);
    }

    /** Tasklist asks for its scripts and its lists at once: one that came back as an error would leave the whole screen empty. */
    @Test
    void aScreenThatComesBackLaterGetsAllItsScriptsAndNoSessionOfNobody() {
        Visitor carer = Visitor.loggedIn(port, "carer1").awayFromTheScreen();
        clock.advance(Duration.ofHours(5));
        List<HttpResponse<String>> scripts = IntStream.range(0, 60)
                .parallel()
                .mapToObj(ignored -> carer.page(SCRIPT))
                .toList();
        assertThat(scripts).allSatisfy(script -> {
            assertThat(script.statusCode()).isEqualTo(200);
            assertThat(script.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).contains("javascript"));
            assertThat(script.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.contains("JSESSIONID"));
        });
        assertThat(carer.get("/safe-contact/api/reports/unsent").status()).isEqualTo(401);
    }

    @Test
    void tasklistAsksFirstAndComesBackToTheSameFormWithTheText() {
        TasklistWindow worker = TasklistWindow.loggedIn(browsers.window(Screen.DESK), port, "ssw2");
        Page page = worker.page();
        worker.reportContact();
        page.reload(); // the server hears at once of the first key
        Locator story = page.locator(".fjs-container textarea").first();
        clock.advance(Duration.ofMinutes(12));
        page.waitForRequest(
                request -> request.method().equals("POST") && request.url().endsWith(HERE), () -> {
                    story.click();
                    story.pressSequentially(STORY);
                });
        assertThat(page.locator(".sc-kept")).containsText("Kept for you");

        clock.advance(Duration.ofMinutes(12));
        page.waitForResponse("**/here", () -> look(page));
        assertThat(asking(page)).hasCount(0);
        clock.advance(Duration.ofMinutes(2));
        look(page);
        assertThat(asking(page)).containsText("Are you still there?");
        assertThat(asking(page)).containsText("your login ends in a minute.");
        assertThat(asking(page).locator("a[href='tel:999']")).isVisible();
        assertThat(asking(page).locator("a[href^='tel:01632']")).isVisible();
        Browsers.picture(page, "still-there-desk");
        asking(page).getByText("I'm still here").click();
        assertThat(asking(page)).hasCount(0);
        assertThat(story).hasValue(STORY);

        clock.advance(Duration.ofMinutes(14));
        look(page);
        assertThat(asking(page)).isVisible();
        clock.advance(Duration.ofMinutes(1));
        look(page);
        assertThat(page.locator(".form-signin")).containsText("what you wrote is kept");
        assertThat(asking(page)).hasCount(0);
        assertThat(page.locator(".task-card")).hasCount(0);
        worker.login();
        assertThat(story).hasValue(STORY);
        assertThat(page.locator(".sc-ended")).hasCount(0);
    }

    @Test
    void ourPagesAskTooAndTheLoginLeadsBackToTheTextOnThem() {
        String reference = reportedByCarer1();
        TasklistWindow worker = TasklistWindow.loggedIn(browsers.window(Screen.PHONE), port, "ssw1");
        Page page = worker.page();
        String address = "http://127.0.0.1:" + port + "/safe-contact/c/" + reference;
        page.navigate(address);
        Locator more = page.locator("form[action$='/additions'] textarea");
        page.getByText("Add to this").click();
        more.pressSequentially(STORY);
        assertThat(page.getByText("Kept for you").first()).isVisible();

        clock.advance(Duration.ofMinutes(14));
        look(page);
        assertThat(asking(page)).isVisible();
        Browsers.picture(page, "still-there-phone");
        page.keyboard().press("Enter");
        assertThat(asking(page)).hasCount(0);

        clock.advance(Duration.ofMinutes(15));
        look(page);
        assertThat(page.locator(".form-signin")).containsText("what you wrote is kept");
        worker.login();
        page.waitForURL(address);
        assertThat(more).hasValue(STORY);
    }

    /** Covered, as whoever comes by must not read it; and nobody else who logs in there meanwhile gets the words. */
    @Test
    void whatOnlyOurPageHasStaysThereWhenTheLoginIsOverUntilItsWriterIsBack() {
        TasklistWindow worker = TasklistWindow.loggedIn(browsers.window(Screen.PHONE), port, "ssw1");
        Page page = worker.page();
        page.navigate("http://127.0.0.1:" + port + "/safe-contact/c/" + reportedByCarer1());
        Locator more = page.locator("form[action$='/additions'] textarea");
        page.getByText("Add to this").click();
        more.fill("First there was a call.");
        assertThat(page.getByText("Kept for you").first()).isVisible();

        page.context().clearCookies();
        more.fill(STORY);
        assertThat(page.getByText("Not kept yet: your login has ended").first()).isVisible();
        look(page);
        assertThat(asking(page)).containsText("What you wrote last is not kept yet");
        assertThat(asking(page).locator("a[href='tel:999']")).isVisible();
        assertThat(asking(page).locator("a[href^='tel:01632']")).isVisible();
        assertThat(asking(page)).not().containsText("is kept");
        Browsers.picture(page, "only-here-phone");

        Page beside = page.waitForPopup(
                () -> asking(page).locator("a.sc-attended-stay").click());
        beside.getByPlaceholder("Your login name").fill("ssw2");
        beside.getByPlaceholder("Your password").fill("Demo-contact-1");
        page.waitForResponse(answer -> answer.url().contains("/safe-contact/guide/") && answer.ok(), () -> {
            beside.getByText("Log in").last().click();
            assertThat(beside.locator(".account").first()).isAttached();
            look(page);
        });
        assertThat(asking(page)).isVisible();

        page.context().clearCookies();
        beside.reload();
        beside.getByPlaceholder("Your login name").fill("ssw1");
        beside.getByPlaceholder("Your password").fill("Demo-contact-1");
        beside.getByText("Log in").last().click();
        assertThat(beside.locator(".account").first()).isAttached();
        look(page);
        assertThat(asking(page)).hasCount(0);
        assertThat(more).hasValue(STORY);
        assertThat(page.getByText("Kept for you").first()).isVisible();
        page.getByLabel("What I saw, heard or did").check();
        page.getByText("Add", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("main > .sc-done")).containsText("Added.");
    }

    @Test
    void theEngineRoomAsksToo() {
        Page page = engineRoomThatAsks();
        clock.advance(Duration.ofMinutes(1));
        look(page);
        assertThat(page.locator(".form-signin")).containsText("Your login has ended");
    }

    @Test
    void whereCamundaHearsOfTheEndFirstTheLoginPageSaysWhyAsWell() {
        Page page = engineRoomThatAsks();

        page.route("**/here", Route::abort);
        clock.advance(Duration.ofMinutes(1));
        page.evaluate("window.location.hash = '#/processes'");
        assertThat(page.locator(".form-signin")).containsText("Your login has ended");
    }

    private String reportedByCarer1() {
        Visitor carer = Visitor.loggedIn(port, "carer1");
        String reference = carer.beginsReport();
        carer.submit(carer.todo("reportContact"), Map.of("child", "C1", "danger", List.of("none")));
        return reference;
    }

    private Page engineRoomThatAsks() {
        Page page = browsers.window(Screen.DESK);
        page.navigate("http://127.0.0.1:" + port + "/camunda/app/cockpit/default/");
        page.getByPlaceholder("Your login name").fill("admin");
        page.getByPlaceholder("Your password").fill("Demo-contact-1");
        page.getByText("Log in").last().click();
        assertThat(page.getByText("Right Now").first()).isVisible();

        clock.advance(Duration.ofMinutes(14));
        look(page);
        assertThat(asking(page)).isVisible();
        return page;
    }

    /** As when somebody comes back to the window; by itself it looks every half minute. */
    private static void look(Page page) {
        page.evaluate("window.dispatchEvent(new Event('focus'))");
    }

    private static Locator asking(Page page) {
        return page.locator("dialog.sc-attended");
    }
}
