package org.safecontact.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safecontact.Jobs;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.journey.Browsers;
import org.safecontact.journey.Browsers.Screen;
import org.safecontact.journey.TasklistWindow;
import org.safecontact.journey.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is new is said: to a screen reader always, by the browser to those who allow it and look elsewhere. */
@SafeContactTest
class NewsTest {

    private static final Pattern NEWS = Pattern.compile("(Something new waits|\\d+ new things wait) for you\\.");

    /** Tasklist itself asks for less of a list at once. */
    private static final Pattern LOOK = Pattern.compile(".*/filter/[^/]+/list\\?firstResult=0&maxResults=50");

    /** Of a worker: what is theirs, what waits, what is late, what is urgent. */
    private static final int LISTS = 4;

    /** Stands in for what the browser shows beside the page, and for where its person looks. */
    private static final String BROWSER = """
            window.told = [];
            window.Notification = class {
              static permission = '%s';
              static async requestPermission() {
                return (this.permission = 'granted');
              }
              constructor(title, { body } = {}) {
                if (%b) {
                  throw new TypeError('Illegal constructor');
                }
                if (body) {
                  window.told.push(title + ': ' + body);
                }
              }
            };
            document.hasFocus = () => %b;
            """;

    /** What the browser shows beside the page is shown, and heard here; its person looks elsewhere. */
    private static final String HEARD = """
            window.told = [];
            window.Notification = class extends Notification {
              constructor(title, options) {
                super(title, options);
                if (options) {
                  window.told.push(title + ': ' + options.body);
                }
              }
            };
            document.hasFocus = () => false;
            """;

    @RegisterExtension
    static final Browsers browsers = Browsers.forThisClass();

    /** Only a whole one has notifications of its own. */
    @RegisterExtension
    static final Browsers whole = Browsers.wholeForThisClass();

    @LocalServerPort
    private int port;

    @Autowired
    private Jobs jobs;

    @Autowired
    private TaskService tasks;

    @Autowired
    private TestClock clock;

    /** Whom a report waits for hangs on the hour. */
    @BeforeEach
    void inOfficeHours() {
        clock.setLondon("2026-11-24T10:00");
    }

    @Test
    void whoAllowsItAndLooksElsewhereIsToldOnceByTheBrowserAndOfNoChild() {
        Page page = worker("granted", false, false);

        somethingNewWaits();
        looksAgain(page);

        assertThat(voice(page)).hasText(NEWS);
        looksAgain(page);
        looksAgain(page);
        assertThat(told(page)).singleElement().asString().matches("Safe Contact: " + NEWS.pattern());
        assertThat(voice(page)).hasText("");
    }

    @ParameterizedTest
    @CsvSource({"granted,true", "default,false", "denied,false"})
    void whoLooksHereOrAllowsNothingHearsItFromTheScreenReaderAlone(String permission, boolean looksHere) {
        Page page = worker(permission, false, looksHere);

        somethingNewWaits();
        looksAgain(page);

        assertThat(voice(page)).hasText(NEWS);
        assertThat(voice(page)).hasRole(AriaRole.STATUS);
        assertThat(told(page)).isEmpty();
    }

    @Test
    void whatSomebodyTakesThemselvesIsNoNews() {
        somethingNewWaits();
        TasklistWindow worker = window("granted", false, false);
        looksAgain(worker.page());
        worker.open("Waiting for somebody", "Answer: who does what now");

        looksAt(worker.page(), worker::take);
        looksAgain(worker.page());

        assertThat(told(worker.page())).isEmpty();

        looksAt(worker.page(), worker::reportContact);
        looksAgain(worker.page());
        assertThat(voice(worker.page())).hasText("");
        assertThat(told(worker.page())).isEmpty();
    }

    @Test
    void whatComesAsSomethingElseGoesIsNewsAllTheSame() {
        somethingNewWaits();
        nothingIsUrgent();
        Page page = worker("granted", false, false);
        List<String> before = waiting();

        looksAfter(page, () -> {
            somebodyElseHas(before.get(0));
            somethingNewWaits();
            nothingIsUrgent();
            assertThat(waiting()).hasSameSizeAs(before);
        });

        assertThat(voice(page)).hasText(NEWS);
        assertThat(told(page)).singleElement().asString().matches("Safe Contact: " + NEWS.pattern());
    }

