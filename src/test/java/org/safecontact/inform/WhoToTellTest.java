package org.safecontact.inform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.safecontact.agency.Hours;
import org.safecontact.engine.CaseDecisions;
import org.safecontact.engine.Decision;
import org.safecontact.engine.DecisionSignatures;
import org.safecontact.engine.Decisions;
import org.safecontact.incident.RiskLevel;

/** A broken table must not silence an alarm. */
class WhoToTellTest {

    private static final Decisions BROKEN = (table, inputs) -> {
        throw new IllegalStateException("a rule of it cannot be evaluated");
    };
    private static final Decisions NAMES_NOBODY =
            (table, inputs) -> new Decision(table, 2, Optional.empty(), List.of(), List.of(), List.of());

    @Test
    void withoutATableDutyAndTheManagersHearIt() {
        for (Decisions table : List.of(BROKEN, NAMES_NOBODY)) {
            assertThat(roles(table, Optional.of("none")))
                    .containsExactly("dutySocialWorker", "teamManager", "registeredManager", "responsibleIndividual");
        }
    }

    @Test
    void withoutATableSomebodyNamedStillHearsNothing() {
        assertThat(roles(BROKEN, Optional.of("worker")))
                .containsExactly("registeredManager", "otherRegisteredManagers", "responsibleIndividual");
    }

    private static List<String> roles(Decisions table, Optional<String> namedPerson) {
        Situation situation = new Situation(RiskLevel.HIGH, false, false, Hours.OFFICE, true, List.of(), namedPerson);
        List<String> noticed = new ArrayList<>();
        CaseDecisions decisions = new CaseDecisions(
                table, mock(DecisionSignatures.class), (reference, key) -> noticed.add(reference + " " + key));
        WhoToTell.Answer answer =
                new WhoToTell(null, null, null, decisions).ask("INC-2026-000001", situation, Purpose.ALARM);
        assertThat(noticed).as("people learn of it").containsExactly("INC-2026-000001 who-to-tell");
        return answer.standing().stream().map(LadderRow::role).toList();
    }
}
