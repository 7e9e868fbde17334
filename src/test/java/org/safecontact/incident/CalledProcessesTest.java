package org.safecontact.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.incident.process.CaseMessages;
import org.springframework.beans.factory.annotation.Autowired;

/** What the diagrams of a report call is waited for, whatever it does: each called diagram is a stand-in here, and itself elsewhere. */
@SafeContactTest
class CalledProcessesTest {

    @Autowired
    private LivedCase live;

    @Autowired
    private CaseMessages messages;

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
        String reference = reported("carer2", ReportAnswers.medium("C3"));
        live.answered(reference, "ssw2");
        live.send("ssw2", reference, "reviewContact", Reviews.planNeeded());
        live.jobs(reference);
        closesAfter(reference, "full-record", "safer-care-plan");
    }

    @Test
    void ofAnUnplannedContactThatNeedsPeopleNow() {
        standInFor("safeguarding-escalation");
        String reference = reported("carer2", ReportAnswers.high("C3"));
        assertThat(live.open(reference)).containsExactly(LivedCase.standInOf("safeguarding-escalation"));
        isOver(reference, "safeguarding-escalation");
        assertThat(live.open(reference)).as("it was not closed there").contains(LivedCase.TOLD);
    }

    @Test
    void ofAnEscalation() {
        standInFor("assess-and-sign", "call-police", "full-record", "morning-handover", "named-in-worry");
        clock.set(Weeks.nextSaturdayNight());
        String reference = reported(
                "carer1",
                ReportAnswers.highWithPolice("C1").with("namedPerson", "worker").with("namedPersons", List.of("ssw1")));
        live.send("carer1", reference, "preserveEvidence", Reviews.evidence());
        live.answered(reference, "manager1");
        closesAfter(reference, "full-record", "assess-and-sign", "morning-handover", "call-police", "named-in-worry");
    }

    @Test
    void ofAnEscalationThatInterruptsAReviewOfThePlan() {
        standInFor("assess-and-sign", "full-record", "morning-handover", "safer-care-plan");
        String reference = reported("carer2", ReportAnswers.medium("C3"));
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
        String reference = reported("carer2", ReportAnswers.high("C3"));
        live.send("carer2", reference, "preserveEvidence", Reviews.evidence());
        live.answered(reference, "ssw2");
        live.send("ssw2", reference, "assessEscalation", Reviews.assessedPlanNeeded());
        live.outsideAnswered(reference, "ssw2");
        live.send("manager1", reference, "secondSignature", Reviews.signed());
        live.jobs(reference);
        closesAfter(reference, "full-record", "morning-handover", "safer-care-plan");
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

    private String reported(String person, ReportAnswers answers) {
        String reference = live.begin(person);
        live.send(person, reference, "reportContact", answers.sent());
        live.jobs(reference);
        return reference;
    }
}
