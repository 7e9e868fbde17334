package org.safecontact.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.safecontact.journey.Windows.Hands;
import org.springframework.beans.factory.annotation.Autowired;

/** A journey from login to close, as people live it: each person at a window of their own. */
@Journey
class TuesdayOnTheirOwnScreensTest {

    @Autowired
    private Evening evening;

    @Autowired
    private Windows windows;

    @ParameterizedTest
    @EnumSource(Hands.class)
    void anOrdinaryTuesday(Hands hands) {
        windows.in(hands);
        evening.begins("2026-11-24T16:10");
        String reference = aCousinLikedAPicture(hands);
        onlyTheSupervisingSocialWorkerWasTold(reference);

        evening.at("2026-11-24T16:30");
        theWorkerAnswersAndReviews(reference);

        evening.at("2026-11-24T20:01");
        theCarerReadsWhatIsDecided(reference);
        OnScreen.looksAsUsual(windows.phoneOf("carer1"), "C2 (Wren)", "tuesday-08-carer-first-look");
        evening.at("2026-11-25T20:01");
        OnScreen.looksAsUsual(windows.phoneOf("carer1"), "C2 (Wren)", "tuesday-09-carer-second-look");

        evening.at("2026-11-26T10:00");
        theWorkerCloses();
        everythingStandsOnRecord(reference);
    }

    private String aCousinLikedAPicture(Hands hands) {
        TasklistWindow carer = windows.phoneOf("carer1");
        carer.see("Nothing to do here just now");
        carer.picture("tuesday-01-carer-list");
        carer.countTaps();
        carer.reportContact();
        carer.see("Danger now: 999", "Stay calm. Nobody is in trouble.");
        carer.picture("tuesday-02-carer-report");
        carer.choose("Which child is this about?", "C2 (Wren)");
        carer.choose("Is any of this true now?", "None of these");
        carer.choose("What is it?", "An unexpected message or call");
        carer.choose("How did it happen?", "Social media message");
        carer.choose("Are you worried about any of this?", "None of these");
        carer.choose("What do we know about them? (if several: the most worrying)", "Known and no worries");
        carer.choose(OnScreen.BARRED, "No");
        carer.choose("Did any of this get out?", "None of these");
        carer.choose("How is the child now?", "Their usual self");
        carer.choose(OnScreen.NAMED, "No");
        carer.type(
                "What happened? What did you see or hear?", "A cousin whom C2 sees at agreed visits liked a picture.");
        carer.tick("That is everything I know");
        assertThat(carer.screens())
                .as("screens of a report that is filled in")
                .isLessThanOrEqualTo(hands == Hands.AS_USUAL ? 3 : 4);
        carer.longPicture("tuesday-03-carer-report-filled-in");
        carer.send();
        assertThat(carer.taps()).as("from Report contact to thank you").isLessThanOrEqualTo(15);
        carer.see(
                "Nobody is in trouble",
                "Dana Northgate reads this by 17:00 today",
                "Carry on as usual",
                "01632 960100");
        carer.picture("tuesday-04-carer-thanks");
        return OnScreen.reference(carer);
    }

    private void onlyTheSupervisingSocialWorkerWasTold(String reference) {
        evening.aMomentLater();
        assertThat(evening.mails()).singleElement().satisfies(mail -> {
            assertThat(mail.to()).contains("ssw1");
            assertThat(mail.subject() + mail.text())
                    .contains(reference)
                    .doesNotContain("C2")
                    .doesNotContain("cousin");
        });
        TasklistWindow other = windows.deskOf("ssw2");
        other.list("Waiting for somebody");
        other.see("Nothing to do here just now");
        other.picture("tuesday-05-other-worker");
    }

