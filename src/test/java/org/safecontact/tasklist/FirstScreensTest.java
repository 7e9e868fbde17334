package org.safecontact.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safecontact.SafeContactTest;
import org.safecontact.journey.Browsers;
import org.safecontact.journey.Browsers.Screen;
import org.safecontact.journey.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people see first: where to get help, whose product this is, and nothing that they cannot use. */
@SafeContactTest
class FirstScreensTest {

    @RegisterExtension
    static final Browsers browsers = Browsers.forThisClass();

    @LocalServerPort
    private int port;

    @Test
    void strangersLearnDutysNumberAndThatItIsADemonstrationAndNothingElse() {
        JsonNode house = Visitor.stranger(port).get("/safe-contact/api/house").body();

        assertThat(house.fieldNames()).toIterable().containsExactlyInAnyOrder("demo", "dutyTelephone");
        assertThat(house.path("demo").asBoolean()).isTrue();
        assertThat(house.path("dutyTelephone").asText()).startsWith("01632");
    }

    @Test
    void aPageOpenedFromTasklistMayPrintAndIsNotSandboxedItself() throws Exception {
        HttpResponse<Void> page = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address("tasklist"))).build(),
                        HttpResponse.BodyHandlers.discarding());

        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("allow-modals", "allow-popups-to-escape-sandbox", "'nonce-", "frame-ancestors 'none'");
    }

    /** Whatever gets past the cleaning of HTML in Camunda's libraries: without the nonce of this page it does nothing. */
    @Test
    void markupThatGotIntoAPageRunsNothing() {
        Page page = browsers.window(Screen.PHONE);
        page.navigate(address("tasklist"));

        Object whatHappens = page.evaluate("""
                () => new Promise(happens => {
                  document.addEventListener('securitypolicyviolation', no => happens(no.effectiveDirective));
                  document.addEventListener('ran', () => happens('it ran'));
                  document.body.insertAdjacentHTML('beforeend',
                    '<img src="data:," onerror="document.dispatchEvent(new Event(\\'ran\\'))">');
                })""");

        assertThat(whatHappens).isEqualTo("script-src-attr");
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void theLoginPageSaysWhereToGetHelp(Screen screen) {
        Page page = browsers.window(screen);
        page.navigate(address("tasklist"));

        var help = page.locator(".form-signin .sc-help");
        assertThat(help).containsText("999, say a child in foster care is in danger, your name, the address");
        assertThat(help).containsText("ambulance, stay with them");
        assertThat(help).containsText("NHS 111, option 2");
        assertThat(help.locator("a[href='tel:999']").first()).isVisible();
        assertThat(help.locator("a[href^='tel:01632']")).isVisible();
        assertThat(page.locator(".sc-help ~ form input:visible")).hasCount(2);
        assertThat(page.getByPlaceholder("Your password")).isInViewport();
        assertThat(page.locator(".sc-leave")).isVisible();
        assertThat(page.locator(".sc-demo")).containsText("Demonstration");
        assertThat(page.getByText("Camunda 8")).not().isVisible();
        assertThat(page).hasTitle("To do");
        Browsers.picture(page, "login-" + screen.name().toLowerCase());
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void whoeverCannotLogInReadsHowThisWorks(Screen screen) {
        Page page = browsers.window(screen);
        page.navigate(address("tasklist"));
        Page guide = page.waitForPopup(
                () -> page.locator(".form-signin").getByText("How this works").click());

        assertThat(guide.locator("h1")).hasText("For carers");
        assertThat(guide.locator(".help a.duty")).isVisible();
        assertThat(guide.locator(".sc-leave")).isVisible();
        assertThat(guide.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Report contact")))
                .hasCount(0);
        Locator picture = guide.locator("main img").first();
        picture.scrollIntoViewIfNeeded();
        guide.waitForFunction("picture => picture.complete && picture.naturalWidth > 0", picture.elementHandle());
        guide.getByText("With the child").last().click();
        assertThat(guide.locator("h1")).hasText("With the child");
        Browsers.picture(guide, "guide-before-login-" + screen.name().toLowerCase());
        guide.getByText("‹ Log in").click();
        assertThat(guide.getByPlaceholder("Your login name")).isVisible();
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void aCarersListBeginsWithTheWayToHelp(Screen screen) {
        Page page = loggedIn("tasklist", "carer2", screen);
        if (screen == Screen.DESK) {
            // Then the header has two lines.
            assertThat(page.getByText("Tell me when something is new")).isVisible();
        }

        Locator help = page.locator(".sc-list-help");
        help.locator("a[href='tel:999']").click(new Locator.ClickOptions().setTrial(true));
        help.locator("a[href^='tel:01632']").click(new Locator.ClickOptions().setTrial(true));
    }

    @Test
    void theLoginKeepsTheNameAndNeverMovesFromThePasswordToIt() {
        Page page = browsers.window(Screen.DESK);
        page.navigate(address("tasklist"));
        Locator name = page.locator(".form-signin input[type=text]");
        Locator password = page.locator(".form-signin input[type=password]");
        name.fill("carer2");
        password.pressSequentially("not the password", new Locator.PressSequentiallyOptions().setDelay(40));
        assertThat(name).hasValue("carer2");
        assertThat(password).hasValue("not the password");

        password.press("Enter");
        assertThat(page.locator(".page-notifications")).containsText("do not go together");
        assertThat(name).hasValue("carer2");
        assertThat(password).isFocused();
    }

    @Test
    void theAdministratorReadsWhereThatLoginLeads() {
        Page page = browsers.window(Screen.DESK);
        page.navigate(address("tasklist"));
        page.locator(".form-signin input[type=text]").fill("admin");
        page.locator(".form-signin input[type=password]").fill("Demo-contact-1");
        page.locator(".form-signin button[type=submit]").click();

        assertThat(page.locator(".sc-not-here")).containsText("This login is for Cockpit");
        assertThat(page.getByText("do not go together")).not().isVisible();
        page.locator(".sc-not-here a").click();
        assertThat(page).hasURL(Pattern.compile(".*/camunda/app/cockpit/.*"));
    }

    @ParameterizedTest
    @CsvSource({"carer1,PHONE", "ssw1,DESK", "duty1,PHONE", "director1,DESK"})
    void whatNobodyCanUseIsNotOfferedAndReportContactIsOnePressAway(String user, Screen screen) {
        Page page = loggedIn("tasklist", user, screen);

        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Report contact")))
                .isInViewport();
        assertThat(page.locator(".sc-demo")).isVisible();
        for (String stock : new String[] {"Create task", "Keyboard Shortcuts", "Create a filter", "Add Comment"}) {
            assertThat(page.getByText(stock)).not().isVisible();
        }
        Browsers.picture(page, "list-" + user + "-" + screen.name().toLowerCase());

        page.locator(".sc-report-button").click();
        assertThat(page.locator(".task-card .fjs-container")).isVisible();
        assertThat(page.locator(".task-card .nav-tabs a"))
                .hasText(new String[] {"What to do", "Record", "On this case", "Why"});
        assertThat(page.locator("[cam-tasklist-task-meta] :is(.groups, .dates, .reset-assignee, .unclaim, .comments)")
                        .filter(new Locator.FilterOptions().setVisible(true)))
                .hasCount(0);
        assertThat(page.locator("[cam-tasklist-task-meta] .assignee [tabindex]"))
                .hasCount(0);
        theGuideIsInTheHeader(page);
    }

    /** Those who have it at a desk by day have a phone at night. */
    @ParameterizedTest
    @ValueSource(strings = {"ssw1", "teammanager1", "manager1", "director1", "childsw1"})
    void onAPhoneTooReportContactStandsThereWithoutOpeningAMenu(String user) {
        Page page = loggedIn("tasklist", user, Screen.PHONE);

        Locator report = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Report contact"));
        report.click(new Locator.ClickOptions().setTrial(true));
        assertThat(report).isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
    }

    private static void theGuideIsInTheHeader(Page page) {
        Locator guide = page.locator("[cam-widget-header]").getByText("How this works");
        if (!guide.isVisible()) {
            page.locator("[cam-widget-header] .navbar-toggle").click();
        }
        assertThat(guide).isVisible();
        assertThat(page.locator(".sc-leave")).isVisible();
    }

    @Test
    void aLostRequestIsSaidInOurWordsOnly() {
        Page page = loggedIn("tasklist", "carer3", Screen.PHONE);
        page.route(Pattern.compile(".*/form-variables.*"), Route::abort);
        page.locator(".sc-report-button").click();

        assertThat(page.locator(".page-notifications").getByText("This cannot be shown just now. Please try again."))
                .isVisible();
        assertThat(page.getByText("Request has been terminated")).not().isVisible();
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin-cockpit", "admin-admin"})
    void theAdministratorsPagesCarryTheNameAndTheDemonstrationToo(String picture) {
        Page page = loggedIn(picture.substring("admin-".length()), "admin", Screen.DESK);

        assertThat(page.locator(".navbar-brand")).containsText("Safe Contact");
        assertThat(page.locator("footer").getByText("How this works")).isVisible();
        assertThat(page.locator(".sc-demo")).isVisible();
        assertThat(page.locator(".ce-eol-banner")).not().isVisible();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(page.locator(".page-notifications .alert")).hasCount(0);
        Browsers.picture(page, picture);
    }

    @Test
    void aRegisteredManagerSeesWhoWasGivenAPassword() {
        Visitor.loggedIn(port, "admin", "admin")
                .method(
                        "PUT",
                        "/camunda/api/engine/engine/default/user/childsw2/credentials",
                        Map.of("password", "Demo-contact-1", "authenticatedUserPassword", "Demo-contact-1"));

        Page page = browsers.window(Screen.DESK);
        page.clock().install();
        page.navigate(address("tasklist"));
        assertThat(page.locator(".form-signin")).isVisible();
        page.clock().fastForward(10_000); // whoever looks for their password first sees it as soon
        login(page, "manager1");

        assertThat(page.locator(".sc-logins")).containsText("was given a new password by");
        Browsers.picture(page, "logins-changed");
    }

    @Test
    void nothingTypedCanStayInTheBrowser() {
        Page page = browsers.window(Screen.PHONE);
        page.navigate(address("tasklist"));
        assertThat(page.locator(".form-signin .sc-help")).isVisible();

        page.evaluate(
                "localStorage.setItem('camunda-form:1', 'a story'); localStorage.setItem('camForm:2', 'another')");

        assertThat(page.evaluate(
                        "Object.keys(localStorage).filter(key => key.startsWith('cam') && key !== 'camunda-web')"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .isEmpty();
    }

    private Page loggedIn(String app, String user, Screen screen) {
        Page page = browsers.window(screen);
        page.navigate(address(app));
        login(page, user);
        return page;
    }

    private static void login(Page page, String user) {
        page.locator(".form-signin input[type=text]").fill(user);
        page.locator(".form-signin input[type=password]").fill("Demo-contact-1");
        page.locator(".form-signin button[type=submit]").click();
        assertThat(page.locator("[cam-widget-header] .account")).isAttached();
        assertThat(page.getByText("One moment…").filter(new Locator.FilterOptions().setVisible(true)))
                .hasCount(0);
    }

    private String address(String app) {
        return "http://127.0.0.1:" + port + "/camunda/app/" + app + "/default/";
    }
}
