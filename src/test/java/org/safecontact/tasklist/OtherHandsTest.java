package org.safecontact.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.safecontact.Jobs;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.RiskLevel;
import org.safecontact.journey.Browsers;
import org.safecontact.journey.Browsers.Screen;
import org.safecontact.journey.TasklistWindow;
import org.safecontact.journey.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A to-do goes from hand to hand: every screen that shows it says whose it is, and nobody goes on with what is not theirs. */
@SafeContactTest
class OtherHandsTest {

    private static final String LOOK = "**/api/todos";
    private static final String DRAFT = "**/draft";

    @RegisterExtension
    static final Browsers browsers = Browsers.forThisClass();

    @LocalServerPort
    private int port;

    @Autowired
    private Jobs jobs;

    @Autowired
    private TestClock clock;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private Incidents incidents;

    private String reference;
    private String id;

    @BeforeEach
    void somethingUrgentAtNight() {
        clock.setLondon("2026-11-21T22:04");
        Visitor carer = Visitor.loggedIn(port, "carer2");
        JsonNode begun = carer.post("/safe-contact/api/reports", Map.of()).body();
        reference = begun.path("reference").asText();
        carer.complete(
                "reportContact",
                Map.of(
                        "child", "C3",
                        "danger", List.of("none"),
                        "contactKind", "unexpected",
                        "channel", "social",
                        "concerns", List.of("grooming"),
                        "personRisk", "risky",
                        "contactBarred", "no",
                        "disclosed", List.of("none"),
                        "distress", "unsettled",
                        "namedPerson", "none"));
        for (int round = 0; round < 3; round++) {
            runtime.createProcessInstanceQuery()
                    .processInstanceBusinessKey(reference)
                    .list()
                    .forEach(instance -> jobs.runDue(instance.getId()));
        }
        id = todo("acknowledge");
    }

    @Test
    void whatLeftOnesHandsLeavesTheScreenAndWhatComesIntoThemSaysWhatToKnow() {
        Page duty = opened("duty1", Screen.PHONE);
        claim(duty).click();
        assertThat(duty.locator(".task-card .disabled-form")).hasCount(0);
        onThisCase(duty, "giveBack", "On the other line.");
        assertThat(duty.locator(".sc-said")).hasText("Given back. Everybody who was asked can take it again.");
        assertThat(duty.locator(".tasks-list.column")).isVisible();
        nothingOldIsLeft(duty);
        Browsers.picture(duty, "given-back-phone");
        duty.locator(".task-filters .item:not(.active) .name a").first().click();
        assertThat(duty.locator(".sc-said")).hasCount(0);

        open(duty);
        tab(duty, "On this case");
        claim(duty).click();
        assertThat(duty.locator(".task-card .fjs-container")).containsText("On the other line.");
        assertThat(duty.locator(".task-card .disabled-form")).hasCount(0);
        Page manager = opened("manager1", Screen.DESK);
        assertThat(manager.locator(".sc-not-yours")).containsText("has this, since today at 22:04");
        onThisCase(manager, "takeOver", "She does not pick up.");
        assertThat(manager.locator(".sc-said")).hasText("It is yours now.");
        assertThat(manager.locator(".task-card .fjs-container")).isVisible();
        assertThat(manager.locator(".task-card .disabled-form")).hasCount(0);

        look(duty);
        assertThat(duty.locator(".sc-not-yours")).containsText("has this, since today at 22:04");
        tab(manager, "On this case");
        manager.locator(".sc-action-handOver summary").click();
        manager.locator(".sc-action-handOver select").selectOption("duty1");
        send(manager, "handOver", "They ring at eleven.");
        assertThat(manager.locator(".sc-said")).containsText("Handed over to ");
        nothingOldIsLeft(manager);

        look(duty);
        assertThat(duty.locator(".task-card .fjs-container")).containsText("They ring at eleven.");
        assertThat(duty.locator(".task-card .disabled-form")).hasCount(0);

        look(manager);
        assertThat(manager.locator(".sc-said")).containsText("Handed over to ");
        onThisCase(duty, "giveBack", "She rings nobody back.");
        look(manager);
        assertThat(manager.locator(".sc-said")).hasCount(0);
    }

