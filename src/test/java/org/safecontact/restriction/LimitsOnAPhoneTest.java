package org.safecontact.restriction;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDateTime;
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
import org.safecontact.restriction.Restriction.State;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A carer on the phone: asks for a limit as a punishment and reads why not, writes down the phone that was taken, and reads what holds. */
@SafeContactTest
class LimitsOnAPhoneTest {

    @RegisterExtension
    static final Browsers browsers = Browsers.forThisClass();

    @LocalServerPort
    private int port;

    @Autowired
    private Limits limits;

    @Autowired
    private Restrictions restrictions;

    @Autowired
    private TestClock clock;

    private LocalDateTime now;

    /** The real day: a browser refuses days that lie on the wrong side of its own. */
    @BeforeEach
    void theClockRuns() {
        clock.reset();
        now = clock.now().atZone(London.ZONE).toLocalDateTime().withSecond(0).withNano(0);
    }

    @Test
    void whoAsksForAPunishmentReadsAtOnceWhyNot() {
        TasklistWindow phone = TasklistWindow.loggedIn(browsers.window(Screen.PHONE), port, "carer1");
        Page page = phone.page();
        page.navigate(address("/safe-contact/a/C2"));
        page.getByText("All of it, and asking for it").click();
        assertThat(page.locator("h1")).hasText("Limits on phone or apps for C2 (Wren)");
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing to push sideways on a phone")
                .isTrue();
        Wcag.nothingToFind(page, "limits, on a phone");
        page.getByText("Ask for a limit, or write down").click();
        assertThat(page.locator(".task-card h2")).hasText("Say what is limited, and why");
        phone.choose("What do you want to write down?", "I want to ask for a limit");
        phone.choose("What is it?", "The phone or device is kept");
        phone.choose("Which part of daily life online is it about?", "A phone of their own");
        phone.type("What exactly?", "the phone, for a week");
        phone.choose("What is it for?", "Because of something that the child did");
        phone.see("We do not limit a phone as a punishment.");
        phone.choose("Does it take force, or did it?", "No");
        phone.choose(
                "Is somebody about to be hurt, something about to be badly damaged, or a crime about to happen?", "No");
        phone.choose("May there be something on it that the police need?", "No");
        phone.longPicture("limit-punishment-phone");
        phone.pressSend();
        phone.see("Thank you", "No. Nothing is limited.", "Not as a punishment.");
        phone.picture("limit-refused-phone");
        phone.open("To do now", "Read how the limit stands");
        phone.see("No. Nothing is limited.", "Not as a punishment.");
        phone.choose("Have you read it?", "I have read it");
        phone.send();
    }

    @Test
    void thePhoneThatWasTakenIsWrittenDownAndReadByTheHome() {
        String inCase = limits.reported("carer1", "C1");
        limits.phoneTaken(inCase, "carer1", now.minusMinutes(30).toString());
        String reference = limits.ofCase(inCase);
        TasklistWindow phone = TasklistWindow.loggedIn(browsers.window(Screen.PHONE), port, "carer1");
        phone.open("To do now", "Say what is limited, and why");
        phone.see("The phone was taken because of danger");
        phone.choose("Where is the phone now?", "It is still taken");
        phone.choose("Does it take force, or did it?", "No");
        phone.type("What was, or is, about to happen?", "They were about to go to him.");
        phone.type("What is it to achieve?", "Nobody reaches them tonight.");
        phone.choose("What milder things were tried before?", "A talk");
        phone.type("How old is the child, and what do they understand of it?", "Twelve. They know why.");
        phone.choose("What does the child say about it?", "They said something");
        phone.type("In their own words", "It is my phone. Only until tomorrow.");
        phone.type("Until when, at the latest?", now.plusDays(1));
        phone.choose("Who can lift it before that?", "The carer");
        phone.type("How does this help the child?", "They can sleep.");
        phone.longPicture("limit-taken-phone");
        phone.pressSend();
        phone.see("Thank you", "The phone or device is kept: the phone, until");
        phone.picture("limit-allowed-phone");
        phone.open("To do now", "Read how the limit stands");
        phone.see("The phone or device is kept: the phone", "To say to the child: Your phone is kept safe for you.");
        phone.longPicture("limit-read-phone");
        phone.choose("Have you read it?", "I have read it");
        phone.send();
        assertThat(restrictions.get(reference).state()).isEqualTo(State.RUNS);

        Page page = phone.page();
        page.navigate(address("/safe-contact/a/C1"));
        assertThat(page.locator("main")).containsText("the phone or device is kept: the phone");
        Browsers.longPicture(page, "limit-agreed-phone");
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
