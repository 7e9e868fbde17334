package org.safecontact.incident.level;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The order of the contract, section 4: no, not sure, yes; safe, unknown, risky, dangerous; and so on. */
class NewDangerTest {

    @ParameterizedTest
    @CsvSource({
        "contactBarred, no, unsure, true",
        "contactBarred, unsure, yes, true",
        "contactBarred, unsure, no, false",
        "namedPerson, none, unsure, true",
        "namedPerson, unsure, household, true",
        "namedPerson, none, worker, true",
        "namedPerson, household, none, false",
        "personRisk, safe, unknown, true",
        "personRisk, unknown, risky, true",
        "personRisk, risky, dangerous, true",
        "personRisk, dangerous, risky, false",
        "distress, settled, unsettled, true",
        "distress, unsettled, marked, true",
        "distress, marked, settled, false",
        "planCheck, unknown, outside, true",
        "planCheck, outside, barred, true",
        "planCheck, unknown, within, false",
        "contactKind, unexpected, secretAccount, false",
        "immediateDanger, yes, yes, false",
        "contactKind, unexpected, unsure, false",
        "distress, settled, yes, false",
        "contactBarred, no, outside, false",
    })
    void knowsWhichAnswerIsWorse(String question, String before, String now, boolean worse) {
        assertThat(NewDanger.anythingWorse(Map.of(question, before), Map.of(question, now)))
                .isEqualTo(worse);
    }

    @Test
    void whatWasNotAnsweredIsAsBadAsNotSure() {
        assertThat(NewDanger.anythingWorse(Map.of(), Map.of("contactBarred", "unsure")))
                .isFalse();
        assertThat(NewDanger.anythingWorse(Map.of(), Map.of("contactBarred", "yes")))
                .isTrue();
        assertThat(NewDanger.anythingWorse(Map.of(), Map.of("concerns", List.of())))
                .isFalse();
        assertThat(NewDanger.anythingWorse(Map.of(), Map.of("concerns", List.of("unsure"))))
                .isFalse();
        assertThat(NewDanger.anythingWorse(Map.of(), Map.of("concerns", List.of("crime"))))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"no, unsure, unsure", "unsure, no, unsure", "yes, no, yes", ", no, no", "unsure, , unsure"})
    void ofTwoAnswersTheWorseStands(String one, String other, String stands) {
        assertThat(NewDanger.worse("contactBarred", one, other)).isEqualTo(stands);
    }

    @Test
    void aLongerListIsWorse() {
        assertThat(NewDanger.anythingWorse(
                        Map.of("disclosed", List.of("school")), Map.of("disclosed", List.of("school", "address"))))
                .isTrue();
        assertThat(NewDanger.anythingWorse(
                        Map.of("disclosed", List.of("school", "address")), Map.of("disclosed", List.of("address"))))
                .isFalse();
    }
}
