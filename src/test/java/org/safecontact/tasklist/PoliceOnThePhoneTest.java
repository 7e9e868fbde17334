package org.safecontact.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.safecontact.Jobs;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.incident.Incidents;
import org.safecontact.journey.Browsers;
import org.safecontact.journey.Browsers.Screen;
import org.safecontact.journey.TasklistWindow;
import org.safecontact.journey.Visitor;
import org.safecontact.journey.Wcag;
import org.safecontact.record.CaseRecord;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody in danger, a carer with the phone in the hand: one tap says that 999 was rung, and a reference may follow. */
@SafeContactTest
class PoliceOnThePhoneTest {

    @RegisterExtension
    static final Browsers browsers = Browsers.forThisClass();

    @LocalServerPort
    private int port;

    @Autowired
    private Jobs jobs;

    @Autowired
    private TestClock clock;

    @Autowired
    private Incidents incidents;

    @Autowired
    private CaseRecord record;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    private String reference;

    @BeforeEach
    void somebodyIsInDanger() {
        clock.setLondon("2026-11-21T22:04");
        Visitor carer = Visitor.loggedIn(port, "carer2");
        reference = carer.beginsReport();
        carer.complete(
                "reportContact", Map.of("child", "C3", "danger", List.of("immediateDanger"), "namedPerson", "none"));
        for (int round = 0; round < 3; round++) {
            runtime.createProcessInstanceQuery()
                    .processInstanceBusinessKey(reference)
                    .list()
                    .forEach(instance -> jobs.runDue(instance.getId()));
        }
    }

    @Test
    void oneTapConfirmsAndTheReferenceFollowsOnTheThanks() {
        Page phone = opened(browsers.window(Screen.PHONE), "carer2");
        assertThat(tap(phone, "I rang 999")).isInViewport();
        assertThat(phone.locator(".task-card .form-actions .btn-primary")).isHidden();
        Wcag.nothingToFind(phone, "ring the police");
        Browsers.picture(phone, "police-one-tap-phone");

        tap(phone, "I rang 999").click();
        Locator thanks = phone.locator(".sc-thanks");
        assertThat(thanks).containsText("Thank you");
        assertThat(incidents.noted(reference, "police")).contains("rang999");
        assertThat(said()).containsExactly("What was done? I rang 999");

        Locator follows = thanks.getByLabel("The police reference, if they gave you one");
        follows.fill("LOG 4711");
        Wcag.nothingToFind(phone, "thanks");
        Browsers.picture(phone, "police-reference-phone");
        thanks.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add"))
                .click();
        assertThat(thanks).containsText("Added to the record.");
        assertThat(said()).containsExactly("What was done? I rang 999", "Police reference LOG 4711");
    }

    @Test
    void whereNobodyCanSayWhichCaseItWasTheThanksStandWithoutIt() {
        Page phone = browsers.window(Screen.PHONE);
        List<String> failed = new ArrayList<>();
        phone.onPageError(failed::add);
        phone.route("**/safe-contact/api/tasks/*/case", Route::abort);
        opened(phone, "carer2");
        tap(phone, "I rang 999").click();
        assertThat(phone.locator(".sc-thanks")).containsText("Thank you");
        assertThat(phone.getByLabel("The police reference, if they gave you one"))
                .hasCount(0);
        assertThat(failed).isEmpty();
    }

    @Test
    void theReferenceMayFollowLaterOnTheCase() {
        Page phone = opened(browsers.window(Screen.PHONE), "carer2");
        String page = "http://127.0.0.1:" + port + "/safe-contact/c/" + reference;
        tap(phone, "I rang 999").click();
        assertThat(phone.locator(".sc-thanks")).containsText("Thank you");

        phone.navigate(page);
        phone.getByText("Add the police reference").click();
        phone.getByLabel("The police reference, if they gave you one").fill("LOG 4712");
        phone.locator("form[action$=police-reference] button").click();
        assertThat(phone.locator(".card.good").first()).containsText("Added to the record.");
        assertThat(said()).contains("Police reference LOG 4712");
    }

