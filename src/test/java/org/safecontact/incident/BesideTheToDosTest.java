package org.safecontact.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safecontact.SafeContactTest;
import org.safecontact.StandInTable;
import org.safecontact.TestClock;
import org.safecontact.agency.Role;
import org.safecontact.engine.FormRefused;
import org.safecontact.incident.process.CaseMessages;
import org.safecontact.journey.Visitor;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.safecontact.record.Statement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What people do to a case beside its to-dos, over HTTP with their own login. */
@SafeContactTest
class BesideTheToDosTest {

    private static final String API = "/safe-contact/api/";

    @LocalServerPort
    private int port;

    @Autowired
    private TaskService tasks;

    @Autowired
    private LivedCase live;

    @Autowired
    private TestClock clock;

    @Autowired
    private Incidents incidents;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private CaseRecord record;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private CaseMessages messages;

    @Autowired
    private PlatformTransactionManager transactions;

    @BeforeEach
    void aTimeOfItsOwn() {
        clock.set(Weeks.nextTuesday());
    }

    @Test
    void theButtonOpensTheUnsentReportInsteadOfASecond() {
        Visitor carer = Visitor.loggedIn(port, "carer3");
        JsonNode first = carer.post(API + "reports", Map.of()).body();
        JsonNode again = carer.post(API + "reports", Map.of()).body();
        assertThat(first.path("taskId").asText())
                .isNotBlank()
                .isEqualTo(again.path("taskId").asText());

        JsonNode onThisCase = carer.get(API + "tasks/" + first.path("taskId").asText() + "/case")
                .body();
        assertThat(onThisCase.path("actions")).extracting(JsonNode::asText).contains("closeUnsent");
        String duty =
                Visitor.loggedIn(port, "duty1").get(API + "reports/unsent").text();
        assertThat(carer.get(API + "thank-you/" + first.path("reference").asText())
                        .text())
                .contains("not sent yet")
                .doesNotContain("reads this");
        assertThat(duty).contains("telephone").doesNotContain("C1").doesNotContain("INC-");

        String close = API + "reports/" + first.path("reference").asText() + "/nothing-to-report";
        assertThat(carer.post(close, Map.of()).accepted()).isTrue();
        assertThat(incidents.get(first.path("reference").asText()).state()).isEqualTo(Incident.State.NOTHING_TO_REPORT);
        assertThat(words(carer.get("/safe-contact/c/" + first.path("reference").asText())))
                .contains("Begun ", "Closed without being sent")
                .doesNotContain("Reported ");
    }

    @Test
    void aTapOnDangerIsTakenOnceAndOnlyFromWhoseReportItIs() {
        Visitor carer = Visitor.loggedIn(port, "carer2");
        String reference = live.begin("carer2");
        String danger = API + "reports/" + reference + "/danger";
        assertThat(Visitor.loggedIn(port, "carer1")
                        .post(danger, Map.of("answer", "yes"))
                        .accepted())
                .isFalse();
        assertThat(carer.post(danger, Map.of("answer", "maybe")).status()).isEqualTo(400);
        assertThat(incidents.get(reference).level()).isEmpty();

        assertThat(carer.post(danger, Map.of("answer", "yes", "question", "nearOrMeeting"))
                        .accepted())
                .isTrue();
        assertThat(carer.post(danger, Map.of("answer", "yes", "question", "nearOrMeeting"))
                        .accepted())
                .isTrue();
        live.jobs(reference);
        assertThat(incidents.get(reference).level()).contains(RiskLevel.IMMEDIATE);
        assertThat(incidents.get(reference).childId())
                .as("the only child of that home")
                .contains("C3");
        assertThat(incidents.decisions(reference)).hasSize(1);
        assertThat(live.tasks(reference, "callPolice")).hasSize(1);
    }

    @Test
    void whileNobodySaidWhichChildItIsThePoliceHearOfEachAndWhoAnswersIsAsked() {
        String reference = live.begin("carer1");
        Visitor carer = Visitor.loggedIn(port, "carer1");
        assertThat(carer.post(API + "reports/" + reference + "/danger", Map.of("answer", "yes"))
                        .accepted())
                .isTrue();
        live.jobs(reference);
        assertThat(incidents.get(reference).childId()).isEmpty();
        assertThat(carer.get("/safe-contact/c/" + reference + "/p").text())
                .contains("which one it is", "C1 (Kingfisher)", "C2 (Wren)")
                .doesNotContain("C3 (");

        Map<String, Object> shown = live.shown("ssw1", reference, "acknowledge");
        assertThat(shown.get("askChild")).isEqualTo(true);
        assertThat(shown.get("children").toString())
                .contains("C1", "C2", "notKnown")
                .doesNotContain("C3");
        Map<String, Object> answer = EverythingRealTest.spoken(clock.now());
        answer.put("whichChild", "C2");
        answer.put("namedPerson", "none");
        for (String open : List.of("danger", "concerns")) {
            answer.put(open, List.of("unsure"));
        }
        answer.put("contactBarred", "unsure");
        answer.put("personRisk", "unknown");
        live.timer(reference, "boundaryEvent_notSentYet");
        assertThat(live.shown("duty1", reference, "ringCarer")).containsEntry("answeredBy", "");
        live.send("ssw1", reference, "acknowledge", asked(shown, answer));
        assertThat(incidents.get(reference).childId()).contains("C2");
        assertThat(live.shown("duty1", reference, "ringCarer").get("answeredBy"))
                .as("whoever rings about what is not sent need not ask the same again")
                .asString()
                .startsWith("**Dana Northgate has answered this, today at ")
                .endsWith("What they agreed stands in the record.");
    }

    /** Only what the form asks: it does not ask every open question every time. */
    private static Map<String, Object> asked(Map<String, Object> shown, Map<String, Object> answer) {
        Map<String, String> asks = Map.of(
                "askDanger", "danger",
                "askNamed", "namedPerson",
                "askConcerns", "concerns",
                "askBarred", "contactBarred",
                "askPerson", "personRisk");
        asks.forEach((ask, question) -> {
            if (!Boolean.TRUE.equals(shown.get(ask))) {
                answer.remove(question);
            }
        });
        return answer;
    }

