package org.safecontact.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.engine.FormRefused;
import org.safecontact.journey.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A form is open in somebody's hands, and how serious it is, or what was reported, changes: the screen says so, and the old state decides nothing. */
@SafeContactTest
class ChangedSinceItWasOpenedTest {

    private static final String API = "/safe-contact/api/";

    @LocalServerPort
    private int port;

    @Autowired
    private LivedCase live;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void aTimeOfItsOwn() {
        clock.set(Weeks.nextTuesday());
    }

    @Test
    void anAssessmentOfWhatStoodBeforeIsAskedForAgain() {
        String reference = answered(ReportAnswers.high("C3"));
        live.shown("manager1", reference, "assessEscalation");
        assertThat(news("manager1", reference, "assessEscalation")).isEmpty();

        clock.advance(Duration.ofMinutes(5));
        worried("carer2", reference);
        assertThat(news("manager1", reference, "assessEscalation"))
                .startsWith("Now Immediate, since today at ")
                .endsWith(": carer Charlie Brookside says that somebody is in danger now.");
        assertThatThrownBy(() -> live.send("manager1", reference, "assessEscalation", Reviews.assessment()))
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.messages())
                                .hasEntrySatisfying(
                                        "decision",
                                        words -> assertThat(words).contains("Now Immediate", "What you typed stays")));

        assertThat(live.shown("manager1", reference, "assessEscalation").get("levelWords"))
                .asString()
                .contains("It stands at **Immediate**");
        assertThat(news("manager1", reference, "assessEscalation")).isEmpty();
        live.send("manager1", reference, "assessEscalation", Reviews.assessment());

        live.jobs(reference);
        live.shown("teammanager1", reference, "secondSignature");
        clock.advance(Duration.ofMinutes(5));
        worried("carer2", reference);
        assertThatThrownBy(() -> live.send("teammanager1", reference, "secondSignature", Reviews.signed()))
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.messages())
                                .hasEntrySatisfying(
                                        "signed",
                                        words -> assertThat(words).contains("Still Immediate; new today at ")));
    }

    @Test
    void whatOneSaysOneselfIsNoNews() {
        String reference = answered(ReportAnswers.high("C3"));
        live.shown("manager1", reference, "assessEscalation");
        worried("manager1", reference);
        assertThat(news("manager1", reference, "assessEscalation")).isEmpty();
        assertThat(news("carer2", reference, "preserveEvidence"))
                .as("never for a carer")
                .isEmpty();
    }

    @Test
    void anAnswerHasReadTheRestOfTheReport() {
        String reference = live.begin("carer2");
        Visitor.loggedIn(port, "carer2")
                .post(API + "reports/" + reference + "/danger", Map.of("answer", "yes", "child", "C3"));
        live.jobs(reference);
        live.shown("duty1", reference, "acknowledge");
        clock.advance(Duration.ofMinutes(2));
        live.send(
                "carer2",
                reference,
                "reportContact",
                ReportAnswers.immediate("C3").sent());
        live.jobs(reference);
        assertThat(news("duty1", reference, "acknowledge"))
                .startsWith("Still Immediate; new today at ")
                .endsWith("carer Charlie Brookside has sent more of the report.");
        clock.advance(Duration.ofMinutes(2));
        Map<String, Object> answer = new HashMap<>(Map.of(
                "spokenWithCarer", "yes",
                "spokenAt", Weeks.london(clock.now()),
                "childIs", "At home.",
                "agreed", "Doors locked.",
                "police", "toBeRung",
                "policeHow", "The carer rings."));
        assertThatThrownBy(() -> live.send("duty1", reference, "acknowledge", answer))
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.messages())
                                .hasEntrySatisfying(
                                        "spokenWithCarer",
                                        words -> assertThat(words).contains("has sent more of the report")));
        live.shown("duty1", reference, "acknowledge");
        live.send("duty1", reference, "acknowledge", answer);
        assertThat(live.tasks(reference, "acknowledge")).isEmpty();
    }

    @Test
    void aReviewOfWhatStoodBeforeIsAskedForAgain() {
        String reference = live.reported("carer2", ReportAnswers.medium("C3"));
        live.send("ssw2", reference, "acknowledge", Map.of("whatNext", "I ring them tonight."));
        live.jobs(reference);
        live.shown("ssw2", reference, "reviewContact");
        clock.advance(Duration.ofMinutes(5));
        Visitor.loggedIn(port, "teammanager1")
                .post(
                        API + "cases/" + reference + "/lower",
                        Map.of(
                                "level",
                                "LOW",
                                "reason",
                                "I rang them.",
                                "help",
                                "Calm days.",
                                "seenAt",
                                clock.now().toString()));
        assertThatThrownBy(() -> live.send("ssw2", reference, "reviewContact", Reviews.noChange()))
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.messages())
                                .hasEntrySatisfying(
                                        "levelRight", words -> assertThat(words).contains("Now Low, since today")));
        live.shown("ssw2", reference, "reviewContact");
        live.send("ssw2", reference, "reviewContact", Reviews.noChange());
    }

    private String answered(ReportAnswers answers) {
        String reference = live.reported("carer2", answers);
        live.send("duty1", reference, "acknowledge", EverythingRealTest.spoken(clock.now()));
        live.jobs(reference);
        return reference;
    }

    private void worried(String person, String reference) {
        assertThat(Visitor.loggedIn(port, person)
                        .post(
                                API + "cases/" + reference + "/worried",
                                Map.of("reason", "He is at the door, " + clock.now(), "dangerNow", true))
                        .accepted())
                .isTrue();
        live.jobs(reference);
    }

    private String news(String person, String reference, String key) {
        return Visitor.loggedIn(port, person)
                .post(
                        API + "todos",
                        Map.of("ids", List.of(live.task(reference, key).getId())))
                .body()
                .path(0)
                .path("news")
                .asText();
    }
}
