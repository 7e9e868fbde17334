package org.safecontact.incident.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskAnswersTest {

    @ParameterizedTest
    @CsvSource({"disclosed, school, address", "concerns, grooming, sexting"})
    void whatAListNamedStaysNamedWhateverALaterAnswerNames(String question, String first, String later) {
        assertThat(RiskAnswers.together(question, Map.of(question, List.of(first)), List.of(later)))
                .isEqualTo(List.of(first, later));
    }

    @ParameterizedTest
    @CsvSource({"disclosed", "concerns"})
    void notSureIsSettledByWhatIsNamedLater(String question) {
        assertThat(RiskAnswers.together(question, Map.of(question, List.of("unsure")), List.of("address")))
                .isEqualTo(List.of("address"));
    }
}
