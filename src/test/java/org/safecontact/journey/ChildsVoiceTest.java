package org.safecontact.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.incident.StoredReports;
import org.safecontact.journey.Browsers.Screen;
import org.safecontact.record.Author;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.EntryKind;
import org.safecontact.record.NewEntry;
import org.safecontact.record.Statement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A carer writes down what the child says about an entry, on the phone; its worker opens what the child may read. */
@SafeContactTest
class ChildsVoiceTest {

    @RegisterExtension
    static final Browsers browsers = Browsers.forThisClass();

    @LocalServerPort
    private int port;

    @Autowired
    private StoredReports reports;

    @Autowired
    private CaseRecord record;

    @Autowired
    private TestClock clock;

    @Test
    void theChildIsHeardAndReadsWhatWasDone() {
        clock.setLondon("2026-12-01T16:00");
        String reference =
                reports.about("C1", "carer1", Map.of("channel", "social", "contactKind", "secretAccount"), List.of());
        int number = record.append(
                        reference,
                        NewEntry.now(
                                EntryKind.FACT,
                                "What happened, in full",
                                List.of(new Statement("What happened?", "They hid the account from us.")),
                                new Author("carer1", "carer")))
                .number();
        String ofTheCase = "http://127.0.0.1:" + port + "/safe-contact/c/" + reference;

        Page phone = TasklistWindow.loggedIn(browsers.window(Screen.PHONE), port, "carer1")
                .page();
        phone.navigate(ofTheCase + "/r");
        phone.getByText("What the child says about entry " + number).click();
        Browsers.longPicture(phone, "child-says-form-phone");
        Wcag.nothingToFind(phone, "what the child says");
        phone.getByText("Write it down").click();
        assertThat(phone.locator(".refused")).hasCount(2);
        phone.getByText("The child wrote it, or said each word").click();
        phone.locator("#words").fill("I did not hide it. Nobody asked.");
        assertThat(phone.locator(".sc-kept")).containsText("Kept for you");
        phone.reload();
        assertThat(phone.locator("#words")).hasValue("I did not hide it. Nobody asked.");
        phone.getByText("Write it down").click();
        assertThat(phone.locator(".child-says")).containsText("I did not hide it. Nobody asked.");
        assertThat(phone.locator("#words")).hasValue("");
        phone.navigate(ofTheCase + "/r");
        assertThat(phone.locator("#entry-" + number + " .child-says")).containsText("Nobody asked.");
        Browsers.longPicture(phone, "child-says-record-phone");
        phone.locator(".sc-kinds select").selectOption("The child's words");
        assertThat(phone.locator("#entry-" + number)).isVisible();

        Page desk = TasklistWindow.loggedIn(browsers.window(Screen.DESK), port, "ssw1")
                .page();
        desk.navigate(ofTheCase);
        desk.getByText("For the child, to read or to print").click();
        assertThat(desk.locator("blockquote")).hasText("I did not hide it. Nobody asked.");
        Wcag.nothingToFind(desk, "for the child");
        Browsers.longPicture(desk, "for-the-child-desk");
        desk.setViewportSize(390, 844);
        Browsers.longPicture(desk, "for-the-child-phone");
        desk.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(desk.getByText("Read it first")).isHidden();
        assertThat(desk.locator(".lines")).isVisible();
        assertThat(desk.locator("main").innerText())
                .as("the paper names no case")
                .doesNotContain(reference);
        desk.navigate(ofTheCase + "/r");
        assertThat(desk.locator("#entry-" + number + " .child-says")).isVisible();
        assertThat(desk.locator("#entry-" + number + " .says")).isHidden();
    }
}
