package org.safecontact.incident.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.safecontact.agency.Agency;
import org.safecontact.engine.CaseDecisions;
import org.safecontact.engine.DecisionSignatures;
import org.safecontact.incident.Incident;
import org.safecontact.incident.RiskDecision;
import org.safecontact.incident.RiskLevel;
import org.safecontact.incident.store.AnswerRepository;
import org.safecontact.incident.store.IncidentRepository;

/** A broken table loses no report and makes nobody wait (contract, section 4). */
class RiskTableFailsTest {

    @Test
    void aTableThatFailsMeansHighAndFailSafe() {
        List<String> noticed = new ArrayList<>();
        Instant now = Instant.parse("2026-06-16T15:10:00Z");
        RiskTable table = new RiskTable(
                new CaseDecisions(
                        (key, inputs) -> {
                            throw new IllegalStateException("The table cannot be read");
                        },
                        mock(DecisionSignatures.class),
                        (reference, key) -> noticed.add(reference + " " + key)),
                mock(IncidentRepository.class),
                mock(AnswerRepository.class),
                mock(Agency.class));

        RiskDecision decision = table.decide(
                        new Incident(
                                "INC-2026-000001",
                                Optional.of("C3"),
                                Optional.of("H2"),
                                "carer2",
                                Optional.empty(),
                                now,
                                Optional.of(now),
                                now,
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                false,
                                false,
                                Incident.State.OPEN),
                        now)
                .decision();

        assertThat(decision.level()).isEqualTo(RiskLevel.HIGH);
        assertThat(decision.failSafe()).isTrue();
        assertThat(decision.decided()).isFalse();
        assertThat(decision.reason()).contains("could not decide");
        assertThat(noticed).as("and people learn of it").containsExactly("INC-2026-000001 risk-level");
    }
}
