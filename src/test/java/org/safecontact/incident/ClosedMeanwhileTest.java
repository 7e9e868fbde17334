package org.safecontact.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.access.CaseFiles;
import org.safecontact.engine.Drafts;
import org.safecontact.journey.Visitor;
import org.safecontact.record.Statement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Danger, or a worry, that is said in a report which somebody else closed while the page stood open: it reaches people in a new one. */
@SafeContactTest
class ClosedMeanwhileTest {

    private static final String API = "/safe-contact/api/";

    @LocalServerPort
    private int port;

    @Autowired
    private LivedCase live;

    @Autowired
    private TestClock clock;

    @Autowired
    private Incidents incidents;

    @Autowired
    private Endings endings;

    @Autowired
    private CaseFiles files;

    @Autowired
    private Drafts drafts;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void aTimeOfItsOwn() {
        clock.set(Weeks.nextTuesday());
    }

    @Test
    void aTapOnDangerBeginsOneNewReportAndTellsPeople() {
        Visitor carer = Visitor.loggedIn(port, "carer2");
        String closed = live.begin("carer2");
        drafts.keep(
                live.task(closed, "reportContact").getId(), "carer2", Map.of("whatHappened", "He stands at the door."));
        assertThat(carer.post(API + "reports/" + closed + "/nothing-to-report", Map.of())
                        .accepted())
                .isTrue();
        clock.advance(Duration.ofMinutes(1));

        String danger = API + "reports/" + closed + "/danger";
        Visitor.Answer first = carer.post(danger, Map.of("answer", "yes", "question", "nearOrMeeting"));
        String next = first.body().path("reference").asText();
        assertThat(first.body().path("message").asText())
                .contains("That report was closed today at ", "We have begun a new one, " + next, "is being told now");
        assertThat(first.body().path("taskId").asText())
                .isEqualTo(live.task(next, "reportContact").getId());
        live.jobs(next);
        assertThat(incidents.get(next).level()).contains(RiskLevel.IMMEDIATE);
        assertThat(incidents.get(next).childId()).contains("C3");
        assertThat(live.tasks(next, "acknowledge")).hasSize(1);
        assertThat(live.task(next, "callPolice").getAssignee()).isEqualTo("carer2");
        assertThat(carer.get(API + "cases/" + next + "/record").text()).contains("Before it", closed);
        assertThat(live.shown("carer2", next, "reportContact").toString())
                .as("what was typed")
                .contains("He stands at the door.");

        assertThat(carer.post(danger, Map.of("answer", "yes", "question", "nearOrMeeting"))
                        .body()
                        .path("reference")
                        .asText())
                .as("the same tap once more")
                .isEqualTo(next);
        assertThat(carer.post(danger, Map.of("answer", "unsure"))
                        .body()
                        .path("reference")
                        .asText())
                .isEqualTo(next);
        assertThat(startedBy("carer2", next)).isEqualTo(1);
        assertThat(Visitor.loggedIn(port, "carer1")
                        .post(danger, Map.of("answer", "yes"))
                        .status())
                .as("somebody else's report")
                .isEqualTo(404);
    }

    @Test
    void aTapWhoseAnswerWasLostIsNoSecondAlarmAndOneThatIsNewIs() {
        Visitor carer = Visitor.loggedIn(port, "carer2");
        String reference = live.begin("carer2");
        String danger = API + "reports/" + reference + "/danger";
        carer.post(danger, Map.of("answer", "yes", "question", "nearOrMeeting", "child", "C3"));
        over(reference);
        clock.advance(Duration.ofMinutes(20));

        Map<String, Object> again = Map.of("answer", "yes", "question", "nearOrMeeting", "secondsAgo", 1201);
        Visitor.Answer taken = carer.post(danger, again);
        assertThat(taken.accepted()).isTrue();
        assertThat(taken.body().has("reference")).as("as the first time").isFalse();
        assertThat(begunFrom(reference)).isEmpty();
        assertThat(Visitor.loggedIn(port, "carer1").post(danger, again).status())
                .as("somebody else's report")
                .isEqualTo(404);

        assertThat(carer.post(danger, Map.of("answer", "yes", "question", "threatToLife", "secondsAgo", 1201))
                        .body()
                        .path("reference")
                        .asText())
                .as("another danger")
                .isIn(begunFrom(reference));
        carer.post(danger, Map.of("answer", "yes", "question", "nearOrMeeting", "secondsAgo", 60));
        String next = begunFrom(reference).get(0);
        assertThat(incidents.answers(next)).as("ticked anew").containsEntry("nearOrMeeting", "yes");
    }

