package org.safecontact.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safecontact.journey.Evening.nothingWorrying;
import static org.safecontact.journey.UrgentEveningsTest.assessed;
import static org.safecontact.journey.UrgentEveningsTest.fatherThreatens;
import static org.safecontact.journey.UrgentEveningsTest.fatherWrote;
import static org.safecontact.journey.UrgentEveningsTest.spoken;
import static org.safecontact.journey.UrgentEveningsTest.spokenAndPoliceRung;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was answered, asked or signed before it got worse answers nothing of that. */
@Journey
class ItGetsWorseTest {

    @Autowired
    private Evening evening;

    @Test
    void nobodyJoinsATurnThatBeganWhileItWasLessSerious() {
        evening.begins("2026-11-26T06:00");
        String reference = evening.reports("carer2", with(nothingWorrying("C3"), "danger", List.of("threatToLife")));
        evening.at("2026-11-26T06:02");
        evening.as("manager1").post("/safe-contact/api/cases/" + reference + "/lower", lowering());
        evening.at("2026-11-26T06:16");
        assertThat(evening.todosOf("ssw2", reference))
                .as("the next turn is at LOW")
                .contains("acknowledge");
        Visitor.Todo asLow = evening.todo("ssw2", reference, "acknowledge");

        evening.at("2026-11-26T06:20");
        isMoreWorried("carer2", reference, "He stands at the door.", true);
        evening.aMomentLater();

        assertThat(evening.level(reference)).isEqualTo("IMMEDIATE");
        assertThat(evening.alarmsTo("duty1"))
                .as("an alarm of its own, in the time of its own level")
                .anySatisfy(mail -> assertThat(mail.subject()).endsWith("please answer by 06:35 today"));
        assertThat(evening.as("ssw2").claim(asLow).accepted()).isTrue();
        assertThat(evening.as("ssw2")
                        .submit(asLow, Map.of("whatNext", "I look at it tomorrow."))
                        .text())
                .isEmpty();
        evening.aMomentLater();
        assertThat(thanks("carer2", reference))
                .contains("Somebody talks with you")
                .doesNotContain("has spoken");
        assertThat(evening.todosOf("duty1", reference)).contains("acknowledge");
    }

