package org.safecontact.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.safecontact.Jobs;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.journey.Browsers;
import org.safecontact.journey.Browsers.Screen;
import org.safecontact.journey.TasklistWindow;
import org.safecontact.journey.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Screens that would go dead under the finger: a list after a lost network, a drop-down list after a choice, a button at work. */
@SafeContactTest
class NothingStandsStillTest {

    private static final int A_LOOK = 20_000;

    @RegisterExtension
    static final Browsers browsers = Browsers.forThisClass();

    @LocalServerPort
    private int port;

    @Autowired
    private Jobs jobs;

    @Autowired
    private TestClock clock;

    @Test
    void anOpenListStandsThroughALostNetworkAndGoesOnAfterIt() {
        clock.setLondon("2026-11-21T22:04");
        somebodyIsInDanger("carer2", "C3");
        Page phone = browsers.window(Screen.PHONE);
        phone.clock().install();
        TasklistWindow duty = TasklistWindow.loggedIn(phone, port, "duty1");
        duty.list("Urgent");
        Locator answer = duty.todo("Answer: who does what now");
        assertThat(answer.locator(".sc-level")).hasCount(1);

        List<String> lost = new ArrayList<>();
        phone.onRequestFailed(request -> {
            if (request.url().contains("/list?")) {
                lost.add(request.url());
            }
        });
        phone.context().setOffline(true);
        phone.clock().fastForward(A_LOOK);
        phone.waitForCondition(() -> !lost.isEmpty());
        assertThat(answer.locator(".sc-level")).hasCount(1);
        somebodyIsInDanger("carer1", "C1");
        phone.context().setOffline(false);
        phone.clock().fastForward(A_LOOK);
        assertThat(answer.locator(".sc-level")).hasCount(2);

        whatOthersHaveInHandIsQuieter(duty);
        whatAWorkerShouldHaveDoneSaysHowLateItIs(duty);
    }

    private static void whatOthersHaveInHandIsQuieter(TasklistWindow duty) {
        assertThat(duty.todo("Ring the police").first().locator(".sc-held")).hasCount(1);
        assertThat(duty.todo("Answer: who does what now").locator(".sc-held")).hasCount(0);
        Browsers.picture(duty.page(), "urgent-held-phone");
    }

    private void whatAWorkerShouldHaveDoneSaysHowLateItIs(TasklistWindow duty) {
        clock.setLondon("2026-11-21T23:34");
        duty.comeBack();
        duty.list("Urgent");
        assertThat(duty.todo("Answer: who does what now").first().locator(".sc-due"))
                .hasText(Pattern.compile("by \\d\\d:\\d\\d today, (\\d+ minutes|1 hour) late"));
        assertThat(duty.todo("Ring the police").first().locator(".sc-due"))
                .hasText(Pattern.compile("by \\d\\d:\\d\\d today"));
    }

    @Test
    void aDropDownListOpensAgainAndSendSaysWhatItDoes() {
        Page phone = browsers.window(Screen.PHONE);
        TasklistWindow carer = TasklistWindow.loggedIn(phone, port, "carer2");
        carer.reportContact();
        carer.choose("Which child is this about?", "C3 (Swallow)");
        Locator question = carer.question("Who is it with?");
        Locator offered = question.locator(".fjs-dropdownlist-item");
        for (int choice = 0; choice < 2; choice++) {
            question.locator(".fjs-select-display").click();
            offered.nth(choice).click();
            assertThat(offered).hasCount(0);
        }
        carer.choose("Is any of this true now?", "None of these");
        sendSaysThatItIsAtWorkAndTheThanksAreCalmAtOnce(carer);
    }

    private static void sendSaysThatItIsAtWorkAndTheThanksAreCalmAtOnce(TasklistWindow carer) {
        Page phone = carer.page();
        List<Route> held = new ArrayList<>();
        phone.route("**/submit-form", held::add);
        phone.route("**/api/thank-you/*", Route::abort);
        carer.pressSend();
        assertThat(phone.locator(".task-card .form-actions .btn-primary")).hasText("Sending…");
        phone.waitForCondition(() -> !held.isEmpty());
        held.get(0).resume();
        Locator thanks = phone.locator(".sc-thanks");
        assertThat(thanks).containsText("Nobody is in trouble.");
        assertThat(thanks.locator("a[href^='tel:01632']")).isVisible();
    }

    private void somebodyIsInDanger(String carer, String child) {
        Visitor visitor = Visitor.loggedIn(port, carer);
        visitor.beginsReport();
        visitor.complete(
                "reportContact", Map.of("child", child, "danger", List.of("immediateDanger"), "namedPerson", "none"));
        for (int round = 0; round < 3; round++) {
            jobs.runDue();
        }
    }
}