    @Test
    void whomToRingIfAnythingChangesIsSaidOnceWithTheNumber() {
        Page duty = browsers.window(Screen.PHONE);
        TasklistWindow.loggedIn(duty, port, "duty1");
        answers(duty, "/tasks/just-sent/case", """
                {"reference": "INC-2026-000999", "report": true}""");
        answers(duty, "/thank-you/INC-2026-000999", """
                {"title": "Thank you.", "dutyFirst": false, "whom": "the team manager, Gray Teamwell", "telephone": "07700 900101",
                 "lines": ["You are on duty: what waits for you stands on your list.",
                           "If anything changes, ring the team manager, Gray Teamwell."]}""");
        duty.evaluate(
                "window.dispatchEvent(new CustomEvent('sc:sent', { detail: { taskId: 'just-sent', at: new Date() } }))");

        assertThat(duty.locator(".sc-thanks")).containsText("You are on duty: what waits for you stands on your list.");
        assertThat(duty.locator(".sc-thanks p")
                        .filter(new Locator.FilterOptions().setHasText("If anything changes, ring the team manager")))
                .hasCount(1);
        Browsers.picture(duty, "thanks-on-duty-phone");
    }

    @ParameterizedTest
    @EnumSource(
            value = Screen.class,
            names = {"PHONE", "DESK"})
    void ofTwoWhoAnswerAtOnceTheLaterReadsWhoHasItAndKeepsTheOwnText(Screen screen) {
        Page duty = opened("duty1", screen);
        Page manager = opened("manager1", Screen.DESK);
        claim(duty).click();
        assertThat(duty.locator(".task-card .disabled-form")).hasCount(0);
        Locator words = duty.locator(".task-card .fjs-container textarea").first();
        words.fill("With her aunt, quiet.");

        betweenTwoLooks(duty, () -> {
            clock.setLondon("2026-11-21T22:09");
            onThisCase(manager, "takeOver", "She does not pick up.");
            assertThat(manager.locator(".task-card .disabled-form")).hasCount(0);
            duty.locator(".task-card .form-actions .btn-primary").click();
        });

        assertThat(duty.locator(".sc-not-yours")).containsText("Harper Leadwell has this, since today at 22:09");
        assertThat(words).hasValue("With her aunt, quiet.");
        assertThat(duty.locator(".sc-thanks")).hasCount(0);
        assertThat(duty.locator("body")).not().containsText(id);
        Browsers.picture(duty, "two-at-once-" + screen.name().toLowerCase());
    }

    @ParameterizedTest
    @EnumSource(
            value = Screen.class,
            names = {"PHONE", "DESK"})
    void ofTwoWhoTakeItAtOnceTheLaterReadsWhoHasIt(Screen screen) {
        Page duty = opened("duty1", Screen.PHONE);
        Page manager = opened("manager1", screen);
        assertThat(claim(manager)).isVisible();
        betweenTwoLooks(manager, () -> {
            claim(duty).click();
            assertThat(duty.locator(".task-card .disabled-form")).hasCount(0);
            claim(manager).click();
        });
        assertThat(manager.locator(".sc-not-yours")).containsText("Frankie Nightingale has this, since today at 22:04");
    }

    @ParameterizedTest
    @EnumSource(
            value = Screen.class,
            names = {"PHONE", "DESK"})
    void whatIsGoneWhenItIsOpenedIsASentenceAndTheWayBack(Screen screen) {
        Page duty = browsers.window(screen);
        TasklistWindow.loggedIn(duty, port, "duty1");
        Locator gone = duty.locator(".sc-gone");
        assertThat(duty.locator(".tasks-list li.task").first()).isVisible();
        assertThat(gone).hasCount(0);
        duty.navigate("about:blank");
        duty.navigate("http://127.0.0.1:" + port + "/camunda/app/tasklist/default/#/?task=" + UUID.randomUUID());
        assertThat(gone).containsText("This is done already, or somebody else has it now");
        assertThat(duty.getByText("Choose something from the list")).not().isVisible();
        assertThat(duty.locator(".page-notifications .alert:visible")).hasCount(0);
        Browsers.picture(duty, "gone-" + screen.name().toLowerCase());

        gone.getByRole(AriaRole.BUTTON).click();
        assertThat(gone).hasCount(0);
        assertThat(duty.locator(".tasks-list li.task").first()).isVisible();
    }

