package org.safecontact.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safecontact.Coverage;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.access.process.TakenAndNotDone;
import org.safecontact.agency.London;
import org.safecontact.agency.NextFolder;
import org.safecontact.agency.WorkingTime;
import org.safecontact.engine.Answers;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.SomebodyWasFaster;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.evidence.EvidenceKind;
import org.safecontact.evidence.EvidenceStore;
import org.safecontact.evidence.NewItem;
import org.safecontact.incident.carer.ThankYou;
import org.safecontact.incident.level.Levels;
import org.safecontact.incident.level.Lowering;
import org.safecontact.incident.level.Raising;
import org.safecontact.incident.process.CaseMessages;
import org.safecontact.incident.process.DangerAndWorry;
import org.safecontact.incident.process.OtherHands;
import org.safecontact.incident.process.StartedByAccident;
import org.safecontact.incident.report.FurtherAnswers;
import org.safecontact.incident.report.OpenQuestions;
import org.safecontact.incident.report.Reporting;
import org.safecontact.incident.report.Tap;
import org.safecontact.incident.report.UnsentReports;
import org.safecontact.incident.store.IncidentRepository;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.safecontact.record.EntryKind;
import org.safecontact.record.Statement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A report on its way from the first tap until it closes, by every way through, with stand-ins for what other areas do. */
@SafeContactTest
class OrdinaryWayTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private LivedCase live;

    @Autowired
    private TestClock clock;

    @Autowired
    private Incidents incidents;

    @Autowired
    private OpenQuestions questions;

    @Autowired
    private Levels levels;

    @Autowired
    private Lowering lowering;

    @Autowired
    private Raising raising;

    @Autowired
    private IncidentRepository repository;

    @Autowired
    private FurtherAnswers further;

    @Autowired
    private UnsentReports unsent;

    @Autowired
    private SaferCarePlans plans;

    @Autowired
    private EvidenceStore evidence;

    @Autowired
    private CaseRecord record;

    @Autowired
    private CaseMessages messages;

    @Autowired
    private DangerAndWorry said;

    @Autowired
    private StartedByAccident startedByAccident;

    @Autowired
    private WorkingTime working;

    @Autowired
    private NextFolder folder;

    @Autowired
    private TakenAndNotDone taken;

    @Autowired
    private ThankYou thanks;

    @Autowired
    private AuthorityTold authority;

    @Autowired
    private OtherHands hands;

    @Autowired
    private Endings endings;

    @Autowired
    private List<UserTaskWork> works;

    private String standIns;

    @BeforeAll
    static void begin(@Autowired Coverage coverage) {
        coverage.begin(OrdinaryWayTest.class);
    }

    @AfterAll
    static void everyWayThrough(@Autowired Coverage coverage) {
        coverage.requireAll("unplanned-contact", "full-record", "safer-care-plan");
    }

    @BeforeEach
    void standIns() {
        clock.set(Weeks.nextTuesday());
        standIns = live.standIns();
    }

    @AfterEach
    void removeStandIns() {
        folder.unchanged();
        live.removeStandIns(standIns);
    }

    @Test
    void aLowReportIsToldReviewedAndClosed() {
        String reference = live.begin("carer2");
        assertThat(reference).matches("INC-" + Weeks.london(clock.now()).substring(0, 4) + "-\\d{6}");
        assertThat(live.task(reference, "reportContact").getAssignee()).isEqualTo("carer2");

        live.send(
                "carer2",
                reference,
                "reportContact",
                ReportAnswers.low("C3").with("everything", true).sent());
        live.jobs(reference);

        assertThat(incidents.get(reference).level()).contains(RiskLevel.LOW);
        assertThat(incidents.decision(reference).orElseThrow().ruleId()).contains("20");
        assertThat(live.open(reference)).containsExactly(LivedCase.TOLD);

        live.answered(reference, "ssw2");
        assertThat(live.task(reference, "reviewContact").getDueDate())
                .isEqualTo(Date.from(working.due(clock.now(), "workingDays:2")));
        live.send("ssw2", reference, "reviewContact", Reviews.noChange());
        live.jobs(reference);
        live.send("ssw2", reference, "closeIncident", Reviews.close());

        assertThat(incidents.get(reference).state()).isEqualTo(Incident.State.CLOSED);
        assertThat(live.running(reference)).containsExactly(CaseNames.WELLBEING_MONITORING);
    }

    @Test
    void whileTheTeamManagerIsAwayARegisteredManagerSignsThePlan() {
        folder.somebodyIsAway("teammanager1", day(clock.now()), day(clock.now().plus(Duration.ofDays(30))));
        String reference = planWritten();

        live.send("manager1", reference, "signOffSaferCarePlan", Reviews.signed());
        assertThat(plans.isToBeReviewed(reference)).isFalse();
    }

    @Test
    void whatWaitsForATeamManagerWhoGoesAwayIsARegisteredManagersToo() {
        String reference = planWritten();
        assertThatThrownBy(() -> live.send("manager1", reference, "signOffSaferCarePlan", Reviews.signed()))
                .as("as long as the team manager is there")
                .isInstanceOf(AuthorizationException.class);

        folder.somebodyIsAway(
                "teammanager1",
                day(clock.now().plus(Duration.ofDays(1))),
                day(clock.now().plus(Duration.ofDays(30))));
        clock.advance(Duration.ofDays(1));
        taken.look();

        live.send("manager1", reference, "signOffSaferCarePlan", Reviews.signed());
        assertThat(plans.isToBeReviewed(reference)).isFalse();
    }

    private String planWritten() {
        String reference = reported("carer1", ReportAnswers.medium("C2"));
        live.answered(reference, "ssw1");
        live.send("ssw1", reference, "reviewContact", Reviews.planNeeded());
        live.send("ssw1", reference, "reviewSaferCarePlan", live.plan("ssw1", reference));
        return reference;
    }

    private static String day(Instant moment) {
        return moment.atZone(London.ZONE).toLocalDate().toString();
    }

    @Test
    void aMediumReportHasAFullRecordAndASignedPlan() {
        String reference = reported("carer1", ReportAnswers.medium("C2"));
        Instant reported = clock.now();
        assertThat(live.open(reference)).containsExactly("completeRecord", LivedCase.TOLD);
        assertThat(live.due(reference, "completeRecord")).isEqualTo(reported.plus(Duration.ofHours(24)));
        assertThat(live.timerDue(reference, "boundaryEvent_notWrittenYet"))
                .isEqualTo(reported.plus(Duration.ofHours(24)));
        clock.advance(Duration.ofMinutes(10));
        live.answered(reference, "ssw1");

        assertThat(live.due(reference, "reviewContact")).isEqualTo(working.due(reported, "endOfNextWorkingDay"));
        live.send("ssw1", reference, "reviewContact", Reviews.planNeeded());
        assertThat(live.due(reference, "reviewSaferCarePlan")).isEqualTo(working.due(clock.now(), "workingDays:5"));
        assertThat(live.shown("ssw1", reference, "reviewSaferCarePlan")
                        .get("askedWhy")
                        .toString())
                .contains("The plan covers this already");
        live.send("ssw1", reference, "reviewSaferCarePlan", live.plan("ssw1", reference));
        assertThat(live.shown("teammanager1", reference, "signOffSaferCarePlan")
                        .get("plan")
                        .toString())
                .contains("Accounts are looked at together on Sundays", "That is fine with me");
        assertThat(live.due(reference, "signOffSaferCarePlan")).isEqualTo(working.due(clock.now(), "workingDays:2"));
        live.send("teammanager1", reference, "signOffSaferCarePlan", Reviews.sentBack());
        assertThat(live.shown("ssw1", reference, "reviewSaferCarePlan")).containsEntry("sentBack", true);
        assertThat(live.shown("ssw1", reference, "reviewSaferCarePlan"))
                .containsAllEntriesOf(live.plan("ssw1", reference));
        assertThat(live.shown("ssw1", reference, "reviewSaferCarePlan")
                        .get("sentBackWhy")
                        .toString())
                .contains("Please say who looks");
        assertThat(live.task(reference, "reviewSaferCarePlan").getName())
                .isEqualTo("Sent back: Review the Safer Care Plan");
        live.send("ssw1", reference, "reviewSaferCarePlan", live.plan("ssw1", reference));
        live.send("teammanager1", reference, "signOffSaferCarePlan", Reviews.signed());
        live.jobs(reference);
        assertThat(live.open(reference)).containsExactly("completeRecord");
        assertThat(record.entries(reference).stream().flatMap(entry -> entry.statements().stream()))
                .contains(new Statement(
                        "What we will learn together, by when", "Who can see what I post, until Easter."));

        live.timer(reference, "boundaryEvent_notWrittenYet");
        assertThat(live.open(reference)).containsExactly("completeRecord", "helpWithRecord");
        assertThat(live.due(reference, "helpWithRecord")).isEqualTo(working.due(clock.now(), "WPT4H"));
        live.send("ssw1", reference, "helpWithRecord", Map.of("written", "themselves"));
        live.jobs(reference);
        assertThat(live.open(reference)).as("the carer may still write it").containsExactly("completeRecord");
        assertThat(incidents.noted(reference, Noted.FULL_RECORD)).isEmpty();

        assertThat(live.timerDue(reference, "intermediateCatchEvent_offerAgain"))
                .isEqualTo(working.due(clock.now(), "PT24H"));
        live.timer(reference, "intermediateCatchEvent_offerAgain");
        assertThat(live.open(reference)).containsExactly("completeRecord", "helpWithRecord");
        assertThatThrownBy(() -> live.send("ssw1", reference, "helpWithRecord", Map.of("written", "together")))
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.messages()).containsOnlyKeys("whatHappened"));
        live.send(
                "ssw1",
                reference,
                "helpWithRecord",
                Map.of("whatHappened", "They told it, I wrote.", "written", "together"));
        live.jobs(reference);

        assertThat(live.open(reference)).containsExactly("closeIncident");
        assertThat(live.due(reference, "closeIncident")).isEqualTo(working.due(clock.now(), "workingDays:10"));
        assertThatThrownBy(() -> live.send("ssw1", reference, "closeIncident", Reviews.closeWithout("childTold")))
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.messages()).containsOnlyKeys("childTold"));
        for (String always : List.of("childTold", "carerTold", "otherChildren", "plansDecided", "parents")) {
            assertThatThrownBy(() -> live.send("ssw1", reference, "closeIncident", Reviews.closeNotNeeded(always)))
                    .as(always)
                    .isInstanceOfSatisfying(
                            FormRefused.class,
                            refused -> assertThat(refused.messages()).containsOnlyKeys(always));
        }
        Map<String, Object> withoutAnswer = Reviews.close();
        withoutAnswer.remove("parentsAnswer");
        assertThatThrownBy(() -> live.send("ssw1", reference, "closeIncident", withoutAnswer))
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.messages()).containsOnlyKeys("parentsAnswer"));
        assertThat(live.shown("ssw1", reference, "closeIncident"))
                .as("the review says when the authority was told")
                .containsEntry("authorityOnRecord", true);
        Map<String, Object> nobodyAsked = Reviews.close();
        nobodyAsked.keySet().removeAll(List.of("wishes", "wishesSaid"));
        assertThatThrownBy(() -> live.send("ssw1", reference, "closeIncident", nobodyAsked))
                .as("what the child wishes is asked, or it is said why not")
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.messages()).containsOnlyKeys("wishes"));
        live.send("ssw1", reference, "closeIncident", Reviews.close());
        assertThat(incidents.get(reference).state()).isEqualTo(Incident.State.CLOSED);
        assertThat(record.entries(reference))
                .anyMatch(entry -> entry.title().equals("Closed")
                        && entry.kind() == EntryKind.CHILDS_WORDS
                        && entry.statements()
                                .equals(List.of(
                                        new Statement("In their own words", "I want my cousin to ask first."))));
    }

    @ParameterizedTest
    @CsvSource({
        "carer1, C1 C2",
        "carer2, C3",
        "ssw1, C1 C2",
        "ssw2, C3",
        "childsw1, C1 C3",
        "duty1, C1 C2 C3",
        "teammanager1, C1 C2 C3",
        "manager1, C1 C2 C3",
        "director1, C1 C2 C3"
    })
    void eachMayReportAboutTheChildrenWhomTheyWorkFor(String person, String children) {
        String reference = live.begin(person);
        Map<String, Object> shown = live.shown(person, reference, "reportContact");
        assertThat(((SpinJsonNode) shown.get("children"))
                        .elements().stream().map(child -> child.prop("value").stringValue()))
                .containsExactly(children.split(" "));
        unsent.nothingToReport(reference, person);
    }

    @Test
    void theCarerWritesTheRecordHerself() {
        String reference = reported("carer1", ReportAnswers.medium("C2"));
        live.send("carer1", reference, "completeRecord", Map.of("whatHappened", "All of it, from the beginning."));
        live.jobs(reference);
        assertThat(live.open(reference)).containsExactly(LivedCase.TOLD);
    }

    @Test
    void afterTwoHoursTheOtherCarerCanWriteTheRecord() {
        String reference = reported("carer1", ReportAnswers.medium("C2"));
        assertThat(live.timerDue(reference, "boundaryEvent_recordWaits"))
                .isEqualTo(clock.now().plus(Duration.ofHours(2)));
        live.timer(reference, "boundaryEvent_recordWaits");
        assertThat(live.task(reference, "completeRecord").getAssignee()).isNull();
        assertThat(live.candidates(live.task(reference, "completeRecord"))).containsExactly("carer1", "carer3");
        live.send("carer3", reference, "completeRecord", Map.of("whatHappened", "All of it, from the beginning."));
        assertThat(live.tasks(reference, "completeRecord")).isEmpty();
    }

    @Test
    void atNightTheRecordWaitsForCarersToBeAwake() {
        clock.set(Weeks.nextSaturdayNight());
        String reference = reported("carer1", ReportAnswers.medium("C2"));
        assertThat(Weeks.london(live.timerDue(reference, "boundaryEvent_recordWaits")))
                .as("two hours after 08:00")
                .endsWith("T10:00");
    }

    @Test
    void whoIsTheOnlyCarerOfTheHomeKeepsTheRecord() {
        String reference = reported("carer2", ReportAnswers.medium("C3"));
        live.timer(reference, "boundaryEvent_recordWaits");
        assertThat(live.task(reference, "completeRecord").getAssignee()).isEqualTo("carer2");
    }

    @Test
    void anUnsentReportIsRungAboutAndItsFormStaysOpen() {
        String reference = live.begin("carer1");
        live.timer(reference, "boundaryEvent_notSentYet");
        assertThat(live.candidates(live.task(reference, "ringCarer"))).containsExactly("dutySocialWorker", "ssw1");

        live.send("duty1", reference, "ringCarer", Map.of("answered", "noAnswer"));
        assertThat(live.open(reference)).containsExactly("reportContact");
        live.timer(reference, "intermediateCatchEvent_tryAgain");
        live.send("duty1", reference, "ringCarer", Map.of("answered", "sendsIt"));
        assertThat(live.open(reference)).containsExactly("reportContact");
        assertThat(live.timerDue(reference, "intermediateCatchEvent_stillNotSent"))
                .isEqualTo(clock.now().plus(Duration.ofHours(4)));
        live.timer(reference, "intermediateCatchEvent_stillNotSent");
        assertThat(live.open(reference)).containsExactly("reportContact", "ringCarer");

        assertThat(live.press("carer1")).isEqualTo(reference);
        live.send("carer1", reference, "reportContact", ReportAnswers.low("C1").sent());
        assertThat(incidents.get(reference).sent()).isTrue();
    }

    @Test
    void nothingToReportAfterAllClosesWithOneTap() {
        String reference = live.begin("carer3");
        live.as("carer3", () -> {
            messages.nothingToReport(reference, "carer3");
            return null;
        });
        assertThat(incidents.get(reference).state()).isEqualTo(Incident.State.NOTHING_TO_REPORT);
        assertThat(live.running(reference)).isEmpty();
    }

    @Test
    void whatTurnsOutMoreSeriousWhileTellingNeedsPeopleNow() {
        String reference = reported("carer2", ReportAnswers.medium("C3"));
        raising.raise(reference, "ssw2", "The carer sounds frightened.", false);
        live.answered(reference, "ssw2");
        assertThat(live.running(reference)).contains(CaseNames.SAFEGUARDING_ESCALATION);
        assertThat(live.tasks(reference, "reviewContact")).isEmpty();
    }

    @Test
    void whatTurnsOutMoreSeriousInTheReviewNeedsPeopleNow() {
        String reference = reported("carer2", ReportAnswers.medium("C3"));
        live.answered(reference, "ssw2");
        live.send("ssw2", reference, "reviewContact", Reviews.moreSerious());
        live.jobs(reference);
        assertThat(live.running(reference)).contains(CaseNames.SAFEGUARDING_ESCALATION);
        assertThat(incidents.get(reference).level()).contains(RiskLevel.HIGH);
        assertThat(live.variable(reference, CaseNames.SAFEGUARDING_ESCALATION, CaseNames.RISK_LEVEL))
                .isEqualTo("HIGH");
    }

    @Test
    void anybodyOnTheCaseCanBeMoreWorried() {
        String reference = reported("carer2", ReportAnswers.medium("C3"));
        live.as("carer2", () -> messages.moreWorried(reference, "carer2", "She is crying and hides the phone.", true));
        live.jobs(reference);
        assertThat(live.running(reference)).contains(CaseNames.SAFEGUARDING_ESCALATION);
        assertThat(incidents.get(reference).level()).contains(RiskLevel.IMMEDIATE);
        assertThat(live.task(reference, "callPolice").getAssignee()).isEqualTo("carer2");
    }

    @Test
    void whatIsSettledGoesTheOrdinaryWayWithoutTellingAgain() {
        String reference = reported("carer1", ReportAnswers.unsure("C2").with("everything", true));
        assertThat(incidents.get(reference).failSafe()).isTrue();
        live.as("duty1", () -> questions.answer(reference, "duty1", ReportAnswers.noDanger()));
        live.answered(reference, "duty1");

        assertThat(live.running(reference)).doesNotContain(CaseNames.SAFEGUARDING_ESCALATION);
        assertThat(incidents.get(reference).level()).contains(RiskLevel.LOW);
        assertThat(live.open(reference)).contains("reviewContact").doesNotContain(LivedCase.TOLD, "completeRecord");
    }

    @Test
    void whatIsDecidedOfWhatWasSettledReachesTheCarerWithoutASecondPerson() {
        String reference = reported("carer1", ReportAnswers.unsure("C2").with("everything", true));
        live.as("duty1", () -> questions.answer(reference, "duty1", ReportAnswers.noDanger()));
        live.answered(reference, "duty1");
        Map<String, Object> silent = new HashMap<>(Reviews.noChange());
        silent.remove("forTheCarer");
        assertThatThrownBy(() -> live.send("ssw1", reference, "reviewContact", silent))
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.messages()).containsOnlyKeys("forTheCarer"));
        live.send("ssw1", reference, "reviewContact", Reviews.noChange());
        assertThat(thanks.words(reference, "carer1").lines()).contains("Decided: " + Reviews.FOR_THE_CARER);
    }

    @Test
    void anotherChildOfTheHomeHasACaseOfItsOwnLinkedToTheFirst() {
        String reference = live.begin("carer1");
        live.send(
                "carer1",
                reference,
                "reportContact",
                ReportAnswers.medium("C1").with("otherChildren", List.of("C2")).sent());
        String other = incidents.ofSameReport(reference).get(0);
        live.jobs(reference);
        live.jobs(other);

        assertThat(incidents.ofSameReport(other)).containsExactly(reference);
        assertThat(incidents.get(other).childId()).contains("C2");
        assertThat(incidents.get(other).level()).contains(RiskLevel.MEDIUM);
        assertThat(live.running(other)).contains(CaseNames.UNPLANNED_CONTACT);
    }

    @Test
    void aTapOnDangerEscalatesBesideTheOpenReport() {
        String reference = tapped("carer2", "yes");
        assertThat(incidents.get(reference).level()).contains(RiskLevel.IMMEDIATE);
        assertThat(live.open(reference)).contains("reportContact", "callPolice", LivedCase.TOLD);
        assertThat(live.task(reference, "callPolice").getAssignee()).isEqualTo("carer2");

        tap(reference, "carer2", "yes");
        assertThat(live.tasks(reference, LivedCase.TOLD)).hasSize(1);

        live.send("carer2", reference, "reportContact", ReportAnswers.low("C3").sent());
        live.jobs(reference);
        assertThat(incidents.get(reference).level()).contains(RiskLevel.IMMEDIATE);
        assertThat(live.tasks(reference, LivedCase.TOLD)).hasSize(1);

        Escalations.toTheEnd(live, reference, "carer2");
        assertThat(live.running(reference)).doesNotContain(CaseNames.UNPLANNED_CONTACT);
    }

    @Test
    void aTapThatIsSettledLetsTheReportGoTheOrdinaryWay() {
        String reference = tapped("carer2", "unsure");
        assertThat(incidents.get(reference).level()).contains(RiskLevel.HIGH);
        live.send("carer2", reference, "reportContact", ReportAnswers.low("C3").sent());
        live.jobs(reference);
        live.answered(reference, "duty1");
        assertThat(live.open(reference)).contains("reviewContact");
    }

    @Test
    void aTapAfterOneThatIsSettledAsksPeopleAgain() {
        String reference = settledBeforeSending();
        tap(reference, "carer2", "yes");
        peopleAreOnIt(reference, RiskLevel.IMMEDIATE, "callPolice");
    }

    @Test
    void whoIsMoreWorriedAfterATapThatIsSettledIsHeard() {
        String reference = settledBeforeSending();
        live.as("duty1", () -> messages.moreWorried(reference, "duty1", "The carer rang: he is here.", true));
        live.as("carer2", () -> messages.moreWorried(reference, "carer2", "He is here.", true));
        live.jobs(reference);
        peopleAreOnIt(reference, RiskLevel.IMMEDIATE, "callPolice");
        Escalations.toTheEnd(live, reference, "carer2");
        assertThat(live.running(reference)).isEmpty();
    }

    @Test
    void aPictureNotedAfterATapThatIsSettledAsksPeople() {
        String reference = settledBeforeSending();
        noted(reference);
        peopleAreOnIt(reference, RiskLevel.HIGH, "preserveEvidence");
    }

    @Test
    void aPictureNotedBeforeTheReportIsSentAsksPeopleAndStaysPartOfIt() {
        String reference = live.begin("carer2");
        noted(reference);
        peopleAreOnIt(reference, RiskLevel.HIGH, "preserveEvidence");
        assertThatThrownBy(() -> messages.nothingToReport(reference, "carer2")).isInstanceOf(NotAllowed.class);

        live.send("carer2", reference, "reportContact", ReportAnswers.low("C3").sent());
        live.jobs(reference);
        assertThat(incidents.concerns(reference)).contains("images");
        assertThat(incidents.get(reference).level()).contains(RiskLevel.HIGH);
    }

    @Test
    void aReportThatIsSentAfterATapWasSettledIsTold() {
        String reference = settledBeforeSending();
        live.send(
                "carer2",
                reference,
                "reportContact",
                ReportAnswers.medium("C3")
                        .with("personRisk", "risky")
                        .with("distress", "marked")
                        .sent());
        live.jobs(reference);
        assertThat(incidents.get(reference).level()).contains(RiskLevel.MEDIUM);
        assertThat(live.open(reference)).contains(LivedCase.TOLD).doesNotContain("reviewContact");
    }

    @Test
    void anUnsentReportIsRungAboutAgainAfterATapThatIsSettled() {
        String reference = tapped("carer2", "unsure");
        live.timer(reference, "boundaryEvent_notSentYet");
        live.send("duty1", reference, "ringCarer", Map.of("answered", "sendsIt"));
        settle(reference);
        live.timer(reference, "intermediateCatchEvent_stillNotSent");
        assertThat(live.open(reference)).containsExactly("reportContact", "ringCarer");
    }

    @Test
    void aWorryThatReachesNobodyIsNotTaken() {
        String reference = unsent.start("carer2");
        levels.decide(reference);
        assertThatThrownBy(
                        () -> live.as("carer2", () -> messages.moreWorried(reference, "carer2", "He is here.", true)))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("ring duty");
    }

    @Test
    void aNewerAlarmComesBeforeAWishToTakeItBack() {
        String reference = reported("carer2", ReportAnswers.immediate("C3"));
        accident(reference, "manager1");
        live.as("carer2", () -> messages.moreWorried(reference, "carer2", "He is here.", true));
        live.jobs(reference);
        assertThat(live.tasks(reference, "confirmWithdrawal")).isEmpty();
        assertThat(live.tasks(reference, "callPolice")).hasSize(1);
        assertThat(record.entries(reference)).extracting(Entry::title).contains("Started by accident? No longer asked");
        assertThat(startedByAccident.goesOn(reference, "manager1").orElseThrow())
                .contains("Something newer came in");

        accident(reference, "manager1");
        live.send("manager2", reference, "confirmWithdrawal", agree("yes"));
        Entry closed = record.entries(reference).stream()
                .filter(entry -> entry.title().equals("Closed as started by accident"))
                .findFirst()
                .orElseThrow();
        assertThat(closed.author().personId()).isEqualTo("manager2");
        assertThat(closed.statements()).extracting(Statement::question).containsExactly("Asked by", "Confirmed by");
    }

    @Test
    void aTapOnDangerComesBeforeAWishToTakeItBack() {
        String reference = tapped("carer2", "unsure");
        accident(reference, "manager1");
        tap(reference, "carer2", "yes");
        assertThat(live.tasks(reference, "confirmWithdrawal")).isEmpty();
    }

    @Test
    void aReportThatIsWorseComesBeforeAWishToTakeItBack() {
        String reference = settledBeforeSending();
        accident(reference, "manager1");
        live.send("carer2", reference, "reportContact", ReportAnswers.high("C3").sent());
        live.jobs(reference);
        assertThat(live.tasks(reference, "confirmWithdrawal")).isEmpty();
        assertThat(live.tasks(reference, LivedCase.TOLD)).hasSize(1);
    }

    @Test
    void aPlanToBeReviewedIsReviewedThoughTheNextReviewSaysNoChange() {
        String reference = reported("carer2", ReportAnswers.medium("C3"));
        live.answered(reference, "ssw2");
        plans.toBeReviewed(reference, "ssw2");
        live.send("ssw2", reference, "reviewContact", Reviews.noChange());
        assertThat(live.open(reference)).contains("reviewSaferCarePlan");
    }

    @Test
    void aSecondTapThatIsWorseJoinsTheAlarmThatIsAboutToGoOut() {
        String reference = tapped("carer2", "unsure");
        tap(reference, "carer2", "yes");
        assertThat(incidents.get(reference).level()).contains(RiskLevel.IMMEDIATE);
        assertThat(live.tasks(reference, LivedCase.TOLD))
                .as("the first turn of the alarm is still to come, and comes at the level of then")
                .hasSize(1);
        assertThat(live.tasks(reference, "callPolice")).hasSize(1);
    }

    @Test
    void anEscalationThatClosesEndsTheReportThatWasNeverSent() {
        String reference = tapped("carer2", "unsure");
        Escalations.toTheEnd(live, reference, "carer2");
        assertThat(live.running(reference)).isEmpty();
    }

    @Test
    void startedByAccidentEndsALowOneByOnePerson() {
        String reference = reported("carer2", ReportAnswers.low("C3"));
        accident(reference, "manager1");
        assertThat(incidents.get(reference).state()).isEqualTo(Incident.State.WITHDRAWN);
        assertThat(live.running(reference)).doesNotContain(CaseNames.UNPLANNED_CONTACT);
    }

    @Test
    void nobodyElseClosesThoughNoToDoIsInBetween() {
        String reference = reported("carer2", ReportAnswers.medium("C3"));
        for (String other : List.of("carer2", "carer1", "ssw1", "teammanager1", "manager1")) {
            assertThatThrownBy(() -> endings.close(reference, other))
                    .as(other)
                    .isInstanceOf(NotAllowed.class)
                    .hasMessageContaining("A supervising social worker closes this");
        }
        assertThatThrownBy(() -> endings.close(reference, "ssw2")).hasMessageContaining("cannot close yet");
    }

    @Test
    void nobodyElseIsTheSecondPersonThoughNoToDoIsInBetween() {
        String reference = reported("carer2", ReportAnswers.high("C3"));
        accident(reference, "manager1");
        for (String other : List.of("manager1", "teammanager1", "ssw2", "carer2")) {
            assertThatThrownBy(() -> endings.requireSecond(reference, other))
                    .as(other)
                    .isInstanceOf(NotAllowed.class)
                    .hasMessageContaining("responsible individual");
            assertThatThrownBy(() -> endings.withdraw(reference, Optional.of(other)))
                    .as(other)
                    .isInstanceOf(NotAllowed.class);
        }
        OpenTask open = new OpenTask(
                "",
                "confirmWithdrawal",
                "",
                "",
                "",
                "",
                reference,
                Optional.of("ssw2"),
                Optional.empty(),
                clock.now(),
                Optional.empty(),
                Map.of());
        UserTaskWork confirms = works.stream()
                .filter(work -> work.taskKey().equals("confirmWithdrawal"))
                .findFirst()
                .orElseThrow();
        for (String answer : List.of("yes", "no")) {
            assertThatThrownBy(() -> confirms.done(open, new Answers(Map.of("agree", answer))))
                    .isInstanceOf(NotAllowed.class);
        }
        assertThat(incidents.get(reference).state()).isEqualTo(Incident.State.OPEN);
    }

    @Test
    void startedByAccidentAtHighTakesTwo() {
        String reference = reported("carer2", ReportAnswers.high("C3"));
        live.send("carer2", reference, "preserveEvidence", Reviews.evidence());
        assertThatThrownBy(() -> accident(reference, "teammanager1")).isInstanceOf(NotAllowed.class);
        accident(reference, "manager1");
        assertThatThrownBy(() -> accident(reference, "manager2")).isInstanceOf(NotAllowed.class);
        assertThat(live.due(reference, "confirmWithdrawal")).isEqualTo(working.due(clock.now(), "workingDays:2"));
        assertThatThrownBy(() -> live.send("manager1", reference, "confirmWithdrawal", agree("yes")))
                .isInstanceOf(AuthorizationException.class);
        assertThat(startedByAccident.goesOn(reference, "manager1")).isEmpty();
        Map<String, Object> shown = live.shown("manager2", reference, "confirmWithdrawal");
        assertThat(shown.get("levelWords").toString()).contains("High");
        assertThat(shown.get("done").toString())
                .contains("- Evidence, ")
                .doesNotContain(Reporting.ANSWERS, Endings.ASKED);
        live.send("manager2", reference, "confirmWithdrawal", agree("no"));
        assertThat(incidents.get(reference).state()).isEqualTo(Incident.State.OPEN);
        assertThat(startedByAccident.goesOn(reference, "manager1").orElseThrow())
                .contains("it goes on. Why stands in the record");
        assertThat(startedByAccident.goesOn(reference, "manager2")).isEmpty();
        assertThat(jdbc.sql("select recipient from outgoing_message where reference = ? and wanted = 'READ'")
                        .param(reference)
                        .query(String.class)
                        .list())
                .contains("manager1");

        accident(reference, "manager1");
        assertThat(startedByAccident.goesOn(reference, "manager1"))
                .as("asked anew")
                .isEmpty();
        live.send("manager2", reference, "confirmWithdrawal", agree("yes"));
        assertThat(incidents.get(reference).state()).isEqualTo(Incident.State.WITHDRAWN);
        assertThat(live.running(reference)).doesNotContain(CaseNames.UNPLANNED_CONTACT);
    }

    @Test
    void loweredFirstItStillTakesTwoToTakeItBack() {
        String reference = reported("carer2", ReportAnswers.high("C3"));
        lowering.lower(
                reference, "manager1", RiskLevel.LOW, List.of(new Statement("Why", "I rang them.")), clock.now());
        accident(reference, "manager1");
        assertThat(incidents.get(reference).state()).isEqualTo(Incident.State.OPEN);
        assertThat(live.tasks(reference, "confirmWithdrawal")).hasSize(1);
    }

    @Test
    void whatTheReviewFindsRefusedNeedsPeopleNow() {
        String reference = reported("carer2", ReportAnswers.medium("C3"));
        live.answered(reference, "ssw2");
        live.send("ssw2", reference, "reviewContact", Reviews.comparedWithPlan("barred"));
        live.jobs(reference);
        assertThat(incidents.get(reference).level()).contains(RiskLevel.HIGH);
        assertThat(incidents.decision(reference).orElseThrow().ruleId()).contains("12");
        assertThat(live.running(reference)).contains(CaseNames.SAFEGUARDING_ESCALATION);
    }

    @Test
    void whatTheReviewFindsOutsideThePlanRaisesAndNothingThatItFindsLowers() {
        String reference = reported("carer2", ReportAnswers.low("C3").with("everything", true));
        live.answered(reference, "ssw2");
        live.send("ssw2", reference, "reviewContact", Reviews.comparedWithPlan("outside"));
        live.jobs(reference);
        assertThat(incidents.get(reference).level()).contains(RiskLevel.MEDIUM);
        assertThat(live.variable(reference, CaseNames.UNPLANNED_CONTACT, CaseNames.RISK_LEVEL))
                .isEqualTo("MEDIUM");
        assertThat(live.open(reference)).containsExactly("closeIncident");

        String lowered = reported("carer2", ReportAnswers.medium("C3"));
        lowering.lower(
                lowered,
                "teammanager1",
                RiskLevel.LOW,
                List.of(new Statement("Why", "I know that account.")),
                clock.now());
        live.answered(lowered, "ssw2");
        live.send("ssw2", lowered, "reviewContact", Reviews.comparedWithPlan("within"));
        assertThat(incidents.get(lowered).level()).contains(RiskLevel.LOW);
    }

    @Test
    void goingRoundTheSupervisionIsARiskOfItsOwnWhateverElseWasAgreed() {
        String reference = reported("carer2", ReportAnswers.low("C3").with("everything", true));
        live.answered(reference, "ssw2");
        Map<String, Object> round = new HashMap<>(Reviews.comparedWithPlan("within"));
        round.put("doing", List.of("roundSupervision"));
        live.send("ssw2", reference, "reviewContact", round);
        live.jobs(reference);
        assertThat(incidents.answers(reference)).containsEntry("planCheck", "outside");
        assertThat(incidents.get(reference).level()).contains(RiskLevel.MEDIUM);

        String barred = reported("carer2", ReportAnswers.medium("C3"));
        live.answered(barred, "ssw2");
        round.put("planCheck", "barred");
        live.send("ssw2", barred, "reviewContact", round);
        assertThat(incidents.answers(barred)).as("the worse counts").containsEntry("planCheck", "barred");
    }

    @Test
    void pressureLeadsToTheQuestionWhetherTheChildIsPushedAndThatCountsForTheLevel() {
        String reference = reported("carer2", ReportAnswers.low("C3").with("everything", true));
        live.answered(reference, "ssw2");
        Map<String, Object> pressed = new HashMap<>(Reviews.noChange());
        pressed.put("doing", List.of("pressing", "blaming"));
        assertThatThrownBy(() -> live.send("ssw2", reference, "reviewContact", pressed))
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.messages()).containsOnlyKeys("found"));
        pressed.put("found", List.of("coercion"));
        live.send("ssw2", reference, "reviewContact", pressed);
        live.jobs(reference);
        assertThat(incidents.get(reference).level()).contains(RiskLevel.HIGH);
        assertThat(incidents.decision(reference).orElseThrow().ruleId()).contains("9");
        assertThat(live.running(reference)).contains(CaseNames.SAFEGUARDING_ESCALATION);

        String notSure = reported("carer2", ReportAnswers.low("C3").with("everything", true));
        live.answered(notSure, "ssw2");
        pressed.put("found", List.of("unsure"));
        live.send("ssw2", notSure, "reviewContact", pressed);
        assertThat(incidents.get(notSure).level()).contains(RiskLevel.MEDIUM);

        String none = reported("carer2", ReportAnswers.unsure("C3"));
        further.foundInReview(none, "ssw2", "silent", List.of("none"));
        assertThat(incidents.answers(none)).containsEntry("concerns", List.of());
    }

    @Test
    void aHomeThatBecomesShakierIsToldToTheChildsSocialWorker() {
        String reference = reported("carer2", ReportAnswers.low("C3").with("everything", true));
        live.answered(reference, "ssw2");
        Map<String, Object> shakier = new HashMap<>(Reviews.noChange());
        shakier.put("placement", "unsure");
        assertThatThrownBy(() -> live.send("ssw2", reference, "reviewContact", shakier))
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.messages()).containsOnlyKeys("placementToldAt", "placementTold"));
        shakier.put("placementToldAt", "2026-06-01T10:00");
        shakier.put("placementTold", "The child's social worker, who comes on Friday.");
        live.send("ssw2", reference, "reviewContact", shakier);
        assertThat(record.entries(reference).stream().flatMap(entry -> entry.statements().stream()))
                .anyMatch(told -> told.answer().equals("The child's social worker, who comes on Friday."));
    }

    @Test
    void whatWasFoundOutsideThePlanIsNotWithinItBecauseOneWorkerSaysSo() {
        String reference = reported("carer2", ReportAnswers.low("C3").with("everything", true));
        assertThat(further.foundInReview(reference, "system", "outside", List.of()))
                .isTrue();
        assertThat(further.foundInReview(reference, "ssw2", "within", List.of("none")))
                .isFalse();
        assertThat(incidents.answers(reference)).containsEntry("planCheck", "outside");
        assertThat(levels.decide(reference).decision().level()).isEqualTo(RiskLevel.MEDIUM);
    }

    @Test
    void aReportThatOnlyGoesOnFromOneThatIsOverIsNoContactOfItsOwn() {
        String reference = reported("carer2", ReportAnswers.low("C3"));
        accident(reference, "manager1");
        Instant later = clock.now().plus(Duration.ofDays(1));
        int contacts = repository.reportedBetween("C3", clock.now().minus(Duration.ofDays(30)), later, "");

        String next = further.add(reference, "carer2", Map.of("distress", "marked"), "");

        assertThat(next).isNotEqualTo(reference);
        assertThat(repository.reportedBetween("C3", clock.now().minus(Duration.ofDays(30)), later, ""))
                .isEqualTo(contacts);
    }

    @Test
    void everyDiagramKnowsALevelThatWasDecidedElsewhere() {
        String reference = reported("carer2", ReportAnswers.low("C3"));
        further.add(reference, "carer2", Map.of("distress", "marked"), "");
        assertThat(incidents.get(reference).level()).contains(RiskLevel.MEDIUM);
        assertThat(live.variable(reference, CaseNames.UNPLANNED_CONTACT, CaseNames.RISK_LEVEL))
                .isEqualTo("MEDIUM");
    }

    @Test
    void whoThinksItLessSeriousAsksAManager() {
        String reference = reported("carer2", ReportAnswers.medium("C3"));
        live.answered(reference, "ssw2");
        live.send("ssw2", reference, "reviewContact", Reviews.lessSerious());
        live.jobs(reference);
        Task asked = live.task(reference, "decideLowering");
        assertThat(live.candidates(asked)).containsExactly("registeredManager", "teamManager");
        assertThat(asked.getDueDate()).isEqualTo(Date.from(working.due(clock.now(), "endOfNextWorkingDay")));
        assertThat(incidents.get(reference).level()).contains(RiskLevel.MEDIUM);
        Map<String, Object> shown = live.shown("teammanager1", reference, "decideLowering");
        assertThat(shown.get("askedWhy")).asString().contains("**Why, says ", "The account is a cousin");
        assertThat(shown.get("reported")).asString().contains("A cousin sent a message about the weekend");

        live.send(
                "teammanager1",
                reference,
                "decideLowering",
                Map.of("lower", "yes", "why", "I know that account.", "help", "Nobody is frightened needlessly."));
        assertThat(incidents.get(reference).level()).contains(RiskLevel.LOW);
        assertThat(live.open(reference)).containsExactly("completeRecord");
    }

    @Test
    void aManagerMayLeaveItAsItIsAndTheLowestCannotBeLower() {
        String reference = reported("carer2", ReportAnswers.medium("C3"));
        live.answered(reference, "ssw2");
        live.send("ssw2", reference, "reviewContact", Reviews.lessSerious());
        live.send(
                "teammanager1",
                reference,
                "decideLowering",
                Map.of("lower", "no", "why", "We do not know the account.", "help", "Somebody looks at it."));
        assertThat(incidents.get(reference).level()).contains(RiskLevel.MEDIUM);

        String low = reported("carer2", ReportAnswers.low("C3"));
        live.answered(low, "ssw2");
        assertThatThrownBy(() -> live.send("ssw2", low, "reviewContact", Reviews.lessSerious()))
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.messages()).containsOnlyKeys("levelRight"));
    }

    @Test
    void whatGotWorseAfterTheCallTheChildsSocialWorkerDoesNotKnow() {
        String reference = reported("carer2", ReportAnswers.low("C3").with("everything", true));
        clock.advance(Duration.ofMinutes(30));
        live.answered(reference, "ssw2");
        Instant rung = clock.now();
        clock.advance(Duration.ofMinutes(10));
        live.as("carer2", () -> messages.moreWorried(reference, "carer2", "He writes again.", false));
        live.jobs(reference);
        clock.advance(Duration.ofMinutes(10));
        authority.told(reference, "telephone", "ssw2", Optional.of(rung));
        assertThat(thanks.words(reference, "carer2").lines())
                .noneMatch(line -> line.equals("The child's social worker knows."))
                .anyMatch(line -> line.startsWith("The child's social worker was told "));
    }

    @Test
    void theChildsSocialWorkerHearsOfItByTheEndOfTheNextWorkingDayWhateverBecomesOfTheReview() {
        String reference = reported("carer2", ReportAnswers.low("C3").with("everything", true));
        Date hears = Date.from(working.due(clock.now(), "endOfNextWorkingDay"));
        clock.advance(Duration.ofMinutes(30));
        live.answered(reference, "ssw2");
        assertThat(live.open(reference)).containsExactly("reviewContact", "tellAuthority");
        assertThat(live.task(reference, "tellAuthority").getDueDate()).isEqualTo(hears);
        assertThat(live.shown("ssw2", reference, "tellAuthority").get("telephone"))
                .asString()
                .isNotBlank();
        Instant rung = clock.now();
        clock.advance(Duration.ofMinutes(5));
        live.send("ssw2", reference, "tellAuthority", Reviews.authorityTold(rung));
        assertThat(authority.byUsAt(reference))
                .as("when they say that they rang")
                .contains(rung);

        assertThat(live.shown("ssw2", reference, "reviewContact")).containsEntry("authorityKnows", true);
        assertThat(live.shown("ssw2", reference, "reviewContact").get("authorityHeard"))
                .as("shown, and not asked again")
                .asString()
                .contains("**Whom did you tell?** The child", "By telephone", "A cousin wrote")
                .contains("Written by Eli Southgate.");
        live.send("ssw2", reference, "reviewContact", Reviews.withoutAuthority());
        live.jobs(reference);
        assertThat(live.open(reference)).containsExactly("closeIncident");
    }

    @Test
    void whatIsLateIsForOneMoreAboveInEachWorkingMorning() {
        String reference = reported("carer2", ReportAnswers.low("C3").with("everything", true));
        live.answered(reference, "ssw2");
        live.take("ssw2", reference, "tellAuthority");
        assertThat(live.timerDue(reference, "startEvent_workingMorning"))
                .isEqualTo(working.due(clock.now(), "nextWorkingDay09:00"));

        live.timer(reference, "startEvent_workingMorning");
        assertThat(asked(reference)).as("nothing is late").isEmpty();

        clock.set(live.due(reference, "tellAuthority").plus(Duration.ofMinutes(1)));
        live.timer(reference, "startEvent_workingMorning");
        assertThat(asked(reference)).contains("ssw2", "teammanager1").doesNotContain("manager1", "director1");
        clock.advance(Duration.ofDays(1));
        live.timer(reference, "startEvent_workingMorning");
        assertThat(asked(reference)).contains("manager1").doesNotContain("director1");

        live.send("teammanager1", reference, "tellAuthority", Reviews.authorityTold(clock.now()));
        clock.set(live.due(reference, "reviewContact").plus(Duration.ofMinutes(1)));
        live.timer(reference, "startEvent_workingMorning");
        live.send("teammanager1", reference, "reviewContact", Reviews.withoutAuthority());
        live.jobs(reference);
        assertThat(live.open(reference)).containsExactly("closeIncident");
    }

    @Test
    void whatWasWrittenDownTogetherIsTheRecordThoughItComesLate() {
        String reference = reported("carer2", ReportAnswers.medium("C3"));
        live.timer(reference, "boundaryEvent_notWrittenYet");
        live.take("ssw2", reference, "helpWithRecord");
        Task gone = live.task(reference, "helpWithRecord");
        live.as("carer2", () -> messages.moreWorried(reference, "carer2", "She cries.", false));
        live.jobs(reference);
        assertThat(live.open(reference)).contains("completeRecord");

        assertThatThrownBy(() -> live.send(
                        "ssw2", gone, Map.of("written", "together", "whatHappened", "All of it, from the beginning.")))
                .isInstanceOf(SomebodyWasFaster.class)
                .hasMessageContaining("it is the full record: nobody is asked for it again");
        live.jobs(reference);
        assertThat(live.open(reference)).doesNotContain("completeRecord", "helpWithRecord");
        assertThat(live.running(reference)).doesNotContain(CaseNames.FULL_RECORD);
        assertThat(incidents.noted(reference, Noted.FULL_RECORD)).contains("yes");
    }

    @Test
    void aPlanThatIsNotSignedInTimeIsForOneMoreAboveInEachWorkingMorning() {
        String reference = planWritten();
        live.timer(reference, "startEvent_planMorning");
        assertThat(asked(reference)).as("nothing is late").isEmpty();

        clock.set(live.due(reference, "signOffSaferCarePlan").plus(Duration.ofMinutes(1)));
        live.timer(reference, "startEvent_planMorning");
        assertThat(asked(reference)).contains("teammanager1", "manager1").doesNotContain("director1");
        clock.advance(Duration.ofDays(1));
        live.timer(reference, "startEvent_planMorning");
        assertThat(asked(reference)).contains("director1");
        live.send("manager1", reference, "signOffSaferCarePlan", Reviews.signed());
        assertThat(plans.isToBeReviewed(reference)).isFalse();
    }

    @Test
    void aPlanThatIsNotReviewedInTimeIsForTheTeamManagerWhoThenSignsNothingOfTheirOwn() {
        String reference = reviewed(Reviews.planNeeded());
        clock.set(live.due(reference, "reviewSaferCarePlan").plus(Duration.ofMinutes(1)));
        live.timer(reference, "startEvent_planMorning");
        assertThat(asked(reference)).contains("ssw2", "teammanager1").doesNotContain("manager1");

        live.send("teammanager1", reference, "reviewSaferCarePlan", live.plan("teammanager1", reference));
        assertThatThrownBy(() -> live.take("teammanager1", reference, "signOffSaferCarePlan"))
                .isInstanceOf(AuthorizationException.class);
        live.send("manager1", reference, "signOffSaferCarePlan", Reviews.signed());
        assertThat(plans.isToBeReviewed(reference)).isFalse();
    }

    @Test
    void whatIsNotClosedInTimeIsHeardAboveAndHandedToASupervisingSocialWorkerWhoClosesIt() {
        String reference = reviewed(Reviews.noChange());
        clock.set(live.due(reference, "closeIncident").plus(Duration.ofMinutes(1)));
        live.timer(reference, "startEvent_workingMorning");
        assertThat(asked(reference)).contains("ssw2", "teammanager1").doesNotContain("manager1");
        assertThatThrownBy(() -> live.send("teammanager1", reference, "closeIncident", Reviews.close()))
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.messages().get(""))
                                .startsWith("A supervising social worker closes this"));
        assertThat(incidents.get(reference).state()).isNotEqualTo(Incident.State.CLOSED);
        assertThat(hands.possible(live.task(reference, "closeIncident").getId(), "teammanager1")
                        .people())
                .as("who closes it, and nobody who would read that they cannot")
                .containsOnlyKeys("ssw2", "duty1");
        hands.handOver(live.task(reference, "closeIncident").getId(), "teammanager1", "ssw2", "All of it is done.");
        live.send("ssw2", reference, "closeIncident", Reviews.close());
        assertThat(incidents.get(reference).state()).isEqualTo(Incident.State.CLOSED);
    }

    private String reviewed(Map<String, Object> review) {
        String reference = reported("carer2", ReportAnswers.low("C3").with("everything", true));
        live.answered(reference, "ssw2");
        live.send("ssw2", reference, "reviewContact", review);
        live.jobs(reference);
        return reference;
    }

    /** Who heard by message that something waits. */
    private List<String> asked(String reference) {
        return jdbc.sql("select recipient from outgoing_message where reference = :reference and wanted = 'SEE_TO'")
                .param("reference", reference)
                .query(String.class)
                .list();
    }

    @Test
    void whoSaysInTheReviewThatTheyWereToldIsNotAskedForItAgain() {
        String reference = reported("carer2", ReportAnswers.low("C3").with("everything", true));
        live.answered(reference, "ssw2");
        assertThat(live.open(reference)).containsExactly("reviewContact", "tellAuthority");
        assertThat(live.shown("ssw2", reference, "reviewContact"))
                .containsEntry("authorityKnows", false)
                .containsEntry("authorityHeard", "");
        live.send("ssw2", reference, "reviewContact", Reviews.noChange());
        live.jobs(reference);
        assertThat(live.open(reference)).containsExactly("closeIncident");
        assertThat(live.shown("ssw2", reference, "closeIncident")).containsEntry("authorityOnRecord", true);
    }

    @Test
    void theLastDayToTellTheChildsSocialWorkerDoesNotWaitForAnAnswer() {
        String reference = reported("carer2", ReportAnswers.low("C3").with("everything", true));
        Instant lastDay = working.due(clock.now(), "nextWorkingDay13:00");
        Date hears = Date.from(working.due(clock.now(), "endOfNextWorkingDay"));
        assertThat(live.timerDue(reference, "boundaryEvent_authorityWaits")).isEqualTo(lastDay);

        clock.set(lastDay);
        live.timer(reference, "boundaryEvent_authorityWaits");
        assertThat(live.open(reference)).containsExactly(LivedCase.TOLD, "tellAuthority");
        assertThat(live.task(reference, "tellAuthority").getDueDate()).isEqualTo(hears);

        live.answered(reference, "ssw2");
        assertThat(live.open(reference)).containsExactly("reviewContact", "tellAuthority");
        live.send("ssw2", reference, "tellAuthority", Reviews.authorityTold(clock.now()));
        assertThat(live.open(reference)).containsExactly("reviewContact");
    }

    @Test
    void aChildsSocialWorkerWhoReportsNeedsNotBeTold() {
        String reference = reported("childsw1", ReportAnswers.low("C1"));
        live.answered(reference, "ssw1");
        assertThat(live.task(reference, "reviewContact")).isNotNull();
        assertThat(live.tasks(reference, "tellAuthority")).isEmpty();
        assertThat(live.shown("ssw1", reference, "reviewContact")).containsEntry("authorityKnows", true);
        live.send("ssw1", reference, "reviewContact", Reviews.withoutAuthority());
        assertThat(live.tasks(reference, "reviewContact")).isEmpty();
    }

    @Test
    void theEnginesOwnStartOpensNoSecondReportEither() {
        String reference = live.begin("carer3");
        ProcessInstance second = live.start("carer3");
        assertThat(second.isEnded()).isTrue();
        assertThat(second.getBusinessKey()).isEqualTo(reference);
        assertThat(live.open(reference)).containsExactly("reportContact");
        live.as("carer3", () -> {
            messages.nothingToReport(reference, "carer3");
            return null;
        });
    }

    private String reported(String person, ReportAnswers answers) {
        String reference = live.begin(person);
        live.send(person, reference, "reportContact", answers.sent());
        live.jobs(reference);
        return reference;
    }

    private String settledBeforeSending() {
        String reference = tapped("carer2", "unsure");
        settle(reference);
        assertThat(live.open(reference)).containsExactly("reportContact");
        return reference;
    }

    private void settle(String reference) {
        live.as("duty1", () -> questions.answer(reference, "duty1", ReportAnswers.nothingWorrying()));
        live.answered(reference, "duty1");
    }

    private void noted(String reference) {
        live.as("carer2", () -> {
            NewItem picture = new NewItem(
                    EvidenceKind.POSSIBLE_INDECENT_IMAGE, "", "", null, null, "phone", "", Set.of(), "phone", "child");
            return evidence.note(reference, "carer2", picture);
        });
        live.jobs(reference);
    }

    private void peopleAreOnIt(String reference, RiskLevel level, String toDo) {
        assertThat(incidents.get(reference).level()).contains(level);
        assertThat(live.tasks(reference, LivedCase.TOLD)).hasSize(1);
        assertThat(live.open(reference)).contains("reportContact", toDo);
    }

    private String tapped(String person, String answer) {
        String reference = live.begin(person);
        tap(reference, person, answer);
        return reference;
    }

    private void tap(String reference, String person, String answer) {
        live.as(person, () -> {
            said.danger(reference, person, new Tap(answer, Optional.empty(), Optional.empty(), false, Duration.ZERO));
            return null;
        });
        live.jobs(reference);
    }

    private static Map<String, Object> agree(String answer) {
        return Map.of(
                "agree", answer, "why", "I asked whoever pressed it.", "help", "Nobody is asked about what never was.");
    }

    private void accident(String reference, String person) {
        live.as(person, () -> {
            startedByAccident.ask(
                    reference,
                    person,
                    List.of(new Statement("Why", "The button was pressed in a demonstration.")),
                    clock.now());
            return null;
        });
    }
}