    @Test
    void nothingIsSaidToBeSentThatWasNotAndTheNextTapSendsIt() {
        Page phone = browsers.window(Screen.PHONE);
        phone.clock().install();
        opened(phone, "carer2");
        phone.context().setOffline(true);
        tap(phone, "I rang 999").click();
        assertThat(phone.locator(".sc-form-refused")).containsText("Not sent yet");
        assertThat(incidents.noted(reference, "police")).isEmpty();

        whileItDoesNotTryAgainByItself(phone, () -> {
            phone.context().setOffline(false);
            tap(phone, "I rang 999").click();
        });
        assertThat(phone.locator(".sc-thanks")).containsText("Thank you");
        assertThat(incidents.noted(reference, "police")).contains("rang999");
    }

    @Test
    void aReferenceBeforeAnybodyRangIsNotTaken() {
        Visitor carer = Visitor.loggedIn(port, "carer2");
        String address = "/safe-contact/api/cases/" + reference + "/police-reference";
        assertThat(carer.get("/safe-contact/c/" + reference).text()).doesNotContain("Add the police reference");
        assertThat(carer.post(address, Map.of("policeReference", "LOG 1")).status())
                .isEqualTo(409);
        Visitor.Todo police = carer.todos().stream()
                .filter(todo -> todo.id().equals(police()))
                .findFirst()
                .orElseThrow();
        assertThat(carer.submit(police, Map.of("police", "rang999")).accepted()).isTrue();
        for (String noReference : new String[] {"", " ", "x".repeat(61)}) {
            assertThat(carer.post(address, Map.of("policeReference", noReference))
                            .body()
                            .path("fields")
                            .has("policeReference"))
                    .as(noReference)
                    .isTrue();
        }
        assertThat(Visitor.loggedIn(port, "carer1")
                        .post(address, Map.of("policeReference", "LOG 1"))
                        .accepted())
                .isFalse();
        assertThat(said()).containsExactly("What was done? I rang 999");
    }

    @Test
    void whoMayNotConfirmItReadsWhatThereIsAndHasNothingToTap() {
        Page manager = opened(browsers.window(Screen.PHONE), "manager1");
        assertThat(manager.locator(".sc-not-yours")).isVisible();
        assertThat(manager.locator(".sc-taps")).isHidden();
        assertThat(manager.locator(".fjs-container label").getByText("I rang 999"))
                .isVisible();
    }

    @Test
    void onceSomebodyRangNobodyIsAskedToRingAgain() {
        Page manager = opened(browsers.window(Screen.DESK), "manager1");
        Locator ring = manager.getByText("and stay on the line");
        assertThat(ring).isVisible();
        Visitor.Todo ringing = new Visitor.Todo(police(), "callPolice", "", Optional.of("carer2"), Optional.empty());
        assertThat(Visitor.loggedIn(port, "carer2")
                        .submit(ringing, Map.of("police", "rang999"))
                        .accepted())
                .isTrue();
        manager.evaluate("document.dispatchEvent(new Event('visibilitychange'))");

        assertThat(manager.locator(".task-removed-alert")).containsText("Who did it, and when, stands under Record");
        assertThat(ring).isHidden();
        assertThat(manager.locator(".fjs-container a[href='tel:999']:visible").first())
                .isVisible();
        Browsers.picture(manager, "police-done-desk");
    }

    private static void whileItDoesNotTryAgainByItself(Page page, Runnable hands) {
        Browsers.stopTheClock(page);
        // Stopping jumps ahead: once this has failed, so has what the jump set off, and nothing arrives without a tap.
        page.evaluate("() => fetch('/safe-contact/c').then(() => true, () => false)");
        hands.run();
        page.clock().resume();
    }

    private Page opened(Page page, String user) {
        TasklistWindow.loggedIn(page, port, user);
        page.evaluate("id => location.hash = location.hash.replace(/&task=[^&]*/, '') + '&task=' + id", police());
        assertThat(page.locator(".task-card .fjs-container")).isVisible();
        return page;
    }

    private String police() {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey("callPolice")
                .singleResult()
                .getId();
    }

    private static Locator tap(Page page, String answer) {
        return page.locator(".fjs-container")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(answer));
    }

    /** What the record says about the police, question and answer. */
    private List<String> said() {
        return record.entries(reference).stream()
                .filter(entry -> entry.title().equals("The police"))
                .flatMap(entry -> entry.statements().stream())
                .map(said -> said.question() + " " + said.answer())
                .toList();
    }
}
