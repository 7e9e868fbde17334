package org.safecontact.packaged;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.safecontact.journey.Browsers;
import org.safecontact.journey.TasklistWindow;
import org.safecontact.journey.Visitor;

/** The machine dies the moment a report was taken, while somebody else still types; it is switched on again, once. */
class KilledIT {

    private static final String WORDS = "A cousin whom the child knows wrote hello.";
    private static final String TYPED = "The child showed me a message and I am stil";
    private static final String MORE = "l writing";
    private static final Map<String, Object> REPORT = Map.ofEntries(
            Map.entry("child", "C2"),
            Map.entry("danger", List.of("none")),
            Map.entry("contactKind", "unexpected"),
            Map.entry("channel", "text"),
            Map.entry("concerns", List.of("none")),
            Map.entry("personRisk", "safe"),
            Map.entry("contactBarred", "no"),
            Map.entry("disclosed", List.of("none")),
            Map.entry("distress", "settled"),
            Map.entry("namedPerson", "none"),
            Map.entry("whatHappened", WORDS),
            Map.entry("everything", true));

    @RegisterExtension
    static final Browsers browsers = Browsers.forThisClass();

    private final Path folder =
            Path.of("target", "test-data", UUID.randomUUID().toString()).toAbsolutePath();

    private final Page window = browsers.window(Browsers.Screen.PHONE);

    @Test
    void comesUpAtTheFirstTryAndNothingIsLostAndNothingRepeated() throws Exception {
        ProcessHandle leftRunning;
        int port;
        try (PackagedProduct first = PackagedProduct.start(folder)) {
            port = first.port();
            Visitor carer = Visitor.loggedIn(port, "carer1");
            assertThat(carer.todos()).isEmpty();
            begins(carer);
            typesOnThePhone(port);
            Visitor.Answer taken = carer.submit(carer.todo("reportContact"), REPORT);
            leftRunning = first.database();
            first.killHard();
            assertThat(taken.accepted()).as(taken.text()).isTrue();
        }
        assertThat(leftRunning.isAlive()).as("PostgreSQL outlives the product").isTrue();
        readsThatItIsNotKept();

        try (PackagedProduct second = PackagedProduct.start(folder, port)) {
            findsItAgain();
            assertEnds("the server that was left running", leftRunning);
            leftRunning = second.database();
            Visitor worker = Visitor.loggedIn(second.port(), "ssw1");
            await("somebody is told").atMost(PackagedProduct.PATIENCE).until(() -> worker.has("acknowledge"));
            await("everything that waited was done")
                    .atMost(PackagedProduct.PATIENCE)
                    .until(() -> second.count("select count(*) from act_ru_job where retries_ > 0 and (duedate_ is null"
                                    + " or duedate_ < now() at time zone 'UTC')")
                            == 0);

            assertThat(worker.todo("acknowledge")).as("one and not two").isNotNull();
            assertThat(Visitor.loggedIn(second.port(), "carer1").has("reportContact"))
                    .as("the report waits to be sent a second time")
                    .isFalse();
            Visitor typing = Visitor.loggedIn(second.port(), "carer2");
            JsonNode shown = typing.formData(typing.todo("reportContact"));
            assertThat(shown.path("whatHappened").path("value").asText())
                    .as("what was typed and not sent stands in the form again")
                    .isEqualTo(TYPED + MORE);
            assertThat(shown.path("child").path("value").asText()).isEqualTo("C3");
            assertThat(second.count(
                            "select count(*) from record_content where statements::text like '%" + TYPED + "%'"))
                    .as("what was not sent is not on record")
                    .isZero();
            assertThat(second.count(
                            "select count(*) from record_content where statements::text like '%" + WORDS + "%'"))
                    .as("what the carer wrote is on record")
                    .isEqualTo(1);
            assertThat(second.count("select count(*) from incident"))
                    .as("the report that was sent and the one that is being typed")
                    .isEqualTo(2);
            assertThat(second.count("select count(*) from outgoing_message"))
                    .as("messages")
                    .isPositive();
            assertThat(second.count("select count(*) from (select 1 from outgoing_message_event where what = 'SENT'"
                            + " group by message_id having count(*) > 1) twice"))
                    .as("messages that left twice")
                    .isZero();
            assertThat(second.count("select count(*) from act_ru_incident"))
                    .as("what could not be done")
                    .isZero();
        }
        assertEnds("the server, after a clean end,", leftRunning);
    }

    private void typesOnThePhone(int port) {
        TasklistWindow carer = TasklistWindow.loggedIn(window, port, "carer2");
        carer.reportContact();
        carer.choose("Which child is this about?", "C3 (Swallow)");
        story().fill(TYPED);
        assertThat(window.locator(".sc-kept")).containsText("Kept for you");
    }

    private void readsThatItIsNotKept() {
        story().pressSequentially(MORE);
        assertThat(window.locator(".sc-kept")).containsText("Not kept yet");
        assertThat(window.locator(".sc-kept")).containsText("999");
        window.locator(".sc-kept").scrollIntoViewIfNeeded();
        Browsers.picture(window, "not-kept-yet-phone");
    }

    /** The login ended with the machine, as the screen learns when somebody looks at it again. */
    private void findsItAgain() {
        window.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
        window.getByPlaceholder("Your login name").fill("carer2");
        window.getByPlaceholder("Your password").fill("Demo-contact-1");
        window.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in"))
                .click();
        assertThat(story()).hasValue(TYPED + MORE);
        assertThat(window.locator(".sc-kept")).containsText("Kept for you");
        Browsers.picture(window, "found-again-phone");
    }

    private Locator story() {
        return window.locator(".fjs-container textarea").first();
    }

    private static void begins(Visitor carer) {
        Visitor.Answer started = carer.post("/safe-contact/api/reports", Map.of());
        assertThat(started.accepted()).as(started.text()).isTrue();
    }

    /** A process that has ended stays visible until somebody has taken note of it. */
    private static void assertEnds(String what, ProcessHandle process) {
        await(what + " ends").atMost(PackagedProduct.PATIENCE).until(() -> !process.isAlive());
    }
}
