package org.safecontact.plan;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
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

/** A carer asks for contact on a phone, the child's social worker decides at a desk, and the carer reads it. */
@SafeContactTest
class AskOnAPhoneTest {

    @RegisterExtension
    static final Browsers browsers = Browsers.forThisClass();

    @LocalServerPort
    private int port;

    @Autowired
    private TestClock clock;

    @Test
    void aCarerAsksTheAuthorityDecidesAndTheCarerReads() {
        LocalDate today = clock.now().atZone(London.ZONE).toLocalDate().plusDays(1);
        clock.setLondon(today + "T18:30");
        TasklistWindow phone = loggedIn(browsers.window(Screen.PHONE), "carer2");
        Page page = phone.page();
        page.navigate(address("/safe-contact/a/C3"));
        page.getByText("Ask for new or extra contact").click();
        assertThat(page.locator(".task-card h2")).hasText("Ask for contact");
        phone.see("Please do not arrange anything with the family");
        phone.choose("Whose wish is it?", "The child asks for it");
        phone.choose("With whom?", "Somebody who is not on this list");
        phone.type("How does the home speak of this person?", "Auntie Kay");
        phone.choose("Who is that to the child?", "Other family");
        phone.choose("How?", "Video call");
        phone.choose("Once, or again and again?", "Once");
        phone.pressSend();
        phone.see("Please answer this.");
        phone.type("On which day?", today.plusDays(9));
        phone.type("What does the child want, in the child's own words?", "Can I show her my drawing?");
        phone.type("Why would it be good for the child?", "They drew together in the summer.");
        Wcag.nothingToFind(page, "asking for contact, on a phone");
        Browsers.longPicture(page, "ask-for-contact-phone");
        phone.pressSend();
        phone.see("Thank you", "Kit Placer, the child's social worker, is asked to decide by", "To say to the child:");
        phone.picture("asked-thanks-phone");
        page.navigate(address("/safe-contact/a/C3"));
        assertThat(page.locator("main")).containsText("video call with Auntie Kay, once, on");
        assertThat(page.locator("main")).containsText("Waits for an answer. Until there is one, it is not agreed.");
        Browsers.longPicture(page, "asked-for-phone");

        TasklistWindow desk = loggedIn(browsers.window(Screen.DESK), "childsw1");
        desk.open("For later", "Decide about contact");
        desk.take();
        desk.see("This is yours to decide.");
        desk.choose("What was decided?", "Agreed as it was asked for");
        desk.choose(
                "Has a court said no contact with this person, or does the plan say in words that it is refused?",
                "No");
        desk.choose("Who is there?", "The carer stays in the room");
        desk.choose("Are there conditions?", "No, none");
        desk.type("What does the child wish and feel, and who asked?", "Wants to show the drawing; told the carer.");
        desk.type("Why was it decided so?", "She is safe and was close to C3.");
        desk.type("For the home: what is decided, why, and what the child is told", "Please set up the tablet.");
        desk.type("How does this help the child?", "C3 keeps somebody who is safe.");
        Browsers.longPicture(desk.page(), "decide-contact-desk");
        desk.pressSend();
        desk.see("Thank you");

        page.navigate(address("/camunda/app/tasklist/default/"));
        phone.open("For later", "Read what was decided about contact");
        phone.see("Please set up the tablet.");
        Wcag.nothingToFind(page, "reading what was decided, on a phone");
        Browsers.longPicture(page, "read-decision-phone");
        phone.choose("Have you read it?", "I have read it");
        phone.pressSend();
        phone.see("Thank you");
        page.navigate(address("/safe-contact/a/C3"));
        assertThat(page.locator("main")).containsText("agreed with Auntie Kay: video call");
        assertThat(page.locator("main")).containsText("You have read this version.");
    }

    /** The screen shows the same day as the product. */
    private TasklistWindow loggedIn(Page window, String user) {
        window.context().clock().setSystemTime(clock.now().toEpochMilli());
        return TasklistWindow.loggedIn(window, port, user);
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