    @Test
    void aChildWhoIsNotOfferedIsNotTakenForTheOnlyOneThatIs() {
        Visitor carer = Visitor.loggedIn(port, "carer2");
        String reference = live.begin("carer2");
        carer.post(API + "reports/" + reference + "/danger", Map.of("answer", "yes", "child", "C1"));
        assertThat(incidents.get(reference).level()).contains(RiskLevel.IMMEDIATE);
        assertThat(incidents.get(reference).childId()).isEmpty();
    }

    @Test
    void anotherReportThatIsOpenTakesNoTapFromTheOneThatIsClosed() {
        Visitor carer = Visitor.loggedIn(port, "carer1");
        String closed = live.begin("carer1");
        carer.post(API + "reports/" + closed + "/nothing-to-report", Map.of());
        String open = live.press("carer1");
        String next = carer.post(API + "reports/" + closed + "/danger", Map.of("answer", "yes", "child", "C2"))
                .body()
                .path("reference")
                .asText();
        assertThat(next).isNotEqualTo(open).isNotEqualTo(closed);
        assertThat(incidents.get(open).level()).isEmpty();
        assertThat(incidents.get(next).childId()).contains("C2");
    }

    @Test
    void dangerGoesToTheUnsentReportAboutTheSameChildThatIsOpen() {
        Visitor carer = Visitor.loggedIn(port, "carer2");
        String closed = live.begin("carer2");
        carer.post(API + "reports/" + closed + "/nothing-to-report", Map.of());
        String open = live.press("carer2");
        assertThat(open).isNotEqualTo(closed);
        Visitor.Answer taken =
                carer.post(API + "reports/" + closed + "/danger", Map.of("answer", "yes", "child", "C3"));
        assertThat(taken.body().path("message").asText())
                .contains("That report was closed today at ", "the one that you have open, " + open);
        assertThat(taken.body().has("taskId"))
                .as("what is typed there stays there")
                .isFalse();
        live.jobs(open);
        assertThat(incidents.get(open).level()).contains(RiskLevel.IMMEDIATE);
        assertThat(incidents.get(open).childId()).contains("C3");
        assertThat(begunFrom(closed)).isEmpty();
        assertThat(startedBy("carer2", open)).isEqualTo(1);
    }

    @Test
    void whatIsSaidInTheFirstOfSeveralGoesOnFromTheLast() {
        String first = takenBack();
        Visitor carer = Visitor.loggedIn(port, "carer2");
        String worried = API + "cases/" + first + "/worried";
        carer.post(worried, Map.of("reason", "She hides the phone.", "dangerNow", false));
        String second = begunFrom(first).get(0);
        over(second);
        clock.advance(Duration.ofMinutes(2));

        for (String person : List.of("carer2", "duty1")) {
            Visitor.loggedIn(port, person).post(worried, Map.of("reason", "She is out, " + person, "dangerNow", true));
            assertThat(begunFrom(first)).as(person).containsExactly(second);
            assertThat(begunFrom(second)).as(person).hasSize(2).startsWith(first);
        }
        String third = begunFrom(second).get(1);
        live.jobs(third);
        assertThat(carer.get(API + "cases/" + third + "/record").text()).contains("Before it", second);
        assertThat(live.shown("ssw2", third, "acknowledge").get("reported"))
                .asString()
                .containsSubsequence("She is out", "in " + second, "She hides the phone", "in " + first, "A cousin");
    }

    @Test
    void dangerThatIsSaidLaterReachesTheOtherChildOfTheFirst() {
        String first = live.reported("carer1", ReportAnswers.medium("C1").with("otherChildren", List.of("C2")));
        String sibling = incidents.ofSameReport(first).get(0);
        live.jobs(sibling);
        over(first);
        Visitor carer = Visitor.loggedIn(port, "carer1");
        String worried = API + "cases/" + first + "/worried";
        carer.post(worried, Map.of("reason", "It goes on.", "dangerNow", false));
        over(begunFrom(first).get(1));
        assertThat(incidents.get(sibling).level()).contains(RiskLevel.MEDIUM);

        carer.post(worried, Map.of("reason", "He is here.", "dangerNow", true));
        assertThat(incidents.get(sibling).level()).contains(RiskLevel.IMMEDIATE);
    }