    @Test
    void whoWritesDownACallOfSomebodyElseReportsItAndSaysWhoRang() {
        String reference = live.begin("duty1");
        Map<String, Object> shown = live.shown("duty1", reference, "reportContact");
        assertThat(shown.get("callers").toString()).contains("somebodyElse");
        assertThat(shown.get("otherChildrenOffered").toString()).contains("C1 (Kingfisher), Home one");
        ReportAnswers call = ReportAnswers.medium("C3")
                .with("byTelephone", true)
                .with("caller", "somebodyElse")
                .with("calledAt", Weeks.london(clock.now().minus(Duration.ofHours(1))));
        assertThatThrownBy(() -> live.send("duty1", reference, "reportContact", call.sent()))
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.messages()).containsOnlyKeys("callerIs"));

        live.send(
                "duty1",
                reference,
                "reportContact",
                call.with("callerIs", "Her teacher").sent());

        Incident incident = incidents.get(reference);
        assertThat(incident.reporterId()).isEqualTo("duty1");
        assertThat(incident.takenBy()).isEmpty();
        assertThat(Duration.between(incident.knownAt(), clock.now())).isGreaterThanOrEqualTo(Duration.ofHours(1));
        JsonNode told = Visitor.loggedIn(port, "duty1")
                .get(API + "cases/" + reference + "/record")
                .body()
                .path("entries");
        assertThat(told.toString()).contains("Her teacher").doesNotContain("Taken by telephone by");
        assertThat(told)
                .filteredOn(entry -> entry.path("title").asText().equals("What was reported"))
                .isNotEmpty()
                .allSatisfy(entry -> {
                    assertThat(entry.path("happened").asText())
                            .as("nobody said when")
                            .isEmpty();
                    assertThat(entry.path("known").asText())
                            .as("when they rang")
                            .isNotEmpty();
                });
    }

    /** With a clock that runs on, the level is decided some moments after the turn began: that is no tap before the report. */
    @Test
    void nobodyTappedOnDangerWhereAReportWasOnlySent() {
        clock.runFrom("2027-03-02T10:00");
        String reference = reported("carer1", ReportAnswers.low("C2"));
        assertThat(incidents.toldFirstAt(reference))
                .isEqualTo(incidents.get(reference).reportedAt().orElseThrow());
    }

    @Test
    void onlyTheSafeguardingLeadCanSayThatThePoliceAreNotNeeded() {
        String reference = reported("carer2", ReportAnswers.immediate("C3"));
        assertThat(live.shown("carer2", reference, "callPolice")
                        .get("whatWasDone")
                        .toString())
                .contains("rang999")
                .doesNotContain("notNeeded");
        assertThat(live.shown("manager1", reference, "callPolice")
                        .get("whatWasDone")
                        .toString())
                .contains("notNeeded");
    }

    @Test
    void withPicturesAmongTheWorryTheEvidencePageSaysHandsOff() {
        String reference = reported(
                "carer2",
                ReportAnswers.low("C3").with("concerns", List.of("images")).with("imagesAggravated", "no"));
        assertThat(Visitor.loggedIn(port, "carer2")
                        .get("/safe-contact/c/" + reference + "/e")
                        .text())
                .contains("look, copy, send or delete", "No file can be added here", "C3 (Swallow)", "‹ This case")
                .doesNotContain("only if your worker asks you to");
        String words = reported("carer2", ReportAnswers.low("C3"));
        assertThat(Visitor.loggedIn(port, "carer2")
                        .get("/safe-contact/c/" + words + "/e")
                        .text())
                .contains("only if your worker asks you to")
                .doesNotContain("No file can be added here");
    }

    @Test
    void thankYouSaysWhatToDoAndNeverTheLevel() {
        String reference = reported("carer2", ReportAnswers.high("C3"));
        Visitor carer = Visitor.loggedIn(port, "carer2");
        JsonNode words = carer.get(API + "thank-you/" + reference).body();
        assertThat(words.path("dutyFirst").asBoolean()).isTrue();
        assertThat(words.path("telephone").asText()).isNotBlank();
        assertThat(words.toString()).contains("Don't reply").doesNotContain("HIGH");
        assertThat(Visitor.loggedIn(port, "carer1")
                        .get(API + "thank-you/" + reference)
                        .status())
                .isEqualTo(404);

        String low = reported("carer2", ReportAnswers.low("C3"));
        assertThat(carer.get(API + "thank-you/" + low).text())
                .contains("Nobody is in trouble", "Carry on as usual")
                .doesNotContain("LOW");
    }

    @Test
    void whoIsExcludedLearnsNothingFromTheThanks() {
        String reference = reported("carer1", ReportAnswers.low("C1").with("namedPerson", "household"));
        String words = Visitor.loggedIn(port, "carer1")
                .get(API + "thank-you/" + reference)
                .text();
        assertThat(words).contains("A registered manager looks at this now").doesNotContain("ssw1");
    }

    @Test
    void aCallerWhoIsNamedLearnsNothingOfTheReport() {
        String reference = live.begin("duty1");
        live.send(
                "duty1",
                reference,
                "reportContact",
                ReportAnswers.low("C1")
                        .with("byTelephone", true)
                        .with("caller", "carer1")
                        .with("calledAt", Weeks.london(clock.now()))
                        .with("namedPerson", "household")
                        .with("namedPersons", List.of("carer1"))
                        .sent());
        live.jobs(reference);

        Visitor named = Visitor.loggedIn(port, "carer1");
        assertThat(named.get("/safe-contact/c").text()).doesNotContain(reference);
        assertThat(named.get("/safe-contact/w").text()).doesNotContain(reference);
        assertThat(named.get(API + "thank-you/" + reference).status()).isEqualTo(404);
        assertThat(named.get("/safe-contact/c/" + reference).status()).isEqualTo(404);
        assertThat(Visitor.loggedIn(port, "duty1")
                        .get(API + "thank-you/" + reference)
                        .status())
                .as("who wrote it")
                .isEqualTo(200);
    }

    @Test
    void aCallOfYearsAgoIsNoTelephoneReport() {
        String reference = live.begin("duty1");
        ReportAnswers call = ReportAnswers.low("C3").with("byTelephone", true).with("caller", "carer2");
        for (Duration ago : List.of(Duration.ofDays(8), Duration.ofMinutes(-5))) {
            assertThatThrownBy(() -> live.send(
                            "duty1",
                            reference,
                            "reportContact",
                            call.with("calledAt", Weeks.london(clock.now().minus(ago)))
                                    .sent()))
                    .isInstanceOfSatisfying(
                            FormRefused.class,
                            refused -> assertThat(refused.messages()).containsOnlyKeys("calledAt"));
        }
        assertThatThrownBy(() -> live.send(
                        "duty1",
                        reference,
                        "reportContact",
                        ReportAnswers.low("C3")
                                .with("byTelephone", true)
                                .with("caller", "carer2")
                                .with("calledAt", Weeks.london(clock.now()))
                                .with("earlier", true)
                                .with("happenedAt", "1950-05-01T10:00")
                                .with("knownAt", "1950-05-02T10:00")
                                .sent()))
                .as("before the child was born")
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.messages()).containsOnlyKeys("happenedAt", "knownAt"));
        live.send(
                "duty1",
                reference,
                "reportContact",
                call.with("calledAt", Weeks.london(clock.now().minus(Duration.ofDays(6))))
                        .sent());
        assertThat(incidents.get(reference).takenBy()).contains("duty1");
    }

    @Test
    void aCallerWhoMayReadFindsTheReportAmongTheOwn() {
        String reference = live.begin("duty1");
        live.send(
                "duty1",
                reference,
                "reportContact",
                ReportAnswers.low("C3")
                        .with("byTelephone", true)
                        .with("caller", "carer2")
                        .with("calledAt", Weeks.london(clock.now()))
                        .sent());
        live.jobs(reference);
        Visitor caller = Visitor.loggedIn(port, "carer2");
        assertThat(caller.get("/safe-contact/c").text()).contains(reference);
        assertThat(caller.get(API + "thank-you/" + reference).status()).isEqualTo(200);
    }

    @Test
    void moreWorriedAndLowerNeedAReasonAndTheRight() {
        String reference = reported("carer2", ReportAnswers.medium("C3"));
        String worried = API + "cases/" + reference + "/worried";
        String lower = API + "cases/" + reference + "/lower";
        Visitor carer = Visitor.loggedIn(port, "carer2");
        Visitor team = Visitor.loggedIn(port, "teammanager1");
        Visitor manager = Visitor.loggedIn(port, "manager1");

        String medium = carer.post(lower, lowering("LOW", "It was a joke.", clock.now()))
                .text();
        assertThat(medium).contains("Only a manager may lower how serious it is.");
        assertThat(carer.post(worried, Map.of("reason", " ")).status()).isEqualTo(400);
        assertThat(Visitor.loggedIn(port, "carer1")
                        .post(worried, Map.of("reason", "Curious."))
                        .status())
                .isEqualTo(404);
        assertThat(carer.post(worried, Map.of("reason", "She cries and hides the phone.", "dangerNow", false))
                        .accepted())
                .isTrue();
        assertThat(incidents.get(reference).level()).contains(RiskLevel.HIGH);
        for (String level : List.of("LOW", "HIGH", "IMMEDIATE")) {
            assertThat(carer.post(lower, lowering(level, "It was a joke.", clock.now()))
                            .text())
                    .as("says nothing of the level")
                    .isEqualTo(medium);
        }

        assertThat(team.post(lower, lowering("LOW", "I rang them.", clock.now()))
                        .accepted())
                .isFalse();
        Map<String, Object> withoutHelp = new HashMap<>(lowering("MEDIUM", "I rang them.", clock.now()));
        withoutHelp.remove("help");
        assertThat(manager.post(lower, withoutHelp)
                        .body()
                        .path("fields")
                        .path("help")
                        .asText())
                .isEqualTo("Please say how this helps the child.");
        assertThat(manager.post(lower, lowering("MEDIUM", "I rang them.", clock.now()))
                        .body()
                        .path("message")
                        .asText())
                .startsWith("It stands at Medium now.");
        assertThat(manager.get("/safe-contact/c/" + reference).text()).contains("(set by ");
        assertThat(manager.get(API + "cases/" + reference + "/record").text())
                .contains(
                        "More worried now", "High; it was Medium before", "How does this help the child?", "Calm days.")
                .contains(
                        "a rule of the table \\\"risk-level\\\", version ",
                        "Rule 19: an account or app nobody knew about");
        assertThat(team.post(lower, lowering("LOW", "I rang them too.", clock.now()))
                        .accepted())
                .isTrue();
        assertThat(incidents.get(reference).level()).contains(RiskLevel.LOW);

        live.jobs(reference);
        live.send("ssw2", reference, "acknowledge", Map.of("whatNext", "I ring them tonight."));
        live.jobs(reference);
        assertThat(incidents.get(reference).escalated()).isTrue();
        assertThat(live.running(reference)).contains(CaseNames.UNPLANNED_CONTACT, CaseNames.SAFEGUARDING_ESCALATION);
    }

    @Test
    void loweringWithoutSomebodysOwnReportOfAbuseIsTheRegisteredManagersAndWarns() {
        String reference = reported("carer2", ReportAnswers.medium("C3"));
        String lower = API + "cases/" + reference + "/lower";
        String task = API + "tasks/" + live.task(reference, "acknowledge").getId() + "/case";
        Visitor team = Visitor.loggedIn(port, "teammanager1");
        assertThat(team.get(task).body().path("levels")).isNotEmpty();

        incidents.note(reference, Noted.ABUSE_REPORT, "notReported", "manager1");

        assertThat(team.get(task).body().path("levels")).isEmpty();
        Visitor.Answer refused = team.post(lower, lowering("LOW", "I rang them.", clock.now()));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("has not made their own report yet");
        Visitor manager = Visitor.loggedIn(port, "manager1");
        assertThat(manager.get(task).body().path("abuseReportMissing").asBoolean())
                .isTrue();
        assertThat(manager.post(lower, lowering("LOW", "The police have it all.", clock.now()))
                        .accepted())
                .isTrue();
    }

    @Test
    void whoLowersHasReadWhatSomebodyIsWorriedAbout() {
        String reference = reported("carer2", ReportAnswers.medium("C3"));
        String lower = API + "cases/" + reference + "/lower";
        Visitor manager = Visitor.loggedIn(port, "manager1");
        String task = API + "tasks/" + live.task(reference, "acknowledge").getId() + "/case";
        Instant looked = Instant.parse(manager.get(task).body().path("seenAt").asText());
        clock.advance(Duration.ofSeconds(5));
        Visitor.loggedIn(port, "carer2")
                .post(API + "cases/" + reference + "/worried", Map.of("reason", "He has a knife.", "dangerNow", true));

        Visitor.Answer refused = manager.post(lower, lowering("LOW", "I rang them.", looked));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("since you looked that it is more serious");
        assertThat(manager.post(lower, Map.of("level", "LOW", "reason", "I rang them.", "help", "Calm."))
                        .status())
                .as("who does not say when they looked")
                .isEqualTo(409);
        assertThat(incidents.get(reference).level()).contains(RiskLevel.IMMEDIATE);
        Map<String, Object> accident = Map.of("reason", "My test.", "help", "Calm.", "seenAt", looked.toString());
        assertThat(manager.post(API + "cases/" + reference + "/started-by-accident", accident)
                        .text())
                .contains("since you looked that it is more serious");
        assertThat(incidents.get(reference).state().isOver()).isFalse();
        assertThat(manager.get("/safe-contact/c/" + reference).text()).contains("name=\"seenAt\"");
        assertThat(manager.post(lower, lowering("LOW", "I rang them.", clock.now()))
                        .accepted())
                .isTrue();
    }

    @Test
    void whoLowersHasReadAlsoWhatWasBeingSaidWhenTheyLooked() {
        String reference = reported("carer2", ReportAnswers.medium("C3"));
        Visitor manager = Visitor.loggedIn(port, "manager1");
        String task = API + "tasks/" + live.task(reference, "acknowledge").getId() + "/case";
        clock.advance(Duration.ofSeconds(5));
        Instant looked = new TransactionTemplate(transactions).execute(notYetThere -> {
            live.as("carer2", () -> messages.moreWorried(reference, "carer2", "He has a knife.", true));
            clock.advance(Duration.ofSeconds(1));
            return Instant.parse(manager.get(task).body().path("seenAt").asText());
        });
        assertThat(incidents.get(reference).level()).contains(RiskLevel.IMMEDIATE);
        assertThat(manager.post(API + "cases/" + reference + "/lower", lowering("LOW", "I rang them.", looked))
                        .status())
                .isEqualTo(409);
        assertThat(incidents.get(reference).level()).contains(RiskLevel.IMMEDIATE);
    }

    @Test
    void dangerThatIsTickedCountsWithoutAWord() {
        String reference = reported("carer2", ReportAnswers.medium("C3"));
        Visitor carer = Visitor.loggedIn(port, "carer2");
        String worried = API + "cases/" + reference + "/worried";
        assertThat(carer.post(worried, Map.of("reason", " ", "dangerNow", false))
                        .status())
                .as("less than that needs a reason")
                .isEqualTo(400);
        Visitor.Answer taken = carer.post(worried, Map.of("reason", " ", "dangerNow", true));
        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.text()).contains("Somebody is being told now", "999");
        assertThat(incidents.get(reference).level()).contains(RiskLevel.IMMEDIATE);
        assertThat(carer.get(API + "cases/" + reference + "/record").text())
                .contains("Danger was ticked, and nothing written yet.");
    }

    private static Map<String, Object> lowering(String level, String reason, Instant seenAt) {
        return Map.of("level", level, "reason", reason, "help", "Calm days.", "seenAt", seenAt.toString());
    }

    @Test
    void whatThePoliceAskIsShownToWhoIsOnTheCaseAndWhoLookedIsKept() {
        String reference = reported("carer2", ReportAnswers.immediate("C3"));
        String page = "/safe-contact/c/" + reference + "/p";
        assertThat(Visitor.loggedIn(port, "carer2").get(page).text())
                .contains("C3", "Authority", reference)
                .contains("<title>To do</title>"); // it stays in the browser's history
        Visitor duty = Visitor.loggedIn(port, "duty1");
        duty.get(page);
        clock.advance(Duration.ofMinutes(59));
        assertThat(duty.get(page).text()).contains(reference);
        assertThat(looks(reference, "duty1"))
                .as("the page opened again is one look")
                .isOne();
        assertThat(looks(reference, "carer2")).isOne();
        clock.advance(Duration.ofMinutes(2));
        duty.get(page);
        assertThat(looks(reference, "duty1")).isEqualTo(2);
        assertThat(Visitor.loggedIn(port, "carer1").get(page).status()).isEqualTo(404);
    }

    /** An agency can write both into its folder; where it does not, whoever rings says what they know. */
    @Test
    void thePoliceHearTheNameAndWhatTheChildLooksLikeWhereTheAgencyWritesThem() {
        String page = "/safe-contact/c/%s/p";
        assertThat(words(Visitor.loggedIn(port, "duty1")
                        .get(page.formatted(reported("carer2", ReportAnswers.immediate("C3"))))))
                .contains(
                        "The child Ellis Featherly, here always written as C3 (Swallow).",
                        "wears About 1.60 m, slim, short red hair, glasses, a scar on the left eyebrow. Say what they wear");
        assertThat(words(Visitor.loggedIn(port, "duty1")
                        .get(page.formatted(reported("carer1", ReportAnswers.immediate("C1"))))))
                .contains(
                        "The child C1 (Kingfisher), as we write it here. Say the full name if you know it.",
                        "wears Say what you know.");
    }

    @Test
    void thePoliceHearTheNewestWorryAndWhatWasReportedAndNeverThatSomethingIsOpen() {
        String reference = reported("carer2", ReportAnswers.high("C3").with("channel", "social"));
        String page = "/safe-contact/c/" + reference + "/p";
        Visitor carer = Visitor.loggedIn(port, "carer2");
        assertThat(live.shown("ssw2", reference, "acknowledge").get("reason"))
                .asString()
                .startsWith("Signs that somebody");
        live.send(
                "carer2",
                reference,
                "completeRecord",
                Map.of("whatHappened", "He has written since Sunday.", "platform", "Snaplet, heron-43"));
        live.as("ssw2", () -> messages.moreWorried(reference, "ssw2", "The school saw his car.", false));
        assertThat(words(carer.get(page)))
                .contains("The danger, in one line Signs that somebody", "A cousin sent a message", "Hurting themself")
                .contains("name there? Snaplet, heron-43")
                .doesNotContain("None of these", "his car");
        clock.advance(Duration.ofMinutes(3));
        live.as("carer2", () -> messages.moreWorried(reference, "carer2", "He stands at the bus stop.", false));

        assertThat(words(carer.get(page)))
                .contains("The danger, in one line He stands at the bus stop. (More worried since, says Charlie")
                .doesNotContain("Somebody is more worried now", "his car");
        assertThat(words(Visitor.loggedIn(port, "duty1").get(page)))
                .contains("The danger, in one line He stands at the bus stop.", "The school saw his car.");
        String open = reported("carer2", ReportAnswers.unsure("C3"));
        assertThat(words(carer.get("/safe-contact/c/" + open + "/p")))
                .contains("The danger, in one line Somebody may be in danger.", "I'm not sure");
    }

    private static String words(Visitor.Answer page) {
        return page.text().replaceAll("<[^>]*>", " ").replace("&#39;", "'").replaceAll("\\s+", " ");
    }

    @Test
    void whoIsMoreWorriedWhereItIsHighAlreadyDidNotSetItAndReadsARightTimeAtOnce() {
        String reference = reported("carer2", ReportAnswers.high("C3"));
        live.send("ssw2", reference, "acknowledge", EverythingRealTest.spoken(clock.now()));
        live.jobs(reference);
        clock.advance(Duration.ofMinutes(20));
        live.as("carer2", () -> messages.moreWorried(reference, "carer2", "He writes again.", false));
        String promised = talksBy(reference);
        live.jobs(reference);

        assertThat(talksBy(reference)).as("once people were asked anew").isEqualTo(promised);
        assertThat(words(Visitor.loggedIn(port, "ssw2").get("/safe-contact/c/" + reference)))
                .contains("High (Charlie", " was more worried today at ")
                .doesNotContain("set by");
    }

    private String talksBy(String reference) {
        Matcher said = Pattern.compile("Somebody talks with you by [0-9:]+")
                .matcher(words(Visitor.loggedIn(port, "carer2").get("/safe-contact/c/" + reference)));
        assertThat(said.find()).isTrue();
        return said.group();
    }

    @Test
    void givingBackAndHandingOverSayWhy() {
        String reference = reported("carer2", ReportAnswers.medium("C3"));
        String task = live.take("ssw2", reference, "acknowledge");
        Visitor worker = Visitor.loggedIn(port, "ssw2");
        String path = API + "tasks/" + task;
        assertThat(worker.get(path + "/case").body().path("actions"))
                .extracting(JsonNode::asText)
                .contains("giveBack", "worried", "add");
        assertThat(worker.post(path + "/give-back", Map.of("reason", "")).status())
                .isEqualTo(400);
        assertThat(Visitor.loggedIn(port, "carer2")
                        .post(path + "/give-back", Map.of("reason", "x"))
                        .accepted())
                .isFalse();
        assertThat(worker.post(path + "/give-back", Map.of("reason", "I am in court all day."))
                        .accepted())
                .isTrue();
        assertThat(live.task(reference, "acknowledge").getAssignee()).isNull();
    }

    @Test
    void aWorkerWhoCannotRingThePoliceGivesItBackOrHandsItOverAndItIsNeverNobodys() {
        String reference = reported("carer2", ReportAnswers.highWithPolice("C3"));
        live.send("ssw2", reference, "acknowledge", EverythingRealTest.spoken(clock.now()));
        live.jobs(reference);
        Task police = live.task(reference, "callPolice");
        assertThat(police.getAssignee()).isEqualTo("ssw2");
        Visitor worker = Visitor.loggedIn(port, "ssw2");
        String path = API + "tasks/" + police.getId();
        assertThat(worker.get(path + "/case").body().path("actions"))
                .extracting(JsonNode::asText)
                .contains("giveBack", "handOver");
        assertThat(worker.get(path + "/case").body().path("people").toString())
                .contains("duty1", "manager1")
                .doesNotContain("ssw2", "carer2", "ssw1");
        assertThat(worker.post(path + "/hand-over", Map.of("to", "carer2", "reason", "You ring."))
                        .status())
                .isEqualTo(400);
        assertThat(worker.post(path + "/hand-over", Map.of("to", "duty1", "reason", "I am in court; they wait."))
                        .accepted())
                .isTrue();
        assertThat(live.task(reference, "callPolice").getAssignee()).isEqualTo("duty1");

        Visitor duty = Visitor.loggedIn(port, "duty1");
        assertThat(duty.post(path + "/give-back", Map.of("reason", "")).status())
                .isEqualTo(400);
        assertThat(duty.post(path + "/give-back", Map.of("reason", "Another child is missing."))
                        .accepted())
                .isTrue();
        Task open = live.task(reference, "callPolice");
        assertThat(open.getAssignee()).isNull();
        assertThat(live.candidates(open)).contains("duty1", "manager1", "ssw2");
        assertThat(jdbc.sql("select recipient from outgoing_message where reference = ? and wanted = 'RING'")
                        .param(reference)
                        .query(String.class)
                        .list())
                .as("the others hear at once that somebody is to be rung")
                .contains("manager1", "ssw2")
                .doesNotContain("duty1", "carer2");
        assertThat(record.entries(reference)).extracting(Entry::title).contains("Given back", "Handed over");

        String danger = reported("carer2", ReportAnswers.immediate("C3"));
        Visitor carer = Visitor.loggedIn(port, "carer2");
        assertThat(carer.get(API + "tasks/" + live.task(danger, "callPolice").getId() + "/case")
                        .body()
                        .path("actions"))
                .extracting(JsonNode::asText)
                .as("who is with the danger rings")
                .doesNotContain("giveBack", "handOver");
    }

    @Test
    void whatNoToDoCanBeCalledIsNotThere() {
        Visitor worker = Visitor.loggedIn(port, "ssw2");
        Visitor.Answer answer = worker.post(API + "todos", Map.of("ids", List.of("a\u0000b", "none")));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("[]");
        assertThat(worker.get("/error").status())
                .as("a page that only the web server asks for")
                .isEqualTo(404);
    }

    @Test
    void whatSomebodyElseHasIsTakenOverByTheRegisteredManagerAndWhenItIsUrgentByDuty() {
        String urgent = reported("carer2", ReportAnswers.high("C3"));
        String routine = reported("carer2", ReportAnswers.medium("C3"));
        String urgentPath = API + "tasks/" + live.take("ssw2", urgent, "acknowledge");
        String routinePath = API + "tasks/" + live.take("ssw2", routine, "acknowledge");
        Map<String, String> why = Map.of("reason", "She does not pick up.");
        Visitor duty = Visitor.loggedIn(port, "duty1");

        assertThat(Visitor.loggedIn(port, "teammanager1")
                        .post(urgentPath + "/take-over", why)
                        .accepted())
                .isFalse();
        assertThat(duty.get(routinePath + "/case").body().path("actions"))
                .extracting(JsonNode::asText)
                .doesNotContain("takeOver");
        assertThat(duty.post(routinePath + "/take-over", why).status()).isEqualTo(409);
        assertThat(duty.get(urgentPath + "/case").body().path("actions"))
                .extracting(JsonNode::asText)
                .contains("takeOver");
        assertThat(duty.post(urgentPath + "/take-over", Map.of("reason", "")).status())
                .isEqualTo(400);
        assertThat(duty.post(urgentPath + "/take-over", why).accepted()).isTrue();
        assertThat(live.task(urgent, "acknowledge").getAssignee()).isEqualTo("duty1");
        Visitor manager = Visitor.loggedIn(port, "manager1");
        assertThat(manager.post(routinePath + "/take-over", why).accepted()).isTrue();
        assertThat(live.task(routine, "acknowledge").getAssignee()).isEqualTo("manager1");
        assertThat(manager.get("/safe-contact/c/" + routine + "/r").text())
                .contains("Taken over", "She does not pick up.");
    }

    @Test
    void whatWaitsForAnAnswerStandsFirstAmongWhatIsUrgent() {
        reported("carer2", ReportAnswers.immediate("C3"));
        reported("carer1", ReportAnswers.high("C1"));
        List<String> urgent = Pattern.compile("\"taskDefinitionKey\":\"(\\w+)\"")
                .matcher(onList("Urgent", Visitor.loggedIn(port, "duty1")))
                .results()
                .map(key -> key.group(1))
                .toList();
        assertThat(urgent.subList(0, 2))
                .as("of both, before what is due sooner at IMMEDIATE")
                .containsOnly("acknowledge");
        assertThat(urgent.stream().dropWhile("acknowledge"::equals))
                .contains("callPolice")
                .doesNotContain("acknowledge");
    }

    @Test
    void whatIsForARegisteredManagerIsHandedToNobodyElse() {
        String reference = reported(
                "carer1",
                ReportAnswers.high("C1").with("namedPerson", "worker").with("namedPersons", List.of("teammanager1")));
        String decide = live.take("manager1", reference, "decideAboutNamed");
        Visitor manager = Visitor.loggedIn(port, "manager1");
        assertThat(manager.get(API + "tasks/" + decide + "/case").text())
                .contains("manager2")
                .doesNotContain("ssw1");
        assertThat(manager.post(API + "tasks/" + decide + "/hand-over", Map.of("to", "ssw1", "reason", "You do it."))
                        .accepted())
                .isFalse();
        assertThat(live.task(reference, "decideAboutNamed").getAssignee()).isEqualTo("manager1");
    }

    @Test
    void whatOnlyTheSupervisingSocialWorkerIsAskedIsHandedByNameToWhoeverAnswersForThem() {
        String reference = reported("carer2", ReportAnswers.medium("C3"));
        live.send("ssw2", reference, "acknowledge", Map.of("whatNext", "I tell the child's social worker today."));
        live.jobs(reference);
        String review = live.take("ssw2", reference, "reviewContact");
        Visitor worker = Visitor.loggedIn(port, "ssw2");
        assertThat(worker.get(API + "tasks/" + review + "/case").body().path("people"))
                .extracting(each -> each.path("name").asText())
                .contains(
                        "Gray Teamwell, team manager",
                        "Frankie Nightingale, duty social worker",
                        "Harper Leadwell, registered manager")
                .noneMatch(name -> name.contains("carer") || name.contains("child's social worker"));
        assertThat(worker.post(
                                API + "tasks/" + review + "/hand-over",
                                Map.of("to", "ssw1", "reason", "She knows the home."))
                        .accepted())
                .as("another home's worker sees nothing of it")
                .isFalse();
        assertThat(worker.post(
                                API + "tasks/" + review + "/hand-over",
                                Map.of("to", "teammanager1", "reason", "I am on leave from noon."))
                        .accepted())
                .isTrue();
        live.send("teammanager1", reference, "reviewContact", Reviews.noChange());
    }

    @Test
    void aCarerHandsNothingToAManager() {
        String reference = reported("carer1", ReportAnswers.high("C1"));
        String evidence = live.take("carer1", reference, "preserveEvidence");
        tasks.addCandidateGroup(evidence, Role.SUPERVISING_SOCIAL_WORKER.groupId());

        assertThat(Visitor.loggedIn(port, "carer1")
                        .get(API + "tasks/" + evidence + "/case")
                        .body()
                        .path("people"))
                .extracting(each -> each.path("name").asText())
                .noneMatch(name -> name.contains("manager") || name.contains("duty"));
    }

    @Test
    void whoeverTakesOverHearsOfItAndReadsWhatTheyShouldKnow() {
        String reference = reported("carer2", ReportAnswers.high("C3"));
        live.send("ssw2", reference, "acknowledge", EverythingRealTest.spoken(clock.now()));
        live.jobs(reference);
        String task = live.take("manager1", reference, "assessEscalation");

        JsonNode fields = Visitor.loggedIn(port, "manager1")
                .post(API + "tasks/" + task + "/hand-over", Map.of("to", "", "reason", ""))
                .body()
                .path("fields");
        assertThat(fields.path("to").asText()).isEqualTo("Please choose who takes it.");
        assertThat(fields.path("reason").asText()).startsWith("Please write what they should know");
        assertThat(Visitor.loggedIn(port, "manager1")
                        .post(
                                API + "tasks/" + task + "/hand-over",
                                Map.of("to", "manager2", "reason", "Ring *her* first.\n[Not a link](https://x.y)"))
                        .accepted())
                .isTrue();

        assertThat(jdbc.sql(
                                "select recipient from outgoing_message where reference = :reference and wanted = 'TAKE_OVER'")
                        .param("reference", reference)
                        .query(String.class)
                        .list())
                .containsExactly("manager2");
        assertThat(live.shown("manager2", reference, "assessEscalation").get("handedOver"))
                .asString()
                .startsWith("**Handed over to you by ")
                .endsWith("Ring \\*her\\* first\\.\n\\[Not a link\\]\\(https\\:\\/\\/x\\.y\\)");
        assertThat(live.shown("manager1", reference, "assessEscalation").get("handedOver"))
                .asString()
                .as("for whoever else opens it")
                .startsWith("**Handed over to ")
                .doesNotContain("to you");
        Visitor.loggedIn(port, "manager2")
                .post(API + "tasks/" + task + "/give-back", Map.of("reason", "I am in court."));
        assertThat(live.shown("manager1", reference, "assessEscalation").get("handedOver"))
                .asString()
                .startsWith("**Given back by ")
                .endsWith("I am in court\\.");

        live.send("manager2", reference, "assessEscalation", Reviews.assessment());
        live.jobs(reference);
        assertThat(live.shown("manager1", reference, "secondSignature").get("assessed"))
                .asString()
                .as("all that is signed")
                .contains(
                        "**What is decided, who does what by when** ",
                        "**Why** ",
                        "**The police** ",
                        "**Was the child seen?** ",
                        "**What does the child want and feel?** ",
                        "**Is it safe for the child to stay where they are tonight?** ",
                        "**Assessment**, ");
    }

    @Test
    void whoAnswersAndReviewsReadsWhatTheCarerWroteAndWhatTheChildSaid() {
        String reference = reported(
                "carer2",
                ReportAnswers.medium("C3")
                        .with("childSaid", "He says he misses me.")
                        .with("everything", false));

        assertThat(live.shown("ssw2", reference, "acknowledge").get("reported"))
                .asString()
                .contains("**What happened? What did you see or hear?** A cousin sent a message about the weekend")
                .contains("He says he misses me")
                .contains("**Asked, and the answer was *None of these*:** Is any of this true now? Are you worried")
                .contains("**Asked, and the answer was *No*:** Has a court said no contact")
                .contains("**Asked, and left unticked:** That is everything I know")
                .doesNotContain("Could any of the pictures be nude");

        live.send("ssw2", reference, "acknowledge", Map.of("whatNext", "I ring them tonight."));
        live.jobs(reference);
        assertThat(Visitor.loggedIn(port, "carer2")
                        .post(
                                API + "cases/" + reference + "/entries/1/child-says",
                                Map.of("how", "DICTATED", "words", "I asked him to write."))
                        .status())
                .isEqualTo(200);
        Map<String, Object> review = live.shown("ssw2", reference, "reviewContact");
        assertThat(review.get("reported"))
                .asString()
                .contains("A cousin sent a message", "**The child says about entry 1:** I asked him to write");
        assertThat(review.get("answered"))
                .asString()
                .contains("**Answered by ", " at ")
                .contains("**What happens next, and who does it?** I ring them tonight");
    }

    @Test
    void whoAnswersAndAssessesReadsWhatWasWrittenInFullSince() {
        String reference = reported("carer2", ReportAnswers.high("C3").with("everything", false));
        live.send("carer2", reference, "completeRecord", Map.of("whatHappened", "He has written since Sunday."));
        assertThat(live.shown("ssw2", reference, "acknowledge").get("reported"))
                .asString()
                .contains("A cousin sent a message", "**What happened, in full**, ", "He has written since Sunday");
        live.send("ssw2", reference, "acknowledge", EverythingRealTest.spoken(clock.now()));
        live.jobs(reference);
        assertThat(live.shown("manager1", reference, "assessEscalation").get("reported"))
                .asString()
                .contains("He has written since Sunday");
    }

    @Test
    void theRecordSaysThatItWasJustNowUnlessTheCarerTickedThatItWasNot() {
        String now = reported("carer2", ReportAnswers.medium("C3"));
        String earlier = reported("carer2", ReportAnswers.medium("C3").with("earlier", true));

        assertThat(whenItHappened(now)).isEqualTo("just before it was reported");
        assertThat(whenItHappened(earlier)).isEqualTo("not known");
    }

    @Test
    void aCarerWhoIsMoreWorriedReadsDutysNumberAndAWorkerIsNotSentToThemselves() {
        String reference = reported("carer2", ReportAnswers.medium("C3"));
        String worried = API + "cases/" + reference + "/worried";
        Map<String, Object> why = Map.of("reason", "He stands outside.", "dangerNow", false);

        assertThat(message(Visitor.loggedIn(port, "carer2").post(worried, why)))
                .contains("Please ring duty now: 01632", "In danger: 999.");
        assertThat(message(Visitor.loggedIn(port, "ssw2").post(worried, why)))
                .isEqualTo("Taken. Somebody is being told now. In danger: 999.");
    }

    @Test
    void reasonsTakeNoFilesInLettersAndNoSignsThatNobodySees() {
        String reference = reported("carer2", ReportAnswers.medium("C3"));
        String worried = API + "cases/" + reference + "/worried";
        Visitor carer = Visitor.loggedIn(port, "carer2");
        String picture = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ";
        assertThat(carer.post(worried, Map.of("reason", "Look: " + picture)).status())
                .isEqualTo(400);
        String task = live.take("ssw2", reference, "acknowledge");
        Visitor worker = Visitor.loggedIn(port, "ssw2");
        assertThat(worker.post(API + "tasks/" + task + "/give-back", Map.of("reason", picture))
                        .body()
                        .path("fields")
                        .path("reason")
                        .asText())
                .contains("take the picture or file out");
        assertThat(carer.post(worried, Map.of("reason", "She\0 cries.", "dangerNow", false))
                        .accepted())
                .isTrue();
    }

    @Test
    void whoAskedForItNeverTakesTheSecondPersonsToDo() {
        String reference = reported("carer2", ReportAnswers.high("C3"));
        Visitor first = Visitor.loggedIn(port, "manager1");
        Map<String, String> why = Map.of(
                "reason", "It was my own test.",
                "help", "Nobody is asked about what never was.",
                "seenAt", clock.now().toString());
        String accident = API + "cases/" + reference + "/started-by-accident";
        assertThat(first.post(accident, Map.of("reason", "It was my own test."))
                        .body()
                        .path("fields")
                        .path("help")
                        .asText())
                .isEqualTo("Please say how this helps the child.");
        assertThat(first.post(accident, why).body().path("message").asText())
                .contains("A second person has to agree now: ", " or ");
        live.jobs(reference);
        assertThat(first.get("/safe-contact/c/" + reference).text())
                .contains("You have asked for this to end. A second person has to agree now")
                .doesNotContain("How do you know?");
        Visitor whoIsAsked = Visitor.loggedIn(port, "manager2");
        assertThat(whoIsAsked.post(accident, why).text()).contains("You are asked to agree: it is on your list");
        assertThat(whoIsAsked.get("/safe-contact/c/" + reference).text())
                .contains("You are asked to agree", "To my list");
        String claim = "/camunda/api/engine/engine/default/task/"
                + live.task(reference, "confirmWithdrawal").getId() + "/claim";

        Visitor.Answer refused = first.post(claim, Map.of("userId", "manager1"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("You decided this first, so it is for somebody else to agree.");
        Visitor worker = Visitor.loggedIn(port, "ssw2");
        assertThat(worker.post(claim, Map.of("userId", "ssw2")).text())
                .contains("it is for a registered manager or a responsible individual to do");
        String id = live.task(reference, "confirmWithdrawal").getId();
        for (Visitor mayNot : List.of(first, worker)) {
            assertThat(waiting(mayNot)).doesNotContain(id);
        }
        assertThat(onList("Urgent", first)).doesNotContain(id);
        Visitor second = Visitor.loggedIn(port, "manager2");
        assertThat(waiting(second)).contains(id);
        assertThat(onList("Urgent", second)).contains(id);
        assertThat(second.post(claim, Map.of("userId", "manager2")).accepted()).isTrue();
        Visitor duty = Visitor.loggedIn(port, "duty1");
        assertThat(duty.get(API + "tasks/" + id + "/case").body().path("actions"))
                .extracting(JsonNode::asText)
                .doesNotContain("takeOver");
        assertThat(duty.post(API + "tasks/" + id + "/take-over", Map.of("reason", "He does not answer."))
                        .status())
                .as("by taking it over nobody gets what is not theirs to do")
                .isEqualTo(409);
        Map<String, Object> shown = live.shown("manager2", reference, "confirmWithdrawal");
        assertThat(shown.get("askedWhy")).asString().contains("**Why, says ", "It was my own test");
        assertThat(shown.get("reported")).asString().contains("A cousin sent a message about the weekend");

        live.send(
                "manager2",
                reference,
                "confirmWithdrawal",
                Map.of(
                        "agree", "yes",
                        "why", "Nothing had happened.",
                        "help", "Nobody is asked about what never was."));
        live.jobs(reference);
        assertThat(incidents.get(reference).state()).isEqualTo(Incident.State.WITHDRAWN);
        Map<String, ?> words = Map.of("kind", "FACT", "text", "One thing more.");
        assertThat(first.post(API + "cases/" + reference + "/additions", words).status())
                .isEqualTo(409);
        assertThat(first.post(
                                API + "evidence/" + reference + "/items",
                                Map.of("kind", "textMessages", "place", "here", "holder", "me"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aVersionOfTheTableThatNobodyHasSignedSaysSoInTheRecord() {
        StandInTable.whileUnsigned(repository, "risk-level", () -> {
            String reference = reported("carer2", ReportAnswers.low("C3"));
            assertThat(record.entries(reference))
                    .filteredOn(entry -> entry.title().equals("How serious it is"))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.statements())
                            .contains(new Statement("Table", "nobody has signed this version yet")));
        });
    }

    @Test
    void aBrokenTableLosesNoReportAndRaisesAnAlarm() {
        StandInTable.whileBroken(repository, "risk-level", () -> {
            String reference = reported("carer2", ReportAnswers.low("C3"));
            assertThat(incidents.get(reference).level()).contains(RiskLevel.HIGH);
            assertThat(incidents.get(reference).failSafe()).isTrue();
            assertThat(live.alarms(reference)).containsExactly("tableWithoutAnswer");
            assertThat(live.task(reference, "caseIsStuck").getPriority())
                    .as("and duty has it to do")
                    .isEqualTo(RiskLevel.HIGH.urgency());
        });
    }

    /** Policy, section 8: an agency's own table may say less, and people are needed now all the same. */
    @ParameterizedTest
    @ValueSource(strings = {"threats", "coercion", "grooming", "crime", "exploitation", "extremism", "selfHarm"})
    void aSafeguardingConcernNeedsPeopleNowWhateverTheTableSays(String concern) {
        StandInTable.whileChanged(
                repository,
                "risk-level",
                table -> table.replace("<text>\"HIGH\"</text>", "<text>\"LOW\"</text>"),
                () -> {
                    String reference =
                            reported("carer2", ReportAnswers.low("C3").with("concerns", List.of(concern)));
                    assertThat(incidents.get(reference).level()).contains(RiskLevel.LOW);
                    assertThat(live.running(reference)).contains("safeguarding-escalation");
                });
    }

    /** What <i>Waiting for somebody</i> shows. */
    private static String waiting(Visitor visitor) {
        return onList("Waiting for somebody", visitor);
    }

    private static String onList(String name, Visitor visitor) {
        String lists = "/camunda/api/engine/engine/default/filter";
        for (JsonNode list : visitor.get(lists + "?firstResult=0&maxResults=50&resourceType=Task")
                .body()) {
            if (list.path("name").asText().equals(name)) {
                return visitor.post(
                                lists + "/" + list.path("id").asText() + "/list?firstResult=0&maxResults=100", Map.of())
                        .text();
            }
        }
        throw new AssertionError("There is no such list");
    }

    private static String message(Visitor.Answer answer) {
        return answer.body().path("message").asText();
    }

    private String whenItHappened(String reference) {
        return record.entries(reference).stream()
                .flatMap(entry -> entry.statements().stream())
                .filter(statement -> statement.question().equals("When it happened"))
                .map(Statement::answer)
                .findFirst()
                .orElseThrow();
    }

    private long looks(String reference, String personId) {
        return record.entries(reference).stream()
                .filter(entry -> entry.title().startsWith("Looked at what the police")
                        && entry.author().personId().equals(personId))
                .count();
    }

    private String reported(String person, ReportAnswers answers) {
        String reference = live.begin(person);
        live.send(person, reference, "reportContact", answers.sent());
        live.jobs(reference);
        return reference;
    }
}
