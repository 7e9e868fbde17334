package org.safecontact.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.safecontact.evidence.file.Samples;
import org.safecontact.journey.Windows.Hands;
import org.springframework.beans.factory.annotation.Autowired;

/** The worst evening from the first tap to the close, as people live it: each person at a window of their own. */
@Journey
class SaturdayOnTheirOwnScreensTest {

    @Autowired
    private Evening evening;

    @Autowired
    private Windows windows;

    @ParameterizedTest
    @EnumSource(Hands.class)
    void saturdayTenAtNight(Hands hands) {
        windows.in(hands);
        evening.begins("2026-11-28T22:04");
        String reference = theFatherAsksWhereTheChildLives();
        dutyAndTheManagerOnCallAreAsked(reference);
        evening.at("2026-11-28T22:15");
        theManagerRingsTheEmergencyDutyTeam();

        evening.at("2026-11-28T22:34");
        theTeamManagerTakesIt(reference);
        evening.at("2026-11-28T22:40");
        theTeamManagerHasSpokenWithTheCarer();
        evening.at("2026-11-28T22:42");
        theCarerKeepsTheEvidence();
        evening.at("2026-11-28T22:45");
        theTeamManagerAgreesToFilesAndRingsThePolice();
        evening.at("2026-11-28T22:50");
        theCarerAddsTwoScreenshots();

        evening.at("2026-11-29T00:30");
        theManagerAssesses();
        evening.at("2026-11-29T00:50");
        theOtherManagerSigns(reference);
        evening.at("2026-11-29T10:00");
        theCarerWritesDownWhatHappened();
        evening.at("2026-11-29T20:01");
        OnScreen.looksAsUsual(windows.phoneOf("carer1"), "C1 (Kingfisher)", "saturday-14-carer-first-look");

        evening.at("2026-11-30T09:00");
        theMorningAfterTheWeekend(reference);
        evening.at("2026-11-30T20:01");
        OnScreen.looksAsUsual(windows.phoneOf("carer1"), "C1 (Kingfisher)", "saturday-18-carer-later-look");
        // The same screen again and again: once more at the end is enough of it.
        for (String day : new String[] {"2026-12-01", "2026-12-02", "2026-12-03", "2026-12-06"}) {
            evening.at(day + "T20:01");
            evening.complete("carer1", reference, "observeWellbeing", OnScreen.asUsual());
        }
        evening.at("2026-12-11T10:00");
        itDoesNotCloseBeforeTheLastLook();
        evening.at("2026-12-13T20:01");
        OnScreen.looksAsUsual(windows.phoneOf("carer1"), "C1 (Kingfisher)", "saturday-20-carer-last-look");

        evening.at("2026-12-14T10:00");
        theManagerReadsEverythingAndCloses(reference);
    }

    private String theFatherAsksWhereTheChildLives() {
        TasklistWindow carer = windows.phoneOf("carer1");
        carer.reportContact();
        carer.choose("Which child is this about?", "C1 (Kingfisher)");
        carer.choose("Is any of this true now?", "None of these");
        carer.choose("What is it?", "An unexpected message or call");
        carer.choose("How did it happen?", "Social media message");
        carer.choose("Are you worried about any of this?", "Threats");
        carer.choose("What do we know about them? (if several: the most worrying)", "There are worries about them");
        carer.choose(OnScreen.BARRED, "Yes");
        carer.choose("Did any of this get out?", "None of these");
        carer.choose("How is the child now?", "A bit unsettled");
        carer.choose(OnScreen.NAMED, "No");
        carer.type(
                "What happened? What did you see or hear?",
                "C1's father found the account, threatens, and asks where C1 lives.");
        carer.type("What did the child tell you without being asked?", "He says he will find me.");
        carer.longPicture("saturday-01-carer-report");
        carer.send();
        carer.see("Please ring duty now", "01632 960100", "Whoever answers arranges the police");
        carer.picture("saturday-02-carer-thanks");
        return OnScreen.reference(carer);
    }

