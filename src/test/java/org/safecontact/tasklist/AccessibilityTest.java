package org.safecontact.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.safecontact.SafeContactTest;
import org.safecontact.journey.Browsers;
import org.safecontact.journey.Browsers.Screen;
import org.safecontact.journey.TasklistWindow;
import org.safecontact.journey.Wcag;
import org.springframework.boot.test.web.server.LocalServerPort;

/** WCAG 2.2 AA, as far as a machine can tell: nothing to find on any screen. */
@SafeContactTest
class AccessibilityTest {

    /** What has the focus bears its mark and is hidden by nothing. */
    static final String SEEN = "at => { const box = at.getBoundingClientRect();"
            + " const over = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 20));"
            + " return at.matches(':focus-visible') && over !== null"
            + " && (at.contains(over) || over.contains(at) || (at.labels?.[0]?.contains(over) ?? false)"
            + " || (at.closest('.fjs-input-group')?.contains(over) ?? false)); }";

    /** What moves for whoever does not want it. */
    static final String MOVES = "() => [...document.querySelectorAll('*')].filter(each => {"
            + " const style = getComputedStyle(each);"
            + " return style.transitionDuration !== '0s' || style.animationName !== 'none'; })"
            + ".map(each => each.outerHTML.slice(0, 200))";

    @RegisterExtension
    static final Browsers browsers = Browsers.forThisClass();

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @EnumSource(Screen.class)
    void theLoginPage(Screen screen) {
        Page page = browsers.window(screen);
        page.navigate("http://127.0.0.1:" + port + "/camunda/app/tasklist/default/");
        assertThat(page.locator(".form-signin .sc-help")).isVisible();
        Wcag.nothingToFind(page, "login");
    }

    @ParameterizedTest
    @CsvSource({"carer1,PHONE", "carer3,DESK", "duty1,DESK", "manager1,DESK", "ssw1,PHONE", "ssw2,TABLET"})
    void listsReportAndTheTabsBesideIt(String user, Screen screen) {
        TasklistWindow window = TasklistWindow.loggedIn(browsers.window(screen), port, user);
        Wcag.nothingToFind(window.page(), "lists");
        window.reportContact();
        Wcag.nothingToFind(window.page(), "report");
        for (String tab : new String[] {"Record", "On this case", "Why"}) {
            window.tab(tab);
            Wcag.nothingToFind(window.page(), tab);
        }
    }

    @Test
    void ourOwnPages() {
        TasklistWindow window = TasklistWindow.loggedIn(browsers.window(Screen.PHONE), port, "carer2");
        window.reportContact();
        for (String address : new String[] {"c", "w", "guide"}) {
            window.page().navigate("http://127.0.0.1:" + port + "/safe-contact/" + address);
            assertThat(window.page().locator("h1")).isVisible();
            Wcag.nothingToFind(window.page(), address);
        }
    }

    @ParameterizedTest
    @CsvSource({"carer1,PHONE", "duty1,DESK"})
    void onADarkScreen(String user, Screen screen) {
        Page page = browsers.window(screen);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.navigate("http://127.0.0.1:" + port + "/camunda/app/tasklist/default/");
        assertThat(page.locator(".form-signin .sc-help")).isVisible();
        Wcag.nothingToFind(page, "login");
        TasklistWindow window = TasklistWindow.loggedIn(page, port, user);
        Wcag.nothingToFind(page, "lists");
        window.reportContact();
        assertThat(page.locator(".task-details")).hasCSS("background-color", "rgb(28, 38, 40)");
        Wcag.nothingToFind(page, "report");
        window.tab("On this case");
        Wcag.nothingToFind(page, "On this case");
        Browsers.picture(page, "dark-" + screen.name().toLowerCase());
    }

    /** 1280 x 800 at 200 %, and as narrow as 400 % leaves it (WCAG 1.4.10). */
    @ParameterizedTest
    @CsvSource({"640,400", "320,640"})
    void twiceTheSizeAndMoreOnlyMakesThePageLonger(int width, int height) {
        Page page = browsers.window(Screen.DESK);
        page.setViewportSize(width, height);
        page.navigate("http://127.0.0.1:" + port + "/camunda/app/tasklist/default/");
        assertThat(page.locator(".form-signin .sc-help")).isVisible();
        nothingIsCutOff(page);
        TasklistWindow window = TasklistWindow.loggedIn(page, port, "carer1");
        nothingIsCutOff(page);
        window.reportContact();
        nothingIsCutOff(page);
        page.locator(".task-card .form-actions .btn-primary").click(new Locator.ClickOptions().setTrial(true));
        Browsers.picture(page, "report-" + width);
    }

