package org.safecontact.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safecontact.journey.Evening.nothingWorrying;
import static org.safecontact.journey.Evening.with;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Journeys where people are needed now. */
@Journey
class UrgentEveningsTest {

    @Autowired
    private Evening evening;

    @Test
    void saturdayTenAtNight() {
        evening.begins("2026-11-28T22:04");
        String reference = evening.reports("carer1", fatherThreatens());

        Visitor.Answer thankYou = evening.as("carer1").get("/safe-contact/api/thank-you/" + reference);
        assertThat(thankYou.body().path("dutyFirst").asBoolean()).isTrue();
        assertThat(thankYou.text())
                .contains("Whoever answers arranges the police")
                .contains("01632 960100");
        assertThat(evening.as("duty1").todo("acknowledge").due())
                .hasValueSatisfying(due -> assertThat(due).startsWith("2026-11-28T22:34"));
        assertThat(evening.mailsTo("duty1")).hasSize(1);
        assertThat(evening.mailsTo("manager1")).hasSize(1);
        Visitor.Todo emergencyDutyTeam = evening.as("duty1").todo("tellByTelephone");
        assertThat(evening.as("duty1").formData(emergencyDutyTeam).toString()).contains("01632");
        assertThat(evening.as("manager1").has("tellByTelephone")).isTrue();
        assertThat(evening.mailsTo("teammanager1")).isEmpty();

        evening.at("2026-11-28T22:34");
        assertThat(evening.alarmsTo("teammanager1"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.subject()).endsWith("please answer by 22:49 today"));
        Visitor teamManager = evening.as("teammanager1");
        Visitor.Todo acknowledge = teamManager.todo("acknowledge");
        assertThat(teamManager.claim(acknowledge).accepted()).isTrue();
        evening.at("2026-11-28T22:40");
        assertThat(teamManager
                        .submit(acknowledge, with(spoken("2026-11-28T22:38"), "police", "rung"))
                        .text())
                .isEmpty();
        evening.aMomentLater();
        assertThat(evening.as("manager1").has("acknowledge")).isFalse();

        Visitor.Todo police = teamManager.todo("callPolice");
        assertThat(police.assignee()).contains("teammanager1");
        assertThat(police.due()).hasValueSatisfying(due -> assertThat(due).startsWith("2026-11-28T23:40"));
        teamManager.complete("callPolice", Map.of("police", "rang101", "policeReference", "CRIME-1234-26"));

        evening.as("carer1")
                .complete(
                        "preserveEvidence",
                        Map.of(
                                "phone", "childGave",
                                "device", "charging",
                                "evidenceKinds", List.of("textMessages"),
                                "app", "A messenger",
                                "handle", "dad_is_back",
                                "wordsSeen", "I will find you"));

        evening.at("2026-11-29T00:30");
        evening.as("manager1").complete("assessEscalation", assessed());
        assertThat(evening.as("manager1")
                        .submit(
                                evening.as("manager2").todo("secondSignature"),
                                Map.of("signed", "sign", "help", "C1 sleeps safely."))
                        .accepted())
                .as("nobody signs the own assessment")
                .isFalse();
        evening.as("manager2").complete("secondSignature", Map.of("signed", "sign", "help", "C1 sleeps safely."));

        evening.at("2026-11-30T09:00");
        assertThat(evening.mailsTo("ssw1")).isNotEmpty();
        assertThat(evening.as("ssw1").has("acknowledge")).isTrue();
        assertThat(evening.as("ssw1").has("tellByTelephone")).isTrue();
        assertThat(evening.as("ssw1")
                        .get("/safe-contact/api/cases/" + reference + "/record")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void now() {
        evening.begins("2026-11-28T19:00");
        Visitor carer = evening.as("carer2");
        String reference = carer.post("/safe-contact/api/reports", Map.of())
                .body()
                .path("reference")
                .asText();
        Visitor.Todo report = carer.todo("reportContact");
        assertThat(carer.get("/camunda/api/engine/engine/default/task/" + report.id() + "/deployed-form")
                        .body()
                        .path("components")
                        .path(0)
                        .path("text")
                        .asText())
                .contains("999");
        for (int taps = 0; taps < 2; taps++) {
            assertThat(carer.post("/safe-contact/api/reports/" + reference + "/danger", Map.of("answer", "yes"))
                            .accepted())
                    .isTrue();
        }
        evening.aMomentLater();

        assertThat(carer.todo("callPolice").assignee()).contains("carer2");
        assertThat(carer.has("reportContact")).as("the report stays open").isTrue();
        assertThat(evening.as("duty1").has("acknowledge")).isTrue();
        assertThat(evening.mailsTo("duty1")).hasSize(1);
        assertThat(evening.mailsTo("manager1")).hasSize(1);
        assertThat(evening.as("duty1").has("ringCarer")).isFalse();

        evening.at("2026-11-28T19:05:02");
        assertThat(evening.as("duty1").has("ringCarer")).isTrue();
        assertThat(evening.as("manager1").has("ringCarer")).isTrue();
    }

    @Test
    void fridayTwentyPastFour() {
        evening.begins("2026-11-27T16:20");
        evening.reports(
                "carer1", with(nothingWorrying("C1"), "contactBarred", "yes", "whatHappened", "Father wrote to C1."));
        assertThat(evening.as("ssw1").has("acknowledge")).isTrue();
        assertThat(evening.mailsTo("duty1")).isEmpty();

        evening.at("2026-11-27T16:50");
        assertThat(evening.alarmsTo("duty1")).hasSize(1);
        assertThat(evening.as("duty1").has("acknowledge")).isTrue();

        evening.at("2026-11-27T17:00");
        assertThat(evening.formsOf("duty1", "tellByTelephone")).anyMatch(form -> form.contains("Emergency duty team"));

        evening.as("duty1")
                .complete(
                        "acknowledge",
                        with(spoken("2026-11-27T17:02"), "police", "notNeeded", "policeHow", "Nobody is near."));
        evening.at("2026-11-30T09:00");
        assertThat(evening.as("ssw1").has("acknowledge")).isTrue();
        assertThat(evening.as("ssw1").has("tellByTelephone")).isTrue();
    }

    @Test
    void sheTookItAndFellAsleep() {
        evening.begins("2026-11-28T22:00");
        evening.reports(
                "carer1", with(nothingWorrying("C1"), "contactBarred", "yes", "whatHappened", "Father wrote to C1."));
        Visitor duty = evening.as("duty1");
        Visitor.Todo acknowledge = duty.todo("acknowledge");
        duty.claim(acknowledge);
        assertThat(evening.mailsTo("teammanager1")).isEmpty();

        Visitor.Answer notSpoken = duty.submit(
                acknowledge,
                Map.of(
                        "spokenWithCarer", "no",
                        "childIs", "I do not know.",
                        "agreed", "Nothing yet.",
                        "police", "rung"));
        assertThat(notSpoken.status()).isEqualTo(400);
        assertThat(notSpoken.text()).contains("ring first");

        evening.at("2026-11-28T22:10:02");
        assertThat(evening.alarmsTo("teammanager1")).hasSize(1);
        assertThat(evening.as("teammanager1").has("acknowledge")).isTrue();
    }

    @Test
    void iWasNotSure() {
        evening.begins("2026-11-28T22:00");
        String reference = evening.reports(
                "carer1",
                with(nothingWorrying("C1"), "danger", List.of("unsure"), "whatHappened", "A message from an aunt."));
        assertThat(evening.mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail.to()).contains("duty1"));

        evening.at("2026-11-28T22:10");
        evening.as("duty1")
                .complete(
                        "acknowledge",
                        with(
                                spoken("2026-11-28T22:08"),
                                "danger",
                                List.of("none"),
                                "police",
                                "notNeeded",
                                "policeHow",
                                "Nobody is in danger."));
        evening.aMomentLater();

        assertThat(evening.level(reference)).isEqualTo("LOW");
        assertThat(evening.mailsTo("manager1")).isEmpty();
        assertThat(evening.recordOf(reference, "duty1").toString())
                .contains("I'm not sure")
                .contains("None of these");
        assertThat(evening.as("ssw1").has("reviewContact")).isTrue();
    }

    @Test
    void twoAtOnce() {
        evening.begins("2026-11-25T10:00");
        evening.reports(
                "carer1", with(nothingWorrying("C1"), "contactBarred", "yes", "whatHappened", "Father wrote to C1."));
        evening.at("2026-11-25T10:31");
        Visitor worker = evening.as("ssw1");
        Visitor duty = evening.as("duty1");
        Visitor.Todo acknowledge = duty.todo("acknowledge");
        assertThat(worker.todo("acknowledge").id()).isEqualTo(acknowledge.id());

        Map<String, Object> answer = with(spoken("2026-11-25T10:30"), "police", "rung");
        List<Visitor.Answer> both = evening.atOnce(
                () -> worker.submit(acknowledge, with(answer, "agreed", "What the worker typed.")),
                () -> duty.submit(acknowledge, with(answer, "agreed", "What duty typed.")));

        assertThat(both).filteredOn(Visitor.Answer::accepted).hasSize(1);
        assertThat(both)
                .filteredOn(late -> !late.accepted())
                .singleElement()
                .satisfies(late -> assertThat(late.status()).isEqualTo(409));
        assertThat(worker.get("/safe-contact/what-i-wrote").text()).contains("What the worker typed.");
        assertThat(duty.get("/safe-contact/what-i-wrote").text()).contains("What duty typed.");
    }

    static Map<String, Object> fatherThreatens() {
        return with(
                nothingWorrying("C1"),
                "concerns",
                List.of("threats"),
                "personRisk",
                "risky",
                "contactBarred",
                "yes",
                "distress",
                "unsettled",
                "whatHappened",
                "C1's father found the account, threatens, and asks where C1 lives.",
                "childSaid",
                "He says he will find me.");
    }

    static Map<String, Object> spoken(String at) {
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("spokenWithCarer", "yes");
        answers.put("spokenAt", at);
        answers.put("childIs", "At home, in bed, calm.");
        answers.put("agreed", "Doors locked, the phone stays downstairs, I ring at eight.");
        return answers;
    }

    static Map<String, Object> assessed() {
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("done", "Spoken with the carer, the police and the emergency duty team.");
        answers.put("police", "told");
        answers.put("policeWords", "101, reference CRIME-1234-26.");
        answers.put("referrals", List.of("none"));
        answers.put("notify", List.of("placingAuthority"));
        answers.put("notifyWords", "Emergency duty team, 22:20, by telephone.");
        answers.put("wishes", "C1 wants to stay and wants him to stop.");
        answers.put("whoToldChild", "The carer, at 22:30.");
        answers.put("childSeen", "no");
        answers.put("device", "childGave");
        answers.put("parents", "asked");
        answers.put("parentsAskedOn", "2026-11-27");
        answers.put("abuseReport", "no");
        answers.put("safeTonight", "yes");
        answers.put("decision", "The police visit on Sunday; the school is told on Monday by the authority.");
        answers.put("reasons", "He is barred and asks where the child lives.");
        answers.put("help", "C1 is safe and knows what happens.");
        return answers;
    }
}