    private void dutyAndTheManagerOnCallAreAsked(String reference) {
        TasklistWindow duty = windows.deskOf("duty1");
        assertThat(evening.mailsTo("duty1")).hasSize(1);
        assertThat(evening.mailsTo("manager1")).hasSize(1);
        assertThat(evening.mailsTo("teammanager1")).isEmpty();
        duty.list("Urgent");
        assertThat(duty.todo("Answer: who does what now")).containsText("High");
        duty.open("Urgent", "Answer: who does what now");
        OnScreen.halfAnHourIsLeft(duty);
        duty.see(reference, "We cannot ring people for you.", "Ring first: Alex Ashdown, 07700 900101");
        duty.longPicture("saturday-03-duty-asked");
        duty.open("Urgent", "Tell the child's authority by telephone");
        duty.see("Ring: ", "01632");
        duty.picture("saturday-04-duty-call");
    }

    private void theManagerRingsTheEmergencyDutyTeam() {
        TasklistWindow manager = windows.deskOf("manager1");
        manager.open("Urgent", "Tell the child's authority by telephone");
        manager.see("Emergency duty team");
        manager.take();
        manager.choose("Whom did you reach?", "The emergency duty team");
        manager.type("Who answered? Name and role", "Pat, social worker of the emergency duty team");
        manager.type("When?", LocalDateTime.parse("2026-11-28T22:13"));
        manager.type("What was said, by you and by them?", "What is known, and that we ring again. They note it.");
        manager.longPicture("saturday-05-manager-rings-the-authority");
        manager.send();
        manager.picture("saturday-05-manager-thanks");
    }

    private void theTeamManagerTakesIt(String reference) {
        TasklistWindow teamManager = windows.deskOf("teammanager1");
        assertThat(evening.alarmsTo("teammanager1"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.subject()).endsWith("please answer by 22:49 today"));
        teamManager.open("Waiting for somebody", "Answer: who does what now");
        teamManager.see(reference, "press I've got this first");
        teamManager.take();
        teamManager.picture("saturday-06-team-manager-has-it");
    }

    private void theTeamManagerHasSpokenWithTheCarer() {
        TasklistWindow teamManager = windows.deskOf("teammanager1");
        teamManager.open("Mine", "Answer: who does what now");
        teamManager.choose("Have you spoken with the carer, or with whoever reported it?", "Yes");
        teamManager.type("When did you speak?", LocalDateTime.parse("2026-11-28T22:38"));
        teamManager.type("The child is … (where, with whom, how)", "At home, in bed, calm.");
        teamManager.type(
                "What did you agree for tonight or today? Doors, phone, school, who rings when",
                "Doors locked, the phone stays downstairs, I ring at eight.");
        teamManager.choose("The police", "are to be rung");
        teamManager.type("Who rings by when, or why is it not needed?", "I ring 101 now.");
        teamManager.longPicture("saturday-07-team-manager-answers");
        teamManager.send();
        teamManager.picture("saturday-07-team-manager-thanks");

        TasklistWindow duty = windows.deskOf("duty1");
        duty.list("Urgent");
        assertThat(duty.todo("Answer: who does what now")).hasCount(0);
        duty.picture("saturday-08-duty-after-the-answer");
    }

    private void theCarerKeepsTheEvidence() {
        TasklistWindow carer = windows.phoneOf("carer1");
        carer.picture("saturday-09-carer-list");
        carer.open("To do now", "Keep the evidence");
        carer.see("The phone is the evidence. Leave the messages where they are.");
        carer.choose("Who has the phone now?", "The child gave it to me after we talked");
        carer.choose("What was done with it?", "Left as it is, on charge, not used");
        carer.choose("What is there?", "Written messages");
        carer.type("Which app, game or site?", "A messenger");
        carer.type("Which name or number does the other person use there?", "dad_is_back");
        carer.type("The words you saw, as they were written", "I will find you");
        carer.longPicture("saturday-09-carer-keeps-the-evidence");
        carer.send();
        carer.see("It is on record.");
        carer.notSee("Please ring duty now");
        carer.picture("saturday-09-carer-thanks");
    }