    @Test
    void whoeverTakesItGoesOnInTheFormThatStandsThereWheneverTheScreenLooks() {
        Page duty = opened("duty1", Screen.PHONE);
        duty.locator(".task-card .fjs-container").evaluate("form => form.dataset.stood = 'since it was opened'");
        List<Route> claims = new ArrayList<>();
        duty.route("**/claim", claims::add);
        claim(duty).click();
        duty.waitForCondition(() -> !claims.isEmpty());
        APIResponse taken = claims.get(0).fetch();
        aWholeLook(duty);
        claims.get(0).fulfill(new Route.FulfillOptions().setResponse(taken));
        assertThat(duty.locator(".task-card .fjs-container[data-stood]")).isVisible();
        assertThat(duty.locator(".task-card .disabled-form")).hasCount(0);
        aWholeLook(duty);
        assertThat(duty.locator(".task-card .fjs-container[data-stood]")).isVisible();
        assertThat(duty.locator(".sc-not-yours")).hasCount(0);
    }

    @Test
    void anAnswerThatWasLongOnItsWayChangesNothingOfWhatIsKnownSince() {
        Page duty = opened("duty1", Screen.PHONE);
        claim(duty).click();
        assertThat(duty.locator(".task-card .disabled-form")).hasCount(0);
        aWholeLook(duty);
        List<Route> looks = new ArrayList<>();
        duty.route(LOOK, looks::add);
        look(duty);
        duty.waitForCondition(() -> !looks.isEmpty());
        List<APIResponse> late = looks.stream().map(Route::fetch).toList();
        onThisCase(opened("manager1", Screen.DESK), "takeOver", "She does not pick up.");
        List<Route> held = List.copyOf(looks);
        duty.unroute(LOOK);
        aWholeLook(duty);
        Locator hasIt = duty.locator(".sc-not-yours");
        assertThat(hasIt).containsText("has this, since today at 22:04");
        assertThat(duty.locator(".task-card .disabled-form")).isVisible();
        duty.locator(".task-card .fjs-container").evaluate("form => form.dataset.stood = 'since it was taken over'");
        for (int look = 0; look < late.size(); look++) {
            held.get(look).fulfill(new Route.FulfillOptions().setResponse(late.get(look)));
        }
        duty.evaluate("() => new Promise(done => requestIdleCallback(done))");
        assertThat(hasIt).containsText("has this, since today at 22:04");
        assertThat(duty.locator(".task-card .fjs-container[data-stood]")).isVisible();
    }

    @Test
    void whatBecomesKnownWhileAFormIsOpenIsSaidAboveIt() {
        Page duty = opened("duty1", Screen.DESK);
        claim(duty).click();
        assertThat(duty.locator(".task-card .disabled-form")).hasCount(0);
        duty.waitForResponse(LOOK, () -> look(duty));
        assertThat(duty.locator(".sc-news-on-record")).hasCount(0);
        Visitor.loggedIn(port, "carer2")
                .post(
                        "/safe-contact/api/cases/" + reference + "/additions",
                        Map.of("kind", "FACT", "text", "He knows the school."));
        look(duty);
        duty.locator(".sc-news-on-record").getByText("Read the record").click();
        assertThat(duty.locator(".task-card")).containsText("He knows the school.");
        assertThat(duty.locator(".sc-news-on-record")).hasCount(0);
    }

