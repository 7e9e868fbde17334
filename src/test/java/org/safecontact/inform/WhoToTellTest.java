package org.safecontact.inform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.safecontact.agency.Hours;
import org.safecontact.engine.Decision;
import org.safecontact.engine.Decisions;
import org.safecontact.incident.RiskLevel;

/** A broken table must not silence an alarm. */
class WhoToTellTest {

    private static final Decisions BROKEN = (table, inputs) -> {
        throw new IllegalStateException("a rule of it cannot be evaluated");
    };
    private static final Decisions NAMES_NOBODY =
            (table, inputs) -> new Decision(table, 2, Optional.empty(), List.of(), List.of());

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
        return new WhoToTell(null, null, null, table)
                .ask(situation, Purpose.ALARM).standing().stream()
                        .map(LadderRow::role)
                        .toList();
    }
}