    private void theTeamManagerAgreesToFilesAndRingsThePolice() {
        TasklistWindow teamManager = windows.deskOf("teammanager1");
        teamManager.open("Mine", "Ring the police");
        teamManager.see("Ring 101 or use the police website", "by 23:40 today");
        teamManager.picture("saturday-10-team-manager-police");
        Page evidence = evidenceOf(teamManager);
        assertThat(evidence.locator("#item-1")).containsText("dad_is_back");
        evidence.getByLabel("Messages in words").first().check();
        evidence.getByText("We agreed").click();
        assertThat(evidence.locator("#item-1")).containsText("Add a file");
        teamManager.longPictureOf(evidence, "saturday-10-team-manager-agrees");
        evidence.close();

        teamManager.tab("What to do");
        Page facts = teamManager
                .page()
                .waitForPopup(() ->
                        teamManager.page().getByText("What the police will ask").click());
        assertThat(facts.locator("main")).containsText("1 Example Row");
        teamManager.longPictureOf(facts, "saturday-10-what-the-police-will-ask");
        facts.close();
        teamManager.tap("I rang 101");
        teamManager
                .page()
                .getByLabel("The police reference, if they gave you one")
                .fill("CRIME-1234-26");
        teamManager
                .page()
                .locator(".sc-thanks")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add"))
                .click();
        teamManager.see("Added to the record.");
        teamManager.picture("saturday-10-team-manager-thanks");
    }

