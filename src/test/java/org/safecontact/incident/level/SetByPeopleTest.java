package org.safecontact.incident.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safecontact.incident.RiskLevel.HIGH;
import static org.safecontact.incident.RiskLevel.IMMEDIATE;
import static org.safecontact.incident.RiskLevel.LOW;
import static org.safecontact.incident.RiskLevel.MEDIUM;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safecontact.incident.RiskDecision;
import org.safecontact.incident.RiskLevel;

class SetByPeopleTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private final SetByPeople byPeople = new SetByPeople();

    @Test
    void aRaiseStandsAgainstATableThatSaysLess() {
        assertThat(byPeople.stands(List.of(set(HIGH, false)), table(MEDIUM, false), false))
                .hasValueSatisfying(stands -> assertThat(stands.level()).isEqualTo(HIGH));
        assertThat(byPeople.stands(List.of(table(MEDIUM, false), set(HIGH, false)), table(MEDIUM, false), true))
                .hasValueSatisfying(stands -> assertThat(stands.level()).isEqualTo(HIGH));
    }

    @Test
    void aTableThatSaysMoreStandsAgainstARaise() {
        assertThat(byPeople.stands(List.of(set(HIGH, false)), table(IMMEDIATE, true), true))
                .isEmpty();
    }

    @Test
    void thePoliceThatAPersonAskedForStayAskedForAtTheSameLevel() {
        assertThat(byPeople.stands(List.of(set(HIGH, true), set(IMMEDIATE, true)), table(HIGH, false), false))
                .hasValueSatisfying(stands -> {
                    assertThat(stands.level()).isEqualTo(HIGH);
                    assertThat(stands.policeNow()).isTrue();
                });
        assertThat(byPeople.stands(List.of(set(HIGH, true)), table(HIGH, true), false))
                .as("nothing for a person to add")
                .isEmpty();
    }

    @Test
    void aLoweringStandsUntilSomethingWorseIsKnown() {
        List<RiskDecision> lowered = List.of(set(LOW, false), table(IMMEDIATE, true));
        assertThat(byPeople.stands(lowered, table(IMMEDIATE, true), false)).hasValueSatisfying(stands -> {
            assertThat(stands.level()).isEqualTo(LOW);
            assertThat(stands.policeNow())
                    .as("the table's police go with its level")
                    .isFalse();
        });
        assertThat(byPeople.stands(lowered, table(IMMEDIATE, true), true)).isEmpty();
    }

    @Test
    void whatNobodySetTheTableDecides() {
        assertThat(byPeople.stands(List.of(table(HIGH, true)), table(LOW, false), false))
                .isEmpty();
    }

    private static RiskDecision set(RiskLevel level, boolean police) {
        return new RiskDecision(level, police, false, "", RiskDecision.BY_A_PERSON, "none", "", "manager1", NOW);
    }

    private static RiskDecision table(RiskLevel level, boolean police) {
        return new RiskDecision(level, police, false, "", "rule_1", "1", "", "system", NOW);
    }
}
