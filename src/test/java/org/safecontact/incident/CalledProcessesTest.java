package org.safecontact.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.incident.process.CaseMessages;
import org.safecontact.incident.report.OpenQuestions;
import org.springframework.beans.factory.annotation.Autowired;

/** What the diagrams of a report call is waited for, whatever it does: each called diagram is a stand-in here, and itself elsewhere. */
@SafeContactTest
class CalledProcessesTest {

    @Autowired
    private LivedCase live;

    @Autowired
    private CaseMessages messages;

    @Autowired
    private OpenQuestions questions;

    @Autowired
    private HistoryService history;

    @Autowired
    private TestClock clock;

    private final List<String> standIns = new ArrayList<>();

    @BeforeEach
    void standIns() {
        clock.set(Weeks.nextTuesday());
        standIns.add(live.standIns());
    }

    @AfterEach
    void removeStandIns() {
        standIns.forEach(live::removeStandIns);
    }

    @Test
    void ofAnUnplannedContact() {
        standInFor("full-record", "safer-care-plan");
        String reference = live.reported("carer2", ReportAnswers.medium("C3"));
        live.answered(reference, "ssw2");
        live.send("ssw2", reference, "reviewContact", Reviews.planNeeded());
        live.jobs(reference);
        closesAfter(reference, "full-record", "safer-care-plan");
    }

    @Test
    void ofAnUnplannedContactThatNeedsPeopleNow() {
        standInFor("safeguarding-escalation");
        String reference = live.reported("carer2", ReportAnswers.high("C3"));
        assertThat(live.open(reference)).containsExactly(LivedCase.standInOf("safeguarding-escalation"));
        isOver(reference, "safeguarding-escalation");
        assertThat(live.open(reference)).as("it was not closed there").contains(LivedCase.TOLD);
    }

    @Test
    void ofAnEscalation() {
        standInFor("assess-and-sign", "call-police", "full-record", "morning-handover", "named-in-worry");
        clock.set(Weeks.nextSaturdayNight());
        String reference = live.reported(
                "carer1",
                ReportAnswers.highWithPolice("C1").with("namedPerson", "worker").with("namedPersons", List.of("ssw1")));
        live.send("carer1", reference, "preserveEvidence", Reviews.evidence());
        live.answered(reference, "manager1");
        closesAfter(reference, "full-record", "assess-and-sign", "morning-handover", "call-police", "named-in-worry");
    }

    @Test
    void ofAnEscalationThatInterruptsAReviewOfThePlan() {
        standInFor("assess-and-sign", "full-record", "morning-handover", "safer-care-plan");
        String reference = live.reported("carer2", ReportAnswers.medium("C3"));
        live.answered(reference, "ssw2");
        live.send("ssw2", reference, "reviewContact", Reviews.planNeeded());
        live.as("carer2", () -> messages.moreWorried(reference, "carer2", "She cries.", false));
        live.jobs(reference);
        live.send("carer2", reference, "preserveEvidence", Reviews.evidence());
        live.answered(reference, "ssw2");
        closesAfter(reference, "full-record", "assess-and-sign", "morning-handover", "safer-care-plan");
    }

    @Test
    void ofAnAssessment() {
        standInFor("full-record", "morning-handover", "safer-care-plan");
        String reference = live.reported("carer2", ReportAnswers.high("C3"));
        live.send("carer2", reference, "preserveEvidence", Reviews.evidence());
        live.answered(reference, "ssw2");
        live.send("ssw2", reference, "assessEscalation", Reviews.assessedPlanNeeded());
        live.outsideAnswered(reference, "ssw2");
        live.send("manager1", reference, "secondSignature", Reviews.signed());
        live.jobs(reference);
        closesAfter(reference, "full-record", "morning-handover", "safer-care-plan");
    }

    @Test
    void ofAnEscalationWhileTheReportIsStillOpen() {
        standInFor("safeguarding-escalation");
        String reference = live.tapped("carer2");
        assertThat(live.open(reference)).contains("reportContact");
        isCalledAndOver(reference, "callActivity_escalationAtOnce", "safeguarding-escalation");
    }

