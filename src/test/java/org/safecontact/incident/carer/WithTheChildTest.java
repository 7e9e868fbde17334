package org.safecontact.incident.carer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.access.CaseFiles;
import org.safecontact.incident.report.FurtherAnswers;
import org.safecontact.journey.Browsers;
import org.safecontact.journey.Browsers.Screen;
import org.safecontact.journey.TasklistWindow;
import org.safecontact.journey.Visitor;
import org.safecontact.journey.Wcag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a carer could say to the child stands where they need it: after the report, before agreed contact, in the guide. */
@SafeContactTest
class WithTheChildTest {

    @RegisterExtension
    static final Browsers browsers = Browsers.forThisClass();

    @LocalServerPort
    private int port;

    @Autowired
    private FurtherAnswers further;

    @Autowired
    private WithTheChild words;

    @Autowired
    private CaseFiles files;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void aTuesday() {
        clock.runFrom("2027-01-12T16:00");
    }

    @Test
    void afterAReportItIsAboutWhatTheReportIsAboutAndNothingElse() {
        Visitor carer = Visitor.loggedIn(port, "carer1");
        String reference = reports(carer, List.of("coercion", "threats"));
        assertThat(said(carer, reference))
                .as("what weighs more first, the kind last")
                .containsExactly(
                        "If somebody frightened them",
                        "If somebody pushed them into something",
                        "A message or call that nobody expected");
        assertThat(said(Visitor.loggedIn(port, "carer3"), reference))
                .as("the other carer of the home")
                .hasSize(3);
        assertThat(words.of(reference, "ssw1"))
                .as("who looks after no children")
                .isEmpty();
        assertThat(words.of(reference, "carer2")).as("another home").isEmpty();

        String nothingWorrying = reports(carer, List.of("none"));
        assertThat(said(carer, nothingWorrying)).containsExactly("A message or call that nobody expected");
    }

    @Test
    void whoIsKeptAwayLearnsNothingOfTheConcern() {
        Visitor carer = Visitor.loggedIn(port, "carer1");
        String reference = reports(carer, List.of("grooming"));
        assertThat(said(carer, reference)).hasSize(2);
        files.exclude(reference, "carer1", "named in the worry");
        assertThat(said(carer, reference)).isEmpty();
        assertThat(carer.get("/safe-contact/api/thank-you/" + reference).text())
                .doesNotContain("close to them very fast");
        assertThat(words.of(reference, "carer1")).isEmpty();
    }

    @Test
    void whatAWorkerFoundIsSaidByAPersonFirst() {
        Visitor carer = Visitor.loggedIn(port, "carer1");
        String reference = reports(carer, List.of("threats"));
        further.foundInReview(reference, "ssw1", "outside", List.of("extremism"));
        assertThat(said(carer, reference))
                .anyMatch(line -> line.contains("frightened them"))
                .noneMatch(line -> line.contains("hate or violence"));
        further.add(reference, "carer1", Map.of("concerns", List.of("threats", "extremism", "selfHarm")), "");
        assertThat(said(carer, reference))
                .as("what the home sees later does not make it theirs")
                .anyMatch(line -> line.contains("hurt themself"))
                .noneMatch(line -> line.contains("hate or violence"));
    }

    @Test
    void onThePhoneThreeLinesStandOpenAndTheRestIsFolded() {
        TasklistWindow phone = TasklistWindow.loggedIn(browsers.window(Screen.PHONE), port, "carer1");
        fillsIn(phone);
        phone.choose(
                "Has a court said no contact with this person, or does the plan say in words that it is refused?",
                "No");
        phone.choose("Are you worried about any of this?", "None of these");
        phone.choose("What do we know about them? (if several: the most worrying)", "Known and no worries");
        phone.pressSend();
        phone.see("With the child", "You could say:", "Better not:", "Afterwards:");
        assertThat(phone.page().locator(".sc-thanks").getByText("You could say:"))
                .hasCount(1);
        phone.longPicture("with-the-child-thanks-phone");
        Wcag.nothingToFind(phone.page(), "thanks with what to say, on a phone");
    }

    @Test
    void whereDutyIsRungFirstAllOfItIsFolded() {
        TasklistWindow phone = TasklistWindow.loggedIn(browsers.window(Screen.PHONE), port, "carer1");
        fillsIn(phone);
        phone.choose("Are you worried about any of this?", "Somebody building secret trust, gifts, sexual talk");
        phone.choose("What do we know about them? (if several: the most worrying)", "We don't know who it is");
        phone.pressSend();
        phone.see("Please ring duty now:", "What you could say to the child");
        phone.notSee("You could say:");
        phone.page().getByText("What you could say to the child").click();
        phone.see("If somebody got close to them very fast", "A request from somebody we do not know");
        phone.longPicture("with-the-child-urgent-phone");
        Wcag.nothingToFind(phone.page(), "thanks with what to say, unfolded, on a phone");
    }

    private static void fillsIn(TasklistWindow phone) {
        phone.reportContact();
        phone.choose("Which child is this about?", "C2 (Wren)");
        phone.choose("Is any of this true now?", "None of these");
        phone.choose("What is it?", "A request from somebody we do not know");
        phone.choose("How did it happen?", "Social media message");
        phone.choose("Did the child answer the request?", "No");
        phone.choose("Did any of this get out?", "None of these");
        phone.choose("How is the child now?", "Their usual self");
        phone.choose("Is anyone who looks after children, or anyone living in your home, part of the worry?", "No");
    }

    @Test
    void beforeAgreedContactAndInTheGuideItIsThereForAll() {
        Visitor carer = Visitor.loggedIn(port, "carer1");
        assertThat(carer.get("/safe-contact/guide/carer").text()).contains("/safe-contact/guide/w");
        assertThat(carer.get("/safe-contact/t").text())
                .contains(
                        "Before and after contact that is agreed",
                        words.ofAgreedContact().say());
        String page = carer.get("/safe-contact/guide/w").text();
        assertThat(words.all()).hasSize(15).allSatisfy(each -> assertThat(page).contains(">" + each.about() + "<"));
        for (Screen screen : List.of(Screen.PHONE, Screen.DESK)) {
            Page guide = browsers.window(screen);
            TasklistWindow.loggedIn(guide, port, "carer1");
            guide.navigate("http://127.0.0.1:" + port + "/safe-contact/guide/w");
            Wcag.nothingToFind(guide, "what to say, " + screen);
            Browsers.picture(guide, "with-the-child-guide-" + screen.name().toLowerCase());
            guide.navigate("http://127.0.0.1:" + port + "/safe-contact/t");
            Browsers.longPicture(
                    guide, "with-the-child-contact-" + screen.name().toLowerCase());
        }
    }

    private static String reports(Visitor carer, List<String> concerns) {
        String reference = carer.beginsReport();
        Map<String, Object> answers = new HashMap<>(Map.of(
                "child", "C2",
                "danger", List.of("none"),
                "contactKind", "unexpected",
                "channel", "text",
                "concerns", concerns,
                "personRisk", "risky",
                "contactBarred", "no",
                "disclosed", List.of("none"),
                "distress", "settled",
                "namedPerson", "none"));
        answers.put("whatHappened", "A message came.");
        carer.complete("reportContact", answers);
        return reference;
    }

    private static List<String> said(Visitor visitor, String reference) {
        JsonNode said =
                visitor.get("/safe-contact/api/thank-you/" + reference).body().path("withTheChild");
        return said.findValuesAsText("about");
    }
}
