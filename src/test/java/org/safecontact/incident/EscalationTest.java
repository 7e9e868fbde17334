package org.safecontact.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safecontact.Coverage;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.ToDos;
import org.safecontact.agency.London;
import org.safecontact.agency.WorkingTime;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.SomebodyWasFaster;
import org.safecontact.incident.carer.ThankYou;
import org.safecontact.incident.level.Levels;
import org.safecontact.incident.level.Lowering;
import org.safecontact.incident.level.Raising;
import org.safecontact.incident.process.CaseMessages;
import org.safecontact.incident.process.OtherHands;
import org.safecontact.incident.process.StartedByAccident;
import org.safecontact.incident.report.FurtherAnswers;
import org.safecontact.incident.report.OpenQuestions;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.safecontact.record.Statement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An escalation by every way through, every timer fired, with stand-ins for what other areas do. */
@SafeContactTest
class EscalationTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String WAITS = "a second person reads it first";
    private static final String DECIDED = "Decided: " + Reviews.FOR_THE_CARER;

    @Autowired
    private LivedCase live;

    @Autowired
    private TestClock clock;

    @Autowired
    private Incidents incidents;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TaskService tasks;

    @Autowired
    private OpenQuestions questions;

    @Autowired
    private CaseFiles files;

    @Autowired
    private Levels levels;

    @Autowired
    private Lowering lowering;

    @Autowired
    private FurtherAnswers further;

    @Autowired
    private Endings endings;

    @Autowired
    private WorkingTime working;

    @Autowired
    private CaseMessages messages;

    @Autowired
    private StartedByAccident accident;

    @Autowired
    private CaseRecord record;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private PhoneBack phoneBack;

    @Autowired
    private OtherHands hands;

    @Autowired
    private ThankYou thanks;

    private String standIns;

    @BeforeAll
    static void begin(@Autowired Coverage coverage) {
        coverage.begin(EscalationTest.class);
    }

    @AfterAll
    static void everyWayThrough(@Autowired Coverage coverage) {
        coverage.requireAll(
                CaseNames.SAFEGUARDING_ESCALATION,
                CaseNames.CALL_POLICE,
                CaseNames.ASSESS_AND_SIGN,
                CaseNames.NAMED_IN_WORRY,
                CaseNames.MORNING_HANDOVER);
    }

    @BeforeEach
    void standIns() {
        clock.set(Weeks.nextTuesday());
        standIns = live.standIns();
    }

    @AfterEach
    void removeStandIns() {
        live.removeStandIns(standIns);
    }

    @Test
    void nobodyIsAskedToRingThePoliceWhomSomebodyElseHasRung() {
        String reference = reported("carer2", ReportAnswers.immediate("C3"));
        assertThat(live.open(reference)).contains("callPolice");
        events.publishEvent(new PoliceRung(reference, "duty1"));
        assertThat(live.open(reference)).doesNotContain("callPolice");
        assertThat(live.running(reference)).doesNotContain(CaseNames.CALL_POLICE);
        assertThat(incidents.noted(reference, Noted.POLICE)).contains("rung");
    }

    @Test
    void aPhoneThatTheCarerTookIsLimitedFromTheFormOn() {
        String reference = reported("carer1", ReportAnswers.high("C2"));
        Map<String, Object> took = new HashMap<>(Reviews.evidence());
        took.put("phone", "carerTook");
        took.put("tookWhy", "They were about to go and meet him.");
        took.put("tookAt", LocalDateTime.ofInstant(clock.now(), London.ZONE).toString());
        took.put("reach", List.of("childline"));
        live.send("carer1", reference, "preserveEvidence", took);

        assertThat(phoneBack.known(reference)).as("a limit runs").isPresent();
        Task rest = tasks.createTaskQuery()
                .taskDefinitionKey(ToDos.PROPOSE_RESTRICTION)
                .taskAssignee("carer1")
                .singleResult();
        live.send("carer1", rest, Map.of("taken", "back"));
        assertThat(phoneBack.known(reference).orElseThrow().toString())
                .contains("Nobody has said yet that it was given back");
    }

    @Test
    void onSaturdayNightThePoliceTaskIsWhoAnswersAndTheMorningIsHandedOver() {
        clock.set(Weeks.nextSaturdayNight());
        String reference = reported("carer1", ReportAnswers.highWithPolice("C1"));
        assertThat(incidents.get(reference).policeNow()).isTrue();
        assertThat(incidents.get(reference).escalated()).isTrue();
        assertThat(live.open(reference)).containsExactly("completeRecord", "preserveEvidence", LivedCase.TOLD);
        assertThat(live.due(reference, "preserveEvidence"))
                .isEqualTo(clock.now().plus(Duration.ofHours(2)));

        clock.advance(Duration.ofMinutes(36));
        live.answered(reference, "teammanager1");
        Task police = live.task(reference, "callPolice");
        assertThat(police.getAssignee()).isEqualTo("teammanager1");
        assertThat(police.getDueDate().toInstant()).isEqualTo(clock.now().plus(Duration.ofMinutes(60)));
        assertThatThrownBy(() -> live.send(
                        "teammanager1",
                        reference,
                        "callPolice",
                        Map.of("police", "notNeeded", "whyNot", "It is late.")))
                .isInstanceOf(FormRefused.class);
        live.send("teammanager1", reference, "callPolice", Map.of("police", "rang101", "policeReference", "4711/26"));

        Task assess = live.task(reference, "assessEscalation");
        assertThat(assess.getDueDate().toInstant())
                .isEqualTo(incidents.get(reference).reportedAt().orElseThrow().plus(Duration.ofHours(4)));
        assertThat(live.shown("manager1", reference, "assessEscalation").get("answered"))
                .asString()
                .contains("**The police**, ", "I rang 101", "4711");
        live.send("manager1", reference, "assessEscalation", Reviews.assessment());
        assertThat(live.due(reference, "secondSignature")).isEqualTo(working.due(clock.now(), "endOfNextWorkingDay"));
        assertThatThrownBy(() -> live.send("manager1", reference, "secondSignature", Reviews.signed()))
                .isInstanceOf(AuthorizationException.class);
        live.send("manager2", reference, "secondSignature", Reviews.sentBack());
        live.send("manager1", reference, "assessEscalation", Reviews.assessment());
        live.send("manager2", reference, "secondSignature", Reviews.signed());
        live.send("carer1", reference, "preserveEvidence", Reviews.evidence());
        live.send("carer1", reference, "completeRecord", Map.of("whatHappened", "All of it, from the beginning."));
        live.outsideAnswered(reference, "manager1");
        live.jobs(reference);
        assertThat(live.open(reference)).isEmpty();

        live.timer(reference, "intermediateCatchEvent_nextMorning");
        live.answered(reference, "ssw1");
        assertThat(live.due(reference, "closeIncident")).isEqualTo(working.due(clock.now(), "workingDays:20"));
        assertThatThrownBy(() -> live.send("manager1", reference, "closeIncident", Reviews.close()))
                .as("nobody has said when the authority was told, or how the carer is after an escalation")
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.messages()).containsOnlyKeys("authorityTold", "carerSupported"));
        for (String onRecord : List.of("phoneBack", "referralsAnswered")) {
            Map<String, Object> answers = Reviews.closeAndSayWhenTold();
            answers.put(onRecord, "notNeeded");
            assertThatThrownBy(() -> live.send("manager1", reference, "closeIncident", answers))
                    .as("the record says that there was one")
                    .isInstanceOfSatisfying(
                            FormRefused.class,
                            refused -> assertThat(refused.messages()).containsOnlyKeys(onRecord));
        }
        assertThat(live.shown("manager1", reference, "closeIncident").get("known"))
                .as("how far it is with everybody outside who was asked")
                .asString()
                .contains("**Asked outside:**\n\n- ");
        live.send("manager1", reference, "closeIncident", Reviews.closeAndSayWhenTold());
        live.jobs(reference);
        assertThat(incidents.get(reference).state()).isEqualTo(Incident.State.CLOSED);
        assertThat(live.running(reference)).doesNotContain(CaseNames.UNPLANNED_CONTACT);
    }

    @Test
    void theMorningIsNineOnMonday() {
        clock.setLondon("2026-10-09T16:20");
        String reference = reported("carer1", ReportAnswers.high("C1"));
        clock.advance(Duration.ofMinutes(35));
        live.answered(reference, "duty1");
        assertThat(live.timerDue(reference, "intermediateCatchEvent_nextMorning")
                        .atZone(LONDON)
                        .toLocalDateTime())
                .isEqualTo("2026-10-12T09:00");
    }

    @Test
    void inOfficeHoursNothingIsHandedOverAndNoPoliceAreAskedWhereNoneAreNeeded() {
        String reference = reported("carer2", ReportAnswers.high("C3"));
        live.answered(reference, "ssw2");
        assertThat(live.open(reference)).containsExactly("assessEscalation", "completeRecord", "preserveEvidence");
        assertThat(live.timerWaits(reference, "intermediateCatchEvent_nextMorning"))
                .isFalse();
    }

    @Test
    void itBeginsAtTheLevelThatStandsThenWhateverItsDiagramStillSays() {
        String reference = live.begin("carer2");
        live.send("carer2", reference, "reportContact", ReportAnswers.high("C3").sent());
        live.as("carer2", () -> messages.moreWorried(reference, "carer2", "He is at the door.", true));
        // As the job sees it that read its diagram before the other transaction ended.
        String report = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference, CaseNames.UNPLANNED_CONTACT)
                .singleResult()
                .getId();
        runtime.setVariables(report, Map.of(CaseNames.RISK_LEVEL, "HIGH", CaseNames.POLICE_NOW, false));
        live.jobs(reference);
        assertThat(live.open(reference)).contains("callPolice");
        assertThat(live.task(reference, "callPolice").getAssignee()).isEqualTo("carer2");
    }

    @Test
    void whatIsSettledEndsTheEscalation() {
        String reference = reported("carer2", ReportAnswers.unsure("C3"));
        live.as("duty1", () -> questions.answer(reference, "duty1", ReportAnswers.noDanger()));
        live.answered(reference, "duty1");
        assertThat(live.running(reference))
                .doesNotContain(CaseNames.SAFEGUARDING_ESCALATION)
                .contains(CaseNames.UNPLANNED_CONTACT);
    }

    @Test
    void whatStaysOpenMayTurnOutToNeedThePolice() {
        String reference = reported("carer2", ReportAnswers.unsure("C3"));
        further.picturesToo(reference, "duty1");
        levels.decide(reference);
        live.answered(reference, "duty1");
        assertThat(live.task(reference, "callPolice").getAssignee()).isEqualTo("duty1");
    }

    @Test
    void whatStaysOpenMayTurnOutToNeedNoPolice() {
        String reference = reported("carer2", ReportAnswers.unsure("C3"));
        live.answered(reference, "duty1");
        assertThat(live.tasks(reference, "callPolice")).isEmpty();
        assertThat(live.open(reference)).contains("assessEscalation");
    }

    @Test
    void inDangerWhoReportedRingsThePoliceAndAfterFiveMinutesEverybodyTold() {
        String reference = reported("carer2", ReportAnswers.immediate("C3"));
        Task police = live.task(reference, "callPolice");
        assertThat(police.getAssignee()).isEqualTo("carer2");
        assertThat(police.getDueDate().toInstant()).isEqualTo(clock.now().plus(Duration.ofMinutes(5)));

        live.timer(reference, "boundaryEvent_notConfirmed");
        Task ring = live.task(reference, "ringCarer");
        assertThat(ring.getPriority()).as("before what is urgent and less so").isEqualTo(RiskLevel.BEFORE_ALL_ELSE);
        assertThat(live.candidates(ring)).contains("duty1");
        events.publishEvent(new SomebodyTold(reference, "teammanager1"));
        assertThat(live.candidates(ring)).contains("teammanager1");
        assertThat(live.shown("duty1", reference, "ringCarer")).containsEntry("about", "police");

        assertThat(askedToRing(reference)).hasSize(1);
        clock.advance(Duration.ofMinutes(5));
        live.timer(reference, "boundaryEvent_nobodyRang");
        assertThat(askedToRing(reference)).as("everybody again").hasSize(2);
        assertThat(live.candidates(ring)).as("and offered to each once").doesNotHaveDuplicates();
        String taken = live.take("duty1", reference, "ringCarer");
        clock.advance(Duration.ofMinutes(5));
        live.timer(reference, "boundaryEvent_nobodyRang");
        assertThat(askedToRing(reference)).as("somebody has it").hasSize(2);
        live.as("duty1", () -> {
            hands.giveBack(taken, "duty1", "My phone is dead.");
            return null;
        });
        assertThat(askedToRing(reference))
                .as("at once, where it was given back")
                .hasSize(3);
        assertThat(record.entries(reference))
                .filteredOn(entry -> entry.title().equals("Given back"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.statements())
                        .extracting(Statement::question)
                        .contains("Had it since"));
        live.send("duty1", reference, "ringCarer", Map.of("police999", "iRang"));
        assertThat(live.tasks(reference, "callPolice")).isEmpty();
        assertThat(incidents.noted(reference, Noted.POLICE)).contains("iRang");
    }

    private List<Entry> askedToRing(String reference) {
        return record.entries(reference).stream()
                .filter(entry -> entry.title().equals("Asked to ring"))
                .toList();
    }

    @Test
    void whoSpokeWithTheCarerOfAFalseAlarmSaysWhyThePoliceAreNotNeeded() {
        String reference = reported("carer2", ReportAnswers.immediate("C3"));
        live.timer(reference, "boundaryEvent_notConfirmed");
        assertThat(live.shown("duty1", reference, "ringCarer"))
                .as("for the link to what the police will ask")
                .containsEntry("reference", reference);
        assertThatThrownBy(() -> live.send(
                        "duty1", reference, "ringCarer", Map.of("police999", "notNeeded", "whyNot", "An uncle.")))
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.messages()).containsOnlyKeys("help"));

        live.send(
                "duty1",
                reference,
                "ringCarer",
                Map.of(
                        "police999", "notNeeded",
                        "whyNot", "It was his uncle, who was expected.",
                        "help", "No stranger in uniform comes to the door."));

        assertThat(live.tasks(reference, "callPolice")).isEmpty();
        assertThat(live.tasks(reference, "ringCarer")).isEmpty();
        assertThat(incidents.noted(reference, Noted.POLICE)).contains("notNeeded");
        assertThat(record.entries(reference).stream()
                        .filter(entry -> entry.title().equals("The carer was rung"))
                        .flatMap(entry -> entry.statements().stream()))
                .extracting(Statement::answer)
                .contains(
                        "False alarm, or nobody is in danger any more: I spoke with the carer",
                        "It was his uncle, who was expected.",
                        "No stranger in uniform comes to the door.");
        assertThat(live.open(reference)).as("the rest goes on").contains("preserveEvidence");
        live.answered(reference, "ssw1");
        assertThat(live.shown("duty1", reference, "assessEscalation").get("answered"))
                .as("before whoever assesses")
                .asString()
                .contains("**The carer was rung**, ", "It was his uncle");
    }

    @Test
    void afterAnHourDutyAndTheManagersCanRingThePoliceToo() {
        String reference = reported("carer1", ReportAnswers.highWithPolice("C1"));
        live.answered(reference, "ssw1");
        live.timer(reference, "boundaryEvent_notConfirmed");
        Task police = live.task(reference, "callPolice");
        assertThat(police.getAssignee()).isNull();
        assertThat(live.candidates(police)).contains("ssw1", "duty1", "manager1");
        live.timer(reference, "boundaryEvent_policeWaits");
        assertThat(live.candidates(police)).as("it is the workers' to ring").doesNotContain("carer1", "carer3");
        live.send(
                "manager1",
                reference,
                "callPolice",
                Map.of(
                        "police", "notNeeded",
                        "whyNot", "They know already.",
                        "help", "One person asks the child, not two."));
        assertThat(live.tasks(reference, "callPolice")).isEmpty();
    }

    @Test
    void thePoliceDoNotWaitForAnAnswerThatDoesNotCome() {
        String reference = reported("carer1", ReportAnswers.highWithPolice("C1"));
        events.publishEvent(new SomebodyTold(reference, "teammanager1"));
        Instant anHourLater = clock.now().plus(Duration.ofMinutes(60));
        assertThat(live.timerDue(reference, "startEvent_notAnswered")).isEqualTo(anHourLater);
        clock.set(anHourLater);
        assertThat(live.tasks(reference, "callPolice")).isEmpty();

        live.timer(reference, "startEvent_notAnswered");
        Task police = live.task(reference, "callPolice");
        assertThat(police.getAssignee()).isNull();
        assertThat(live.candidates(police)).contains("duty1").doesNotContain("carer1", "carer3");
        assertThat(police.getDueDate().toInstant()).isEqualTo(anHourLater.plus(Duration.ofMinutes(5)));

        live.answered(reference, "teammanager1");
        assertThat(live.tasks(reference, "callPolice")).as("asked for once").hasSize(1);
        live.send("duty1", reference, "callPolice", Map.of("police", "rang101", "policeReference", "4711/26"));
        assertThat(live.tasks(reference, "callPolice")).isEmpty();
    }

    @Test
    void silenceAsksForNoPoliceWhereNoneAreNeeded() {
        String reference = reported("carer2", ReportAnswers.high("C3"));
        live.timer(reference, "startEvent_notAnswered");
        assertThat(live.tasks(reference, "callPolice")).isEmpty();
    }

    @Test
    void afterTwoHoursTheOtherCarerCanKeepTheEvidence() {
        String reference = reported("carer1", ReportAnswers.high("C1"));
        assertThat(live.task(reference, "preserveEvidence").getAssignee()).isEqualTo("carer1");
        assertThat(live.timerDue(reference, "boundaryEvent_evidenceWaits"))
                .isEqualTo(clock.now().plus(Duration.ofHours(2)));
        live.timer(reference, "boundaryEvent_evidenceWaits");
        assertThat(live.candidates(live.task(reference, "preserveEvidence"))).containsExactly("carer1", "carer3");
        live.send("carer3", reference, "preserveEvidence", Reviews.evidence());
        assertThat(incidents.noted(reference, "phone")).contains("childGave");
    }

    @Test
    void afterADayTheSupervisingSocialWorkerCanKeepTheEvidenceToo() {
        Instant asked = clock.now();
        String reference = reported("carer1", ReportAnswers.high("C1"));
        assertThat(live.timerDue(reference, "boundaryEvent_evidenceStillWaits"))
                .isEqualTo(asked.plus(Duration.ofHours(24)));
        assertThat(live.shown("carer1", reference, "preserveEvidence")).containsEntry("rings", false);
        live.timer(reference, "boundaryEvent_evidenceStillWaits");

        assertThat(waitingForAWorker(reference)).isTrue();
        assertThat(live.candidates(live.task(reference, "preserveEvidence")))
                .containsExactly("carer1", "supervisingSocialWorker");
        assertThatThrownBy(() -> live.send("ssw2", reference, "preserveEvidence", Reviews.evidence()))
                .isInstanceOf(AuthorizationException.class);
        assertThat(live.shown("ssw1", reference, "preserveEvidence"))
                .containsEntry("rings", true)
                .containsKeys("who", "telephone");
        live.send("ssw1", reference, "preserveEvidence", Reviews.evidence());
        assertThat(live.tasks(reference, "preserveEvidence")).isEmpty();
    }

    @Test
    void whereNobodyOfTheHomeMayKnowTheManagersHaveTheEvidenceOnTheirListsAfterADay() {
        String reference = reported(
                "childsw1",
                ReportAnswers.low("C1").with("namedPerson", "household").with("namedPersons", List.of("carer3")));
        live.timer(reference, "boundaryEvent_evidenceStillWaits");

        assertThat(waitingForAWorker(reference)).isTrue();
        assertThat(live.candidates(live.task(reference, "preserveEvidence")))
                .contains("registeredManager")
                .doesNotContain("supervisingSocialWorker");
        assertThat(live.shown("manager1", reference, "preserveEvidence")).containsEntry("rings", false);
    }

    /** What stands in the lists of what waits for somebody and of what is late. */
    private boolean waitingForAWorker(String reference) {
        return tasks.createTaskQuery()
                        .processInstanceBusinessKey(reference)
                        .taskDefinitionKey("preserveEvidence")
                        .taskUnassigned()
                        .withCandidateGroups()
                        .count()
                == 1;
    }

    @Test
    void afterTwoHoursTheOtherCarerCanRingThePoliceWhateverTheHour() {
        clock.set(Weeks.nextSaturdayNight());
        String reference = reported("carer1", ReportAnswers.immediate("C1"));
        for (String waits : List.of("boundaryEvent_policeWaits", "boundaryEvent_recordWaits")) {
            assertThat(live.timerDue(reference, waits)).isEqualTo(clock.now().plus(Duration.ofHours(2)));
            live.timer(reference, waits);
        }
        assertThat(live.candidates(live.task(reference, "callPolice"))).containsExactly("carer1", "carer3");
        assertThat(live.candidates(live.task(reference, "completeRecord"))).containsExactly("carer1", "carer3");
    }

    @Test
    void somebodyMoreWorriedIsHeardAgainAndThePoliceAreAskedOnce() {
        String reference = reported("carer2", ReportAnswers.high("C3"));
        live.as("carer2", () -> messages.moreWorried(reference, "carer2", "He writes that he comes now.", true));
        live.jobs(reference);
        assertThat(live.tasks(reference, LivedCase.TOLD))
                .as("its first turn is still to come, and comes at the level of then")
                .hasSize(1);
        assertThat(live.tasks(reference, "callPolice")).hasSize(1);

        live.as("carer2", () -> messages.moreWorried(reference, "carer2", "He is still writing.", true));
        live.jobs(reference);
        assertThat(live.tasks(reference, LivedCase.TOLD)).hasSize(1);
        assertThat(live.tasks(reference, "callPolice")).hasSize(1);
        assertThat(live.variable(reference, CaseNames.SAFEGUARDING_ESCALATION, CaseNames.RISK_LEVEL))
                .isEqualTo("IMMEDIATE");

        live.task(reference, "callPolice");
        live.send("carer2", reference, "callPolice", Map.of("police", "rang999"));
        live.tasks(reference, LivedCase.TOLD).forEach(live::complete);
        live.as("carer2", () -> messages.moreWorried(reference, "carer2", "He stands in the garden.", true));
        live.jobs(reference);
        assertThat(live.tasks(reference, LivedCase.TOLD))
                .as("nobody has it to answer any more")
                .hasSize(1);
    }

    @Test
    void inDangerWhatTheWorkerWasAskedForEndsAndNoReferenceIsLost() {
        String reference = reported("carer1", ReportAnswers.highWithPolice("C1"));
        live.answered(reference, "ssw1");
        Task asked = live.task(reference, "callPolice");
        assertThat(asked.getAssignee()).isEqualTo("ssw1");

        live.as("carer1", () -> messages.moreWorried(reference, "carer1", "He is at the door.", true));
        live.jobs(reference);
        assertThat(live.task(reference, "callPolice").getAssignee())
                .as("one to-do about the police, 999, of who is there")
                .isEqualTo("carer1");
        assertThat(record.entries(reference))
                .filteredOn(entry -> entry.title().equals("No longer asked"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.statements())
                        .contains(new Statement("What", "Ring the police"))
                        .anySatisfy(statement -> assertThat(statement.answer()).contains("999")));

        assertThatThrownBy(() -> live.send("ssw1", asked, Map.of("police", "rang101", "policeReference", "4711/26")))
                .hasMessageContaining("in the record, under your name");
        assertThat(record.entries(reference))
                .anySatisfy(entry -> assertThat(entry.statements())
                        .extracting(Statement::answer)
                        .contains("4711/26"));
        assertThat(live.task(reference, "callPolice").getAssignee())
                .as("999 is asked for still")
                .isEqualTo("carer1");
    }

    @Test
    void whoIsMoreWorriedBeforeTheAlarmGoesOutJoinsIt() {
        String reference = live.begin("carer2");
        live.send("carer2", reference, "reportContact", ReportAnswers.high("C3").sent());
        for (String why : List.of("He writes again.", "He is still writing.")) {
            live.as("carer2", () -> messages.moreWorried(reference, "carer2", why, true));
        }
        live.jobs(reference);
        assertThat(live.tasks(reference, LivedCase.TOLD)).hasSize(1);
        assertThat(live.tasks(reference, "callPolice")).hasSize(1);
    }

    @Test
    void aReviewOfThePlanThatSomebodyMoreWorriedInterruptsIsDoneBeforeItCloses() {
        String reference = reported("carer2", ReportAnswers.medium("C3"));
        live.answered(reference, "ssw2");
        live.send("ssw2", reference, "reviewContact", Reviews.planNeeded());
        assertThat(live.shown("ssw2", reference, "reviewSaferCarePlan")).containsEntry("ownWords", false);
        live.send("ssw2", reference, "reviewSaferCarePlan", live.plan("ssw2", reference));
        live.as("carer2", () -> messages.moreWorried(reference, "carer2", "She cries.", false));
        live.jobs(reference);
        assertThat(live.shown("ssw2", reference, "reviewSaferCarePlan"))
                .as("nobody sent it back, and nothing is written twice")
                .containsAllEntriesOf(live.plan("ssw2", reference))
                .containsEntry("ownWords", true)
                .containsEntry("sentBack", false);
        assertThat(live.shown("duty1", reference, "reviewSaferCarePlan")
                        .get("writtenBefore")
                        .toString())
                .contains("Accounts are looked at together on Sundays");
        assertThat(record.entries(reference))
                .extracting(Entry::title)
                .contains("The review of the Safer Care Plan was interrupted");
        live.send("ssw2", reference, "reviewSaferCarePlan", live.plan("ssw2", reference));
        live.send("teammanager1", reference, "signOffSaferCarePlan", Reviews.sentBack());
        assertThat(endings.stillOpen(reference)).anyMatch(open -> open.contains("Review the Safer Care Plan"));
        live.send("ssw2", reference, "reviewSaferCarePlan", live.plan("ssw2", reference));
        live.send("teammanager1", reference, "signOffSaferCarePlan", Reviews.signed());
        assertThat(live.open(reference)).doesNotContain("reviewSaferCarePlan", "signOffSaferCarePlan");
        assertThat(endings.stillOpen(reference)).noneMatch(open -> open.contains("Safer Care Plan"));
    }

    @Test
    void aPlanThatTheAssessmentNamesIsReviewedAndSignedBeforeItCloses() {
        String reference = reported("carer2", ReportAnswers.high("C3"));
        live.answered(reference, "ssw2");
        live.send("ssw2", reference, "assessEscalation", Reviews.assessedPlanNeeded());
        assertThat(live.shown("manager1", reference, "secondSignature").get("assessed"))
                .asString()
                .contains("**Is a review of the Safer Care Plan needed?** Yes", "who looks at the phone")
                .as("in the order of the form, not of the record")
                .containsSubsequence(
                        "What has been done so far?",
                        "**The police** Were told",
                        "What does the child want and feel?",
                        "Was the child seen?",
                        "What is decided, who does what by when");
        live.send("manager1", reference, "secondSignature", Reviews.signed());
        live.send("carer2", reference, "preserveEvidence", Reviews.evidence());
        live.send("carer2", reference, "completeRecord", Map.of("whatHappened", "All of it, from the beginning."));
        live.jobs(reference);
        assertThat(live.open(reference)).contains("reviewSaferCarePlan").doesNotContain("closeIncident");
        live.send("ssw2", reference, "reviewSaferCarePlan", live.plan("ssw2", reference));
        live.jobs(reference);
        assertThat(live.open(reference)).contains("signOffSaferCarePlan").doesNotContain("closeIncident");
        live.send("teammanager1", reference, "signOffSaferCarePlan", Reviews.signed());
        live.jobs(reference);
        assertThat(live.open(reference)).contains("closeIncident");
        assertThat(live.shown("manager1", reference, "closeIncident").get("known"))
                .asString()
                .contains("- The Safer Care Plan: reviewed and signed today at ");
    }

    @Test
    void whatIsNotAssessedInTimeIsForTheResponsibleIndividualToo() {
        String reference = reported("carer2", ReportAnswers.high("C3"));
        live.answered(reference, "ssw2");
        assertThat(live.timerDue(reference, "boundaryEvent_notAssessedYet"))
                .isEqualTo(live.due(reference, "assessEscalation"))
                .isEqualTo(working.due(clock.now(), "PT4H"));
        live.take("ssw2", reference, "assessEscalation");
        assertThat(askedTo(reference, "SEE_TO")).isEmpty();

        live.timer(reference, "boundaryEvent_notAssessedYet");

        assertThat(askedTo(reference, "SEE_TO")).contains("ssw2", "manager1", "director1");
        Instant again = working.due(clock.now(), "PT4H");
        assertThat(live.timerDue(reference, "boundaryEvent_notAssessedYet")).isEqualTo(again);
        clock.set(again);
        live.timer(reference, "boundaryEvent_notAssessedYet");
        assertThat(askedTo(reference, "SEE_TO").stream().filter("director1"::equals))
                .as("until it is assessed")
                .hasSize(2);
        live.send("director1", reference, "assessEscalation", Reviews.assessment());
        assertThat(live.open(reference)).contains("secondSignature");
    }

    @Test
    void whenItGetsWorseWhoeverIsAboveHearsSoonerThatItIsNotAssessed() {
        String reference = reported("carer2", ReportAnswers.high("C3"));
        live.answered(reference, "ssw2");
        live.as("carer2", () -> messages.moreWorried(reference, "carer2", "He is at the door.", true));
        live.jobs(reference);

        assertThat(live.timerDue(reference, "boundaryEvent_notAssessedYet"))
                .isEqualTo(live.due(reference, "assessEscalation"))
                .isEqualTo(working.due(clock.now(), "PT1H"));
    }

    @Test
    void whatIsLateAlreadyIsAskedForSoonerOnceItGetsWorseAndStaysWithWhoeverTookIt() {
        String reference = reported("carer2", ReportAnswers.high("C3"));
        live.answered(reference, "ssw2");
        clock.set(live.timerDue(reference, "boundaryEvent_notAssessedYet"));
        live.timer(reference, "boundaryEvent_notAssessedYet");
        live.as("carer2", () -> messages.moreWorried(reference, "carer2", "He is at the door.", true));
        live.jobs(reference);
        assertThat(live.timerDue(reference, "boundaryEvent_notAssessedYet"))
                .isEqualTo(working.due(clock.now(), "PT1H"));
        live.take("ssw2", reference, "assessEscalation");
        live.timer(reference, "boundaryEvent_notAssessedYet");
        assertThat(live.task(reference, "assessEscalation").getAssignee()).isEqualTo("ssw2");
    }

    @Test
    void whatIsSentBackWhenItsTimeIsOverHasItsTimeFromThen() {
        String reference = reported("carer2", ReportAnswers.high("C3"));
        live.answered(reference, "ssw2");
        live.send("ssw2", reference, "assessEscalation", Reviews.assessment());
        clock.advance(Duration.ofHours(5));
        live.send("manager1", reference, "secondSignature", Reviews.sentBack());

        assertThat(live.timerDue(reference, "boundaryEvent_notAssessedYet"))
                .isEqualTo(working.due(clock.now(), "PT4H"));
    }

    @Test
    void whatIsSentBackStandsInTheFormOfWhoeverWroteIt() {
        String reference = reported("carer2", ReportAnswers.high("C3"));
        live.answered(reference, "ssw2");
        live.send("ssw2", reference, "assessEscalation", Reviews.assessment());
        live.send("manager1", reference, "secondSignature", Reviews.sentBack());

        assertThat(live.task(reference, "assessEscalation").getName())
                .isEqualTo("Sent back: Assess what happened and what follows");
        assertThat(askedTo(reference, "TAKE")).containsExactly("ssw2");
        Map<String, Object> own = live.shown("ssw2", reference, "assessEscalation");
        Map<String, Object> written = new HashMap<>(Reviews.assessment());
        for (String chosen : List.of("notify", "referrals")) {
            assertThat(own.get(chosen).toString()).isEqualTo("[\"" + ((List<?>) written.remove(chosen)).get(0) + "\"]");
        }
        assertThat(own)
                .containsAllEntriesOf(written)
                .containsEntry("sentBack", true)
                .doesNotContainKey("writtenBefore");
        assertThat(own.get("sentBackWhy").toString()).contains("Sent back by", "Please say who looks");

        Map<String, Object> others = live.shown("duty1", reference, "assessEscalation");
        assertThat(others).doesNotContainKeys(Reviews.assessment().keySet().toArray(String[]::new));
        assertThat(others.get("writtenBefore").toString()).contains("reference 4711");
    }

    @Test
    void whatIsNotSignedInTimeIsForEverybodyWhoMaySignButWhoAssessed() {
        String reference = reported("carer2", ReportAnswers.high("C3"));
        live.answered(reference, "ssw2");
        live.send("manager1", reference, "assessEscalation", Reviews.assessment());
        assertThat(live.timerDue(reference, "boundaryEvent_notSignedYet"))
                .isEqualTo(live.due(reference, "secondSignature"));
        live.take("teammanager1", reference, "secondSignature");
        clock.advance(Duration.ofDays(1));
        long before = askedTo(reference, "DECIDE").size();

        live.timer(reference, "boundaryEvent_notSignedYet");

        assertThat(askedTo(reference, "DECIDE").stream().skip(before))
                .contains("teammanager1", "director1")
                .doesNotContain("manager1");
        live.send("director1", reference, "secondSignature", Reviews.signed());
        assertThat(live.tasks(reference, "secondSignature")).isEmpty();
    }

    @Test
    void anEscalationThatIsNotClosedInTimeIsHeardAboveAndStaysTheRegisteredManagers() {
        String reference = readyToClose();
        live.take("manager1", reference, "closeIncident");
        live.timer(reference, "boundaryEvent_notClosedYet");
        assertThat(askedTo(reference, "SEE_TO")).as("nothing is late").isEmpty();

        clock.set(live.due(reference, "closeIncident").plus(Duration.ofMinutes(1)));
        live.timer(reference, "boundaryEvent_notClosedYet");
        assertThat(askedTo(reference, "SEE_TO"))
                .contains("manager1", "director1")
                .doesNotContain("teammanager1");
        assertThat(live.candidates(live.task(reference, "closeIncident")))
                .containsExactly("manager1", "registeredManager");
        live.send("manager2", reference, "closeIncident", Reviews.closeAndSayWhenTold());
        assertThat(incidents.get(reference).state()).isEqualTo(Incident.State.CLOSED);
    }

    @Test
    void whatIsNotDecidedWithTheLadoInTimeIsForTheResponsibleIndividualTooAndForNobodyBelow() {
        String reference = reported(
                "carer2", ReportAnswers.low("C3").with("namedPerson", "worker").with("namedPersons", List.of("ssw2")));
        live.timer(reference, "startEvent_namedMorning");
        assertThat(askedTo(reference, "SEE_TO")).as("nothing is late").isEmpty();

        clock.set(live.due(reference, "decideAboutNamed").plus(Duration.ofMinutes(1)));
        live.timer(reference, "startEvent_namedMorning");
        assertThat(askedTo(reference, "SEE_TO"))
                .contains("manager1", "director1")
                .doesNotContain("teammanager1", "duty1", "ssw2");
        live.send("manager1", reference, "decideAboutNamed", Reviews.aboutNamed("asNamed"));

        clock.set(live.due(reference, "tellAuthority").plus(Duration.ofDays(1)));
        long before = askedTo(reference, "SEE_TO").size();
        live.timer(reference, "startEvent_namedMorning");
        assertThat(askedTo(reference, "SEE_TO").stream().skip(before))
                .contains("manager1", "director1")
                .doesNotContain("teammanager1", "duty1", "ssw2");
        live.send("director1", reference, "tellAuthority", Reviews.authorityTold(clock.now()));
        assertThat(live.tasks(reference, "tellAuthority")).isEmpty();
    }

    private List<String> askedTo(String reference, String wanted) {
        return jdbc.sql("""
            select recipient from outgoing_message
            where reference = :reference and wanted = :wanted order by created_at
            """)
                .param("reference", reference)
                .param("wanted", wanted)
                .query(String.class)
                .list();
    }

    @Test
    void theCarerReadsWhatWasDecidedOnceASecondPersonHasSignedIt() {
        String reference = reported("carer2", ReportAnswers.high("C3"));
        live.answered(reference, "ssw2");
        Map<String, Object> silent = Reviews.assessedWithoutTheHome();
        assertThatThrownBy(() -> live.send("ssw2", reference, "assessEscalation", silent))
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.messages()).containsOnlyKeys("forTheCarer"));
        assessed(reference);
        assertThat(carerReads(reference)).contains(WAITS).doesNotContain(DECIDED);
        live.send("manager1", reference, "secondSignature", Reviews.sentBack());
        clock.advance(Duration.ofMinutes(10));
        assertThat(carerReads(reference)).doesNotContain(WAITS, DECIDED);
        assessed(reference);
        assertThat(carerReads(reference)).contains(WAITS).doesNotContain(DECIDED);
        live.send("manager1", reference, "secondSignature", Reviews.signed());
        assertThat(carerReads(reference)).contains(DECIDED).doesNotContain(WAITS);
    }

    @Test
    void whatIsAssessedAgainIsReadOnceItIsSignedAgain() {
        String reference = reported("carer2", ReportAnswers.high("C3"));
        live.answered(reference, "ssw2");
        assessed(reference);
        live.send("manager1", reference, "secondSignature", Reviews.signed());
        clock.advance(Duration.ofMinutes(10));
        live.as("carer2", () -> messages.moreWorried(reference, "carer2", "She cries.", false));
        live.jobs(reference);
        live.answered(reference, "ssw2");
        clock.advance(Duration.ofMinutes(10));
        assessed(reference);
        assertThat(carerReads(reference)).contains(WAITS).doesNotContain(DECIDED);
    }

    @Test
    void whereNobodyOfTheHomeMayKnowNothingIsWrittenForThem() {
        String reference = reported(
                "childsw1",
                ReportAnswers.low("C1").with("namedPerson", "household").with("namedPersons", List.of("carer3")));
        live.answered(reference, "manager1");
        assertThat(live.shown("manager1", reference, "assessEscalation")).containsEntry("nobodyReads", true);
        live.send("manager1", reference, "assessEscalation", Reviews.assessedWithoutTheHome());
        assertThat(live.open(reference)).contains("secondSignature");
    }

    private void assessed(String reference) {
        live.send("ssw2", reference, "assessEscalation", Reviews.assessment());
        clock.advance(Duration.ofMinutes(10));
    }

    private String carerReads(String reference) {
        return String.join(" ", thanks.words(reference, "carer2").lines());
    }

    @Test
    void aPlanThatTheSecondAssessmentDoesNotNameAnyMoreIsNotReviewed() {
        String reference = reported("carer2", ReportAnswers.high("C3"));
        live.answered(reference, "ssw2");
        live.send("ssw2", reference, "assessEscalation", Reviews.assessedPlanNeeded());
        live.send("manager1", reference, "secondSignature", Reviews.sentBack());
        live.send("ssw2", reference, "assessEscalation", Reviews.assessment());
        live.send("manager1", reference, "secondSignature", Reviews.signed());
        live.jobs(reference);
        assertThat(live.open(reference)).doesNotContain("reviewSaferCarePlan");
    }

    @Test
    void aPlanThatIsReviewedAlreadyIsNotReviewedTwice() {
        String reference = reported("carer2", ReportAnswers.medium("C3"));
        live.answered(reference, "ssw2");
        live.send("ssw2", reference, "reviewContact", Reviews.planNeeded());
        live.as("carer2", () -> messages.moreWorried(reference, "carer2", "She cries.", false));
        live.jobs(reference);
        live.answered(reference, "ssw2");
        live.send("ssw2", reference, "assessEscalation", Reviews.assessedPlanNeeded());
        live.send("manager1", reference, "secondSignature", Reviews.signed());
        live.jobs(reference);
        assertThat(live.tasks(reference, "reviewSaferCarePlan")).hasSize(1);
    }

    @Test
    void whoIsNamedIsKeptAwayAndTheManagerDecidesWithTheLado() {
        String reference = reported(
                "childsw1",
                ReportAnswers.low("C1").with("namedPerson", "household").with("namedPersons", List.of("carer3")));
        assertThat(files.excluded(reference)).contains("carer1", "carer3");
        assertThat(incidents.get(reference).level()).contains(RiskLevel.HIGH);
        for (String key : List.of("preserveEvidence", "completeRecord")) {
            assertThat(live.task(reference, key).getAssignee()).isNull();
            assertThat(live.candidates(live.task(reference, key))).contains("manager1", "manager2");
        }
        for (String waits : List.of("boundaryEvent_evidenceWaits", "boundaryEvent_recordWaits")) {
            live.timer(reference, waits);
        }
        assertThat(live.candidates(live.task(reference, "completeRecord"))).doesNotContain("carer1", "carer3");

        live.send("manager1", reference, "decideAboutNamed", Reviews.aboutNamed("asNamed"));
        assertThat(incidents.noted(reference, Noted.OBSERVER)).contains("ssw1");
        assertThat(live.tasks(reference, "decideAboutNamed")).isEmpty();
    }

    @Test
    void somebodyUnknownWallsTheCaseUntilTheManagerHasSettledIt() {
        String reference = reported("carer2", ReportAnswers.low("C3").with("namedPerson", "unsure"));
        assertThat(files.walled(reference)).isTrue();
        live.timer(reference, "boundaryEvent_recordWaits");
        assertThat(live.candidates(live.task(reference, "completeRecord"))).doesNotContain("carer2");
        assertThatThrownBy(() -> live.send("manager1", reference, "decideAboutNamed", Reviews.aboutNamed("asNamed")))
                .isInstanceOf(FormRefused.class);
        live.send("manager1", reference, "decideAboutNamed", Reviews.aboutNamed("nobody"));
        assertThat(files.walled(reference)).isFalse();
    }

    @Test
    void whereTheHomeIsNamedTheManagersRingThePoliceNotDutyWhoWasNotTold() {
        String reference = reported(
                "carer1",
                ReportAnswers.immediate("C1").with("namedPerson", "household").with("namedPersons", List.of("carer3")));
        assertThat(live.candidates(live.task(reference, "callPolice")))
                .contains("manager1")
                .doesNotContain("duty1");
    }

    @Test
    void whoAssessedBeforeItWasSentBackDoesNotSignEither() {
        String reference = reported("carer2", ReportAnswers.high("C3"));
        live.answered(reference, "ssw2");
        live.send("manager1", reference, "assessEscalation", Reviews.assessment());
        live.send("director1", reference, "secondSignature", Reviews.sentBack());
        live.send("manager2", reference, "assessEscalation", Reviews.assessment());
        assertThatThrownBy(() -> live.send("manager1", reference, "secondSignature", Reviews.signed()))
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.messages()).containsOnlyKeys("signed"));
        live.giveBack(reference, "secondSignature");
        live.send("director1", reference, "secondSignature", Reviews.signed());
        assertThat(live.tasks(reference, "secondSignature")).isEmpty();
    }

    @Test
    void aWorkerWhoIsNamedIsTheOnlyOneKeptAway() {
        String reference = reported(
                "carer2", ReportAnswers.low("C3").with("namedPerson", "worker").with("namedPersons", List.of("ssw2")));
        assertThat(files.excluded(reference)).containsExactly("ssw2");
        assertThat(files.walled(reference)).isFalse();
        assertThat(live.task(reference, "preserveEvidence").getAssignee()).isEqualTo("carer2");
    }

    @Test
    void whetherSomebodyIsNamedMayBeKnownOnlyWhenSomebodyAnswers() {
        String reference = reported("carer2", ReportAnswers.high("C3").without("namedPerson"));
        assertThat(live.tasks(reference, "decideAboutNamed")).isEmpty();
        live.as(
                "duty1",
                () -> questions.answer(
                        reference, "duty1", Map.of("namedPerson", "worker", "namedPersons", List.of("ssw2"))));
        live.answered(reference, "duty1");
        assertThat(live.tasks(reference, "decideAboutNamed")).hasSize(1);
        assertThat(files.excluded(reference)).contains("ssw2");
    }

    @Test
    void whoIsNamedLaterStartsTheLadosDayThenAndTheChildsSocialWorkerHearsWhatWasAgreed() {
        String reference = reported("carer2", ReportAnswers.high("C3").without("namedPerson"));
        clock.advance(Duration.ofDays(7));
        Instant named = clock.now();
        live.as(
                "duty1",
                () -> questions.answer(
                        reference, "duty1", Map.of("namedPerson", "worker", "namedPersons", List.of("ssw2"))));
        live.answered(reference, "duty1");
        Task lado = live.task(reference, "decideAboutNamed");
        assertThat(lado.getDueDate()).isEqualTo(Date.from(working.due(named, "workingDays:1")));

        live.send("manager1", reference, "decideAboutNamed", Reviews.aboutNamed("asNamed"));
        Task tell = live.task(reference, "tellAuthority");
        assertThat(live.candidates(tell)).containsExactly("registeredManager");
        assertThat(tell.getDueDate()).isEqualTo(Date.from(working.due(named, "endOfNextWorkingDay")));
        live.send("manager1", reference, "tellAuthority", Reviews.authorityTold(clock.now()));
        assertThat(live.tasks(reference, "tellAuthority")).isEmpty();
    }

    @Test
    void theChildsSocialWorkerWhoIsNamedIsNotTheOneToTell() {
        String reference = reported(
                "carer2",
                ReportAnswers.low("C3").with("namedPerson", "worker").with("namedPersons", List.of("childsw1")));
        live.send("manager1", reference, "decideAboutNamed", Reviews.aboutNamed("asNamed"));
        assertThat(live.shown("manager1", reference, "tellAuthority"))
                .containsEntry("worker", "their manager at the authority");
    }

    @Test
    void whatIsRaisedLaterIsAssessedFromThen() {
        String reference = reported("carer2", ReportAnswers.low("C3"));
        live.answered(reference, "ssw2");
        clock.advance(Duration.ofDays(1));
        Instant raised = clock.now();
        live.as("carer2", () -> messages.moreWorried(reference, "carer2", "There is more.", false));
        live.jobs(reference);
        live.answered(reference, "ssw2");
        assertThat(live.task(reference, "assessEscalation").getDueDate())
                .isEqualTo(Date.from(raised.plus(Duration.ofHours(4))));
    }

    @Test
    void whereItTurnsOutToBeNobodyTheHomeHasItsToDosAndTheLadoIsNotAsked() {
        String reference = reported("carer2", ReportAnswers.high("C3").with("namedPerson", "unsure"));
        assertThat(live.task(reference, "preserveEvidence").getAssignee()).isNull();
        assertThat(live.tasks(reference, "decideAboutNamed")).hasSize(1);

        live.as("manager1", () -> questions.answer(reference, "manager1", Map.of("namedPerson", "none")));
        assertThat(live.tasks(reference, "decideAboutNamed")).isEmpty();
        for (String theirs : List.of("preserveEvidence", "completeRecord")) {
            assertThat(live.task(reference, theirs).getAssignee()).as(theirs).isEqualTo("carer2");
        }
    }

    @Test
    void whereTheManagerDecidesThatItIsNobodyTheHomeHasItsToDosToo() {
        String reference = reported("carer2", ReportAnswers.high("C3").with("namedPerson", "unsure"));
        assertThat(live.task(reference, "completeRecord").getAssignee()).isNull();
        live.send("manager1", reference, "decideAboutNamed", Reviews.aboutNamed("nobody"));
        for (String theirs : List.of("preserveEvidence", "completeRecord")) {
            assertThat(live.task(reference, theirs).getAssignee()).as(theirs).isEqualTo("carer2");
        }
        assertThat(live.tasks(reference, "tellAuthority"))
                .as("what was decided is told")
                .hasSize(1);
    }

    @Test
    void whetherSomebodyIsNamedMayTurnOutToBeNobody() {
        String reference = reported("carer2", ReportAnswers.high("C3").without("namedPerson"));
        live.as("duty1", () -> questions.answer(reference, "duty1", Map.of("namedPerson", "none")));
        live.answered(reference, "duty1");
        assertThat(live.tasks(reference, "decideAboutNamed")).isEmpty();
    }

    @Test
    void picturesFoundLaterLockTheCaseForFilesAndBringThePolice() {
        String reference = reported("carer2", ReportAnswers.high("C3"));
        live.answered(reference, "ssw2");
        assertThat(live.tasks(reference, "callPolice")).isEmpty();
        live.send(
                "carer2",
                reference,
                "preserveEvidence",
                Map.of("phone", "unknown", "evidenceKinds", List.of("possibleIndecentImage")));
        live.jobs(reference);
        assertThat(incidents.concerns(reference)).contains("images", "selfHarm");
        assertThat(incidents.get(reference).policeNow()).isTrue();
        assertThat(live.tasks(reference, "callPolice")).hasSize(1);
        assertThat(live.tasks(reference, LivedCase.TOLD)).hasSize(1);
    }

    @Test
    void picturesFoundBeforeTheReportIsSentCountAndStay() {
        String reference = live.tapped("carer2");
        live.send(
                "carer2",
                reference,
                "preserveEvidence",
                Map.of("phone", "unknown", "evidenceKinds", List.of("possibleIndecentImage")));
        live.jobs(reference);
        assertThat(incidents.get(reference).policeNow()).isTrue();
        assertThat(live.tasks(reference, "callPolice")).hasSize(1);

        live.send("carer2", reference, "reportContact", ReportAnswers.low("C3").sent());
        assertThat(incidents.concerns(reference)).containsExactly("images");
        assertThat(incidents.get(reference).level()).contains(RiskLevel.HIGH);
    }

    @Test
    void loweringItWhileTheAlarmIsOpenSettlesNothing() {
        String reference = reported("carer1", ReportAnswers.highWithPolice("C1"));
        lowering.lower(
                reference, "manager1", RiskLevel.LOW, List.of(new Statement("Why", "I know the family.")), clock.now());
        live.answered(reference, "ssw1");
        assertThat(live.running(reference)).contains(CaseNames.SAFEGUARDING_ESCALATION);
        assertThat(live.open(reference))
                .containsExactly("assessEscalation", "callPolice", "completeRecord", "preserveEvidence");
    }

    @Test
    void somebodyNamedAfterTheAnswerIsKeptAwayAndTheManagerHearsOfIt() {
        String reference = live.tapped("carer2");
        live.as("ssw2", () -> questions.answer(reference, "ssw2", Map.of("namedPerson", "none")));
        live.answered(reference, "ssw2");
        assertThat(live.tasks(reference, "decideAboutNamed")).isEmpty();

        live.send(
                "carer2",
                reference,
                "reportContact",
                ReportAnswers.low("C3")
                        .with("namedPerson", "worker")
                        .with("namedPersons", List.of("ssw2"))
                        .sent());
        live.jobs(reference);
        assertThat(files.excluded(reference)).contains("ssw2");
        assertThat(live.candidates(live.task(reference, "decideAboutNamed"))).containsExactly("registeredManager");
        assertThat(live.tasks(reference, LivedCase.TOLD)).hasSize(1);
        live.answered(reference, "manager1");
        live.send("manager1", reference, "decideAboutNamed", Reviews.aboutNamed("asNamed"));
        assertThat(live.tasks(reference, "decideAboutNamed")).isEmpty();
    }

    @Test
    void dangerThatTheAnswerToALaterAlarmSaysAsksForThePolice() {
        String reference = live.tapped("carer2");
        live.answered(reference, "ssw2");
        live.as("carer2", () -> messages.moreWorried(reference, "carer2", "He writes again.", false));
        live.jobs(reference);
        assertThat(live.open(reference)).doesNotContain("callPolice");
        live.as("ssw2", () -> questions.answer(reference, "ssw2", Map.of("immediateDanger", "yes")));
        live.answered(reference, "ssw2");
        thePoliceAreRungByTheCarer(reference);
    }

    @Test
    void dangerThatTheManagerHearsOfAsksForThePolice() {
        String reference = live.tapped("carer2");
        live.answered(reference, "ssw2");
        live.send(
                "carer2",
                reference,
                "reportContact",
                ReportAnswers.unsure("C3")
                        .with("namedPerson", "worker")
                        .with("namedPersons", List.of("ssw2"))
                        .sent());
        live.jobs(reference);
        assertThat(live.open(reference)).doesNotContain("callPolice");
        live.as("manager1", () -> questions.answer(reference, "manager1", Map.of("immediateDanger", "yes")));
        live.answered(reference, "manager1");
        thePoliceAreRungByTheCarer(reference);
    }

    @Test
    void whoRang999AndIsMoreWorriedThenReadsThatThePoliceWereToldBefore() {
        String reference = reported("carer2", ReportAnswers.immediate("C3"));
        assertThat(live.shown("carer2", reference, "callPolice")).containsEntry("toldBefore", false);
        live.send("carer2", reference, "callPolice", Map.of("police", "rang999"));
        clock.advance(Duration.ofMinutes(5));

        live.as("carer2", () -> messages.moreWorried(reference, "carer2", "He is back.", true));
        live.jobs(reference);
        assertThat(live.shown("carer2", reference, "callPolice")).containsEntry("toldBefore", true);
    }

    private void thePoliceAreRungByTheCarer(String reference) {
        assertThat(live.task(reference, "callPolice").getAssignee()).isEqualTo("carer2");
        assertThatThrownBy(() -> live.send("carer2", reference, "callPolice", Map.of("police", "rang101")))
                .as("in danger only 999 brings somebody now")
                .isInstanceOf(FormRefused.class);
        live.send("carer2", reference, "callPolice", Map.of("police", "rang999"));
        assertThat(live.running(reference)).doesNotContain(CaseNames.CALL_POLICE);
    }

    @Test
    void whoWasNamedInTheAnswerStaysNamedWhenTheReportSaysNobody() {
        String reference = live.tapped("carer2");
        live.as(
                "duty1",
                () -> questions.answer(
                        reference, "duty1", Map.of("namedPerson", "worker", "namedPersons", List.of("ssw2"))));
        live.send("carer2", reference, "reportContact", ReportAnswers.low("C3").sent());
        assertThat(incidents.answers(reference)).containsEntry("namedPerson", "worker");
        assertThat(live.tasks(reference, "decideAboutNamed")).hasSize(1);
    }

    @Test
    void aWorryInTheNightIsHandedOverInTheMorningAndOnlyOnce() {
        String reference = reported("carer2", ReportAnswers.high("C3"));
        live.answered(reference, "ssw2");
        assertThat(live.timerWaits(reference, "intermediateCatchEvent_nextMorning"))
                .isFalse();

        clock.set(Weeks.nextSaturdayNight());
        for (String why : List.of("He writes again.", "He writes that he comes.")) {
            live.as("carer2", () -> messages.moreWorried(reference, "carer2", why, false));
            live.jobs(reference);
            live.answered(reference, "duty1");
        }
        assertThat(endings.stillOpen(reference)).isNotEmpty();
        live.timer(reference, "intermediateCatchEvent_nextMorning");
        live.answered(reference, "ssw2");
        assertThat(live.running(reference)).doesNotContain(CaseNames.MORNING_HANDOVER);
    }

    @Test
    void whatTheAnswerSettledInTheNightIsHandedOverInTheMorningToo() {
        clock.set(Weeks.nextSaturdayNight());
        String reference = settled("duty1");
        assertThat(live.running(reference))
                .contains(CaseNames.MORNING_HANDOVER)
                .doesNotContain(CaseNames.SAFEGUARDING_ESCALATION);
        assertThat(live.timerDue(reference, "intermediateCatchEvent_nextMorning"))
                .isEqualTo(working.due(clock.now(), "nextWorkingDay09:00"));
        assertThat(endings.stillOpen(reference)).isNotEmpty();
        live.timer(reference, "intermediateCatchEvent_nextMorning");
        live.answered(reference, "ssw2");
        assertThat(live.running(reference)).doesNotContain(CaseNames.MORNING_HANDOVER);
    }

    @Test
    void whatIsTakenBackIsNotHandedOver() {
        clock.set(Weeks.nextSaturdayNight());
        String reference = settled("duty1");
        live.as("manager1", () -> {
            accident.ask(
                    reference, "manager1", List.of(new Statement("Why", "It was tapped by mistake.")), clock.now());
            return null;
        });
        live.send(
                "manager2",
                reference,
                "confirmWithdrawal",
                Map.of("agree", "yes", "why", "So it was.", "help", "Nobody is asked about what never was."));
        assertThat(live.running(reference)).doesNotContain(CaseNames.MORNING_HANDOVER);
    }

    @Test
    void whatTheAnswerSettledInTheOfficesDayIsNotHandedOver() {
        assertThat(live.running(settled("ssw2"))).doesNotContain(CaseNames.MORNING_HANDOVER);
    }

    private String settled(String by) {
        String reference = reported("carer2", ReportAnswers.unsure("C3"));
        live.as(by, () -> questions.answer(reference, by, ReportAnswers.noDanger()));
        live.answered(reference, by);
        return reference;
    }

    @Test
    void whatWasToldAtNightAndIsAnsweredInTheMorningIsHandedOverAtOnce() {
        String reference = reported("carer2", ReportAnswers.high("C3"));
        clock.set(working.due(clock.now(), "nextWorkingDay09:00").plus(Duration.ofMinutes(10)));
        live.answered(reference, "duty1");
        assertThat(live.timerDue(reference, "intermediateCatchEvent_nextMorning"))
                .as("told in the night before, and owed by nine")
                .isEqualTo(clock.now());
    }

    @Test
    void aTapThatIsSettledCanBeClosedByWhoeverTappedOnceItIsHandedOver() {
        String reference = live.tapped("carer2");
        assertThatThrownBy(() -> nothingToReport(reference)).isInstanceOf(NotAllowed.class);
        settledBy("ssw2", reference);
        nothingToReport(reference);
        assertThat(incidents.get(reference).state()).isEqualTo(Incident.State.NOTHING_TO_REPORT);
        assertThat(live.running(reference)).isEmpty();

        clock.set(Weeks.nextSaturdayNight());
        String atNight = live.tapped("carer2");
        settledBy("duty1", atNight);
        assertThatThrownBy(() -> nothingToReport(atNight))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("in the next working morning");
        live.timer(atNight, "intermediateCatchEvent_nextMorning");
        live.answered(atNight, "ssw2");
        nothingToReport(atNight);
        assertThat(live.running(atNight)).isEmpty();
    }

    private void settledBy(String worker, String reference) {
        live.as(worker, () -> questions.answer(reference, worker, ReportAnswers.nothingWorrying()));
        live.answered(reference, worker);
    }

    private void nothingToReport(String reference) {
        live.as("carer2", () -> {
            messages.nothingToReport(reference, "carer2");
            return null;
        });
    }

    @Test
    void onlyTheRegisteredManagersCloseItUnlessEveryOneOfThemIsKeptAway() {
        String reference = readyToClose();
        assertThat(live.candidates(live.task(reference, "closeIncident"))).containsExactly("registeredManager");

        String about = readyToClose("manager1", "manager2");
        assertThat(live.candidates(live.task(about, "closeIncident")))
                .containsExactly("director1", "registeredManager");
    }

    @Test
    void whatIsWrittenInFullIsNotAskedForAgain() {
        String reference = reported("carer1", ReportAnswers.medium("C2"));
        live.send("carer1", reference, "completeRecord", Map.of("whatHappened", "All of it, from the beginning."));
        live.as("carer1", () -> messages.moreWorried(reference, "carer1", "She cries.", false));
        live.jobs(reference);
        assertThat(live.open(reference)).containsExactly("preserveEvidence", LivedCase.TOLD);
    }

    @Test
    void whoCannotHaveRungAboutThisChildIsRefusedAtTheField() {
        String reference = live.begin("duty1");
        ReportAnswers call =
                ReportAnswers.immediate("C1").with("byTelephone", true).with("calledAt", Weeks.london(clock.now()));
        assertThatThrownBy(() -> live.send(
                        "duty1",
                        reference,
                        "reportContact",
                        call.with("caller", "carer2").sent()))
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.messages()).containsOnlyKeys("caller"));

        live.send(
                "duty1",
                reference,
                "reportContact",
                call.with("caller", "childsw1")
                        .with("otherChildren", List.of("C2"))
                        .sent());
        String other = incidents.ofSameReport(reference).get(0);
        live.jobs(reference);
        live.jobs(other);
        assertThat(live.task(reference, "callPolice").getAssignee()).isEqualTo("childsw1");
        assertThat(live.task(other, "callPolice").getAssignee()).isNull();
        assertThat(live.candidates(live.task(other, "callPolice"))).contains("duty1");
    }

    @Test
    void closingWithoutSomebodysOwnReportOfAbuseNeedsTheManagersReason() {
        String reference = readyToClose();
        incidents.note(reference, Noted.ABUSE_REPORT, "notReported", "manager1");
        Map<String, Object> answers = Reviews.closeAndSayWhenTold();
        assertThatThrownBy(() -> live.send("manager1", reference, "closeIncident", answers))
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.messages()).containsOnlyKeys("abuseReported", "abuseWhy"));
        answers.put("abuseReported", "notReported");
        answers.put("abuseWhy", "The police have taken hers down.");
        live.send("manager1", reference, "closeIncident", answers);
        assertThat(incidents.get(reference).state()).isEqualTo(Incident.State.CLOSED);
        assertThat(record.entries(reference))
                .anySatisfy(entry -> assertThat(entry.statements())
                        .extracting(Statement::answer)
                        .contains("The police have taken hers down."));
    }

    @Test
    void whoeverClosesReadsWhoMadeTheirOwnReportAndSaysWhyItNeedNotWaitForTheOthers() {
        String reference = reported("carer2", ReportAnswers.high("C3"));
        live.answered(reference, "ssw2");
        live.send("carer2", reference, "preserveEvidence", Reviews.evidence());
        live.send("carer2", reference, "completeRecord", Map.of("whatHappened", "All of it, from the beginning."));
        Map<String, Object> assessment = Reviews.assessment();
        assessment.put("abuseReport", "reported");
        live.send("ssw2", reference, "assessEscalation", assessment);
        live.outsideAnswered(reference, "ssw2");
        live.send("teammanager1", reference, "secondSignature", Reviews.signed());
        live.jobs(reference);
        Task carers = live.tasks(reference, "makeOwnReport").stream()
                .filter(task -> task.getAssignee().equals("carer2"))
                .findFirst()
                .orElseThrow();
        live.send(
                "carer2",
                carers,
                Map.of(
                        "done", "made",
                        "whom", "police",
                        "madeAt", Weeks.london(clock.now()),
                        "number", "CAD 1907"));
        assertThat(live.shown("manager1", reference, "closeIncident"))
                .hasEntrySatisfying(
                        "ownReports",
                        lines -> assertThat(lines.toString())
                                .contains("I have made it; The police; ", "; CAD 1907", "has not answered yet."));
        Map<String, Object> answers = Reviews.closeAndSayWhenTold();
        assertThatThrownBy(() -> live.send("manager1", reference, "closeIncident", answers))
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.messages()).containsOnlyKeys("abuseReported", "abuseWhy"));
        answers.put("abuseReported", "notReported");
        answers.put("abuseWhy", "She is ill, and the police have taken hers down.");
        live.send("manager1", reference, "closeIncident", answers);
        assertThat(incidents.get(reference).state()).isEqualTo(Incident.State.CLOSED);
        assertThat(live.tasks(reference, "makeOwnReport"))
                .as("what each owes for themself goes on")
                .extracting(Task::getAssignee)
                .containsExactly("ssw2");
    }

    @Test
    void whereEverybodyHasReportedTheAbuseMeanwhileClosingSaysSo() {
        String reference = readyToClose();
        incidents.note(reference, Noted.ABUSE_REPORT, "notReported", "manager1");
        Map<String, Object> answers = Reviews.closeAndSayWhenTold();
        answers.put("abuseReported", "reported");
        answers.put("abuseWhy", "The carer, to CEOP, yesterday, reference 77.");
        live.send("manager1", reference, "closeIncident", answers);
        assertThat(incidents.abuseReportMissing(reference)).isFalse();
    }

    @Test
    void nobodyElseBesideSomebodyMeansNothing() {
        String reference = reported("carer2", ReportAnswers.high("C3"));
        live.answered(reference, "ssw2");
        Map<String, Object> both = Reviews.assessment();
        both.put("referrals", List.of("none", "lado"));
        both.put("notify", List.of("none"));
        both.remove("notifyWords");
        live.send("ssw2", reference, "assessEscalation", both);

        assertThat(record.entries(reference))
                .flatExtracting(Entry::statements)
                .extracting(Statement::answer)
                .contains("The LADO", "Nobody")
                .noneMatch(answer -> answer.contains("Nobody else"));
        assertThat(incidents.noted(reference, Noted.REFERRALS)).contains("asked");
    }

    @Test
    void policeWhomTheAssessmentAnnouncesAreRungBySomebody() {
        String reference = reported("carer2", ReportAnswers.high("C3"));
        live.answered(reference, "ssw2");
        assertThat(live.tasks(reference, "callPolice")).isEmpty();
        Map<String, Object> announced = Reviews.assessment();
        announced.put("police", "willBe");
        live.send("ssw2", reference, "assessEscalation", announced);

        assertThat(live.task(reference, "callPolice").getAssignee()).isEqualTo("ssw2");
        live.send("manager1", reference, "secondSignature", Reviews.sentBack());
        live.send("ssw2", reference, "assessEscalation", announced);
        assertThat(live.tasks(reference, "callPolice")).as("asked for once").hasSize(1);
        live.send("ssw2", reference, "callPolice", Map.of("police", "rang101", "policeReference", "4711/26"));
        live.send("manager1", reference, "secondSignature", Reviews.sentBack());
        live.send("ssw2", reference, "assessEscalation", announced);
        assertThat(live.tasks(reference, "callPolice")).as("they were told").isEmpty();
    }

    @Test
    void whoeverIsGivenTheCallToThePoliceBySomebodyElseHearsOfIt() {
        String reference = reported("carer2", ReportAnswers.high("C3"));
        live.answered(reference, "ssw2");
        Map<String, Object> announced = Reviews.assessment();
        announced.put("police", "willBe");
        live.send("manager1", reference, "assessEscalation", announced);
        assertThat(live.task(reference, "callPolice").getAssignee()).isEqualTo("ssw2");
        assertThat(askedTo(reference, "RING")).containsExactly("ssw2");

        String own = reported("carer2", ReportAnswers.high("C3"));
        live.answered(own, "ssw2");
        live.send("ssw2", own, "assessEscalation", announced);
        assertThat(live.task(own, "callPolice").getAssignee()).isEqualTo("ssw2");
        assertThat(askedTo(own, "RING")).as("who gives it to themself").isEmpty();
    }

    @Test
    void ofACrimeThePoliceHearThoughWhoeverAssessedItSaysThatTheyAreNotNeeded() {
        String reference = reported("carer2", ReportAnswers.high("C3"));
        live.answered(reference, "ssw2");
        Map<String, Object> crime = Reviews.assessment();
        crime.put("crime", "unsure");
        crime.put("seriousOffence", "no");
        crime.put("police", "notNeeded");
        crime.put("policeWords", "It seems nothing to me.");
        live.send("ssw2", reference, "assessEscalation", crime);

        live.send("ssw2", reference, "callPolice", Map.of("police", "rang101", "policeReference", "4711/26"));
        live.send("manager1", reference, "secondSignature", Reviews.sentBack());
        live.send("ssw2", reference, "assessEscalation", crime);
        assertThat(live.tasks(reference, "callPolice")).as("they were told").isEmpty();
    }

    @Test
    void aChildWhoIsNotSafeTonightReachesPeopleAtOnceAndIsAssessedAgain() {
        String reference = reported("carer2", ReportAnswers.high("C3"));
        live.answered(reference, "ssw2");
        Map<String, Object> unsafe = Reviews.assessment();
        unsafe.put("safeTonight", "no");
        Task assessment = live.task(reference, "assessEscalation");
        live.send("ssw2", reference, "assessEscalation", unsafe);
        live.jobs(reference);

        assertThat(live.open(reference)).as("people are told").contains(LivedCase.TOLD, "secondSignature");
        assertThat(record.entries(reference))
                .anySatisfy(entry -> assertThat(entry.statements())
                        .extracting(Statement::answer)
                        .contains("It is not safe for the child to stay where they are tonight."));
        assertThatThrownBy(() -> live.send("manager1", reference, "secondSignature", Reviews.signed()))
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.messages().get("signed")).contains("not safe tonight"));
        live.send("manager1", reference, "secondSignature", Reviews.sentBack());
        assertThat(live.open(reference)).contains("assessEscalation");

        int told = record.entries(reference).size();
        assessment.setAssignee("manager2"); // as the window of whoever had it holds it still
        assertThatThrownBy(() -> live.send("manager2", assessment, unsafe))
                .isInstanceOf(SomebodyWasFaster.class)
                .hasMessageContaining("people hear of what is worse");
        assertThat(record.entries(reference)
                        .subList(told, record.entries(reference).size()))
                .as("what comes late is heard too")
                .extracting(Entry::title)
                .contains("Answer that came second: Assessment", Raising.MORE_WORRIED);

        live.send("ssw2", reference, "assessEscalation", Reviews.assessment());
        live.send("manager1", reference, "secondSignature", Reviews.signed());
        assertThat(live.open(reference)).doesNotContain("assessEscalation", "secondSignature");
    }

    private String readyToClose(String... keptAway) {
        String reference = reported("carer2", ReportAnswers.high("C3"));
        for (String person : keptAway) {
            files.exclude(reference, person, "for this test");
        }
        live.answered(reference, "ssw2");
        live.send("carer2", reference, "preserveEvidence", Reviews.evidence());
        live.send("carer2", reference, "completeRecord", Map.of("whatHappened", "All of it, from the beginning."));
        live.send("ssw2", reference, "assessEscalation", Reviews.assessment());
        live.outsideAnswered(reference, "ssw2");
        live.send("teammanager1", reference, "secondSignature", Reviews.signed());
        live.jobs(reference);
        return reference;
    }

    @Test
    void aTelephoneReportCountsFromTheCallAndIsTheCallers() {
        clock.advance(Duration.ofMinutes(5));
        String reference = live.begin("duty1");
        live.send(
                "duty1",
                reference,
                "reportContact",
                ReportAnswers.high("C3")
                        .with("byTelephone", true)
                        .with("caller", "carer2")
                        .with("calledAt", Weeks.london(clock.now().minus(Duration.ofMinutes(10))))
                        .sent());
        live.jobs(reference);
        Incident incident = incidents.get(reference);
        assertThat(incident.reporterId()).isEqualTo("carer2");
        assertThat(incident.takenBy()).contains("duty1");
        assertThat(incident.reportedAt()).contains(clock.now().minus(Duration.ofMinutes(10)));
        assertThat(live.task(reference, "preserveEvidence").getAssignee()).isEqualTo("carer2");
    }

    private String reported(String person, ReportAnswers answers) {
        String reference = live.begin(person);
        live.send(person, reference, "reportContact", answers.sent());
        live.jobs(reference);
        return reference;
    }
}