    @Test
    void ofAWorryThatIsAnsweredAtNight() {
        standInFor("assess-and-sign", "call-police", "morning-handover");
        String reference = live.tapped("carer2");
        live.answered(reference, "ssw2");
        clock.set(Weeks.nextSaturdayNight());
        live.as("carer2", () -> messages.moreWorried(reference, "carer2", "He writes again.", false));
        live.jobs(reference);
        live.as("duty1", () -> questions.answer(reference, "duty1", Map.of("immediateDanger", "yes")));
        live.answered(reference, "duty1");
        isCalledAndOver(reference, "callActivity_callPoliceAfterAnswer", "call-police");
        isCalledAndOver(reference, "callActivity_assessAgain", "assess-and-sign");
        isCalledAndOver(reference, "callActivity_handOverAgain", "morning-handover");
    }

    @Test
    void ofAWorryAboutDanger() {
        standInFor("call-police");
        String reference = live.reported("carer2", ReportAnswers.high("C3"));
        live.as("carer2", () -> messages.moreWorried(reference, "carer2", "He is at the door.", true));
        live.jobs(reference);
        isCalledAndOver(reference, "callActivity_callPoliceNow", "call-police");
    }

    @Test
    void ofAnAnswerThatDoesNotComeAndOfAnAssessmentThatNamesThePolice() {
        standInFor("call-police");
        String silent = live.reported("carer1", ReportAnswers.highWithPolice("C1"));
        live.timer(silent, "startEvent_notAnswered");
        isCalledAndOver(silent, "callActivity_callPoliceUnanswered", "call-police");

        String wanted = live.reported("carer2", ReportAnswers.high("C3"));
        live.answered(wanted, "ssw2");
        Map<String, Object> assessment = Reviews.assessment();
        assessment.put("police", "willBe");
        live.send("ssw2", wanted, "assessEscalation", assessment);
        isCalledAndOver(wanted, "callActivity_callPoliceWanted", "call-police");
    }

    @Test
    void ofSomebodyWhoIsNamedAfterTheAnswer() {
        standInFor("call-police", "named-in-worry");
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
        live.as("manager1", () -> questions.answer(reference, "manager1", Map.of("immediateDanger", "yes")));
        live.answered(reference, "manager1");
        isCalledAndOver(reference, "callActivity_namedLater", "named-in-worry");
        isCalledAndOver(reference, "callActivity_callPoliceAfterManager", "call-police");
    }

    private void standInFor(String... called) {
        standIns.add(live.standInsFor(called));
    }

    /** It waits for each of them, and for nothing else. */
    private void closesAfter(String reference, String... called) {
        for (String each : called) {
            assertThat(live.open(reference)).as("before " + each).doesNotContain("closeIncident");
            isOver(reference, each);
        }
        assertThat(live.open(reference)).containsExactly("closeIncident");
    }

    private void isOver(String reference, String called) {
        live.complete(live.task(reference, LivedCase.standInOf(called)));
        live.jobs(reference);
    }

    /** It is called from there, waited for, and what called it is over then. */
    private void isCalledAndOver(String reference, String callActivity, String called) {
        Task standIn = live.tasks(reference, LivedCase.standInOf(called)).stream()
                .filter(task -> calling(task).getActivityId().equals(callActivity))
                .findFirst()
                .orElseThrow(() -> new AssertionError(callActivity + " called no " + called));
        assertThat(calling(standIn).getEndTime()).isNull();
        live.complete(standIn);
        live.jobs(reference);
        assertThat(calling(standIn).getEndTime()).as(callActivity + " is over").isNotNull();
    }

    private HistoricActivityInstance calling(Task task) {
        return history.createHistoricActivityInstanceQuery().activityType("callActivity").list().stream()
                .filter(each -> task.getProcessInstanceId().equals(each.getCalledProcessInstanceId()))
                .findFirst()
                .orElseThrow();
    }
}