    @ParameterizedTest
    @EnumSource(
            value = Screen.class,
            names = {"PHONE", "DESK"})
    void whatGetsWorseWhileAFormIsOpenIsSaidAboveItAndOneTapShowsIt(Screen screen) {
        Page duty = opened("duty1", screen);
        claim(duty).click();
        assertThat(duty.locator(".task-card .disabled-form")).hasCount(0);
        duty.waitForResponse(LOOK, () -> look(duty));
        Locator changed = duty.locator(".sc-changed-since");
        assertThat(changed).hasCount(0);
        duty.route(DRAFT, route -> route.fulfill(new Route.FulfillOptions().setStatus(429)));
        Locator typed =
                duty.locator(".task-card .fjs-container textarea:visible").first();
        typed.fill("At home, in bed.");
        Visitor.loggedIn(port, "carer2")
                .post(
                        "/safe-contact/api/cases/" + reference + "/worried",
                        Map.of("reason", "He is at the door.", "dangerNow", true));
        look(duty);
        assertThat(changed)
                .containsText(
                        "Now Immediate, since today at 22:04: carer Charlie Brookside says that somebody is in danger now.");
        assertThat(changed).hasAttribute("role", "alert");
        assertThat(changed).isInViewport();
        assertThat(duty.locator(".sc-news-on-record")).hasCount(0);
        Browsers.picture(duty, "changed-since-" + screen.name().toLowerCase());
        changed.getByText("Show it here").click();
        assertThat(changed).containsText("what you typed here is not kept yet, and stays on this screen");
        assertThat(typed).hasValue("At home, in bed.");
        duty.unroute(DRAFT);
        assertThat(duty.locator(".sc-kept")).containsText("Kept for you");
        changed.getByText("Show it here").click();
        assertThat(duty.locator(".task-card .fjs-container")).containsText("He is at the door");
        assertThat(typed).hasValue("At home, in bed.");
        assertThat(changed).hasCount(0);
    }

    @Test
    void theMinutesUntilTheNextPeopleAreToldCountOn() {
        Page duty = browsers.window(Screen.DESK);
        duty.context().clock().setFixedTime(clock.now().toEpochMilli());
        TasklistWindow.loggedIn(duty, port, "duty1");
        open(duty);
        Locator due = duty.locator(".task-card .sc-due");
        assertThat(due).hasText("by 22:34 today, in 30 minutes");
        duty.context()
                .clock()
                .setFixedTime(clock.now().plus(Duration.ofMinutes(7)).toEpochMilli());
        duty.evaluate("dispatchEvent(new CustomEvent('sc:changed'))");
        assertThat(due).hasText("by 22:34 today, in 23 minutes");
    }

    @Test
    void whoMayNotTakeItReadsThatAndFindsNoButton() {
        String asked = "duty social worker Frankie Nightingale, registered manager Harper Leadwell";
        Page worker = opened("ssw2", Screen.DESK);
        assertThat(worker.locator(".sc-not-yours")).hasText("You can read this. It waits for " + asked + ".");
        assertThat(worker.locator(".task-card .sc-whose")).hasText("for " + asked);
        assertThat(claim(worker)).not().isVisible();
        Locator rings = worker.locator(".disabled-form .fjs-container a[href^='tel:']");
        for (Locator number : rings.all()) {
            number.click(new Locator.ClickOptions().setTrial(true));
        }
        assertThat(rings.first()).isVisible();
        assertThat(worker.locator(".disabled-form .fjs-form-field:has(textarea)")
                        .first())
                .hasCSS("pointer-events", "none");

        Page duty = opened("duty1", Screen.DESK);
        assertThat(duty.locator(".sc-not-yours")).containsText("press I've got this first");
        assertThat(claim(duty)).isVisible();
    }

    @Test
    void whatIsTypedBesideTheToDoStaysUntilItIsSent() {
        Page duty = opened("duty1", Screen.PHONE);
        tab(duty, "On this case");
        Locator worry = duty.locator(".sc-action-worried");
        worry.locator("summary").click();
        List<Route> onTheWay = new ArrayList<>();
        duty.route("**/api/drafts", onTheWay::add);
        worry.locator("textarea").fill("He stands by the heron pond.");
        duty.waitForCondition(() -> !onTheWay.isEmpty());
        tab(duty, "Record");
        tab(duty, "On this case");
        assertThat(worry.locator("textarea")).hasValue("He stands by the heron pond.");
        duty.unroute("**/api/drafts");
        onTheWay.forEach(Route::resume);
        assertThat(worry.locator(".sc-kept")).containsText("Kept for you");
        assertThat(duty.evaluate("JSON.stringify(localStorage) + JSON.stringify(sessionStorage)")
                        .toString())
                .doesNotContain("heron");

        duty.reload();
        tab(duty, "On this case");
        assertThat(worry.locator("textarea")).hasValue("He stands by the heron pond.");
        duty.navigate("http://127.0.0.1:" + port + "/safe-contact/c/" + reference);
        Locator page = duty.locator("form[action$=worried]");
        assertThat(page.locator("textarea")).hasValue("He stands by the heron pond.");
        page.getByRole(AriaRole.BUTTON).click();
        assertThat(duty.locator(".card.good").first()).containsText("Somebody is being told now");
        assertThat(duty.locator("form[action$=worried] textarea")).hasValue("");
    }