    private void theWorkerAnswersAndReviews(String reference) {
        TasklistWindow worker = windows.deskOf("ssw1");
        worker.open("Waiting for somebody", "Answer: who does what now");
        worker.see(reference, "C2 (Wren)");
        OnScreen.halfAnHourIsLeft(worker);
        worker.picture("tuesday-06-worker-asked");
        worker.take();
        worker.type("What happens next, and who does it?", "I ring tomorrow at ten and hear how the evening was.");
        worker.longPicture("tuesday-06-worker-answers");
        worker.send();
        worker.picture("tuesday-06-worker-thanks");

        worker = windows.deskOf("ssw1");
        worker.open("Waiting for somebody", "Review this contact");
        worker.take();
        worker.choose("Is that right?", "Yes");
        worker.choose("Against what is agreed, this contact was", "not mentioned");
        worker.choose("What was this contact doing?", "None of these");
        worker.choose("Is the child's place in this home shakier?", "No");
        worker.type("What does the child want and feel?", "Likes hearing from the cousin.");
        worker.choose("Was the child seen?", "Not yet");
        worker.type("When was the child's social worker told?", LocalDateTime.parse("2026-11-24T16:28"));
        worker.choose("How?", "By telephone");
        worker.type("Who was told, and what did they say?", "The child's social worker, who is content.");
        worker.choose("Is a review of the Safer Care Plan needed?", "No");
        worker.type("Why, or why not?", "The cousin is known and visits are agreed.");
        worker.choose("Was this contact good for the child?", "Yes: ask the authority to agree it");
        worker.type("Why was this not treated as a safeguarding concern?", "Somebody known, nothing worrying.");
        worker.type(
                "For the carer: what is decided, what they do, what the child is told",
                "Nothing changes. C2 may write back at the weekend, and knows that.");
        worker.type("How does this help the child?", "The child keeps a safe relationship.");
        worker.longPicture("tuesday-07-worker-reviews");
        worker.send();
        worker.picture("tuesday-07-worker-thanks");
    }

    private void theCarerReadsWhatIsDecided(String reference) {
        TasklistWindow carer = windows.phoneOf("carer1");
        Page cases = carer.page()
                .waitForPopup(() ->
                        carer.page().getByText("My reports and open cases").click());
        cases.getByText(reference).first().click();
        assertThat(cases.locator("main")).containsText("Nothing changes. C2 may write back at the weekend");
        carer.longPictureOf(cases, "tuesday-08-carer-reads-what-is-decided");
        cases.close();
    }

    private void theWorkerCloses() {
        TasklistWindow worker = windows.deskOf("ssw1");
        worker.open("Waiting for somebody", "Close it");
        worker.see("Everything that others had to do is done", "Close the looks after this child");
        worker.take();
        OnScreen.confirmEverything(worker, "No phone was taken", "There were none", LocalDate.parse("2026-11-24"));
        worker.type(
                "For the carer: how this ended, and what holds from now on",
                "It is over, nothing holds any more. Something new: Report contact.");
        worker.type("How does this help the child?", "Nothing changes for the child, who was heard.");
        worker.longPicture("tuesday-10-worker-closes");
        worker.send();
        worker.picture("tuesday-10-worker-thanks");
    }

    private void everythingStandsOnRecord(String reference) {
        evening.aMomentLater();
        assertThat(evening.running(reference)).doesNotContain("unplanned-contact");
        TasklistWindow carer = windows.phoneOf("carer1");
        carer.see("Nothing to do here just now");
        Page own = carer.page()
                .waitForPopup(
                        () -> carer.page().getByText("Read what I wrote before").click());
        assertThat(own.locator(".entries")).containsText("A cousin whom C2 sees at agreed visits liked a picture.");
        carer.longPictureOf(own, "tuesday-11-carer-what-i-wrote");
        assertThat(evening.titles(reference, "ssw1"))
                .containsSubsequence(
                        "What was reported",
                        "How serious it is",
                        "Asked to answer",
                        "Answered",
                        "Review of this contact",
                        "How the child is",
                        "How the child is",
                        "Closed");
    }
}
