package org.safecontact.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.safecontact.Jobs;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.journey.Browsers;
import org.safecontact.journey.Browsers.Screen;
import org.safecontact.journey.TasklistWindow;
import org.safecontact.journey.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Where a worker begins, and how a worker comes to a case that somebody names on the telephone: from the lists, by its reference. */
@SafeContactTest
class FindACaseTest {

    private static final String LISTS =
            "/camunda/api/engine/engine/default/filter?firstResult=0&maxResults=100&itemCount=false&resourceType=Task";

    @RegisterExtension
    static final Browsers browsers = Browsers.forThisClass();

    @LocalServerPort
    private int port;

    @Autowired
    private TestClock clock;

    @Autowired
    private Jobs jobs;

    @ParameterizedTest
    @EnumSource(
            value = Screen.class,
            names = {"PHONE", "DESK"})
    void aWorkerFindsACaseByItsReference(Screen screen) {
        clock.setLondon("2026-11-24T10:00");
        String reference = reported("none");
        Page cases = cases("ssw2", screen);
        find(cases, "Swallow");
        assertThat(found(cases).getByRole(AriaRole.LINK, named(reference))).isVisible();
        assertThat(cases).hasURL(Pattern.compile(".*/safe-contact/c"));
        find(cases, reference);
        found(cases).getByRole(AriaRole.LINK, named(reference)).click();
        assertThat(cases.locator("h1")).containsText("C3 (Swallow)");
        assertThat(cases.locator("h1")).containsText(reference);
        Browsers.picture(cases, "found-by-reference-" + screen.name().toLowerCase());
        cases.getByText("The record, in order").click();
        assertThat(cases.locator("ol.entries")).containsText("A cousin sent a message.");
        reportContactLeadsToTheOneThatWasBegun(cases);

        Page other = cases("ssw1", screen);
        find(other, reference);
        assertThat(found(other).getByRole(AriaRole.LINK, named(reference))).hasCount(0);
        assertThat(found(other)).containsText("Nothing found");
    }

    @Test
    void aWorkerBeginsWithWhatIsUrgentWhileItWaitsForSomebodyAndElseWithTheOwn() {
        clock.setLondon("2026-11-24T10:00");
        assertThat(landed("ssw2")).hasURL(on("Mine"));

        reported("selfHarm");
        Page desk = landed("ssw2");
        assertThat(desk).hasURL(on("Urgent"));
        assertThat(desk.locator(".tasks-list li.task h4").first()).isVisible();
        desk.locator(".task-filters").getByText("Mine").first().click();
        assertThat(desk).hasURL(on("Mine"));

        Visitor worker = Visitor.loggedIn(port, "ssw2");
        worker.todosOn("Urgent").stream()
                .filter(todo -> todo.assignee().isEmpty())
                .forEach(worker::claim);
        assertThat(worker.todosOn("Urgent"))
                .isNotEmpty()
                .allMatch(todo -> todo.assignee().isPresent());
        assertThat(landed("ssw2")).hasURL(on("Mine"));
    }

    private static void reportContactLeadsToTheOneThatWasBegun(Page ours) {
        String page = ours.url();
        Locator report = ours.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Report contact"));
        assertThat(report).isInViewport();
        report.click();
        Locator begun = ours.locator(".task-card .sc-card");
        assertThat(ours.locator(".task-card .fjs-container")).isVisible();
        assertThat(begun).containsText("INC-");
        String reference = begun.innerText();
        ours.navigate(page);
        report.click();
        assertThat(begun).hasText(reference);
    }

    private String reported(String concern) {
        Visitor carer = Visitor.loggedIn(port, "carer2");
        String reference = carer.beginsReport();
        carer.complete(
                "reportContact",
                Map.ofEntries(
                        Map.entry("child", "C3"),
                        Map.entry("danger", List.of("none")),
                        Map.entry("contactKind", "unexpected"),
                        Map.entry("channel", "text"),
                        Map.entry("concerns", List.of(concern)),
                        Map.entry("personRisk", "safe"),
                        Map.entry("contactBarred", "no"),
                        Map.entry("disclosed", List.of("none")),
                        Map.entry("distress", "settled"),
                        Map.entry("namedPerson", "none"),
                        Map.entry("whatHappened", "A cousin sent a message.")));
        jobs.runDue();
        return reference;
    }

    private Page landed(String user) {
        return TasklistWindow.loggedIn(browsers.window(Screen.DESK), port, user).page();
    }

    /** The address of a page that shows this list. */
    private Pattern on(String list) {
        for (JsonNode filter : Visitor.loggedIn(port, "ssw2").get(LISTS).body()) {
            if (filter.path("name").asText().equals(list)) {
                return Pattern.compile(".*[?&]filter=" + filter.path("id").asText() + "(&.*)?");
            }
        }
        throw new AssertionError("No list " + list);
    }

    private Page cases(String user, Screen screen) {
        Page lists =
                TasklistWindow.loggedIn(browsers.window(screen), port, user).page();
        Locator all = lists.getByText("My reports and open cases");
        assertThat(all)
                .containsText(
                        user.equals("ssw2") ? Pattern.compile(": [1-9]\\d* open now$") : Pattern.compile("cases"));
        return lists.waitForPopup(all::click);
    }

    private static Locator found(Page cases) {
        return cases.locator("section[aria-live]");
    }

    private static void find(Page cases, String reference) {
        cases.getByLabel("Find a case").fill(reference);
        cases.keyboard().press("Enter");
        assertThat(cases.getByLabel("Find a case")).hasValue(reference);
    }

    private static Locator.GetByRoleOptions named(String reference) {
        return new Locator.GetByRoleOptions().setName(Pattern.compile(reference));
    }
}
