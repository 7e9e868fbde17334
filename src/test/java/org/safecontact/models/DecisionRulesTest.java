package org.safecontact.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safecontact.models.ModelFiles.Decision;

/** Every decision under {@code processes/decisions/} keeps to the rules of the house. */
class DecisionRulesTest {

    static Stream<Decision> decisions() {
        return ModelFiles.decisions().stream();
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void keepsToTheRules(Decision decision) {
        assertThat(new DecisionRules(decision).broken()).isEmpty();
    }
}
