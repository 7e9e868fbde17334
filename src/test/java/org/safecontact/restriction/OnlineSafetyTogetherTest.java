package org.safecontact.restriction;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
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

/** A worker fills in the checklist on a desk; the carer does on the phone what they took on, and reads what was agreed. */
@SafeContactTest
class OnlineSafetyTogetherTest {

    private static final String DO = "Do what you agreed about online safety";

    @RegisterExtension
    static final Browsers browsers = Browsers.forThisClass();

    @LocalServerPort
    private int port;

    @Autowired
    private Looks looks;

    @Autowired
    private TestClock clock;

    private LocalDate today;

    /** The real day: a browser refuses days that lie on the wrong side of its own. */
    @BeforeEach
    void theClockRuns() {
        clock.reset();
        today = clock.now().atZone(London.ZONE).toLocalDate();
    }

    @Test
    void itIsLookedAtOnADeskAndWhatTheCarerTookOnIsDoneOnThePhone() {
        String reference = looks.begun("C1", "carer1");
        TasklistWindow desk = TasklistWindow.loggedIn(browsers.window(Screen.DESK), port, "ssw1");
        desk.open("Waiting for somebody", "Look at online safety with carer and child");
        desk.take();
        desk.see("C1 (Kingfisher)", "please begin with the privacy settings");
        Wcag.nothingToFind(desk.page(), "online safety, on a desk");
        desk.choose("What does the child say about being online?", "They said something");
        desk.type("In their own words", "I like the game with Sam.");
        asItShouldBe(
                desk,
                "Parental controls",
                "Parental controls: what is agreed, and why is it right at this age?",
                "The app store asks first.");
        desk.choose("Privacy settings", "Not yet: something is still to do");
        desk.type("Privacy settings: what is still to do?", "Location off in every app, together.");
        desk.choose("Privacy settings: who does it?", "Alex Ashdown");
        desk.type("Privacy settings: by which day?", today.plusDays(10));
        desk.choose("Talks about being online", "We talk about it");
        desk.type("How do we keep talking?", "On Sundays, in the car.");
        desk.type("When was the last talk?", today.minusDays(2));
        desk.type("What did the child say in it, in their own words?", "Nothing new.");
        asItShouldBe(
                desk, "Being open", "Whom does the child tell, and how did we answer last time?", "Alex, at bedtime.");
        notRight(
                desk,
                "Devices in shared rooms",
                "Devices in shared rooms",
                "Not right for this child's age, because …",
                "Thirteen: in the own room until nine.");
        desk.longPicture("online-safety-desk");
        notRight(
                desk,
                "Checking what the child does online",
                "What is checked",
                "Nothing is checked: not right, or not needed, at this age, because …",
                "Nothing asks for it.");
        desk.type("How does this help the child?", "They learn to do it alone.");
        desk.send();

        TasklistWindow phone = TasklistWindow.loggedIn(browsers.window(Screen.PHONE), port, "carer1");
        Page page = phone.page();
        page.navigate("http://127.0.0.1:" + port + "/safe-contact/a/C1");
        page.getByText("All that was agreed about it").click();
        assertThat(page.locator("h1")).hasText("Online safety for C1 (Kingfisher)");
        assertThat(page.locator("main")).containsText("Still to do: Location off in every app, together.");
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing to push sideways on a phone")
                .isTrue();
        Wcag.nothingToFind(page, "online safety, on a phone");
        Browsers.longPicture(page, "online-safety-page-phone");
        phone.comeBack();
        phone.open("For later", DO);
        phone.see("Location off in every app, together.", "Nothing to hurry about.");
        phone.longPicture("online-safety-point-phone");
        phone.choose("How is it?", "It is done");
        phone.send();
        assertThat(looks.isOver(reference)).as("nothing is still to do").isTrue();
    }

    private static void asItShouldBe(TasklistWindow desk, String point, String question, String words) {
        desk.choose(point, "As it should be");
        desk.type(question, words);
    }

    private static void notRight(TasklistWindow desk, String point, String of, String answer, String why) {
        desk.choose(point, answer);
        desk.type(of + ": why is it not right, or not needed, at this age?", why);
    }
}