    private static void nothingIsCutOff(Page page) {
        assertThat(page.evaluate("() => [...document.querySelectorAll('body *')].filter(each => each.offsetParent"
                        + " && each.children.length === 0 && each.textContent.trim() && !each.closest('.sc-voice')"
                        + " && each.getBoundingClientRect().right > innerWidth).map(each => each.outerHTML)"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .isEmpty();
    }

    @Test
    void nothingMovesForWhoDoesNotWantIt() {
        Page page = browsers.window(Screen.PHONE);
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        TasklistWindow.loggedIn(page, port, "carer1").reportContact();
        assertThat((List<?>) page.evaluate(MOVES)).isEmpty();
    }

    /** A screen reader reads a page in the order in which it is written: on the report, the order in which one sees it. */
    @ParameterizedTest
    @EnumSource(Screen.class)
    void theReportIsReadInTheOrderInWhichItStands(Screen screen) {
        TasklistWindow window = TasklistWindow.loggedIn(browsers.window(screen), port, "carer1");
        window.reportContact();
        assertThat(window.page()
                        .evaluate("() => { const parts = [...document.querySelectorAll("
                                + "'.task-card .nav-tabs a, .fjs-form-field:not(.fjs-powered-by), .form-actions button')].filter(each => each.offsetParent);"
                                + " const tops = parts.map(each => each.getBoundingClientRect().top);"
                                + " return parts.filter((each, at) => at > 0 && tops[at] < tops[at - 1] - 1)"
                                + ".map(each => each.textContent); }"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .isEmpty();
        assertThat(window.page().getByRole(AriaRole.ALERT)).hasCount(0);
        assertThat(window.page().locator("[tabindex]:not([tabindex='0'], [tabindex='-1'])"))
                .hasCount(0);
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void onAPhoneTheWayToHelpStandsFirstOnEveryTab(ColorScheme scheme) {
        Page page = browsers.window(Screen.PHONE);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        TasklistWindow window = TasklistWindow.loggedIn(page, port, "carer1");
        window.reportContact();
        for (String tab : List.of("What to do", "Record", "On this case")) {
            window.tab(tab);
            assertThat(page.getByText("Danger now").filter(new Locator.FilterOptions().setVisible(true)))
                    .hasCount(1);
            assertThat(
                            page.evaluate(
                                    "() => [...document.querySelectorAll('.task-details :is(a, button)')].filter(each => each.checkVisibility())"
                                            + ".sort((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)[0].href"))
                    .as(tab)
                    .isEqualTo("tel:999");
            Browsers.picture(
                    page,
                    "help-first-" + tab.replace(" ", "-").toLowerCase() + "-"
                            + scheme.name().toLowerCase());
        }
        Wcag.nothingToFind(page, "help first");
    }

    @ParameterizedTest
    @EnumSource(
            value = Screen.class,
            names = {"PHONE", "DESK"})
    void aReportIsSentByKeyboardAlone(Screen screen) {
        Page page = browsers.window(screen);
        TasklistWindow.loggedIn(page, port, "carer2");
        tabTo(page, "Report contact");
        page.keyboard().press("Enter");
        assertThat(page.locator(".task-card .fjs-container")).isVisible();
        tabTo(page, "C3 (Swallow)");
        page.keyboard().press("Space");
        tabTo(page, "None of these");
        page.keyboard().press("Space");
        // Folded for whoever taps, and whole for who comes by keyboard: the arrows need every answer.
        tabTo(page, "An unexpected message or call");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        assertThat(page.getByLabel("An app we did not know about")).isChecked();
        page.keyboard().press("ArrowUp");
        assertThat(page.getByLabel("An account we did not know about")).isChecked();
        tabTo(page, "What happened? What did you see or hear?");
        page.keyboard().type("A new account that we did not know wrote hello.");
        AtomicReference<Route> whoHasIt = new AtomicReference<>();
        page.route("**/thank-you/**", whoHasIt::set);
        tabTo(page, "Send");
        assertThat(page.evaluate("document.scrollingElement.scrollTop"))
                .as("only the form moves, and not the way to help above it")
                .isEqualTo(0);
        page.keyboard().press("Enter");
        assertThat(page.locator(".sc-thanks")).containsText("It is on record.");
        assertThat(page.locator(".sc-thanks")).isFocused();
        page.waitForCondition(() -> whoHasIt.get() != null);
        whoHasIt.get().resume();
        assertThat(page.locator(".sc-thanks")).not().containsText("It is on record.");
        assertThat(page.locator(".sc-thanks")).isFocused();
    }

    /** Presses Tab until what bears these words has the focus; each stop is seen, with a mark, and hidden by nothing. */
    private static void tabTo(Page page, String words) {
        for (int presses = 0; presses < 100; presses++) {
            page.keyboard().press("Tab");
            Object seen = page.evaluate("() => { const at = document.activeElement;"
                    + " const name = (at.labels?.[0]?.textContent ?? at.textContent).replace(/\\*$/, '').trim();"
                    + " return { name, seen: (" + SEEN + ")(at) }; }");
            Map<?, ?> stop = (Map<?, ?>) seen;
            if (stop.get("name").equals(words)) {
                assertThat(stop.get("seen")).as(words).isEqualTo(true);
                return;
            }
        }
        throw new AssertionError("No Tab leads to " + words);
    }
}
