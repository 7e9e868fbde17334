package org.safecontact.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code notifiable-events}: every row of Schedule 7, what the house adds, and nothing that happened told to nobody. */
class NotifiableEventsTest {

    private static final DecisionFile TABLE = DecisionFile.of("notifiable-events");
    private static final List<String> TRIGGERS = List.of(
            "death",
            "barringReferral",
            "seriousIllnessOrAccident",
            "infectiousDisease",
            "seriousOffenceAlleged",
            "sexualExploitation",
            "policeCalledToHome",
            "missing",
            "seriousComplaint",
            "enquiryStarted",
            "enquiryEnded",
            "safeguardingConcern",
            "seriousEmotionalConcern");
    private static final List<Object> NOT_ANSWERED = Arrays.asList(null, "odd", true, 1, List.of("death"));
    private static final Set<String> READ_IN_FULL = new HashSet<>();

    @AfterAll
    static void everyRowWasRead() {
        assertThat(DecisionFile.rules("notifiable-events"))
                .extracting(Rule::getId)
                .filteredOn(rule -> !READ_IN_FULL.contains(rule))
                .isEmpty();
    }

    /** The trigger, its row, when, whom the law names (the area authority where it is another one), whom the house adds. */
    @ParameterizedTest
    @CsvSource({
        "death, 1, now, ofsted placingAuthority secretaryOfState areaAuthority health, ''",
        "barringReferral, 2, PT24H, ofsted placingAuthority, ''",
        "seriousIllnessOrAccident, 3, PT24H, ofsted placingAuthority, ''",
        "infectiousDisease, 4, PT24H, ofsted placingAuthority health, ''",
        "seriousOffenceAlleged, 5, PT24H, placingAuthority police, ''",
        "sexualExploitation, 6, PT24H, ofsted placingAuthority areaAuthority police, ''",
        "policeCalledToHome, 7, PT24H, ofsted placingAuthority, police",
        "missing, 8, now, placingAuthority, police",
        "seriousComplaint, 9, PT24H, ofsted placingAuthority, ''",
        "enquiryStarted, 10a, PT24H, ofsted placingAuthority areaAuthority, ''",
        "enquiryEnded, 10b, PT24H, ofsted placingAuthority areaAuthority, ''",
        "safeguardingConcern, none, sameDay, '', placingAuthority areaAuthority",
        "seriousEmotionalConcern, none, sameDay, '', placingAuthority"
    })
    void everyRowOfTheSchedule(String trigger, String row, String due, String byLaw, String byTheHouse) {
        for (boolean differs : List.of(true, false)) {
            List<String> agency = new ArrayList<>();
            List<String> authority = new ArrayList<>();
            for (String recipient : people(byLaw, differs)) {
                agency.add(String.join(" ", row, recipient, due, "statute"));
                if (!recipient.equals("ofsted")) {
                    authority.add(String.join(" ", row, recipient, due, "house"));
                }
            }
            for (String recipient : people(byTheHouse, differs)) {
                agency.add(String.join(" ", row, recipient, due, "house"));
                authority.add(String.join(" ", row, recipient, due, "house"));
            }
            assertThat(notices(trigger, "independent", differs)).isEqualTo(agency);
            assertThat(notices(trigger, "localAuthority", differs)).isEqualTo(authority);
        }
    }

    @Test
    void whatNobodyNamedIsNotifiedUntilSomebodyDoes() {
        for (Object unknown : NOT_ANSWERED) {
            assertThat(notices(unknown, "independent", true))
                    .containsExactly(
                            "none ofsted now house", "none placingAuthority now house", "none areaAuthority now house");
            assertThat(notices(unknown, "localAuthority", false)).containsExactly("none placingAuthority now house");
        }
        assertThat(TABLE.ask(Map.of()).rows()).hasSize(3);
    }

    @Test
    void aServiceOfUnknownKindIsIndependentAndAnUnknownAreaIsAnotherAuthoritys() {
        for (String trigger : TRIGGERS) {
            for (Object unknown : NOT_ANSWERED) {
                assertThat(notices(trigger, unknown, true)).isEqualTo(notices(trigger, "independent", true));
            }
            for (Object unknown : Arrays.asList(null, "no", "false", 0, List.of())) {
                assertThat(notices(trigger, "independent", unknown)).isEqualTo(notices(trigger, "independent", true));
            }
        }
    }

    /** Nobody is told of one thing twice, no word of an answer is unknown to those who act on it, and nothing is left out. */
    @Test
    void everythingThatHappenedReachesThePlacingAuthorityAndNobodyTwice() {
        List<Object> triggers = new ArrayList<>(TRIGGERS);
        triggers.addAll(NOT_ANSWERED);
        for (Object trigger : triggers) {
            for (Object provider : Arrays.asList("independent", "localAuthority", null)) {
                for (Object differs : Arrays.asList(true, false, null)) {
                    List<Map<String, Object>> rows =
                            TABLE.ask(inputs(trigger, provider, differs)).rows();
                    List<Object> recipients =
                            rows.stream().map(row -> row.get("recipient")).toList();
                    assertThat(recipients).contains("placingAuthority").doesNotHaveDuplicates();
                    assertThat(recipients)
                            .isSubsetOf(
                                    "ofsted",
                                    "placingAuthority",
                                    "areaAuthority",
                                    "police",
                                    "secretaryOfState",
                                    "health");
                    assertThat(rows).allSatisfy(row -> {
                        assertThat(row.get("due")).isIn("now", "PT24H", "sameDay");
                        assertThat(row.get("basis")).isIn("statute", "house");
                    });
                }
            }
        }
    }

    /** An unknown event is told to these at least as early as any known one, and no doubt takes a recipient away. */
    @Test
    void noDoubtTakesSomebodyAwayOrMakesItLater() {
        for (String trigger : TRIGGERS) {
            assertThat(recipients(trigger, "independent", true))
                    .containsAll(recipients(trigger, "independent", false))
                    .containsAll(recipients(trigger, "localAuthority", true));
        }
        assertThat(TABLE.ask(Map.of()).rows()).extracting(row -> row.get("due")).containsOnly("now");
    }

    private static Collection<Object> recipients(Object trigger, Object provider, Object differs) {
        return TABLE.ask(inputs(trigger, provider, differs)).rows().stream()
                .map(row -> row.get("recipient"))
                .toList();
    }

    private static List<String> people(String words, boolean areaAuthorityDiffers) {
        return Arrays.stream(words.split(" "))
                .filter(word -> !word.isEmpty())
                .filter(word -> areaAuthorityDiffers || !word.equals("areaAuthority"))
                .toList();
    }

    private static List<String> notices(Object trigger, Object provider, Object differs) {
        DecisionFile.Said said = TABLE.ask(inputs(trigger, provider, differs));
        READ_IN_FULL.addAll(said.rules());
        return said.rows().stream()
                .map(row -> "%s %s %s %s"
                        .formatted(row.get("scheduleRow"), row.get("recipient"), row.get("due"), row.get("basis")))
                .toList();
    }

    private static Map<String, Object> inputs(Object trigger, Object provider, Object differs) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("trigger", trigger);
        inputs.put("providerType", provider);
        inputs.put("areaAuthorityDiffers", differs);
        return inputs;
    }
}
