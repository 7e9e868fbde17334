package org.safecontact.contact;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.agency.London;
import org.safecontact.journey.Browsers;
import org.safecontact.journey.Browsers.Screen;
import org.safecontact.journey.TasklistWindow;
import org.safecontact.journey.Wcag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An agreed contact on a carer's phone: what is agreed before it, a few taps after it, and where it was different a report. */
@SafeContactTest
class ContactOnAPhoneTest {

    @RegisterExtension
    static final Browsers browsers = Browsers.forThisClass();

    @LocalServerPort
    private int port;

    @Autowired
    private TestClock clock;

    /** At the hour of most contacts. Tomorrow: everything that the demonstration agreed stands by then. */
    @Test
    void aGoodContactTakesAFewTapsAndADifferentOneBecomesAReport() {
        clock.setLondon(clock.now().atZone(London.ZONE).toLocalDate().plusDays(1) + "T18:30");
        Page page = browsers.window(Screen.PHONE);
        page.context().clock().setSystemTime(clock.now().toEpochMilli());
        TasklistWindow phone = TasklistWindow.loggedIn(page, port, "carer2");
        assertThat(page.locator("a.sc-agreed-contact")).hasAttribute("href", Pattern.compile(".*/safe-contact/t"));
        begin(page);
        assertThat(page.locator(".task-card h2")).hasText("Tell of an agreed contact");
        phone.see("agreed with C3's grandmother: phone call, any day, nobody needs to be there");
        assertThat(page.locator(".task-details a[href='tel:999']").first()).isVisible();
        assertThat(page.getByText("What was different?")).isHidden();
        good(phone, "C3's grandmother: phone call, just now", "As agreed");
        Browsers.longPicture(page, "record-contact-phone");
        phone.pressSend();
        phone.see("Nobody has to do anything more");
        assertThat(page.locator(".task-card")).hasCount(0);

        begin(page);
        phone.choose("Is any of this true now?", "I'm not sure");
        assertThat(page.locator(".sc-danger")).containsText("We know, and somebody is being told now");
        good(phone, "C3's grandmother: phone call, just now (you told us of it already)", "Something was different");
        phone.choose("Is any of this true now?", "None of these");
        phone.type("What was different?", "Her brother took the phone.");
        phone.choose("What do we know about them? (if several: the most worrying)", "Known and no worries");
        phone.choose("Did any of this get out?", "None of these");
        phone.choose("Is anyone who looks after children, or anyone living in your home, part of the worry?", "No");
        Browsers.longPicture(page, "record-contact-different-phone");
        phone.pressSend();
        phone.see("Reference INC-");

        page.navigate(address("/safe-contact/t"));
        assertThat(page.locator("main")).containsText("agreed with C3's grandmother: phone call");
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing to push sideways on a phone")
                .isTrue();
        Wcag.nothingToFind(page, "agreed contact, on a phone");
        page.getByText("The last contacts").click();
        assertThat(page.locator("main")).containsText("C3's grandmother, phone call: as agreed");
        Wcag.nothingToFind(page, "the last contacts, on a phone");
        Browsers.longPicture(page, "last-contacts-phone");
    }

    private void begin(Page page) {
        page.navigate(address("/safe-contact/t"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tell of an agreed contact"))
                .click();
    }

    private static void good(TasklistWindow phone, String which, String went) {
        phone.choose("Which contact was it?", which);
        if (went.equals("As agreed")) {
            phone.choose("Is any of this true now?", "None of these");
        }
        phone.choose("How did it go?", went);
        phone.choose("Who was there?", "Nobody with them");
        phone.choose("How was the child before it?", "Their usual self");
        phone.choose("How has the child been since?", "Their usual self");
        phone.choose("Did anything about it worry you?", "No");
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
