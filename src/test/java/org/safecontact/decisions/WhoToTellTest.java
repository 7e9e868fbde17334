package org.safecontact.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code who-to-tell}: every row of the contract, everybody who may be missing from it, and no ladder empty. */
class WhoToTellTest {

    private static final DecisionFile TABLE = DecisionFile.of("who-to-tell");
    private static final List<String> ROLES = List.of(
            "supervisingSocialWorker", "dutySocialWorker", "teamManager", "registeredManager", "responsibleIndividual");

    private static final Set<String> READ_IN_FULL = new HashSet<>();

    /** A wrong role or time in any row makes a test here fail: each stood in a ladder that was read in full. */
    @AfterAll
    static void everyRowWasRead() {
        assertThat(DecisionFile.rules("who-to-tell"))
                .extracting(Rule::getId)
                .filteredOn(rule -> !READ_IN_FULL.contains(rule))
                .isEmpty();
    }

    /** A situation and its ladder: {@code rung role time}, told-with marked by a plus. */
    record Situation(String name, Map<String, Object> inputs, List<String> ladder) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Situation> contract() {
        return Stream.of(
                situation(
                        "LOW office",
                        "LOW",
                        "office",
                        true,
                        "1 supervisingSocialWorker endOfWorkingDay",
                        "2 dutySocialWorker WPT4H",
                        "3 teamManager WPT4H",
                        "4 registeredManager WPT4H"),
                situation(
                        "LOW out of hours",
                        "LOW",
                        "outOfHours",
                        false,
                        "1 supervisingSocialWorker endOfNextWorkingDay",
                        "2 dutySocialWorker WPT4H",
                        "3 teamManager WPT4H",
                        "4 registeredManager WPT4H"),
                situation(
                        "MEDIUM office",
                        "MEDIUM",
                        "office",
                        true,
                        "1 supervisingSocialWorker WPT2H",
                        "2 dutySocialWorker PT1H",
                        "3 teamManager PT1H",
                        "4 registeredManager PT1H",
                        "5 responsibleIndividual nextWorkingDay10:00"),
                situation(
                        "MEDIUM out of hours, can wait",
                        "MEDIUM",
                        "outOfHours",
                        true,
                        "1 supervisingSocialWorker nextWorkingDay11:00",
                        "2 dutySocialWorker WPT4H",
                        "3 teamManager WPT4H",
                        "4 registeredManager WPT4H"),
                situation(
                        "MEDIUM out of hours, cannot wait",
                        "MEDIUM",
                        "outOfHours",
                        false,
                        "1 dutySocialWorker PT1H",
                        "2 teamManager PT1H",
                        "3 registeredManager PT1H",
                        "4 responsibleIndividual nextWorkingDay10:00"),
                situation(
                        "HIGH office",
                        "HIGH",
                        "office",
                        false,
                        "1 supervisingSocialWorker PT30M",
                        "1 + childsSocialWorker PT30M",
                        "1 + registeredManager PT30M",
                        "2 dutySocialWorker PT15M",
                        "3 teamManager PT15M",
                        "4 registeredManager PT15M",
                        "5 responsibleIndividual PT15M"),
                situation(
                        "HIGH out of hours",
                        "HIGH",
                        "outOfHours",
                        false,
                        "1 dutySocialWorker PT30M",
                        "1 + emergencyDutyTeam PT30M",
                        "1 + registeredManager PT30M",
                        "2 teamManager PT15M",
                        "3 registeredManager PT15M",
                        "4 responsibleIndividual PT15M"),
                situation(
                        "IMMEDIATE office",
                        "IMMEDIATE",
                        "office",
                        false,
                        "1 supervisingSocialWorker PT15M",
                        "1 + childsSocialWorker PT15M",
                        "1 + registeredManager PT15M",
                        "2 dutySocialWorker PT10M",
                        "3 teamManager PT10M",
                        "4 registeredManager PT10M",
                        "5 responsibleIndividual PT15M"),
                situation(
                        "IMMEDIATE out of hours",
                        "IMMEDIATE",
                        "outOfHours",
                        true,
                        "1 dutySocialWorker PT15M",
                        "1 + emergencyDutyTeam PT15M",
                        "1 + registeredManager PT15M",
                        "2 teamManager PT10M",
                        "3 registeredManager PT10M",
                        "4 responsibleIndividual PT15M"));
    }

    @ParameterizedTest
    @MethodSource("contract")
    void everyRowOfTheContract(Situation situation) {
        assertThat(ladder(situation.inputs())).containsExactlyInAnyOrderElementsOf(situation.ladder());
    }

