package org.safecontact.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Date;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.agency.NextFolder;
import org.safecontact.agency.WorkingTime;
import org.springframework.beans.factory.annotation.Autowired;

/** What the agency's folder says of its times is when to-dos are due, from the next one on. */
@SafeContactTest
class OwnTimesTest {

    @Autowired
    private LivedCase live;

    @Autowired
    private NextFolder folder;

    @Autowired
    private TestClock clock;

    @Autowired
    private WorkingTime working;

    private String standIns;

    @BeforeEach
    void standIns() {
        clock.set(Weeks.nextTuesday());
        standIns = live.standIns();
    }

    @AfterEach
    void asItWas() {
        folder.unchanged();
        live.removeStandIns(standIns);
    }

    @Test
    void aToDoIsDueWhenTheFolderSays() {
        String before = live.begin("carer2");
        assertThat(live.timerDue(before, "boundaryEvent_notSentYet"))
                .isEqualTo(clock.now().plus(Duration.ofMinutes(15)));

        folder.ownTimes("unsentReport: PT20M", "reviewLow: workingDays:3");

        String reference = live.begin("carer2");
        assertThat(live.timerDue(reference, "boundaryEvent_notSentYet"))
                .isEqualTo(clock.now().plus(Duration.ofMinutes(20)));
        assertThat(live.timerDue(before, "boundaryEvent_notSentYet"))
                .as("what is due already stays due")
                .isEqualTo(clock.now().plus(Duration.ofMinutes(15)));
        live.send(
                "carer2",
                reference,
                "reportContact",
                ReportAnswers.low("C3").with("everything", true).sent());
        live.jobs(reference);
        live.answered(reference, "ssw2");
        assertThat(live.task(reference, "reviewContact").getDueDate())
                .isEqualTo(Date.from(working.due(clock.now(), "workingDays:3")));
    }
}
