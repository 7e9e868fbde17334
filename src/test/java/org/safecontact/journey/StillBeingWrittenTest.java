package org.safecontact.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safecontact.journey.Evening.nothingWorrying;
import static org.safecontact.journey.Evening.with;
import static org.safecontact.journey.UrgentEveningsTest.spoken;
import static org.safecontact.journey.UrgentEveningsTest.spokenAndPoliceRung;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.London;
import org.springframework.beans.factory.annotation.Autowired;

/** Danger is ticked, people answer, and the carer goes on with the report: what is known stands, and what is new is heard. */
@Journey
class StillBeingWrittenTest {

    @Autowired
    private Evening evening;

    @Autowired
    private CaseFiles files;

    private Visitor carer;
    private String reference;

    @BeforeEach
    void aCarerHasBegun() {
        evening.begins("2026-11-28T22:00");
        carer = evening.as("carer2");
        reference = carer.beginsReport();
    }

    @Test
    void aTickThatStandsInTheFormAgainIsNoNewTick() {
        notSureAndAnswered();
        assertThat(evening.level(reference)).isEqualTo("MEDIUM");
        int before = evening.alarmsTo("duty1").size();

        evening.at("2026-11-28T22:20");
        tick("unsure", true);
        carer.submit(carer.todo("reportContact"), with(nothingWorrying("C3"), "danger", List.of("unsure")));
        evening.aMomentLater();
        assertThat(evening.level(reference)).isEqualTo("LOW");
        assertThat(evening.titles(reference, "duty1"))
                .filteredOn("Tapped before the report was sent"::equals)
                .hasSize(1);
        assertThat(evening.alarmsTo("duty1")).as("nobody is woken").hasSize(before);
    }

    @Test
    void aTickThatDidNotReachUsBeforeCountsWhenTheFormIsOpenedAgain() {
        tick("unsure", true);
        assertThat(evening.level(reference)).isEqualTo("HIGH");
        assertThat(evening.todosOf("duty1", reference)).contains("acknowledge");
    }

    @Test
    void notSureOnceMoreAfterItWasSettledIsHeard() {
        notSureAndAnswered();
        evening.at("2026-11-28T22:20");
        tick("unsure", false);
        assertThat(evening.level(reference)).isEqualTo("HIGH");
        assertThat(evening.todosOf("duty1", reference)).contains("acknowledge");
    }

    @Test
    void dangerTickedAgainAfterAManagerLoweredItIsHeard() {
        tick("yes", false);
        assertThat(evening.level(reference)).isEqualTo("IMMEDIATE");
        evening.at("2026-11-28T22:03");
        lower("HIGH");
        tick("yes", true);
        assertThat(evening.level(reference)).as("it only stands there still").isEqualTo("HIGH");
        evening.at("2026-11-28T22:06");
        tick("yes", false);
        assertThat(evening.level(reference)).isEqualTo("IMMEDIATE");
        assertThat(evening.todosOf("duty1", reference)).contains("acknowledge");

        evening.at("2026-11-28T22:08");
        lower("LOW");
        tick("unsure", false);
        assertThat(evening.level(reference)).isEqualTo("HIGH");
    }

    @Test
    void whatSomebodyElseFoundOutIsNotTakenBackByTheFormThatWasBegunBefore() {
        notSureAndAnswered("personRisk", "dangerous", "contactBarred", "yes");
        assertThat(evening.level(reference)).isEqualTo("HIGH");
        evening.at("2026-11-28T22:15");
        carer.submit(carer.todo("reportContact"), nothingWorrying("C3"));
        evening.aMomentLater();
        assertThat(evening.level(reference)).as("only a manager lowers this").isEqualTo("HIGH");
        assertThat(carer.get("/safe-contact/api/thank-you/" + reference).text()).doesNotContain("Carry on as usual");
    }

    @Test
    void dangerSaidInTheAnswerToALaterAlarmAsksForThePoliceAtOnce() {
        notSureAndAnswered("concerns", List.of("unsure"), "personRisk", "unknown");
        assertThat(evening.level(reference)).isEqualTo("HIGH");
        evening.at("2026-11-28T22:10");
        tick("unsure", false);
        evening.at("2026-11-28T22:15");
        evening.complete(
                "duty1",
                reference,
                "acknowledge",
                with(
                        spoken("2026-11-28T22:14"),
                        "danger",
                        List.of("immediateDanger"),
                        "concerns",
                        List.of("none"),
                        "personRisk",
                        "unknown",
                        "police",
                        "toBeRung",
                        "policeHow",
                        "The carer rings now."));
        assertThat(evening.level(reference)).isEqualTo("IMMEDIATE");
        assertThat(evening.todosOf("carer2", reference)).contains("callPolice");
        evening.at("2026-11-28T22:21");
        assertThat(evening.todosOf("duty1", reference)).contains("ringCarer");
    }

    @Test
    void theRestOfTheReportReachesWhoeverHasItAndMovesNoClock() {
        tick("yes", false);
        evening.at("2026-11-28T22:05");
        evening.complete(
                "duty1",
                reference,
                "acknowledge",
                with(spokenAndPoliceRung("2026-11-28T22:04"), "namedPerson", "none"));
        evening.at("2026-11-28T22:40");
        carer.submit(
                carer.todo("reportContact"),
                with(nothingWorrying("C3"), "whatHappened", "He wrote: I know where you live."));
        evening.aMomentLater();
        assertThat(evening.mailsTo("duty1"))
                .anySatisfy(mail -> assertThat(mail.subject()).contains("something was added, please read it"));
        assertThat(evening.todo("duty1", reference, "assessEscalation").due())
                .as("an hour from the tap")
                .hasValueSatisfying(due -> assertThat(due).startsWith("2026-11-28T23:00"));
    }