    @Test
    void aTalkFromBeforeIsNoAnswerAndWhoHasItHearsOfIt() {
        evening.begins("2026-11-28T22:00");
        String reference = evening.reports("carer1", fatherWrote());
        Visitor duty = evening.as("duty1");
        Visitor.Todo acknowledge = evening.todo("duty1", reference, "acknowledge");
        assertThat(duty.claim(acknowledge).accepted()).isTrue();
        evening.at("2026-11-28T22:03");
        int before = evening.mailsTo("duty1").size();
        isMoreWorried("carer3", reference, "She has gone out of the window.", false);
        evening.aMomentLater();
        assertThat(evening.mailsTo("duty1")).as("whoever has it hears at once").hasSize(before + 1);

        evening.at("2026-11-28T22:05");
        Visitor.Answer refused = duty.submit(acknowledge, noPolice("2026-11-28T22:02"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("fields").path("spokenAt").asText())
                .contains("It got more serious today at 22:03", "Please ring again");
        assertThat(duty.submit(acknowledge, noPolice("2026-11-28T22:04")).text())
                .isEmpty();
        evening.aMomentLater();
        assertThat(thanks("carer1", reference)).contains("Frankie Nightingale has this and has spoken with your home");
    }

    @Test
    void whoeverAnsweredAndKnowsOfWorseThemselfNeedNotRingAgain() {
        evening.begins("2026-11-28T22:00");
        String reference = evening.reports("carer1", fatherWrote());
        Visitor duty = evening.as("duty1");
        Visitor.Todo acknowledge = evening.todo("duty1", reference, "acknowledge");
        assertThat(duty.claim(acknowledge).accepted()).isTrue();
        evening.at("2026-11-28T22:04");
        isMoreWorried("duty1", reference, "The carer says that he threatens.", false);
        evening.at("2026-11-28T22:05");
        assertThat(duty.submit(acknowledge, noPolice("2026-11-28T22:02")).text())
                .isEmpty();
    }

    @Test
    void aReportThatSaysMoreThanTheTapBeforeItIsANewAlarmAndTheOldAnswerIsPast() {
        evening.begins("2026-11-28T22:00");
        Visitor carer = evening.as("carer2");
        String reference = carer.beginsReport();
        carer.post(
                "/safe-contact/api/reports/" + reference + "/danger",
                Map.of("answer", "unsure", "question", "unsure", "child", "C3"));
        evening.aMomentLater();
        evening.at("2026-11-28T22:05");
        evening.complete("duty1", reference, "acknowledge", stillNotSure("2026-11-28T22:04"));

        evening.at("2026-11-28T22:08");
        carer.submit(carer.todo("reportContact"), with(nothingWorrying("C3"), "danger", List.of("immediateDanger")));
        assertThat(evening.level(reference)).isEqualTo("IMMEDIATE");
        assertThat(thanks("carer2", reference))
                .contains("Ring 999", "Somebody talks with you")
                .doesNotContain("has spoken");
        evening.aMomentLater();
        assertThat(evening.todosOf("duty1", reference)).contains("acknowledge");
        assertThat(thanks("carer2", reference)).doesNotContain("has spoken");
        Visitor duty = evening.as("duty1");
        assertThat(duty.formData(evening.todo("duty1", reference, "acknowledge"))
                        .path("reportedAt")
                        .toString())
                .as("clocks run from the tap, and so does what people read")
                .contains("22:00");
        JsonNode assess = duty.formData(evening.todo("duty1", reference, "assessEscalation"));
        assertThat(assess.path("reportedAt").toString()).contains("22:00");
        assertThat(assess.path("lateWords").toString()).contains("the tap on danger; the report was sent", "22:08");
    }

    @Test
    void inDangerThePoliceAreAskedForAgainWhateverWasSaidBefore() {
        evening.begins("2026-11-28T22:00");
        String reference = evening.reports("carer1", fatherThreatens());
        evening.at("2026-11-28T22:06");
        evening.complete(
                "duty1",
                reference,
                "acknowledge",
                with(spoken("2026-11-28T22:05"), "police", "toBeRung", "policeHow", "I ring 101 now."));
        evening.complete("duty1", reference, "callPolice", Map.of("police", "rang101", "policeReference", "4711/26"));

        evening.at("2026-11-28T22:40");
        isMoreWorried("carer1", reference, "He is at the door with a knife.", true);
        evening.aMomentLater();
        assertThat(evening.todosOf("carer1", reference)).contains("callPolice");
        assertThat(evening.todo("carer1", reference, "callPolice").due())
                .hasValueSatisfying(due -> assertThat(due).startsWith("2026-11-28T22:45"));
        evening.at("2026-11-28T22:46");
        assertThat(evening.todosOf("duty1", reference))
                .as("nobody confirmed it")
                .contains("ringCarer");
        evening.at("2026-11-28T22:55");
        assertThat(evening.as("duty1").todosOn("Late"))
                .as("what is offered by name is late too, and what a carer writes is not")
                .extracting(Visitor.Todo::key)
                .contains("ringCarer")
                .doesNotContain("preserveEvidence", "completeRecord", "callPolice");
        isMoreWorried("carer1", reference, "He is still there.", true);
        evening.aMomentLater();
        assertThat(evening.todosOf("carer1", reference).stream().filter("callPolice"::equals))
                .as("once for the same danger")
                .hasSize(1);
    }

    @Test
    void aWorryThatIsNewAsksForThePoliceAgainBelowDangerToo() {
        evening.begins("2026-11-28T22:00");
        String reference = evening.reports("carer1", fatherThreatens());
        evening.at("2026-11-28T22:06");
        evening.complete(
                "duty1",
                reference,
                "acknowledge",
                with(spoken("2026-11-28T22:05"), "police", "toBeRung", "policeHow", "I ring 101 now."));
        evening.complete("duty1", reference, "callPolice", Map.of("police", "rang101", "policeReference", "4711/26"));
        evening.at("2026-11-28T23:00");
        isMoreWorried("carer1", reference, "He has sent a picture that may be nude.", false);
        evening.at("2026-11-28T23:06");
        evening.complete("duty1", reference, "acknowledge", noPolice("2026-11-28T23:05", "police", "toBeRung"));
        evening.aMomentLater();
        assertThat(evening.todosOf("duty1", reference).stream().filter("callPolice"::equals))
                .hasSize(1);
    }

    @Test
    void whoeverAnswersAndSaysThatThePoliceWereRungConfirmsIt() {
        evening.begins("2026-11-28T22:00");
        String reference = evening.reports("carer2", with(nothingWorrying("C3"), "danger", List.of("immediateDanger")));
        assertThat(evening.todosOf("carer2", reference)).contains("callPolice");
        evening.at("2026-11-28T22:03");
        evening.complete("duty1", reference, "acknowledge", spokenAndPoliceRung("2026-11-28T22:02"));
        evening.aMomentLater();
        assertThat(evening.todosOf("carer2", reference)).doesNotContain("callPolice");
        assertThat(thanks("carer2", reference))
                .contains("The police were told.")
                .doesNotContain("Ring 999", "were rung");
        evening.at("2026-11-28T22:10");
        assertThat(evening.todosOf("duty1", reference)).doesNotContain("ringCarer", "callPolice");
    }

    @Test
    void whoeverIsOnDutyCanAnswerWhenTheCarerRingsThem() {
        evening.begins("2026-11-26T11:00");
        String reference = evening.reports("carer1", fatherThreatens());
        evening.aMomentLater();
        assertThat(thanks("carer1", reference)).contains("\"dutyFirst\":true");
        assertThat(evening.alarmsTo("duty1")).as("not their turn").isEmpty();
        evening.at("2026-11-26T11:04");
        evening.complete(
                "duty1",
                reference,
                "acknowledge",
                with(spoken("2026-11-26T11:03"), "police", "toBeRung", "policeHow", "I ring 101 now."));
        evening.aMomentLater();
        assertThat(evening.todosOf("ssw1", reference)).doesNotContain("acknowledge");
        assertThat(thanks("carer1", reference)).contains("Frankie Nightingale has this and has spoken with your home.");
    }

    @Test
    void whatIsTickedWhileTheCallIsWrittenDownIsAnsweredByWhoeverTookIt() {
        evening.begins("2026-11-26T11:00");
        String reference = tickedByDuty("C3");
        assertThat(evening.alarmsTo("ssw2")).hasSize(1);
        evening.at("2026-11-26T11:03");
        evening.complete("duty1", reference, "reportContact", byTelephone("unsure"));
        evening.aMomentLater();

        assertThat(evening.level(reference)).isEqualTo("HIGH");
        assertThat(evening.todosOf("ssw2", reference)).doesNotContain("acknowledge");
        assertThat(evening.todosOf("manager1", reference))
                .as("told with it, and the authority is to be rung")
                .contains("tellByTelephone");
        assertThat(thanks("carer2", reference)).contains("Frankie Nightingale has this and has spoken with you.");
        assertThat(evening.todosOf("carer2", reference))
                .as("the caller is with the child")
                .contains("preserveEvidence", "completeRecord");
        evening.at("2026-11-26T11:50");
        assertThat(evening.alarmsTo("teammanager1")).as("nobody is woken").isEmpty();
    }

    @Test
    void whatWasAgreedIsReadAlsoWhereTheAnswerItselfMadeItMoreSerious() {
        evening.runsFrom("2026-11-26T11:00");
        Visitor carer = evening.as("carer2");
        String reference = carer.beginsReport();
        carer.post(
                "/safe-contact/api/reports/" + reference + "/danger",
                Map.of("answer", "unsure", "question", "unsure", "child", "C3"));
        evening.aMomentLater();
        evening.complete(
                "ssw2",
                reference,
                "acknowledge",
                with(
                        stillNotSure("2026-11-26T11:00"),
                        "concerns",
                        List.of("threats"),
                        "personRisk",
                        "risky",
                        "police",
                        "toBeRung",
                        "help",
                        null));
        assertThat(evening.linesOf(reference, "ssw2").toString()).contains("Police: They are needed now.");
        assertThat(thanks("carer2", reference)).contains("has spoken with you", "Agreed: Doors locked", "The police ");
    }

    @Test
    void whatIsTypedIntoAnAnswerStandsInItAlsoWhenTheNextPeopleAreAsked() {
        evening.begins("2026-11-28T22:00");
        String reference = evening.reports("carer1", fatherWrote());
        Visitor duty = evening.as("duty1");
        Visitor.Todo first = evening.todo("duty1", reference, "acknowledge");
        duty.claim(first);
        duty.method(
                "PUT",
                "/safe-contact/api/tasks/" + first.id() + "/draft",
                Map.of("answers", Map.of("childIs", "In the kitchen, shaking.")));
        evening.at("2026-11-28T22:31");
        Visitor.Todo next = evening.todo("duty1", reference, "acknowledge");
        assertThat(next.id()).isNotEqualTo(first.id());
        assertThat(duty.formData(next).path("childIs").path("value").asText()).isEqualTo("In the kitchen, shaking.");

        evening.as("manager1")
                .post(
                        "/safe-contact/api/cases/" + reference + "/additions",
                        Map.of("kind", "FACT", "text", "Uncle Dex has the address."));
        assertThat(duty.formData(next).toString())
                .as("what was added stands before whoever answers")
                .contains("Uncle Dex has the address");
    }

    @Test
    void nobodySeesACarerAsLateWhateverIsOverdue() {
        evening.begins("2026-11-24T10:00");
        String reference = evening.reports("carer1", with(nothingWorrying("C1"), "danger", List.of("immediateDanger")));
        evening.at("2026-11-24T10:06");
        evening.complete(
                "ssw1",
                reference,
                "acknowledge",
                with(spoken("2026-11-24T10:05"), "police", "toBeRung", "policeHow", "The carer rings now."));
        evening.at("2026-11-25T11:00");
        String[] theirs = {"preserveEvidence", "callPolice", "completeRecord", "observeWellbeing"};
        assertThat(evening.todosOf("carer1", reference))
                .as("overdue all of them but the look")
                .contains(theirs);
        for (String worker : List.of("ssw1", "duty1", "manager1")) {
            assertThat(evening.as(worker).todosOn("Late"))
                    .as(worker)
                    .extracting(Visitor.Todo::key)
                    .contains("assessEscalation")
                    .doesNotContain(theirs);
        }
        evening.at("2026-11-25T12:30");
        assertThat(evening.as("ssw1").todosOn("Late"))
                .extracting(Visitor.Todo::key)
                .doesNotContain(theirs);
    }

    @Test
    void aWorkersOwnCallToThePoliceIsLateAndACarersIsNot() {
        evening.begins("2026-11-28T22:00");
        String reference = evening.reports("carer1", fatherThreatens());
        evening.at("2026-11-28T22:06");
        evening.complete(
                "duty1",
                reference,
                "acknowledge",
                with(spoken("2026-11-28T22:05"), "police", "toBeRung", "policeHow", "I ring 101 now."));
        assertThat(evening.todosOf("duty1", reference)).contains("callPolice");
        assertThat(late("duty1")).doesNotContain("callPolice");

        evening.at("2026-11-28T23:10");
        for (String worker : List.of("duty1", "manager1")) {
            assertThat(late(worker)).as(worker).contains("callPolice");
        }
        evening.as("manager1").claim(evening.todo("manager1", reference, "callPolice"));
        assertThat(late("duty1")).as("whoever of them has it").contains("callPolice");
    }

    @Test
    void whatAWorkerReportedIsNotLateOnceTheHomeIsAskedToo() {
        evening.begins("2026-11-24T10:00");
        String reference = evening.reports("ssw1", nothingWorrying("C1"));
        evening.at("2026-11-25T10:30");
        assertThat(evening.todosOf("carer1", reference)).contains("completeRecord");
        assertThat(late("ssw1")).doesNotContain("completeRecord");
    }

    private List<String> late(String worker) {
        return evening.as(worker).todosOn("Late").stream()
                .map(Visitor.Todo::key)
                .toList();
    }

    @Test
    void aTickThatTheCallSettlesEndsQuietly() {
        evening.begins("2026-11-26T11:00");
        String reference = tickedByDuty("C3");
        evening.at("2026-11-26T11:03");
        evening.complete("duty1", reference, "reportContact", byTelephone("none"));
        evening.aMomentLater();
        assertThat(evening.level(reference)).isEqualTo("LOW");
        assertThat(evening.todosOf("ssw2", reference)).doesNotContain("acknowledge", "assessEscalation");
        assertThat(evening.todosOf("manager1", reference)).doesNotContain("assessEscalation", "tellByTelephone");
        assertThat(evening.mailsTo("manager1")).isEmpty();
        assertThat(evening.todosOf("ssw2", reference)).contains("reviewContact");
    }

    @Test
    void whatTheCallSaysBesideTheTickIsAnsweredToo() {
        evening.begins("2026-11-26T11:00");
        String reference = tickedByDuty("C3");
        evening.at("2026-11-26T11:03");
        evening.complete(
                "duty1", reference, "reportContact", with(byTelephone("unsure"), "concerns", List.of("crime")));
        evening.aMomentLater();
        assertThat(evening.level(reference)).isEqualTo("HIGH");
        assertThat(evening.todosOf("ssw2", reference)).doesNotContain("acknowledge");
        assertThat(thanks("carer2", reference)).contains("Frankie Nightingale has this and has spoken with you.");
    }

    @Test
    void whatTheCallSaysAfterTheTickWasAnsweredIsToldAgain() {
        evening.begins("2026-11-26T11:00");
        String reference = tickedByDuty("C3");
        evening.at("2026-11-26T11:02");
        evening.complete("ssw2", reference, "acknowledge", stillNotSure("2026-11-26T11:01"));
        evening.at("2026-11-26T11:05");
        evening.complete(
                "duty1", reference, "reportContact", with(byTelephone("unsure"), "concerns", List.of("crime")));
        evening.aMomentLater();
        assertThat(evening.todosOf("ssw2", reference))
                .as("nobody who was asked knows of the crime")
                .contains("acknowledge");
    }

    @Test
    void whoIsMoreWorriedMeanwhileIsNotAnsweredByTheCall() {
        evening.begins("2026-11-26T11:00");
        String reference = tickedByDuty("C3");
        isMoreWorried("teammanager1", reference, "I know that name.", false);
        evening.aMomentLater();
        evening.at("2026-11-26T11:03");
        evening.complete("duty1", reference, "reportContact", byTelephone("unsure"));
        evening.aMomentLater();
        assertThat(evening.todosOf("ssw2", reference)).contains("acknowledge");
    }

    @Test
    void whoWasNamedBeforeHearsNothingOfTheCallEither() {
        evening.begins("2026-11-26T10:00");
        evening.reports(
                "carer2", with(nothingWorrying("C3"), "namedPerson", "worker", "namedPersons", List.of("manager1")));
        evening.at("2026-11-26T11:00");
        int before = evening.mailsTo("manager1").size();
        String reference = tickedByDuty("");
        evening.at("2026-11-26T11:03");
        evening.complete("duty1", reference, "reportContact", byTelephone("unsure"));
        evening.aMomentLater();
        assertThat(evening.mailsTo("manager1")).hasSize(before);
        assertThat(evening.todosOf("manager1", reference)).isEmpty();
    }

    @Test
    void whatBecomesKnownWhileAPersonsLevelStandsIsNewToThatPersonToo() {
        evening.begins("2026-11-26T18:50");
        String reference = evening.reports("carer1", fatherWrote());
        evening.at("2026-11-26T18:55");
        isMoreWorried("manager1", reference, "I know him.", true);
        evening.at("2026-11-26T20:05");
        Map<String, Object> looked = lowering();
        evening.at("2026-11-26T20:06");
        evening.complete(
                "carer1",
                reference,
                "observeWellbeing",
                Map.of("compared", "same", "signs", List.of("missing"), "tonight", List.of("reassured")));
        assertThat(evening.as("manager1")
                        .post("/safe-contact/api/cases/" + reference + "/lower", looked)
                        .status())
                .isEqualTo(409);
    }

    /** Duty begins to write down a call and ticks <i>not sure</i>. */
    private String tickedByDuty(String child) {
        Visitor duty = evening.as("duty1");
        String reference = duty.beginsReport();
        Map<String, Object> tick = child.isEmpty()
                ? Map.of("answer", "unsure", "question", "unsure")
                : Map.of("answer", "unsure", "question", "unsure", "child", child);
        assertThat(duty.post("/safe-contact/api/reports/" + reference + "/danger", tick)
                        .accepted())
                .isTrue();
        evening.aMomentLater();
        return reference;
    }

    private static Map<String, Object> byTelephone(String danger) {
        return with(
                nothingWorrying("C3"),
                "danger",
                List.of(danger),
                "byTelephone",
                true,
                "caller",
                "carer2",
                "calledAt",
                "2026-11-26T10:58");
    }

    @Test
    void theOtherCarerWhoIsWithTheDangerCanConfirmTheCallToThePolice() {
        evening.begins("2026-11-26T11:00");
        String reference = evening.reports("carer1", fatherWrote());
        evening.at("2026-11-26T11:05");
        isMoreWorried("carer3", reference, "He is at the door.", true);
        evening.aMomentLater();
        assertThat(evening.todosOf("carer1", reference)).contains("callPolice");
        assertThat(evening.todosOf("carer3", reference)).contains("callPolice");
        assertThat(evening.as("manager1")
                        .post(
                                "/safe-contact/api/cases/" + reference + "/lower",
                                Map.of(
                                        "level",
                                        "HIGH",
                                        "reason",
                                        "He left.",
                                        "help",
                                        "Calm.",
                                        "seenAt",
                                        evening.now().toString()))
                        .accepted())
                .isTrue();
        assertThat(thanks("carer1", reference))
                .contains("The police are still to be rung")
                .doesNotContain("you need not ring them");
        evening.complete("carer3", reference, "callPolice", Map.of("police", "rang999"));
        assertThat(evening.todosOf("carer1", reference)).doesNotContain("callPolice");
    }

    @Test
    void aDangerThatIsSeenIsNewsAlsoWhereItWasAsSeriousForTheSameReasonBefore() {
        evening.begins("2026-11-26T11:00");
        String reference = evening.reports("carer2", with(nothingWorrying("C3"), "danger", List.of("immediateDanger")));
        evening.complete("carer2", reference, "callPolice", Map.of("police", "rang999"));
        evening.at("2026-11-26T11:12");
        evening.complete("ssw2", reference, "acknowledge", noPolice("2026-11-26T11:10"));
        evening.complete("ssw2", reference, "assessEscalation", with(assessed(), "parentsAskedOn", "2026-11-26"));
        evening.at("2026-11-26T20:06");
        evening.complete(
                "carer2",
                reference,
                "observeWellbeing",
                Map.of("compared", "same", "signs", List.of("missing"), "tonight", List.of("reassured")));
        evening.aMomentLater();

        assertThat(evening.level(reference)).isEqualTo("IMMEDIATE");
        assertThat(evening.todosOf("carer2", reference))
                .as("999 again, for this danger")
                .contains("callPolice");
        assertThat(thanks("carer2", reference))
                .contains("Ring 999 now", "Somebody talks with you")
                .doesNotContain("has spoken", "The police were told");
        evening.at("2026-11-26T20:07");
        Visitor.Todo acknowledge = evening.todo("duty1", reference, "acknowledge");
        assertThat(evening.as("duty1").claim(acknowledge).accepted()).isTrue();
        assertThat(evening.as("duty1")
                        .submit(acknowledge, noPolice("2026-11-26T11:10"))
                        .body()
                        .path("fields")
                        .path("spokenAt")
                        .asText())
                .contains("It got more serious today at 20:06");
        assertThat(evening.as("duty1")
                        .submit(acknowledge, noPolice("2026-11-26T20:06"))
                        .text())
                .as("in the same minute")
                .isEmpty();
        evening.aMomentLater();
        assertThat(evening.todosOf("ssw2", reference))
                .as("to be assessed for what is new")
                .contains("assessEscalation");
    }

    @Test
    void whatAManagerLoweredStandsUntilSomethingWorseIsKnown() {
        evening.begins("2026-11-26T11:00");
        String reference = evening.reports("carer1", with(nothingWorrying("C1"), "danger", List.of("immediateDanger")));
        evening.aMomentLater();
        assertThat(evening.as("manager1")
                        .post("/safe-contact/api/cases/" + reference + "/lower", lowering())
                        .accepted())
                .isTrue();
        assertThat(thanks("carer1", reference))
                .contains("A manager has looked at this.", "What is on your list still needs doing")
                .doesNotContain("Carry on as usual");

        evening.at("2026-11-26T11:05");
        Map<String, Object> answer = noPolice("2026-11-26T11:04");
        evening.complete("ssw1", reference, "acknowledge", answer);
        assertThat(evening.level(reference)).as("nothing worse was answered").isEqualTo("LOW");

        evening.at("2026-11-26T20:05");
        evening.complete(
                "carer1",
                reference,
                "observeWellbeing",
                Map.of("compared", "same", "signs", List.of("newContact"), "tonight", List.of("reassured")));
        assertThat(evening.level(reference)).as("nor by this look").isEqualTo("LOW");

        evening.at("2026-11-27T20:05");
        evening.complete(
                "carer1",
                reference,
                "observeWellbeing",
                Map.of("compared", "same", "signs", List.of("missing"), "tonight", List.of("reassured")));
        assertThat(evening.level(reference)).isEqualTo("IMMEDIATE");
    }

    private Map<String, Object> lowering() {
        return Map.of(
                "level",
                "LOW",
                "reason",
                "A game.",
                "help",
                "Calm.",
                "seenAt",
                evening.now().toString());
    }

    @Test
    void whatWasSignedBeforeIsAssessedAgainAndAnOpenAssessmentSooner() {
        evening.begins("2026-11-24T10:00");
        String reference = evening.reports("carer1", fatherWrote());
        evening.at("2026-11-24T10:06");
        evening.complete("ssw1", reference, "acknowledge", noPolice("2026-11-24T10:05"));
        assertThat(evening.todo("ssw1", reference, "assessEscalation").due())
                .hasValueSatisfying(due -> assertThat(due).startsWith("2026-11-24T14:00"));
        evening.complete("ssw1", reference, "assessEscalation", with(assessed(), "parentsAskedOn", "2026-11-24"));
        evening.complete("manager1", reference, "secondSignature", Map.of("signed", "sign", "help", "She is safe."));

        evening.at("2026-11-24T12:00");
        isMoreWorried("carer1", reference, "He wrote again.", false);
        evening.at("2026-11-24T12:06");
        evening.complete("ssw1", reference, "acknowledge", noPolice("2026-11-24T12:05"));
        evening.aMomentLater();
        assertThat(evening.todo("ssw1", reference, "assessEscalation").due())
                .hasValueSatisfying(due -> assertThat(due).startsWith("2026-11-24T16:00"));

        evening.at("2026-11-24T12:30");
        isMoreWorried("carer1", reference, "He is in the garden.", true);
        assertThat(evening.todo("ssw1", reference, "assessEscalation").due())
                .hasValueSatisfying(due -> assertThat(due).startsWith("2026-11-24T13:30"));
    }

    @Test
    void whoeverItIsHandedOverToHasNotTakenItYet() {
        evening.begins("2026-11-28T22:00");
        String reference = evening.reports("carer1", fatherWrote());
        Visitor duty = evening.as("duty1");
        Visitor.Todo acknowledge = evening.todo("duty1", reference, "acknowledge");
        evening.at("2026-11-28T22:01");
        assertThat(duty.claim(acknowledge).accepted()).isTrue();
        assertThat(thanks("carer1", reference)).contains("Frankie Nightingale has this");
        assertThat(duty.post(
                                "/safe-contact/api/tasks/" + acknowledge.id() + "/hand-over",
                                Map.of("to", "manager1", "reason", "My shift ends."))
                        .status())
                .isBetween(200, 204);

        assertThat(thanks("carer1", reference))
                .contains("Somebody talks with you by 22:30 today")
                .doesNotContain("has this");
        evening.at("2026-11-28T22:30:02");
        assertThat(evening.alarmsTo("teammanager1")).as("nobody answered").hasSize(1);
    }

    @Test
    void oneTalkAnswersEveryAlarmThatWaits() {
        evening.begins("2026-11-28T22:00");
        String reference = evening.reports("carer1", fatherWrote());
        evening.at("2026-11-28T22:10");
        isMoreWorried("carer1", reference, "He is at the door.", true);
        evening.aMomentLater();
        assertThat(evening.todosOf("duty1", reference).stream().filter("acknowledge"::equals))
                .as("one in the time of each level")
                .hasSize(2);

        evening.at("2026-11-28T22:13");
        Visitor duty = evening.as("duty1");
        Visitor.Todo newest = duty.todos().stream()
                .filter(todo -> todo.key().equals("acknowledge"))
                .filter(todo -> todo.due().orElseThrow().startsWith("2026-11-28T22:25"))
                .findFirst()
                .orElseThrow();
        assertThat(duty.claim(newest).accepted()).isTrue();
        assertThat(duty.submit(newest, noPolice("2026-11-28T22:12")).text()).isEmpty();
        evening.aMomentLater();
        assertThat(evening.todosOf("duty1", reference)).doesNotContain("acknowledge");
        assertThat(evening.todosOf("duty1", reference).stream().filter("assessEscalation"::equals))
                .hasSize(1);
        assertThat(thanks("carer1", reference)).contains("Frankie Nightingale has this and has spoken with your home");
        evening.at("2026-11-28T22:50");
        assertThat(evening.alarmsTo("teammanager1")).as("nobody is woken").isEmpty();
    }

    @Test
    void whoeverNamesDutyReadsTheManagersNumber() {
        evening.begins("2026-11-28T22:00");
        String reference = evening.reports(
                "carer2", with(nothingWorrying("C3"), "namedPerson", "worker", "namedPersons", List.of("duty1")));
        assertThat(thanks("carer2", reference))
                .contains("\"whom\":\"the registered manager, Harper Leadwell\"", "07700 900501")
                .doesNotContain("01632 960100", "ring duty");
        assertThat(evening.as("carer2")
                        .post(
                                "/safe-contact/api/cases/" + reference + "/worried",
                                Map.of("reason", "It is worse.", "dangerNow", false))
                        .text())
                .contains("Please ring the registered manager, Harper Leadwell now: 07700 900501.")
                .doesNotContain("01632 960100");
    }

    @Test
    void noLevelIsShownToACarer() {
        evening.begins("2026-11-28T22:00");
        String reference = evening.reports("carer1", fatherWrote());
        evening.at("2026-11-28T22:10");
        isMoreWorried("carer1", reference, "He comes here.", true);
        assertThat(evening.linesOf(reference, "carer1"))
                .filteredOn(line -> line.title().equals("More worried now"))
                .singleElement()
                .satisfies(line -> assertThat(line.says()).contains("He comes here."));
        assertThat(evening.linesOf(reference, "carer1").toString())
                .doesNotContain("HIGH", "IMMEDIATE", "How serious it is");
        assertThat(evening.linesOf(reference, "duty1").toString()).contains("Level: Immediate; it was High before");
    }

    @Test
    void whetherAnyoneIsInDangerHasToBeSaid() {
        evening.begins("2026-11-28T22:00");
        String reference = evening.reports("carer1", fatherWrote());
        assertThat(evening.as("carer1")
                        .post("/safe-contact/api/cases/" + reference + "/worried", Map.of("reason", "He comes here."))
                        .status())
                .isEqualTo(400);
    }

    private void isMoreWorried(String user, String reference, String why, boolean dangerNow) {
        Visitor.Answer answer = evening.as(user)
                .post(
                        "/safe-contact/api/cases/" + reference + "/worried",
                        Map.of("reason", why, "dangerNow", dangerNow));
        assertThat(answer.accepted()).as(answer.text()).isTrue();
    }

    private String thanks(String user, String reference) {
        return evening.as(user).get("/safe-contact/api/thank-you/" + reference).text();
    }

    private static Map<String, Object> with(Map<String, Object> answers, Object... changes) {
        return Evening.with(answers, changes);
    }

    /** What whoever was asked to settle an open question answers when nobody knows yet. */
    private static Map<String, Object> stillNotSure(String spokenAt) {
        return noPolice(
                spokenAt,
                "danger",
                List.of("unsure"),
                "namedPerson",
                "none",
                "concerns",
                List.of("none"),
                "contactBarred",
                "no",
                "personRisk",
                "safe");
    }

    private static Map<String, Object> noPolice(String spokenAt, Object... changes) {
        Map<String, Object> answers = new LinkedHashMap<>(spoken(spokenAt));
        answers.put("police", "notNeeded");
        answers.put("policeHow", "Nobody is near.");
        answers.putAll(Evening.with(Map.of(), changes));
        if (answers.get("police").equals("notNeeded")) {
            answers.put("help", "A quiet night.");
        }
        return answers;
    }
}
