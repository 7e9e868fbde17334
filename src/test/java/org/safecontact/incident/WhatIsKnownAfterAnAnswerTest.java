package org.safecontact.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.journey.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever comes after the first answer reads what the carer said and what was settled since, with who and when. */
@SafeContactTest
class WhatIsKnownAfterAnAnswerTest {

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
    void whatWasSettledStandsBesideWhatTheCarerSaid() {
        String reference = live.reported("carer2", ReportAnswers.unsure("C3"));
        Map<String, Object> answer = EverythingRealTest.spoken(clock.now());
        answer.put("danger", List.of("nearOrMeeting"));
        live.send("duty1", reference, "acknowledge", answer);
        live.jobs(reference);
        String both = "not sure **Asked by Frankie Nightingale today at ";
        assertThat(shown("manager1", reference, "assessEscalation", "reported"))
                .contains("**Is any of this true now?** I", both, "A meeting nobody agreed");

        live.send("carer2", reference, "preserveEvidence", Reviews.evidence());
        String decidedOn = shown("manager1", reference, "assessEscalation", "answered");
        assertThat(decidedOn)
                .contains("**Answered by Frankie Nightingale today at ", "**Evidence**, Charlie Brookside");
        live.send("manager1", reference, "assessEscalation", Reviews.assessment());
        live.jobs(reference);
        assertThat(shown("teammanager1", reference, "secondSignature", "reported"))
                .contains(both);
        assertThat(shown("teammanager1", reference, "secondSignature", "answered"))
                .as("nobody signs on less than it was decided on")
                .isEqualTo(decidedOn);
        assertThat(shown("teammanager1", reference, "secondSignature", "levelWords"))
                .contains("It stands at **High**");

        worried(reference);
        assertThat(shown("duty1", reference, "acknowledge", "reported")).contains(both, "A meeting nobody agreed");
    }

    @Test
    void whoHasToldThePoliceAndTheirReferenceStandWhereTheyAreRungAgain() {
        String reference = live.reported("carer2", ReportAnswers.highWithPolice("C3"));
        Map<String, Object> answer = EverythingRealTest.spoken(clock.now());
        answer.put("police", "rung");
        answer.remove("policeHow");
        answer.remove("help");
        answer.put("policeWho", "I did");
        answer.put("policeAt", Weeks.london(clock.now()));
        answer.put("policeReference", "CR4711");
        live.send("duty1", reference, "acknowledge", answer);
        live.jobs(reference);
        assertThat(shown("manager1", reference, "assessEscalation", "answered"))
                .contains("**Police reference, if you have one** CR4711");

        worried(reference);
        assertThat(shown("carer2", reference, "callPolice", "toldBeforeBy"))
                .startsWith("Frankie Nightingale, today at ")
                .contains("The police were rung", "Reference **CR4711**.");
        assertThat(Visitor.loggedIn(port, "manager1")
                        .get("/safe-contact/c/" + reference)
                        .text())
                .contains("Nobody has answered what is new: it waits since today at ")
                .contains("Duty social worker Frankie Nightingale answered before that, today at ");
    }

    @Test
    void whatWasAgreedInACallThatWasPromisedStandsWhereItIsAssessed() {
        String reference = live.reported("carer2", ReportAnswers.high("C3"));
        Map<String, Object> answer = EverythingRealTest.spoken(clock.now());
        answer.put("ringsBy", Weeks.london(clock.now().plus(Duration.ofMinutes(30))));
        live.send("duty1", reference, "acknowledge", answer);
        live.jobs(reference);
        clock.advance(Duration.ofMinutes(20));
        live.send(
                "duty1",
                reference,
                "ringAsAgreed",
                Map.of(
                        "reached", "yes",
                        "spokenAt", Weeks.london(clock.now()),
                        "whoAnswered", "Charlie",
                        "childIs", "Asleep.",
                        "agreedNext", "Dana rings on Monday morning."));
        assertThat(shown("manager1", reference, "assessEscalation", "answered"))
                .containsSubsequence(
                        "Answered by Frankie Nightingale",
                        "Rung as agreed by Frankie Nightingale",
                        "Asleep",
                        "Dana rings on Monday morning");
    }

    @Test
    void whatIsStillOpenIsNamedForWhoeverAnswers() {
        String reference = live.reported("carer2", ReportAnswers.medium("C3").with("personRisk", "unknown"));
        assertThat(shown("ssw2", reference, "acknowledge", "openQuestions"))
                .startsWith("**Still open since today at ")
                .contains("who the person is. Whoever has this asks the carer");
        assertThat(shown("ssw2", live.reported("carer2", ReportAnswers.medium("C3")), "acknowledge", "openQuestions"))
                .isEmpty();
    }

    private void worried(String reference) {
        clock.advance(Duration.ofMinutes(5));
        assertThat(Visitor.loggedIn(port, "carer2")
                        .post(
                                API + "cases/" + reference + "/worried",
                                new HashMap<>(Map.of("reason", "He is at the door.", "dangerNow", true)))
                        .accepted())
                .isTrue();
        live.jobs(reference);
    }

    private String shown(String person, String reference, String key, String field) {
        return String.valueOf(live.shown(person, reference, key).get(field));
    }
}
