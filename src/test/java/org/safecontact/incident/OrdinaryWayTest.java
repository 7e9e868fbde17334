package org.safecontact.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A report that is not urgent, on its way from the first tap until it closes. */
@SafeContactTest
@Import(LivedCase.class)
class OrdinaryWayTest {

    @Autowired
    private LivedCase live;

    @Autowired
    private TestClock clock;

    @Autowired
    private Incidents incidents;

    private String standIns;

    @BeforeEach
    void standIns() {
        clock.setLondon("2026-06-16T16:10");
        standIns = live.standIns();
    }

    @AfterEach
    void removeStandIns() {
        live.removeStandIns(standIns);
    }

    @Test
    void aLowReportIsToldReviewedAndClosed() {
        String reference = live.begin("carer2");
        assertThat(reference).matches("INC-2026-\\d{6}");
        assertThat(live.task(reference, "reportContact").getAssignee()).isEqualTo("carer2");

        live.send("carer2", reference, "reportContact", ReportAnswers.low("C3").with("everything", true).sent());
        live.jobs(reference);

        Incident incident = incidents.get(reference);
        assertThat(incident.level()).contains(RiskLevel.LOW);
        assertThat(incidents.decision(reference).orElseThrow().ruleId()).contains("20");
        assertThat(live.open(reference)).containsExactly(LivedCase.TOLD);

        live.answered(reference, "ssw2", "LOW", false, false);
        live.send("ssw2", reference, "reviewContact", Reviews.noChange());
        live.jobs(reference);
        live.send("ssw2", reference, "closeIncident", Reviews.close());

        assertThat(incidents.get(reference).state()).isEqualTo(Incident.State.CLOSED);
        assertThat(live.running(reference)).containsExactly(CaseNames.WELLBEING_MONITORING);
    }
}