    @Test
    void whatTwoWindowsSendAtOnceIsOneReportAndNobodyIsToldThatItFailed() {
        Visitor.Todo report = carer.todo("reportContact");
        List<Visitor.Answer> both = evening.atOnce(
                () -> carer.submit(report, nothingWorrying("C3")), () -> carer.submit(report, nothingWorrying("C3")));
        assertThat(both)
                .extracting(answer ->
                        answer.accepted() ? "taken" : answer.body().path("type").asText())
                .containsExactlyInAnyOrder("taken", "AlreadySent");
    }

    @Test
    void whomSomebodyElseNamedStaysNamedAndNothingMore() {
        notSureAndAnswered("namedPerson", "worker", "namedPersons", List.of("ssw2"));
        evening.at("2026-11-28T22:15");
        carer.submit(carer.todo("reportContact"), nothingWorrying("C3"));
        evening.aMomentLater();
        assertThat(files.walled(reference)).as("it is known who it is").isFalse();
        assertThat(files.excluded(reference)).containsExactly("ssw2");
    }

    @ParameterizedTest
    @CsvSource({"yes, threats", "unsure, none"})
    void whoIsNamedInTheReportTakesTheAlarmToTheManagerAndNobodyIsAskedTwice(String ticked, String concern) {
        tick(ticked, false);
        assertThat(evening.todosOf("duty1", reference)).containsOnlyOnce("acknowledge");
        int before = evening.alarmsTo("manager1").size();
        evening.at("2026-11-28T22:03");
        carer.submit(
                carer.todo("reportContact"),
                with(
                        nothingWorrying("C3"),
                        "danger",
                        List.of("immediateDanger"),
                        "concerns",
                        List.of(concern),
                        "namedPerson",
                        "worker",
                        "namedPersons",
                        List.of("ssw2")));
        evening.aMomentLater();

        assertThat(evening.todosOf("manager1", reference))
                .as("one to answer, and with the LADO to decide")
                .containsOnlyOnce("acknowledge")
                .contains("decideAboutNamed");
        assertThat(evening.alarmsTo("manager1"))
                .as("asked once more, not twice")
                .hasSize(before + 1);
        assertThat(evening.linesOf(reference, "manager1"))
                .filteredOn(line -> line.title().equals("No longer asked"))
                .singleElement()
                .satisfies(line -> assertThat(line.says()).contains("a registered manager answers this"));
        assertThat(evening.as("duty1")
                        .claim(evening.todo("duty1", reference, "acknowledge"))
                        .accepted())
                .as("duty reads that it waits, and answers it no more")
                .isFalse();
        evening.complete("manager1", reference, "acknowledge", spokenAndPoliceRung("2026-11-28T22:03"));
        assertThat(evening.running(reference)).doesNotContain("inform-and-acknowledge");
    }

    @Test
    void whomTheOtherWindowNamesTooIsKeptAwayToo() {
        Visitor.Todo report = carer.todo("reportContact");
        Map<String, Object> named =
                with(nothingWorrying("C3"), "namedPerson", "worker", "namedPersons", List.of("ssw2"));
        assertThat(carer.submit(report, named).accepted()).isTrue();
        carer.submit(report, with(named, "namedPersons", List.of("teammanager1")));
        assertThat(files.excluded(reference)).containsExactlyInAnyOrder("ssw2", "teammanager1");
    }

    private void tick(String answer, boolean stoodThere) {
        Visitor.Answer taken = carer.post(
                "/safe-contact/api/reports/" + reference + "/danger",
                Map.of("answer", answer, "child", "C3", "stoodThere", stoodThere));
        assertThat(taken.accepted()).as(taken.text()).isTrue();
        evening.aMomentLater();
    }

    /** Not sure is ticked, and five minutes later duty answers that there is no danger. */
    private void notSureAndAnswered(Object... changes) {
        tick("unsure", false);
        evening.at("2026-11-28T22:05");
        evening.complete("duty1", reference, "acknowledge", with(noDanger(), changes));
    }

    private void lower(String to) {
        Visitor.Answer lowered = evening.as("manager1")
                .post(
                        "/safe-contact/api/cases/" + reference + "/lower",
                        Map.of(
                                "level",
                                to,
                                "reason",
                                "A game.",
                                "help",
                                "Calm.",
                                "seenAt",
                                evening.now().toString()));
        assertThat(lowered.accepted()).as(lowered.text()).isTrue();
    }

    /** Duty has spoken with the carer and answers what was open; nobody is needed now. */
    private Map<String, Object> noDanger() {
        Map<String, Object> answers = new LinkedHashMap<>(spoken(evening.now()
                .atZone(London.ZONE)
                .toLocalDateTime()
                .minusMinutes(1)
                .toString()
                .substring(0, 16)));
        answers.put("danger", List.of("none"));
        answers.put("namedPerson", "none");
        answers.put("concerns", List.of("none"));
        answers.put("contactBarred", "no");
        answers.put("personRisk", "safe");
        answers.put("police", "notNeeded");
        answers.put("policeHow", "Nobody is near.");
        answers.put("help", "A quiet night.");
        return answers;
    }
}
