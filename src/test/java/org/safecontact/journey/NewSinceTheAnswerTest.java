package org.safecontact.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safecontact.journey.Evening.with;
import static org.safecontact.journey.UrgentEveningsTest.fatherThreatens;
import static org.safecontact.journey.UrgentEveningsTest.spoken;
import static org.safecontact.journey.UrgentEveningsTest.spokenAndPoliceRung;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** It was answered at six minutes past ten and the police were rung; at twenty to eleven somebody is in danger. */
@Journey
class NewSinceTheAnswerTest {

    @Autowired
    private Evening evening;

    private String reference;

    @BeforeEach
    void answeredAndThenWorse() {
        evening.begins("2026-11-28T22:00");
        reference = evening.reports("carer1", fatherThreatens());
        evening.at("2026-11-28T22:06");
        evening.complete(
                "duty1",
                reference,
                "acknowledge",
                with(spoken("2026-11-28T22:05"), "police", "toBeRung", "policeHow", "I ring 101 now."));
        evening.complete("duty1", reference, "callPolice", Map.of("police", "rang101", "policeReference", "4711/26"));
        evening.at("2026-11-28T22:40");
        assertThat(evening.as("carer1")
                        .post(
                                "/safe-contact/api/cases/" + reference + "/worried",
                                Map.of("reason", "He is at the door with a knife.", "dangerNow", true))
                        .accepted())
                .isTrue();
        evening.aMomentLater();
    }

    @Test
    void whoeverRingsTheCarerReadsWhatIsNewAndThatNobodyHasAnsweredIt() {
        evening.at("2026-11-28T22:46");
        JsonNode ring = shown("ringCarer");
        assertThat(said(ring, "reported"))
                .contains("Somebody is in danger now, says", "He is at the door with a knife");
        assertThat(said(ring, "answeredBy"))
                .isEqualTo("**Nobody has answered what is new.** Frankie Nightingale answered before that,"
                        + " today at 22:06.");

        evening.complete(
                "duty1",
                reference,
                "acknowledge",
                with(spoken("2026-11-28T22:45"), "police", "toBeRung", "policeHow", "The carer rings now."));
        assertThat(said(shown("ringCarer"), "answeredBy"))
                .startsWith("**Frankie Nightingale has answered this, today at 22:46.**");
    }

    @Test
    void whoeverAnswersReadsWhatWasAnsweredBeforeAndThatThePoliceWereRung() {
        evening.complete("carer1", reference, "callPolice", Map.of("police", "rang999"));
        assertThat(said(shown("acknowledge"), "answered"))
                .contains("**Answered by Frankie Nightingale today at 22:06:**", "Doors locked")
                .contains("**The police**, Alex Ashdown, today at 22:40:", "I rang 999");
    }

    @Test
    void aCallToThePoliceFromBeforeEndsNoCallForWhatIsNew() {
        evening.at("2026-11-28T22:44");
        Visitor duty = evening.as("duty1");
        Visitor.Todo acknowledge = evening.todo("duty1", reference, "acknowledge");
        assertThat(duty.claim(acknowledge).accepted()).isTrue();
        JsonNode bare = refused(duty.submit(acknowledge, with(spoken("2026-11-28T22:43"), "police", "rung")));
        assertThat(bare.fieldNames()).toIterable().containsExactlyInAnyOrder("policeWho", "policeAt");
        assertThat(refusedAt("2026-11-28T22:10", duty, acknowledge))
                .contains("It got more serious today at 22:40, after the police were rung", "Please tell them");
        assertThat(refusedAt("2026-11-28T22:59", duty, acknowledge)).isNotEmpty();
        assertThat(evening.todosOf("carer1", reference)).contains("callPolice");

        assertThat(duty.submit(acknowledge, spokenAndPoliceRung("2026-11-28T22:41"))
                        .text())
                .isEmpty();
        evening.aMomentLater();
        assertThat(evening.todosOf("carer1", reference)).doesNotContain("callPolice");
        assertThat(said(shown("assessEscalation"), "answered"))
                .contains("**Who rang the police?** The carer", "**When were the police rung?**");
    }

    private static String refusedAt(String time, Visitor duty, Visitor.Todo acknowledge) {
        Map<String, Object> answer = with(spokenAndPoliceRung("2026-11-28T22:43"), "policeAt", time);
        return refused(duty.submit(acknowledge, answer)).path("policeAt").asText();
    }

    private static JsonNode refused(Visitor.Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        return answer.body().path("fields");
    }

    @Test
    void theCarerReadsOnTheFirstScreenAndInTheListWhoHasIt() {
        assertThat(whoHasIt("carer3")).startsWith("Somebody talks with you by ");
        Visitor duty = evening.as("duty1");
        Visitor.Todo acknowledge = evening.todo("duty1", reference, "acknowledge");
        assertThat(duty.claim(acknowledge).accepted()).isTrue();
        String taken = "Duty social worker Frankie Nightingale has this and rings you by 22:50 today.";
        for (String carer : List.of("carer1", "carer3")) {
            assertThat(whoHasIt(carer)).isEqualTo(taken);
            assertThat(evening.as(carer).get("/safe-contact/c").text())
                    .as("%s, My reports and open cases", carer)
                    .contains(taken);
        }
        assertThat(duty.submit(acknowledge, spokenAndPoliceRung("2026-11-28T22:40"))
                        .text())
                .isEmpty();
        assertThat(whoHasIt("carer1"))
                .isEqualTo("Duty social worker Frankie Nightingale has this and has spoken with your home.");
        for (String other : List.of("carer2", "duty1")) {
            assertThat(evening.as(other).get("/safe-contact/api/reports/open").body())
                    .as(other)
                    .isEmpty();
        }
    }

    @Test
    void whatWasAgreedBeforeIsReadAsThatUntilSomebodyAnswersAnew() {
        assertThat(thanks())
                .contains("Agreed before, today at 22:06: Doors locked, the phone stays downstairs")
                .doesNotContain("Agreed: ", "The police are to be rung");
        evening.at("2026-11-28T22:44");
        evening.complete("duty1", reference, "acknowledge", spokenAndPoliceRung("2026-11-28T22:43"));
        assertThat(thanks()).contains("Agreed: Doors locked").doesNotContain("Agreed before");
    }

    private String thanks() {
        return evening.as("carer1")
                .get("/safe-contact/api/thank-you/" + reference)
                .text();
    }

    private String whoHasIt(String carer) {
        JsonNode open = evening.as(carer).get("/safe-contact/api/reports/open").body();
        assertThat(open).hasSize(1);
        assertThat(open.path(0).path("reference").asText()).isEqualTo(reference);
        return open.path(0).path("whoHasIt").asText();
    }

    private JsonNode shown(String key) {
        return evening.as("duty1").formData(evening.todo("duty1", reference, key));
    }

    private static String said(JsonNode shown, String name) {
        return shown.path(name).path("value").asText();
    }
}
