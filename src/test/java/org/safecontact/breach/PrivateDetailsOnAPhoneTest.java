package org.safecontact.breach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safecontact.breach.Breaches.enoughKept;
import static org.safecontact.breach.Breaches.rung;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.journey.Browsers;
import org.safecontact.journey.Browsers.Screen;
import org.safecontact.journey.TasklistWindow;
import org.safecontact.journey.Visitor;
import org.safecontact.journey.Wcag;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A carer on the phone makes private again, with the child, what got out, and reads where it stands. */
@SafeContactTest
class PrivateDetailsOnAPhoneTest {

    @RegisterExtension
    static final Browsers browsers = Browsers.forThisClass();

    @LocalServerPort
    private int port;

    @Autowired
    private Breaches breaches;

    @Autowired
    private CaseRecord record;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void aTuesday() {
        clock.runFrom("2027-01-12T10:00");
    }

    @Test
    void aCarerMakesItPrivateAgainWithTheChild() {
        String reference = breaches.reported(Visitor.loggedIn(port, "carer1"), "C1", List.of("school"));
        breaches.complete(
                Visitor.loggedIn(port, "ssw1"),
                reference,
                "checkAddressSafety",
                rung(List.of("school"), "safe", "withSteps", "agreed", "The door stays locked."));
        breaches.complete(Visitor.loggedIn(port, "manager1"), reference, "agreeTakedown", enoughKept());

        TasklistWindow phone = TasklistWindow.loggedIn(browsers.window(Screen.PHONE), port, "carer1");
        phone.open("To do now", "Make it private again, with the child");
        phone.see("Private details got out", "it can be taken down now", "999");
        assertThat((Boolean) phone.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing to push sideways on a phone")
                .isTrue();
        phone.picture("breach-private-phone");
        Wcag.nothingToFind(phone.page(), "private details, on a phone");
        phone.choose("What did you do together?", "Took it down", "Talked about what stays private, and why");
        phone.choose("Can others still see it?", "I'm not sure");
        phone.type("What did the child say?", "I did not know that everybody can see it.");
        phone.longPicture("breach-private-phone-long");
        phone.send();
        phone.page().navigate("http://127.0.0.1:" + port + "/safe-contact/c/" + reference);
        phone.see(
                "Agreed about what got out: The door stays locked.",
                "We ask for what others can still see to be taken down.");
        phone.picture("breach-private-case-phone");
        assertThat(breaches.open(reference, "haveTakenDown")).hasSize(1);
        assertThat(record.entries(reference))
                .extracting(Entry::title)
                .anySatisfy(title -> assertThat(title).contains("Made private again, with the child"));
    }
}
