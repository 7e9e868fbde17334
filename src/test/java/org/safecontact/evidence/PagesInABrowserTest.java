package org.safecontact.evidence;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.safecontact.Coverage;
import org.safecontact.SafeContactTest;
import org.safecontact.evidence.file.Samples;
import org.safecontact.incident.StoredReports;
import org.safecontact.incident.level.Levels;
import org.safecontact.incident.report.Reporting;
import org.safecontact.incident.report.UnsentReports;
import org.safecontact.journey.Browsers;
import org.safecontact.journey.Browsers.Screen;
import org.safecontact.journey.TasklistWindow;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Record and evidence in a real browser: a carer on the phone, duty at the desk. */
@SafeContactTest
class PagesInABrowserTest {

    @RegisterExtension
    static final Browsers browsers = Browsers.forThisClass();

    @LocalServerPort
    private int port;

    @Autowired
    private UnsentReports unsent;

    @Autowired
    private Reporting reporting;

    @Autowired
    private Levels levels;

    @Autowired
    private EvidenceStore store;

    @BeforeAll
    static void open(@Autowired Coverage coverage) {
        coverage.begin(PagesInABrowserTest.class);
    }

    @Test
    void aCarerAddsAScreenshotOnThePhoneAndDutySavesItWithAReason() throws Exception {
        String reference = toldCase();
        List<String> complaints = new ArrayList<>();
        Page phone = loggedIn("carer1", Screen.PHONE, complaints);
        phone.navigate(address("/safe-contact/c/" + reference + "/e"));
        note(phone, "dad_22");
        assertThat(phone.locator("#item-1")).containsText("dad_22");
        assertThat(phone.locator("#item-1")).containsText("Somebody has answered, and no file is agreed.");
        store.agree(reference, Set.of(EvidenceKind.TEXT_MESSAGES), "duty1");

        phone.reload();
        Locator form = phone.locator("#item-1 form[data-send=file]");
        form.locator("input[type=file]").setInputFiles(new FilePayload("IMG.png", "image/png", Samples.png()));
        form.locator("button").click();
        assertThat(form).containsText("Please read this and tick it");
        form.locator("input[type=checkbox]").check();
        form.locator("button").click();
        assertThat(phone.locator("#file-1 .sha256")).hasText(Pattern.compile("[0-9a-f]{64}"));
        // The page has come anew: without its styles it is wider than any phone.
        phone.waitForLoadState();
        assertThat((Boolean) phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing to push sideways on a phone")
                .isTrue();
        assertThat(phone.locator(".demonstration")).isVisible();
        Browsers.picture(phone, "evidence-phone");

        Page desk = loggedIn("duty1", Screen.DESK, complaints);
        desk.navigate(address("/safe-contact/e/" + reference));
        String save = "Save a copy to look at";
        desk.getByText("Open this file").click();
        desk.evaluate("() => { Response.prototype.blob = () => Promise.reject(new TypeError('network error')); }");
        desk.getByLabel("Why do you open it?").fill("to compare the account name");
        desk.getByText(save).click();
        assertThat(desk.locator("#file-1 form[data-send=save]"))
                .containsText("That did not work, and nothing was changed.");
        assertThat(desk.getByText("network error")).hasCount(0);

        desk.reload();
        desk.getByText("Open this file").click();
        desk.getByLabel("Why do you open it?").fill("to compare the account name");
        Download saved = desk.waitForDownload(() -> desk.getByText(save).click());
        assertThat(saved.suggestedFilename()).isEqualTo(reference + "-file-1.png");
        assertThat(Files.readAllBytes(saved.path())).isEqualTo(Samples.png());
        desk.getByText("Who touched it").click();
        assertThat(desk.locator("#file-1")).containsText("to compare the account name");
        Browsers.picture(desk, "evidence-desk");
        desk.getByText("This may be nude or sexual").click();
        desk.getByLabel("Who says so?").fill("The carer");
        desk.getByText("Seal it").click();
        assertThat(desk.getByRole(AriaRole.STATUS)).containsText("Sealed.");
        assertThat(desk.locator("#item-1")).containsText("is sealed, so no other is added");
        assertThat(desk.getByText("We agreed")).hasCount(0);
        assertThat(complaints).as("what the browser complained about").isEmpty();
    }

    @Test
    void whatIsAddedToTheRecordStandsThereAndTypedWordsStayWhenRefused() {
        String reference = toldCase();
        List<String> complaints = new ArrayList<>();
        Page desk = loggedIn("duty1", Screen.DESK, complaints);
        desk.navigate(address("/safe-contact/c/" + reference + "/r"));
        desk.getByLabel("What do you want to add?").fill("The carer rang again");
        desk.locator("form button[type=submit]").click();
        Locator refused = desk.locator("legend + .refused");
        assertThat(refused).containsText("Please say what it is");
        Locator first = desk.getByLabel("What I saw, heard or did");
        assertThat(first).isFocused();
        assertThat(first).hasCSS("outline-style", "solid");
        assertThat(desk.getByLabel("What do you want to add?")).hasValue("The carer rang again");
        first.check();
        assertThat(refused).hasCount(0);
        desk.locator("form button[type=submit]").click();
        assertThat(desk.locator(".entries")).containsText("The carer rang again");
        assertThat(desk.getByRole(AriaRole.STATUS)).hasText("Added. If somebody else has this, they get a message.");
        assertThat(desk.locator(".demonstration")).isVisible();
        Browsers.picture(desk, "record-desk");

        Page other = loggedIn("carer2", Screen.PHONE, new ArrayList<>());
        other.navigate(address("/safe-contact/c/" + reference + "/r"));
        assertThat(other.locator("h1")).hasText("Not open to you");
        assertThat(other.locator(".help"))
                .containsText("say a child in foster care is in danger, your name, the address");
    }

    private static void note(Page page, String handle) {
        page.getByLabel("Messages in words").check();
        page.getByLabel("Which app, game or site?").fill("Snapchat");
        page.getByLabel("Which name or account was shown?").fill(handle);
        page.locator("#place").fill("On charge in the kitchen");
        page.locator("#holder").fill("me");
        page.locator("#holder ~ button").click();
    }

    private String toldCase() {
        String reference = unsent.start("duty1");
        reporting.report(
                reference,
                StoredReports.bareCall("C1", "duty1", "carer1", Map.of("namedPerson", "none", "concerns", List.of())));
        levels.decide(reference);
        return reference;
    }

    private Page loggedIn(String user, Screen screen, List<String> complaints) {
        Page page = browsers.window(screen);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy") && page.url().contains("/safe-contact/")) {
                complaints.add(message.text());
            }
        });
        return TasklistWindow.loggedIn(page, port, user).page();
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
