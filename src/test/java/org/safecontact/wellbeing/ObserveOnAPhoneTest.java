package org.safecontact.wellbeing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safecontact.Jobs;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.incident.process.CaseMessages;
import org.safecontact.journey.Browsers;
import org.safecontact.journey.Browsers.Screen;
import org.safecontact.journey.TasklistWindow;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A carer looks how the child is, on the phone in the kitchen. */
@SafeContactTest
class ObserveOnAPhoneTest {

    @Autowired
    private Followed followed;

    @Autowired
    private Jobs jobs;

    @Autowired
    private TestClock clock;

    @Autowired
    private CaseMessages cases;

    @LocalServerPort
    private int port;

    @Test
    void fitsOnePhoneScreen() {
        followed.nobody();
        clock.setLondon("2026-11-24T16:10");
        String instance = followed.follow(followed.report("carer1", "C2", Map.of()));
        clock.setLondon("2026-11-24T20:00");
        jobs.runDue(instance);
        try (Browsers browsers = Browsers.open()) {
            TasklistWindow phone = TasklistWindow.loggedIn(browsers.window(Screen.PHONE), port, "carer1");
            phone.open("To do now", "How is the child?");
            Page page = phone.page();
            page.locator(".fjs-form .fjs-form-field-textfield").waitFor();
            Browsers.picture(page, "observe-wellbeing-phone");
            assertThat(page.locator(".task-card .form-actions .btn-primary").boundingBox())
                    .as("the whole of it, with Send, without scrolling")
                    .satisfies(send -> assertThat(send.y + send.height).isLessThanOrEqualTo(844));
            assertThat(page.getByText("In what?").isVisible())
                    .as("asked only when something is different")
                    .isFalse();
            assertThat(page.innerText(".task-details")).startsWith("Danger now: 999");
            phone.see("You could say:", "Better not:");
            phone.longPicture("observe-wellbeing-words-phone");
        }
    }

    @Test
    void whoSawItWorseTwiceReadsWhoTalksWithThemAndByWhen() {
        followed.nobody();
        clock.setLondon("2026-12-01T16:10");
        String reference = followed.report("carer1", "C2", Map.of("contactBarred", "yes"));
        cases.alsoAbout(reference, "carer1");
        String instance = followed.follow(reference);
        clock.setLondon("2026-12-01T20:00");
        jobs.runDue(instance);
        followed.submit(followed.task(instance, "observeWellbeing"), "carer1", Followed.worse());
        clock.setLondon("2026-12-02T20:00");
        jobs.runDue(instance);
        try (Browsers browsers = Browsers.open()) {
            TasklistWindow phone = TasklistWindow.loggedIn(browsers.window(Screen.PHONE), port, "carer1");
            phone.open("To do now", "How is the child?");
            phone.choose("Compared with how they usually are", "Worse");
            phone.choose("In what?", "Sleep");
            phone.choose("Is any of this true?", "None of these");
            phone.send();
            phone.see("Somebody talks with you");
            Browsers.picture(phone.page(), "worse-twice-phone");
        }
    }
}
