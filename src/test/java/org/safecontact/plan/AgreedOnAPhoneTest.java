package org.safecontact.plan;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.journey.Browsers;
import org.safecontact.journey.Browsers.Screen;
import org.safecontact.journey.TasklistWindow;
import org.safecontact.journey.Wcag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is agreed on the screens of those who keep it and those who live with it: a worker at a desk, a carer on a phone. */
@SafeContactTest
class AgreedOnAPhoneTest {

    @RegisterExtension
    static final Browsers browsers = Browsers.forThisClass();

    @LocalServerPort
    private int port;

    @Autowired
    private PlanReaders readers;

    @Autowired
    private PlanRegister register;

    @Autowired
    private TestClock clock;

    /** The real day: a browser refuses days that lie on the wrong side of its own. */
    @BeforeEach
    void theClockRuns() {
        clock.reset();
    }

    @Test
    void aWorkerEntersItAndACarerReadsIt() {
        LocalDate today = clock.now().atZone(org.safecontact.agency.London.ZONE).toLocalDate();
        TasklistWindow desk = TasklistWindow.loggedIn(browsers.window(Screen.DESK), port, "ssw2");
        Page page = desk.page();
        page.navigate(address("/safe-contact/a/C3"));
        page.getByText("Enter something that is agreed").click();
        assertThat(page.locator(".task-card h2")).hasText("Enter what is agreed");
        desk.choose("What do you want to enter?", "Contact that is agreed");
        desk.choose("With whom? About whom?", "Somebody who is not on this list");
        desk.type("How does the home speak of this person?", "Auntie Jo");
        desk.choose("Who is that to the child?", "Other family");
        desk.choose("How?", "Video call");
        desk.choose("On which days?", "Sundays");
        time(desk, "From what time?", "16:00");
        time(desk, "Until what time?", "15:30");
        desk.choose("How often?", "Every week");
        desk.choose("Who is there?", "The carer stays in the room");
        desk.choose("Since when does it hold?", "It holds already");
        desk.type("By when is it looked at again?", today.plusMonths(3));
        desk.choose("Has the authority confirmed it?", "Yes");
        desk.type("Who at the authority confirmed it?", "Kit Placer, Northshire");
        desk.type("On which day?", today.minusDays(1));
        desk.choose("How was it confirmed?", "By letter");
        desk.pressSend();
        desk.see("It would end before it begins. Please look at both times.");
        Browsers.longPicture(page, "keep-plan-desk");
        time(desk, "Until what time?", "16:30");
        desk.pressSend();
        assertThat(page.locator(".task-card")).hasCount(0);

        TasklistWindow phone = TasklistWindow.loggedIn(browsers.window(Screen.PHONE), port, "carer2");
        phone.open("For later", "Read what is agreed");
        phone.see("Agreed with Auntie Jo: video call, Sundays 16:00-16:30, you stay in the room.");
        Browsers.longPicture(phone.page(), "read-plan-phone");
        phone.choose(
                "Have you read it?",
                "I have read version " + register.plan("C3").version());
        phone.pressSend();
        assertThat(phone.page().locator(".task-card")).hasCount(0);
        org.assertj.core.api.Assertions.assertThat(readers.notReadBy("C3")).isEmpty();

        Page agreed = phone.page();
        agreed.navigate(address("/safe-contact/a"));
        assertThat(agreed.locator("h1")).hasText("What is agreed for C3 (Swallow)");
        assertThat(agreed.locator("main"))
                .containsText("agreed with Auntie Jo: video call, Sundays 16:00-16:30, you stay in the room");
        assertThat(agreed.locator("main")).containsText("You have read this version.");
        assertThat(agreed.getByText("Enter something that is agreed")).hasCount(0);
        assertThat((Boolean) agreed.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing to push sideways on a phone")
                .isTrue();
        Wcag.nothingToFind(agreed, "what is agreed, on a phone");
        Browsers.longPicture(agreed, "agreed-phone");
    }

    @Test
    void whileReportingItIsOneTapAwayAndSparesTheQuestionAboutTheLaw() {
        TasklistWindow phone = TasklistWindow.loggedIn(browsers.window(Screen.PHONE), port, "carer1");
        phone.reportContact();
        Locator law = phone.page().getByText(Pattern.compile("^Has a court said no contact"));
        assertThat(law).isVisible();
        assertThat(phone.page().locator(".fjs-container a[href='/safe-contact/a']"))
                .isVisible();
        phone.choose("Which child is this about?", "C1 (Kingfisher)");
        phone.choose("Who is it with?", "C1's mother");
        Locator there = phone.page().getByText("Who was there?");
        assertThat(there).isHidden();
        phone.choose("How did it happen?", "Video call");
        assertThat(there).isVisible();
        Browsers.longPicture(phone.page(), "report-supervised-phone");
        phone.choose("Who is it with?", "C1's father");
        assertThat(there).isHidden();
        Locator unknown = phone.page().getByText("Not on our list means unknown to us");
        assertThat(unknown).isHidden();
        phone.choose("What is it?", "A request from somebody we do not know");
        assertThat(unknown).isHidden();
        phone.choose("Who is it with?", "Somebody else");
        assertThat(unknown).isVisible();
        Browsers.longPicture(phone.page(), "report-unknown-phone");
        phone.choose("Who is it with?", "C1's father");
        assertThat(law).isHidden();
        Browsers.longPicture(phone.page(), "report-person-phone");
        phone.choose("Which child is this about?", "C2 (Wren)");
        assertThat(phone.page().getByText("Who is it with?")).isHidden();
        assertThat(law).isVisible();
        phone.pressSend();
        phone.see("Thank you");
    }

    /** Types what is looked for and takes the one that is left. */
    private static void time(TasklistWindow desk, String question, String time) {
        Locator field = desk.question(question);
        field.locator("input").first().fill(time);
        field.getByText(time, new Locator.GetByTextOptions().setExact(true))
                .last()
                .click();
        assertThat(field.locator("input").first()).hasValue(time);
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
