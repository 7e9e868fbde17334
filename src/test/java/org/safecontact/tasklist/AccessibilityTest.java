package org.safecontact.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.safecontact.SafeContactTest;
import org.safecontact.journey.Browsers;
import org.safecontact.journey.Browsers.Screen;
import org.safecontact.journey.TasklistWindow;
import org.springframework.boot.test.web.server.LocalServerPort;

/** WCAG 2.2 AA, as far as a machine can tell: nothing to find on any screen. */
@SafeContactTest
class AccessibilityTest {

    private static final List<String> WCAG_22_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static Browsers browsers;

    @LocalServerPort
    private int port;

    @BeforeAll
    static void open() {
        browsers = Browsers.open();
    }

    @AfterAll
    static void close() {
        browsers.close();
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void theLoginPage(Screen screen) {
        Page page = browsers.windowForAxe(screen);
        page.navigate("http://127.0.0.1:" + port + "/camunda/app/tasklist/default/");
        assertThat(page.locator(".form-signin .sc-help")).isVisible();
        nothingToFind(page, "login");
    }

    @ParameterizedTest
    @CsvSource({"carer1,PHONE", "carer3,DESK", "duty1,DESK", "manager1,DESK", "ssw1,PHONE"})
    void listsReportAndTheTabsBesideIt(String user, Screen screen) {
        TasklistWindow window = TasklistWindow.loggedIn(browsers.windowForAxe(screen), port, user);
        nothingToFind(window.page(), "lists");
        window.reportContact();
        nothingToFind(window.page(), "report");
        for (String tab : new String[] {"Record", "On this case", "Why"}) {
            window.tab(tab);
            nothingToFind(window.page(), tab);
        }
    }

    @Test
    void ourOwnPages() {
        TasklistWindow window = TasklistWindow.loggedIn(browsers.windowForAxe(Screen.PHONE), port, "carer2");
        window.reportContact();
        for (String address : new String[] {"cases", "what-i-wrote", "guide"}) {
            window.page().navigate("http://127.0.0.1:" + port + "/safe-contact/" + address);
            assertThat(window.page().locator("h1")).isVisible();
            nothingToFind(window.page(), address);
        }
    }

    private static void nothingToFind(Page page, String where) {
        List<Rule> found = new AxeBuilder(page).withTags(WCAG_22_AA).analyze().getViolations();
        assertThat(found)
                .as(where)
                .extracting(rule -> rule.getId() + ": " + rule.getNodes().get(0).getHtml())
                .isEmpty();
    }
}