    @Test
    void whoeverIsToldWithTheFirstHearsLaterWhenSomethingUnknownDecidedHigh() {
        assertThat(ladder(inputs("HIGH", "office", "failSafe", true)))
                .containsExactly(
                        "1 supervisingSocialWorker PT30M",
                        "2 + childsSocialWorker PT15M",
                        "2 + registeredManager PT15M",
                        "2 dutySocialWorker PT15M",
                        "3 teamManager PT15M",
                        "4 registeredManager PT15M",
                        "5 responsibleIndividual PT15M");
        assertThat(ladder(inputs("HIGH", "outOfHours", "failSafe", true)))
                .startsWith("1 dutySocialWorker PT30M", "2 + emergencyDutyTeam PT15M", "2 + registeredManager PT15M");
    }

    @Test
    void dutyStandsInForASupervisingSocialWorkerWhoIsAwayOrToldNothing() {
        for (Map<String, Object> away : List.of(
                Map.<String, Object>of("sswAvailable", false),
                Map.<String, Object>of("sswAvailable", "no"),
                Map.<String, Object>of("excluded", List.of("supervisingSocialWorker")))) {
            assertThat(ladder(with(inputs("LOW", "office"), away)))
                    .containsExactly(
                            "1 dutySocialWorker endOfWorkingDay", "2 teamManager WPT4H", "3 registeredManager WPT4H");
            assertThat(ladder(with(inputs("LOW", "outOfHours"), away)))
                    .startsWith("1 dutySocialWorker endOfNextWorkingDay");
            assertThat(ladder(with(inputs("MEDIUM", "office"), away)))
                    .containsExactly(
                            "1 dutySocialWorker WPT2H",
                            "2 teamManager PT1H",
                            "3 registeredManager PT1H",
                            "4 responsibleIndividual nextWorkingDay10:00");
            assertThat(ladder(with(inputs("MEDIUM", "outOfHours", "canWait", true), away)))
                    .startsWith("1 dutySocialWorker nextWorkingDay11:00", "2 teamManager WPT4H");
            assertThat(ladder(with(inputs("HIGH", "office"), away)))
                    .startsWith(
                            "1 + childsSocialWorker PT30M",
                            "1 + registeredManager PT30M",
                            "1 dutySocialWorker PT30M",
                            "2 teamManager PT15M");
            assertThat(ladder(with(inputs("IMMEDIATE", "outOfHours"), away)))
                    .isEqualTo(ladder(inputs("IMMEDIATE", "outOfHours")));
        }
    }

    @Test
    void whoeverIsToldNothingStandsNowhere() {
        assertThat(ladder(inputs("HIGH", "outOfHours", "excluded", List.of("registeredManager", "dutySocialWorker"))))
                .containsExactly("1 + emergencyDutyTeam PT30M", "1 teamManager PT15M", "2 responsibleIndividual PT15M");
        assertThat(ladder(inputs("HIGH", "office", "excluded", Spin.JSON("[\"childsSocialWorker\",\"teamManager\"]"))))
                .containsExactly(
                        "1 + registeredManager PT30M",
                        "1 supervisingSocialWorker PT30M",
                        "2 dutySocialWorker PT15M",
                        "3 registeredManager PT15M",
                        "4 responsibleIndividual PT15M");
        assertThat(ladder(inputs("LOW", "office", "excluded", ROLES.subList(0, 4))))
                .containsExactly("1 responsibleIndividual WPT4H");
        assertThat(ladder(inputs("LOW", "office", "excluded", "supervisingSocialWorker")))
                .startsWith("1 dutySocialWorker endOfWorkingDay");
    }

    @Test
    void somebodyNamedIsForTheRegisteredManagerAlone() {
        for (String named : List.of("household", "worker", "unsure")) {
            for (String level : List.of("LOW", "MEDIUM", "HIGH")) {
                for (String hours : List.of("office", "outOfHours")) {
                    assertThat(ladder(inputs(level, hours, "namedPerson", named, "failSafe", true)))
                            .containsExactly(
                                    "1 registeredManager PT30M",
                                    "2 otherRegisteredManagers PT15M",
                                    "3 responsibleIndividual PT15M");
                }
            }
            assertThat(ladder(inputs("IMMEDIATE", "office", "namedPerson", named)))
                    .containsExactly(
                            "1 registeredManager PT15M",
                            "2 otherRegisteredManagers PT10M",
                            "3 responsibleIndividual PT15M");
        }
        assertThat(ladder(inputs("HIGH", "office", "namedPerson", "worker", "excluded", List.of("registeredManager"))))
                .containsExactly("1 responsibleIndividual PT30M", "2 otherRegisteredManagers PT15M");
        assertThat(ladder(inputs(
                        "HIGH", "office", "namedPerson", "worker", "excluded", List.of("responsibleIndividual"))))
                .containsExactly("1 registeredManager PT30M", "2 otherRegisteredManagers PT15M");
    }