    @Test
    void whatGoesIsNoNews() {
        somethingNewWaits();
        Page page = worker("granted", false, false);

        looksAfter(page, () -> somebodyElseHas(waiting().get(0)));

        assertThat(voice(page)).hasText("");
        assertThat(told(page)).isEmpty();
    }

    @Test
    void whoAsksForItIsTold() {
        Page page = worker("default", false, false);

        asking(page).click();
        assertThat(page.getByText("You will be told")).isVisible();
        somethingNewWaits();
        looksAgain(page);

        assertThat(voice(page)).hasText(NEWS);
        assertThat(told(page)).hasSize(1);
    }

    @Test
    void aTelephoneThatCannotTellDoesNotPromiseIt() {
        assertThat(asking(worker("default", true, false))).hasCount(0);
    }

    /** The browser's own permission and its own notifications, heard in passing; of telephones, see {@link #aTelephoneThatCannotTellDoesNotPromiseIt}. */
    @Test
    void onANarrowScreenTheBrowserItselfTellsAndNamesNoChild() {
        Page phone = whole.window(Screen.PHONE);
        phone.context()
                .grantPermissions(
                        List.of("notifications"),
                        new BrowserContext.GrantPermissionsOptions().setOrigin("http://127.0.0.1:" + port));
        phone.clock().install();
        phone.addInitScript(HEARD);
        TasklistWindow.loggedIn(phone, port, "ssw2");
        assertThat(phone.evaluate("Notification.permission")).isEqualTo("granted");
        assertThat(asking(phone)).hasCount(0);
        looksAgain(phone);

        somethingNewWaits();
        looksAgain(phone);

        assertThat(voice(phone)).hasText(NEWS);
        assertThat(told(phone)).singleElement().asString().matches("Safe Contact: " + NEWS.pattern());
    }

    private Page worker(String permission, boolean cannot, boolean looksHere) {
        Page page = window(permission, cannot, looksHere).page();
        looksAgain(page);
        return page;
    }

    private TasklistWindow window(String permission, boolean cannot, boolean looksHere) {
        Page page = browsers.window(Screen.DESK);
        page.clock().install();
        page.addInitScript(BROWSER.formatted(permission, cannot, looksHere));
        return TasklistWindow.loggedIn(page, port, "ssw2");
    }

    /** The next look at the lists, without waiting for it to come. */
    private static void looksAgain(Page page) {
        looksAt(page, () -> page.clock().fastForward(20_000));
    }

    /** No look falls between the parts of what happens: the screen has no network meanwhile. */
    private static void looksAfter(Page page, Runnable happens) {
        page.context().setOffline(true);
        happens.run();
        looksAt(page, () -> page.context().setOffline(false));
    }

    /** Until every list was looked at after this, and what follows from that has happened. */
    private static void looksAt(Page page, Runnable reason) {
        List<Response> read = new ArrayList<>();
        Consumer<Response> reading = response -> {
            if (LOOK.matcher(response.url()).matches()) {
                read.add(response);
            }
        };
        page.onResponse(reading);
        reason.run();
        page.waitForCondition(() -> read.size() >= LISTS);
        page.offResponse(reading);
        read.forEach(Response::finished);
        page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
    }

    private void somethingNewWaits() {
        Visitor carer = Visitor.loggedIn(port, "carer2");
        carer.post("/safe-contact/api/reports", Map.of());
        carer.submit(carer.todo("reportContact"), Map.of("child", "C3", "danger", List.of("none")));
        jobs.runDue();
    }

    /** The to-dos that nobody has taken. */
    private List<String> waiting() {
        return on("Waiting for somebody");
    }

    private List<String> on(String list) {
        return Visitor.loggedIn(port, "ssw2").todosOn(list).stream()
                .map(Visitor.Todo::id)
                .toList();
    }

    private void somebodyElseHas(String todo) {
        tasks.setAssignee(todo, "duty1");
    }

    private void nothingIsUrgent() {
        on("Urgent").forEach(todo -> tasks.setPriority(todo, 0));
    }

    private static Locator voice(Page page) {
        return page.locator(".sc-voice");
    }

    private static List<?> told(Page page) {
        return (List<?>) page.evaluate("window.told");
    }

    private static Locator asking(Page page) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tell me when something is new"));
    }
}
