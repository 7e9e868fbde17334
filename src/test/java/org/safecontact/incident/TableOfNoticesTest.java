package org.safecontact.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.WorkingTime;
import org.safecontact.engine.CaseDecisions;
import org.safecontact.engine.Decision;
import org.safecontact.engine.Decisions;
import org.safecontact.incident.MustBeNotified.Event;
import org.safecontact.record.CaseRecord;

/** An agency may change the table: what nobody can read in it stops no form, and everybody is notified at once. */
class TableOfNoticesTest {

    @ParameterizedTest
    @CsvSource({"mayor, now", "ofsted, some day"})
    void whatNobodyCanReadCountsAsTheCarefulAnswer(String recipient, String due) {
        Decision decision = mock(Decision.class);
        when(decision.rows())
                .thenReturn(
                        List.of(Map.of("recipient", recipient, "due", due, "basis", "statute", "scheduleRow", "6")));
        Decisions decisions = mock(Decisions.class);
        when(decisions.decide(any(), any())).thenReturn(decision);
        WorkingTime workingTime = mock(WorkingTime.class);
        when(workingTime.due(any(), eq("some day"))).thenThrow(new IllegalArgumentException());
        MustBeNotified notified = new MustBeNotified(
                decisions,
                mock(CaseDecisions.class),
                mock(Incidents.class),
                mock(CaseRecord.class),
                workingTime,
                mock(HumanTime.class),
                Clock.systemUTC());

        assertThat(notified.inWords("INC-2026-000001", Event.MISSING, true))
                .contains(
                        "- the authority that placed the child, at once: by the rules of the house",
                        "- Ofsted, at once: by the rules of the house");
        assertThat(notified.byLaw(Event.MISSING)).isEmpty();
    }
}
