package org.safecontact.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safecontact.journey.Evening.nothingWorrying;
import static org.safecontact.journey.Evening.with;
import static org.safecontact.journey.UrgentEveningsTest.fatherThreatens;
import static org.safecontact.journey.UrgentEveningsTest.spokenAndPoliceRung;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What stands before a carer while others work: whom to ring now, who has it, what follows. */
@Journey
class WhatTheCarerReadsTest {

    private static final String RING_999 = "Ring 999 now, we are with you.";
    private static final String RING_DUTY = "Please ring duty now: 01632 960100";

    @Autowired
    private Evening evening;

    @BeforeEach
    void saturdayNight() {
        evening.begins("2026-11-28T22:00");
    }

    @Test
    void myReportsSaysWhomToRingNowAndNamesThePoliceAndEachCaseOnce() {
        String reference = evening.reports("carer1", with(fatherThreatens(), "danger", List.of("immediateDanger")));
        for (String carer : List.of("carer1", "carer3")) {
            assertThat(row(carer, reference)).as(carer).contains(RING_999, RING_DUTY);
        }
        assertThat(row("carer1", reference)).contains("On your list: ", "Ring the police, by 22:05 today");
        assertThat(row("carer3", reference))
                .as("it is asked of the other carer")
                .doesNotContain("Ring the police");
        assertThat(myReports("carer1").split(">" + reference + "<", -1))
                .as("once")
                .hasSize(2);
        assertThat(myReports("carer1")).doesNotContain("Also open", "Nothing is open");
        assertThat(myReports("carer3")).contains("Open now");

        evening.complete("carer1", reference, "callPolice", Map.of("police", "rang999"));
        assertThat(row("carer1", reference)).contains(RING_DUTY).doesNotContain(RING_999, "Ring the police");

        evening.complete("duty1", reference, "acknowledge", spokenAndPoliceRung("2026-11-28T22:00"));
        assertThat(row("carer1", reference))
                .contains("has this and has spoken with your home.")
                .doesNotContain(RING_DUTY);
    }

    @Test
    void whoHasTakenItIsNamedAlsoWhenTheReportComesAfterTheTap() {
        Visitor carer = evening.as("carer2");
        String reference = carer.beginsReport();
        carer.post("/safe-contact/api/reports/" + reference + "/danger", Map.of("answer", "yes", "child", "C3"));
        evening.aMomentLater();
        evening.at("2026-11-28T22:01");
        Visitor duty = evening.as("duty1");
        assertThat(duty.claim(evening.todo("duty1", reference, "acknowledge")).accepted())
                .isTrue();
        evening.at("2026-11-28T22:02");
        carer.submit(
                carer.todo("reportContact"),
                with(
                        nothingWorrying("C3"),
                        "danger",
                        List.of("immediateDanger"),
                        "concerns",
                        List.of("threats"),
                        "personRisk",
                        "risky"));
        evening.aMomentLater();
        assertThat(lines("carer2", reference))
                .contains("Duty social worker Frankie Nightingale has this and rings you by 22:11 today.");
    }

    @Test
    void whoeverIsOnDutyIsNotToldToRingDuty() {
        String reference = evening.reports("duty1", with(fatherThreatens(), "child", "C1"));
        JsonNode thanks = thanks("duty1", reference);
        assertThat(thanks.path("dutyFirst").asBoolean()).isFalse();
        assertThat(thanks.path("whom").asText()).isEqualTo("the team manager, Gray Teamwell");
        assertThat(thanks.path("lines").toString())
                .contains(
                        "You are on duty: what waits for you stands on your list.",
                        "ring the team manager, Gray Teamwell")
                .doesNotContain("ring duty", "talks with you");

        String others = evening.reports("ssw1", with(fatherThreatens(), "child", "C2"));
        assertThat(thanks("ssw1", others).path("dutyFirst").asBoolean()).isTrue();
    }

    @Test
    void whoSaysThatItIsEverythingReadsWhetherMoreIsAskedFor() {
        Map<String, Object> everything = with(nothingWorrying("C3"), "everything", true);
        String small = evening.reports("carer2", everything);
        assertThat(lines("carer2", small)).contains("Nobody asks you to write more.");
        assertThat(evening.todosOf("carer2", small)).doesNotContain("completeRecord");

        String more = evening.reports("carer1", with(everything, "child", "C1", "contactKind", "secretAccount"));
        assertThat(evening.level(more)).isEqualTo("MEDIUM");
        assertThat(lines("carer1", more))
                .contains("we still need it in full", "Write down what happened")
                .doesNotContain("Nobody asks you to write more");
        evening.at("2026-11-29T09:00");
        Visitor.Todo record = evening.todo("carer1", more, "completeRecord");
        assertThat(evening.as("carer1")
                        .formData(record)
                        .path("everything")
                        .path("value")
                        .asBoolean())
                .isTrue();
        evening.complete("carer1", more, "completeRecord", Map.of("whatHappened", "As I sent it."));
        assertThat(lines("carer1", more)).doesNotContain("everything");
    }

    @Test
    void whoWritesItInFullReadsWhatTheirHomeSentAndNothingThatOthersWrote() {
        String reference = evening.reports("carer1", fatherThreatens());
        evening.as("carer3")
                .post(
                        "/safe-contact/api/cases/" + reference + "/additions",
                        Map.of("kind", "FACT", "text", "He rang twice."));
        evening.as("duty1")
                .post(
                        "/safe-contact/api/cases/" + reference + "/additions",
                        Map.of("kind", "OPINION", "text", "I wonder about the home."));
        evening.at("2026-11-29T09:00");
        assertThat(sent("carer1", reference))
                .contains("father found the account", "He says he will find me", "He rang twice")
                .doesNotContain("I wonder about the home");
    }

    private String sent(String user, String reference) {
        Visitor.Todo record = evening.todo(user, reference, "completeRecord");
        return evening.as(user).formData(record).path("sent").path("value").asText();
    }

    private JsonNode thanks(String user, String reference) {
        return evening.as(user).get("/safe-contact/api/thank-you/" + reference).body();
    }

    private String lines(String user, String reference) {
        return thanks(user, reference).path("lines").toString();
    }

    private String myReports(String user) {
        return evening.as(user).get("/safe-contact/c").text();
    }

    private String row(String user, String reference) {
        String page = myReports(user);
        return page.substring(page.indexOf(">" + reference + "<")).split("</li>")[0];
    }
}