    private void theCarerAddsTwoScreenshots() {
        TasklistWindow carer = windows.phoneOf("carer1");
        carer.page().reload();
        Locator news = carer.page().locator(".sc-who-has-it .sc-news");
        assertThat(news).hasText("You may add a picture");
        Page opened = carer.page().waitForPopup(() -> news.locator("a").click());
        assertThat(opened.locator("#item-1")).containsText("Add a file");
        opened.close();
        carer.open("For later", "Write down what happened");
        carer.longPicture("saturday-11-carer-for-later");
        Page evidence = evidenceOf(carer);
        for (int file = 1; file <= 2; file++) {
            if (file > 1) { // the place for the first one stands open
                evidence.getByText("Add a file", new Page.GetByTextOptions().setExact(true))
                        .click();
            }
            evidence.locator("#item-1 input[type=file]")
                    .setInputFiles(new FilePayload("IMG_" + file + ".png", "image/png", Samples.largePng(8 + file)));
            evidence.getByLabel("I have looked only at words").check();
            evidence.getByText("Add the file", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(evidence.locator("#file-" + file + " .sha256")).hasText(Pattern.compile("[0-9a-f]{64}"));
        }
        carer.longPictureOf(evidence, "saturday-11-carer-evidence");
        evidence.close();
    }

    private void theManagerAssesses() {
        TasklistWindow manager = windows.deskOf("manager1");
        manager.picture("saturday-12-manager-list");
        manager.open("Waiting for somebody", "Assess what happened and what follows");
        manager.see("Do not investigate.");
        manager.take();
        manager.type("What has been done so far?", "Spoken with the carer, the police and the emergency duty team.");
        manager.choose("The police", "Were told");
        manager.type("The police: who, when, reference; or why not", "101 at 22:45, reference CRIME-1234-26.");
        manager.choose("Is it a crime?", "Yes, or it would be");
        manager.choose("Is the child said to have committed a serious offence?", "No");
        manager.choose("Were the police called to the home because of something serious?", "No");
        manager.see("the authority that placed the child, by 23:59 today: by the rules of the house");
        manager.choose("Is there reason to suspect that the child suffers, or may suffer, significant harm?", "No");
        manager.choose("Is the child drawn into hate or violence?", "No");
        manager.choose("Who else was asked to act?", "Nobody else");
        manager.choose("Strategy discussion and section 47 enquiry: has the authority said?", "None that we know of");
        manager.choose("Who must be notified?", "The placing authority");
        manager.type("Each notice: who, when, how, reference", "Emergency duty team, 22:13, by telephone.");
        manager.type("What does the child want and feel?", "C1 wants to stay and wants him to stop.");
        manager.type("Who told the child what happens now, and when?", "The carer, at 22:30.");
        manager.choose("Was the child seen?", "Not yet");
        manager.choose("The phone or device", "The child gave it to the carer after they talked");
        manager.choose("Does a parent need to know? The authority decides and tells", "The authority was asked");
        manager.type("Asked on", LocalDate.parse("2026-11-28"));
        manager.choose("Was sexual abuse told, seen or found?", "No");
        manager.choose("Is it safe for the child to stay where they are tonight?", "Yes");
        manager.type(
                "What is decided, who does what by when", "The police visit on Sunday; the school hears on Monday.");
        manager.type("Why", "He is barred and asks where the child lives.");
        manager.choose("Is a review of the Safer Care Plan needed?", "No");
        manager.type("The Safer Care Plan: why, or why not?", "It was reviewed on Thursday and covers this.");
        manager.type(
                "For the carer: what is decided, what they do, what the child is told",
                "The phone stays downstairs until Monday. C1 knows that the police come.");
        manager.type("How does this help the child?", "C1 is safe and knows what happens.");
        manager.longPicture("saturday-12-manager-assesses");
        manager.send();
        manager.picture("saturday-12-manager-thanks");
    }

    private void theOtherManagerSigns(String reference) {
        TasklistWindow other = windows.deskOf("manager2");
        other.open("Waiting for somebody", "Read the assessment and sign it");
        other.see("Harper Leadwell");
        other.tab("Record");
        other.see("He is barred and asks where the child lives.", reference);
        other.longPicture("saturday-13-other-manager-record");
        other.tab("What to do");
        other.take();
        other.choose("What do you decide?", "I sign it");
        other.type("How does this help the child?", "C1 sleeps safely.");
        other.picture("saturday-13-other-manager-signs");
        other.send();
    }

    private void theCarerWritesDownWhatHappened() {
        TasklistWindow carer = windows.phoneOf("carer1");
        carer.page().reload();
        Locator news = carer.page().locator(".sc-who-has-it .sc-news");
        assertThat(news).hasText(Pattern.compile("Something was decided (today|yesterday) at [0-9:]+"));
        carer.picture("saturday-14-carer-list");
        Page opened = carer.page().waitForPopup(() -> news.locator("a").click());
        assertThat(opened.locator("[data-thanks]")).containsText("The phone stays downstairs until Monday.");
        opened.close();
        carer.open("To do now", "Write down what happened");
        carer.take();
        carer.type("What happened, from the beginning?", "At ten C1 came down and showed me the messages.");
        carer.type("Which app or site, and which name there?", "A messenger, dad_is_back");
        carer.choose("Who could see it?", "Only the two of them");
        carer.type("How is the child, compared with how they usually are?", "Quieter, slept well.");
        carer.type("What did you do, and who did you tell?", "I locked the doors and spoke with Gray Teamwell.");
        carer.longPicture("saturday-14-carer-record");
        carer.send();
        carer.picture("saturday-14-carer-thanks");
    }

    private void theMorningAfterTheWeekend(String reference) {
        TasklistWindow worker = windows.deskOf("ssw1");
        assertThat(evening.mailsTo("ssw1")).isNotEmpty();
        worker.picture("saturday-15-worker-list");
        worker.open("Waiting for somebody", "Take over from the night");
        worker.see(reference, "You take over in the morning", "Ring first: Alex Ashdown, 07700 900101");
        worker.take();
        worker.longPicture("saturday-15-worker-morning");
        worker.type("What happens next, and who does it?", "The carer brings C1 to school and back; I visit at five.");
        worker.send();

        worker = windows.deskOf("ssw1");
        worker.open("Waiting for somebody", "Tell the child's authority by telephone");
        worker.see("Kit Placer", "01632 960201");
        worker.take();
        worker.choose("Whom did you reach?", "The child's social worker");
        worker.type("Who answered? Name and role", "Kit Placer, the child's social worker");
        worker.type("When?", LocalDateTime.parse("2026-11-30T09:00"));
        worker.type("What was said, by you and by them?", "All of the weekend. Kit tells the school and visits today.");
        worker.longPicture("saturday-16-worker-tells-the-childs-worker");
        worker.send();

        evening.at("2026-11-30T17:30");
        worker = windows.deskOf("ssw1");
        worker.open("Waiting for somebody", "Ring or visit, and see the child");
        worker.take();
        worker.choose("How did you see the child?", "I visited");
        worker.choose("Did you see the child alone?", "Yes");
        worker.type("What did you see?", "C1 calm, doing homework.");
        worker.longPicture("saturday-17-worker-visits");
        worker.send();
    }

    private void itDoesNotCloseBeforeTheLastLook() {
        TasklistWindow manager = windows.deskOf("manager1");
        manager.open("Waiting for somebody", "Close it");
        manager.see("Before this closes:", "Somebody still looks how the child is");
        manager.picture("saturday-19-manager-cannot-close-yet");
    }

    private void theManagerReadsEverythingAndCloses(String reference) {
        TasklistWindow manager = windows.deskOf("manager1");
        manager.open("Waiting for somebody", "Close it");
        manager.see("Everything that others had to do is done");
        manager.tab("Record");
        manager.see("CRIME-1234-26", "Pat, social worker of the emergency duty team", "Kit Placer");
        manager.longPicture("saturday-21-manager-record");
        Page evidence = evidenceOf(manager);
        assertThat(evidence.locator(".sha256")).hasCount(2);
        evidence.getByText("Who touched it").first().click();
        assertThat(evidence.locator("#file-1")).containsText("Alex Ashdown");
        manager.longPictureOf(evidence, "saturday-21-manager-evidence");
        evidence.close();

        manager.tab("What to do");
        manager.take();
        OnScreen.confirmEverything(manager, "Yes", "There were none", LocalDate.parse("2026-11-29"));
        manager.choose("The carer was supported, and talked about it afterwards", "Yes");
        manager.type("What do we learn from this one?", "The morning call came before school, and that was right.");
        manager.type(
                "For the carer: how this ended, and what holds from now on",
                "The phone is back and nothing else holds. What C1 learned goes on with Dana Northgate.");
        manager.type("How does this help the child?", "C1 is safe at home and was heard.");
        manager.longPicture("saturday-22-manager-closes");
        manager.send();
        manager.picture("saturday-22-manager-thanks");
        evening.aMomentLater();
        assertThat(evening.running(reference)).doesNotContain("unplanned-contact", "safeguarding-escalation");

        TasklistWindow carer = windows.phoneOf("carer1");
        carer.see("Nothing to do here just now");
        Page own = carer.page()
                .waitForPopup(
                        () -> carer.page().getByText("Read what I wrote before").click());
        assertThat(own.locator(".entries")).containsText("He says he will find me.");
        carer.longPictureOf(own, "saturday-23-carer-what-i-wrote");
        assertThat(evening.titles(reference, "manager1"))
                .containsSubsequence(
                        "What was reported",
                        "How serious it is",
                        "Asked to answer",
                        "Told",
                        "The child's authority, by telephone",
                        "Asked to answer",
                        "Answered",
                        "Evidence 1: noted",
                        "Agreed that files are added",
                        "The police",
                        "File 1: added the file",
                        "File 2: added the file",
                        "Assessment",
                        "Second signature",
                        "What happened, in full",
                        "Asked to answer",
                        "Answered",
                        "The child's authority, by telephone",
                        "A worker saw the child",
                        "How the child is",
                        "Closed");
    }

    private static Page evidenceOf(TasklistWindow window) {
        window.tab("On this case");
        return window.page()
                .waitForPopup(
                        () -> window.page().getByText("Evidence on this case").click());
    }
}