    @ParameterizedTest
    @CsvSource({
        "alarm, LOW, office, WPT4H, WPT4H",
        "alarm, LOW, outOfHours, WPT4H, WPT4H",
        "alarm, MEDIUM, office, nextWorkingDay10:00, PT1H",
        "alarm, MEDIUM, outOfHours, WPT4H, WPT4H",
        "alarm, HIGH, office, PT15M, PT15M",
        "alarm, HIGH, outOfHours, PT15M, PT15M",
        "alarm, IMMEDIATE, office, PT15M, PT15M",
        "alarm, IMMEDIATE, outOfHours, PT15M, PT15M",
        "handover, HIGH, office, PT1H, PT1H"
    })
    void whenAllOthersAreToldNothingTheResponsibleIndividualStandsAndThenWhicheverManagerIsLeft(
            String purpose, String level, String hours, String responsible, String managers) {
        List<String> outside = List.of("childsSocialWorker", "emergencyDutyTeam");
        List<String> allButOne = concat(ROLES.subList(0, 4), outside);
        Map<String, Object> inputs = inputs(level, hours, "purpose", purpose, "canWait", true, "excluded", allButOne);
        assertThat(ladder(inputs)).containsExactly("1 responsibleIndividual " + responsible);
        assertThat(ladder(with(inputs, Map.of("excluded", concat(ROLES, outside)))))
                .containsExactly("1 otherRegisteredManagers " + managers);
    }

    @Test
    void mediumThatCannotWaitReachesSomebodyToo() {
        assertThat(ladder(inputs("MEDIUM", "outOfHours", "excluded", ROLES)))
                .containsExactly("1 otherRegisteredManagers PT1H");
    }

    @Test
    void whereManagersAreNamedThemselvesSomebodyElseDecides() {
        List<String> bothNamed = List.of("registeredManager", "responsibleIndividual");
        assertThat(ladder(inputs("HIGH", "office", "namedPerson", "worker", "excluded", bothNamed)))
                .containsExactly("1 otherRegisteredManagers PT30M");
        assertThat(ladder(inputs("IMMEDIATE", "office", "namedPerson", "worker", "excluded", bothNamed)))
                .containsExactly("1 otherRegisteredManagers PT15M");
        assertThat(ladder(inputs(
                        "IMMEDIATE", "office", "namedPerson", "worker", "excluded", List.of("registeredManager"))))
                .containsExactly("1 responsibleIndividual PT15M", "2 otherRegisteredManagers PT10M");
    }

    @Test
    void dutyStandsInForTheSupervisingSocialWorkerInDangerToo() {
        assertThat(ladder(inputs("IMMEDIATE", "office", "sswAvailable", false)))
                .containsExactly(
                        "1 + childsSocialWorker PT15M",
                        "1 + registeredManager PT15M",
                        "1 dutySocialWorker PT15M",
                        "2 teamManager PT10M",
                        "3 registeredManager PT10M",
                        "4 responsibleIndividual PT15M");
    }

    @Test
    void notAnsweredTakesNobodyOffARung() {
        for (Object none : Arrays.asList(null, "none", "whoever", true, List.of("worker"))) {
            assertThat(ladder(inputs("LOW", "office", "namedPerson", none))).isEqualTo(ladder(inputs("LOW", "office")));
        }
    }

    @Test
    void whatIsMissingOrUnknownCountsAsTheMoreSerious() {
        assertThat(ladder(Map.of())).isEqualTo(ladder(inputs("HIGH", "outOfHours")));
        assertThat(ladder(inputs("SEVERE", "lunch"))).isEqualTo(ladder(inputs("HIGH", "outOfHours")));
        for (Object canWait : Arrays.asList(null, "yes", 1, false)) {
            assertThat(ladder(inputs("MEDIUM", "outOfHours", "canWait", canWait)))
                    .startsWith("1 dutySocialWorker PT1H");
        }
        assertThat(ladder(inputs("MEDIUM", "outOfHours", "canWait", true, "failSafe", true)))
                .startsWith("1 dutySocialWorker PT1H");
        assertThat(ladder(inputs("LOW", "office", "sswAvailable", null, "excluded", null, "failSafe", "no")))
                .isEqualTo(ladder(inputs("LOW", "office")));
    }