    @Test
    void moreWorriedIsOneSentenceAndOnePressAndDangerNowOneTickMore() {
        Page duty = opened("duty1", Screen.DESK);
        onThisCase(duty, "worried", "He writes again.");
        assertThat(duty.locator(".sc-action-worried")).containsText("Somebody is being told now");
        assertThat(incidents.get(reference).level()).contains(RiskLevel.HIGH);

        id = todo("preserveEvidence");
        Page carer = opened("carer2", Screen.PHONE);
        tab(carer, "On this case");
        carer.locator(".sc-action-worried summary").click();
        carer.getByLabel("Somebody is in danger now").check();
        send(carer, "worried", "He is at the door.");
        assertThat(carer.locator(".sc-action-worried")).containsText("Please ring duty now");
        assertThat(incidents.get(reference).level()).contains(RiskLevel.IMMEDIATE);
    }

    @Test
    void anotherToDoBeginsWithItsForm() {
        Page desk = opened("manager1", Screen.DESK);
        desk.getByLabel("Fold or unfold: names of the lists").click();
        desk.locator(".task-filters").getByText("Urgent").first().click();
        Locator another = desk.locator(".tasks-list li.task:not(.active) h4 a").first();
        desk.evaluate("() => { window.writtenOver = [];"
                + " const tasklist = angular.element(document.body).injector();"
                + " tasklist.get('$rootScope').$on('$locationChangeSuccess', (event, address) =>"
                + "  address !== location.href && writtenOver.push(address)); }");
        for (int round = 0; round < 2; round++) {
            tab(desk, "On this case");
            assertThat(desk.locator(".task-card .nav-tabs li.active")).hasText("On this case");
            another.click();
            assertThat(desk.locator(".task-card .nav-tabs li.active")).hasText("What to do");
            assertThat(desk.locator(".task-card .fjs-container")).isVisible();
        }
        assertThat((List<?>) desk.evaluate("writtenOver"))
                .as("addresses of Tasklist that ours came in the middle of: under load it writes them back")
                .isEmpty();
    }

    private static void answers(Page page, String path, String json) {
        page.route(
                url -> url.endsWith(path),
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(json)));
    }

    private static void nothingOldIsLeft(Page page) {
        assertThat(page.locator(".task-card")).hasCount(0);
    }

    /** The next look of the screen, without waiting for it. */
    private static void look(Page page) {
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    }

    private static void aWholeLook(Page page) {
        page.waitForResponse(LOOK, () -> look(page));
        page.evaluate("() => new Promise(done => requestIdleCallback(done))");
    }

    /**
     * The screen learns of nobody else meanwhile. It looks once before, because what this person took themself a moment ago lets it ask the engine
     * as well, and that answer must not come after what happens meanwhile.
     */
    private static void betweenTwoLooks(Page page, Runnable meanwhile) {
        aWholeLook(page);
        aWholeLook(page);
        List<Route> looks = new ArrayList<>();
        page.route(LOOK, looks::add);
        meanwhile.run();
        page.unroute(LOOK);
        looks.forEach(Route::resume);
    }

    private static void onThisCase(Page page, String action, String words) {
        tab(page, "On this case");
        page.locator(".sc-action-" + action + " summary").click();
        send(page, action, words);
    }

    private static void send(Page page, String action, String words) {
        Locator form = page.locator(".sc-action-" + action);
        form.locator("textarea").fill(words);
        form.getByRole(AriaRole.BUTTON).click();
    }

    private static void tab(Page page, String name) {
        page.locator(".task-card .nav-tabs a")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first()
                .click();
    }

    private static Locator claim(Page page) {
        return page.locator(".task-card .claim");
    }

    private String todo(String key) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(key)
                .singleResult()
                .getId();
    }

    private Page opened(String user, Screen screen) {
        Page page = TasklistWindow.loggedIn(browsers.window(screen), port, user).page();
        open(page);
        return page;
    }

    private void open(Page page) {
        page.evaluate("id => location.hash = location.hash.replace(/&task=[^&]*/, '') + '&task=' + id", id);
        assertThat(page.locator(".task-card .fjs-container")).isVisible();
    }
}