    @Test
    void theOtherChildOfAReportThatGoesOnFromAnotherBelongsToIt() {
        Visitor carer = Visitor.loggedIn(port, "carer1");
        String closed = live.begin("carer1");
        carer.post(API + "reports/" + closed + "/nothing-to-report", Map.of());
        carer.post(API + "reports/" + closed + "/danger", Map.of("answer", "unsure", "child", "C1"));
        String next = begunFrom(closed).get(0);
        live.jobs(next);
        live.send(
                "carer1",
                next,
                "reportContact",
                ReportAnswers.medium("C1").with("otherChildren", List.of("C2")).sent());
        String sibling = begunFrom(next).get(1);
        assertThat(incidents.ofSameReport(next)).containsExactly(sibling);
        assertThat(incidents.ofSameReport(sibling)).containsExactly(next);
        assertThat(incidents.ofSameReport(closed)).isEmpty();
        live.jobs(sibling);

        carer.post(API + "cases/" + next + "/worried", Map.of("reason", "He is here.", "dangerNow", true));
        assertThat(incidents.get(sibling).level()).contains(RiskLevel.IMMEDIATE);
    }

    @Test
    void whoIsKeptAwayIsRefusedAsBefore() {
        String closed = live.begin("carer2");
        Visitor carer = Visitor.loggedIn(port, "carer2");
        carer.post(API + "reports/" + closed + "/nothing-to-report", Map.of());
        files.exclude(closed, "carer2", "named");
        Visitor.Answer refused = carer.post(API + "reports/" + closed + "/danger", Map.of("answer", "yes"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("This report is closed").doesNotContain("INC-");
    }

    @Test
    void aWorryBeginsOneNewReportOfTheSameChildForCarerAndWorker() {
        String closed = takenBack();
        String worried = API + "cases/" + closed + "/worried";
        Visitor carer = Visitor.loggedIn(port, "carer2");
        Map<String, Object> said = Map.of("reason", "She hides the phone again.", "dangerNow", false);
        String words = carer.post(worried, said).body().path("message").asText();
        String next = begunFrom(closed).get(0);
        assertThat(words).contains("That report was closed today at ", "We have begun a new one, " + next, "999");
        live.jobs(next);
        assertThat(incidents.get(next).level()).contains(RiskLevel.HIGH);
        assertThat(incidents.get(next).childId()).contains("C3");
        assertThat(live.tasks(next, "acknowledge")).hasSize(1);
        assertThat(carer.get(API + "cases/" + next + "/record").text())
                .contains("She hides the phone again.", "Begun because somebody is more worried", closed);

        carer.post(worried, said);
        Visitor worker = Visitor.loggedIn(port, "ssw2");
        assertThat(worker.post(worried, Map.of("reason", "He rang me and threatens them.", "dangerNow", true))
                        .text())
                .as("it is the one that is open already")
                .contains(next, "999");
        live.jobs(next);
        assertThat(begunFrom(closed)).containsExactly(next);
        assertThat(incidents.get(next).level()).contains(RiskLevel.IMMEDIATE);
        assertThat(incidents.decisions(next)).hasSize(3);
        assertThat(Visitor.loggedIn(port, "carer1").post(worried, said).status())
                .isEqualTo(404);
    }

    @Test
    void aWorkersDangerOnAClosedCaseGoesToTheTop() {
        String closed = takenBack();
        Visitor worker = Visitor.loggedIn(port, "ssw2");
        worker.post(API + "cases/" + closed + "/worried", Map.of("reason", " ", "dangerNow", true));
        String next = begunFrom(closed).get(0);
        live.jobs(next);
        assertThat(incidents.get(next).level()).contains(RiskLevel.IMMEDIATE);
        assertThat(incidents.get(next).reporterId()).isEqualTo("ssw2");
        assertThat(live.running(next)).contains(CaseNames.SAFEGUARDING_ESCALATION);
        assertThat(live.tasks(next, "callPolice")).hasSize(1);
    }

    @Test
    void dutyWhoHadItOpenIsHeardThoughTheyReadNoClosedOne() {
        String closed = takenBack();
        String worried = API + "cases/" + closed + "/worried";
        Map<String, Object> danger = Map.of("reason", "He rang me: he is outside.", "dangerNow", true);
        files.exclude(closed, "duty1", "named");
        Visitor duty = Visitor.loggedIn(port, "duty1");
        assertThat(duty.post(worried, danger).status()).as("kept away").isEqualTo(404);
        files.letBack(closed, "duty1", "named");
        files.wall(closed);
        assertThat(duty.post(worried, danger).status()).as("behind a wall").isEqualTo(404);
        files.unwall(closed);
        assertThat(Visitor.loggedIn(port, "ssw1").post(worried, danger).status())
                .as("another home's worker")
                .isEqualTo(404);
        assertThat(begunFrom(closed)).isEmpty();

        assertThat(duty.post(worried, danger).text()).contains("That report was closed today at ", "999");
        String next = begunFrom(closed).get(0);
        live.jobs(next);
        assertThat(incidents.get(next).level()).contains(RiskLevel.IMMEDIATE);
        assertThat(live.tasks(next, "callPolice")).hasSize(1);
        assertThat(duty.get("/safe-contact/c/" + next).status()).isEqualTo(200);
        duty.post(worried, Map.of("reason", "They are gone.", "dangerNow", false));
        assertThat(begunFrom(closed)).containsExactly(next);
    }

    @Test
    void dutyIsHeardNoFurtherBackThanTheyRead() {
        String closed = takenBack();
        clock.advance(Duration.ofDays(400));
        assertThat(Visitor.loggedIn(port, "duty1")
                        .post(API + "cases/" + closed + "/worried", Map.of("reason", "He rang me.", "dangerNow", true))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoeverAnswersAssessesOrRingsThePoliceReadsWhatWasReportedBefore() {
        String closed = takenBack();
        clock.advance(Duration.ofDays(3));
        Visitor.loggedIn(port, "carer2")
                .post(API + "cases/" + closed + "/worried", Map.of("reason", "He is at the door.", "dangerNow", true));
        String next = begunFrom(closed).get(0);
        live.jobs(next);
        String before = "**Reported before, in " + closed + ", on ";
        assertThat(live.shown("duty1", next, "acknowledge").get("reported"))
                .asString()
                .containsSubsequence("He is at the door", before, " at ", "A cousin sent a message");
        assertThat(readings(closed, "duty1")).isPositive();
        for (String person : List.of("carer2", "duty1")) {
            assertThat(Visitor.loggedIn(port, person)
                            .get("/safe-contact/c/" + next + "/p")
                            .text())
                    .as(person)
                    .containsSubsequence(
                            "He is at the door", "Reported before, in " + closed + ", on ", "A cousin sent a message");
        }
        files.exclude(closed, "duty1", "named");
        assertThat(live.shown("duty1", next, "acknowledge").get("reported"))
                .asString()
                .contains("He is at the door")
                .doesNotContain("Reported before", "A cousin");
        assertThat(Visitor.loggedIn(port, "duty1")
                        .get("/safe-contact/c/" + next + "/p")
                        .text())
                .doesNotContain("Reported before", "A cousin");

        live.send("duty1", next, "acknowledge", EverythingRealTest.spoken(clock.now()));
        live.jobs(next);
        assertThat(live.shown("manager1", next, "assessEscalation").get("reported"))
                .asString()
                .contains(before, "A cousin sent a message");
    }

    private String takenBack() {
        String reference = live.reported("carer2", ReportAnswers.medium("C3"));
        Visitor manager = Visitor.loggedIn(port, "manager1");
        assertThat(manager.post(
                                API + "cases/" + reference + "/started-by-accident",
                                Map.of(
                                        "reason",
                                        "They rang me.",
                                        "help",
                                        "Calm days.",
                                        "seenAt",
                                        clock.now().toString()))
                        .accepted())
                .isTrue();
        assertThat(incidents.get(reference).state()).isEqualTo(Incident.State.WITHDRAWN);
        return reference;
    }

    private void over(String reference) {
        endings.askToWithdraw(reference, "manager1", List.of(new Statement("Why", "They rang me.")));
        endings.withdraw(reference, Optional.empty());
    }

    private List<String> begunFrom(String closed) {
        return jdbc.sql("select other from incident_link where reference = ? order by other")
                .param(closed)
                .query(String.class)
                .list();
    }

    private int readings(String reference, String person) {
        return jdbc.sql("select count(*) from record_reading where reference = ? and reader_id = ?")
                .params(reference, person)
                .query(Integer.class)
                .single();
    }

    private int startedBy(String person, String from) {
        return jdbc.sql("select count(*) from incident where started_by = ? and reference >= ?")
                .params(person, from)
                .query(Integer.class)
                .single();
    }
}
