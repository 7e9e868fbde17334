package org.safecontact.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.safecontact.SafeContactTest;
import org.safecontact.journey.Browsers;
import org.safecontact.journey.Browsers.Screen;
import org.safecontact.journey.TasklistWindow;
import org.safecontact.journey.Wcag;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The second way to begin a report: Tasklist's own <i>Start process</i>, under a plain name, which lists what there is to start and asks for nothing. */
@SafeContactTest
class StartProcessTest {

    @RegisterExtension
    static final Browsers browsers = Browsers.forThisClass();

    @LocalServerPort
    private int port;

    @Test
    void onAPhoneItStandsInTheMenuAndLeadsToTheOpenForm() {
        Page phone = browsers.window(Screen.PHONE);
        TasklistWindow.loggedIn(phone, port, "duty1");
        assertThat(phone.getByText("Begin something")).not().isVisible();
        menu(phone).click();
        phone.getByText("Begin something").click();

        Locator dialog = phone.locator(".modal-dialog");
        assertThat(dialog.locator(".processes li")).hasText(new String[] {"Contact that nobody planned"});
        Wcag.nothingToFind(phone, "what there is to start");
        dialog.getByText("Contact that nobody planned").click();
        asksForNothing(dialog);
        Wcag.nothingToFind(phone, "starting it");
        Browsers.picture(phone, "start-process-phone");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Start"))
                .click();
        assertThat(phone.locator(".task-card .fjs-container")).containsText("Stay calm. Nobody is in trouble.");
        assertThat(phone.locator(".modal-dialog")).hasCount(0);
    }

    /** Report contact stands beside the menu, and the way to help under it. */
    @Test
    void aCarerOnAPhoneIsNotOfferedTheSameTwice() {
        Page phone = browsers.window(Screen.PHONE);
        TasklistWindow.loggedIn(phone, port, "carer2");
        menu(phone).click();
        assertThat(phone.locator("[cam-widget-header] .account")).isVisible();
        assertThat(phone.getByText("Begin something")).not().isVisible();
        phone.locator(".sc-list-help a[href='tel:999']").click(new Locator.ClickOptions().setTrial(true));
        Browsers.picture(phone, "menu-carer-phone");
    }

    @Test
    void byKeyboardAloneAndASecondTimeItOpensTheOneThatIsOpen() {
        Page desk = browsers.window(Screen.DESK);
        TasklistWindow window = TasklistWindow.loggedIn(desk, port, "duty1");
        startByKeyboard(desk);
        assertThat(desk.locator(".task-card .fjs-container")).containsText("Stay calm. Nobody is in trouble.");
        assertThat(desk.locator(".page-notifications .alert:visible")).hasCount(0);
        Object first = desk.evaluate("location.hash.match(/task=([^&]*)/)[1]");
        Browsers.picture(desk, "start-process-desk");

        window.comeBack();
        startByKeyboard(desk);
        assertThat(desk.locator(".task-card .fjs-container")).isVisible();
        assertThat(desk.evaluate("location.hash.match(/task=([^&]*)/)[1]")).isEqualTo(first);
    }

    private static Locator menu(Page phone) {
        return phone.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Menu"));
    }

    private static void startByKeyboard(Page desk) {
        desk.getByText("Begin something").focus();
        desk.keyboard().press("Enter");
        Locator dialog = desk.locator(".modal-dialog");
        assertThat(dialog.locator(".processes a")).isFocused();
        desk.keyboard().press("Enter");
        asksForNothing(dialog);
        Locator start = dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Start"));
        for (int presses = 0;
                presses < 5 && !(Boolean) start.evaluate("it => it === document.activeElement");
                presses++) {
            desk.keyboard().press("Tab");
        }
        assertThat(start).isFocused();
        desk.keyboard().press("Enter");
    }

    /** The reference comes from the server, and answers from the form: the door takes neither here. */
    private static void asksForNothing(Locator dialog) {
        assertThat(dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Start")))
                .isEnabled();
        assertThat(dialog).containsText("Somebody is in danger: ring 999.");
        assertThat(dialog.getByText("variable").filter(new Locator.FilterOptions().setVisible(true)))
                .hasCount(0);
        assertThat(dialog.locator("input, select, textarea, .row-action a")
                        .filter(new Locator.FilterOptions().setVisible(true)))
                .hasCount(0);
    }
}
