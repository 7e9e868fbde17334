package org.safecontact.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

/** What the two large diagrams call is waited for, whatever it does: each called diagram is a stand-in here, and itself elsewhere. */
@SafeContactTest
class CalledProcessesTest {

    @Autowired
    private LivedCase live;

    @Autowired
    private TestClock clock;

    private String standIns;

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
    void ofAnUnplannedContact() {
        String others = live.standInsFor("full-record", "safer-care-plan");
        try {
            String reference = reported("carer2", ReportAnswers.medium("C3"));
            live.answered(reference, "ssw2");
            live.send("ssw2", reference, "reviewContact", Reviews.planNeeded());
            live.jobs(reference);
            for (String called : List.of("full-record", "safer-care-plan")) {
                assertThat(live.open(reference)).doesNotContain("closeIncident");
                live.complete(live.task(reference, LivedCase.standInOf(called)));
                live.jobs(reference);
            }
            assertThat(live.open(reference)).containsExactly("closeIncident");
        } finally {
            live.removeStandIns(others);
        }
    }

    @Test
    void ofAnEscalation() {
        String others = live.standInsFor("assess-and-sign", "call-police", "full-record", "morning-handover");
        try {
            clock.set(Weeks.nextSaturdayNight());
            String reference = reported("carer1", ReportAnswers.highWithPolice("C1"));
            live.send("carer1", reference, "preserveEvidence", Reviews.evidence());
            live.answered(reference, "duty1");
            for (String called : List.of("full-record", "assess-and-sign", "morning-handover", "call-police")) {
                assertThat(live.open(reference)).doesNotContain("closeIncident");
                live.complete(live.task(reference, LivedCase.standInOf(called)));
                live.jobs(reference);
            }
            assertThat(live.open(reference)).containsExactly("closeIncident");
        } finally {
            live.removeStandIns(others);
        }
    }

    private String reported(String person, ReportAnswers answers) {
        String reference = live.begin(person);
        live.send(person, reference, "reportContact", answers.sent());
        live.jobs(reference);
        return reference;
    }
}