    @Test
    void theHandoverIsTheOfficesWhateverTheLevelWas() {
        for (String level : List.of("LOW", "MEDIUM", "HIGH", "IMMEDIATE")) {
            assertThat(ladder(inputs(level, "office", "purpose", "handover", "failSafe", true)))
                    .containsExactly(
                            "1 + childsSocialWorker PT1H",
                            "1 supervisingSocialWorker PT1H",
                            "2 teamManager PT1H",
                            "3 registeredManager PT1H",
                            "4 responsibleIndividual PT1H");
        }
        assertThat(ladder(inputs("HIGH", "office", "purpose", "handover", "sswAvailable", false)))
                .containsExactly(
                        "1 + childsSocialWorker PT1H",
                        "1 dutySocialWorker PT1H",
                        "2 teamManager PT1H",
                        "3 registeredManager PT1H",
                        "4 responsibleIndividual PT1H");
        assertThat(ladder(inputs("HIGH", "office", "purpose", "handover", "namedPerson", "worker")))
                .isEqualTo(ladder(inputs("HIGH", "office", "namedPerson", "worker")));
    }

    @Test
    void anyOtherPurposeOrNoneIsAnAlarm() {
        for (Object purpose : Arrays.asList(null, "alarm", "moreWorried", "whatever", true)) {
            assertThat(ladder(inputs("HIGH", "office", "purpose", purpose)))
                    .isEqualTo(ladder(inputs("HIGH", "office")));
        }
    }

    /** Every level, hour and answer with every set of people who are told nothing. */
    @Test
    void noLadderIsEverEmptyAndNoRungHasAGap() {
        List<String> all = concat(ROLES, List.of("childsSocialWorker", "emergencyDutyTeam"));
        for (String level : List.of("LOW", "MEDIUM", "HIGH", "IMMEDIATE")) {
            for (String hours : List.of("office", "outOfHours")) {
                for (int set = 0; set < 1 << all.size(); set++) {
                    int chosen = set;
                    List<String> excluded = IntStream.range(0, all.size())
                            .filter(role -> (chosen >> role & 1) == 1)
                            .mapToObj(all::get)
                            .toList();
                    // The flags follow the set's bits, so that each meets every role without eight times the work.
                    Map<String, Object> inputs = inputs(
                            level,
                            hours,
                            "excluded",
                            excluded,
                            "sswAvailable",
                            Integer.bitCount(set) % 2 == 0,
                            "failSafe",
                            (set & 8) > 0,
                            "canWait",
                            (set & 16) == 0,
                            "namedPerson",
                            set % 5 == 0 ? "worker" : "none",
                            "purpose",
                            set % 3 == 0 ? "handover" : "alarm");
                    List<Map<String, Object>> rows = TABLE.ask(inputs).rows();
                    assertThat(rows).as("%s", inputs).noneMatch(row -> excluded.contains(row.get("role")));
                    List<Integer> rungs = rows.stream()
                            .filter(row -> (boolean) row.get("mustAcknowledge"))
                            .map(row -> (Integer) row.get("rung"))
                            .sorted()
                            .toList();
                    assertThat(rungs)
                            .as("%s", inputs)
                            .isNotEmpty()
                            .isEqualTo(IntStream.rangeClosed(1, rungs.size())
                                    .boxed()
                                    .toList());
                }
            }
        }
    }

    private static List<String> concat(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static Situation situation(String name, String level, String hours, boolean canWait, String... ladder) {
        return new Situation(name, inputs(level, hours, "canWait", canWait), List.of(ladder));
    }

    private static Map<String, Object> inputs(String level, String hours, Object... changes) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("riskLevel", level);
        inputs.put("hours", hours);
        inputs.put("failSafe", false);
        inputs.put("canWait", false);
        inputs.put("sswAvailable", true);
        inputs.put("excluded", List.of());
        for (int i = 0; i < changes.length; i += 2) {
            inputs.put((String) changes[i], changes[i + 1]);
        }
        return inputs;
    }

    private static Map<String, Object> with(Map<String, Object> inputs, Map<String, Object> changes) {
        Map<String, Object> both = new HashMap<>(inputs);
        both.putAll(changes);
        return both;
    }

    private static List<String> ladder(Map<String, Object> inputs) {
        List<String> ladder = new ArrayList<>();
        DecisionFile.Said said = TABLE.ask(inputs);
        READ_IN_FULL.addAll(said.rules());
        for (Map<String, Object> row : said.rows()) {
            ladder.add("%s %s%s %s"
                    .formatted(
                            row.get("rung"),
                            (boolean) row.get("mustAcknowledge") ? "" : "+ ",
                            row.get("role"),
                            row.get("acknowledgeWithin")));
        }
        ladder.sort(Comparator.naturalOrder());
        return ladder;
    }
}
