package org.safecontact.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code external-referral}: every body outside the house, by when, nobody asked twice and no doubt calling one off. */
class ExternalReferralTest {

    private static final DecisionFile TABLE = DecisionFile.of("external-referral");
    private static final TableInColumns COLUMNS = new TableInColumns(DecisionFile.table("external-referral"));
    private static final List<String> TESTS = List.of(
            "immediateDanger",
            "crime",
            "onlineSexualAbuse",
            "illegalImagery",
            "ownImageShared",
            "significantHarm",
            "personOfTrust",
            "exploitation",
            "dataBreach",
            "radicalisation");
    private static final Set<String> READ_IN_FULL = new HashSet<>();

    @AfterAll
    static void everyRowWasRead() {
        assertThat(DecisionFile.rules("external-referral"))
                .extracting(Rule::getId)
                .filteredOn(rule -> !READ_IN_FULL.contains(rule))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "crime, police101 sameDay",
        "onlineSexualAbuse, ceop sameDay; police101 sameDay; areaAuthority sameDay; placingAuthority sameDay",
        "illegalImagery, iwf sameDay",
        "ownImageShared, reportRemove sameDay",
        "significantHarm, areaAuthority now; placingAuthority now",
        "personOfTrust, lado workingDays:1",
        "exploitation, nrm sameDay",
        "dataBreach, ico PT72H",
        "radicalisation, prevent sameDay"
    })
    void everyTestAloneYesOrOpen(String test, String routes) {
        for (Object open : Arrays.asList("yes", "unsure", null, "perhaps", true, 1, List.of("no"))) {
            assertThat(routes(test, open)).containsExactly(routes.split("; "));
        }
    }

    @Test
    void dangerIsNineNineNineAndAnOpenQuestionAboutItIsSettledNow() {
        assertThat(routes("immediateDanger", "yes")).containsExactly("police999 now");
        for (Object open : Arrays.asList("unsure", null, "perhaps", true)) {
            assertThat(routes("immediateDanger", open)).containsExactly("safeguardingLead now");
        }
    }

    @Test
    void nothingIsOwedWhenEverythingIsNo() {
        assertThat(routes()).isEmpty();
    }

    @Test
    void thePoliceAreRungOnceAndInDangerOverNineNineNine() {
        assertThat(routes("crime", "yes", "onlineSexualAbuse", "yes"))
                .containsOnlyOnce("police101 sameDay")
                .contains("ceop sameDay");
        assertThat(routes("immediateDanger", "yes", "crime", "yes", "onlineSexualAbuse", "yes"))
                .contains("police999 now")
                .doesNotContain("police101 sameDay");
        assertThat(routes("immediateDanger", "unsure", "crime", "yes"))
                .containsExactly("safeguardingLead now", "police101 sameDay");
        assertThat(routes("onlineSexualAbuse", "yes", "significantHarm", "yes"))
                .contains("areaAuthority now", "placingAuthority now")
                .doesNotContain("areaAuthority sameDay", "placingAuthority sameDay");
    }

    @Test
    void nothingAnsweredLeavesNobodyOut() {
        assertThat(said(Map.of()))
                .extracting(said -> said.split(" ")[0])
                .containsExactlyInAnyOrder(
                        "safeguardingLead",
                        "police101",
                        "ceop",
                        "iwf",
                        "reportRemove",
                        "areaAuthority",
                        "placingAuthority",
                        "lado",
                        "nrm",
                        "ico",
                        "prevent");
    }

    /** All 59,049 sets of answers: no body twice, something owed as soon as one answer is not no, and no worse answer takes one away. */
    @Test
    void nobodyTwiceAndNoWorseAnswerCallsAnybodyOff() {
        List<String> answers = List.of("no", "unsure", "yes");
        Map<String, String> routeOf = new HashMap<>();
        DecisionFile.rules("external-referral").forEach(rule -> {
            List<String> cells = rule.getOutputEntries().stream()
                    .map(entry -> entry.getText().getTextContent().replace("\"", ""))
                    .toList();
            routeOf.put(rule.getId(), cells.get(0));
        });
        int sets = (int) Math.pow(3, TESTS.size());
        for (int set = 0; set < sets; set++) {
            Map<String, Object> inputs = new HashMap<>();
            for (int test = 0, rest = set; test < TESTS.size(); test++, rest /= 3) {
                inputs.put(TESTS.get(test), answers.get(rest % 3));
            }
            List<String> routes =
                    COLUMNS.fitting(inputs).stream().map(routeOf::get).toList();
            if (new HashSet<>(routes).size() != routes.size() || routes.isEmpty() != (set == 0)) {
                assertThat(routes).as("%s", inputs).doesNotHaveDuplicates().isNotEmpty();
            }
            for (String test : TESTS) {
                int worse = answers.indexOf(inputs.get(test)) + 1;
                if (worse < 3) {
                    Map<String, Object> more = new HashMap<>(inputs);
                    more.put(test, answers.get(worse));
                    List<String> then = new ArrayList<>(
                            COLUMNS.fitting(more).stream().map(routeOf::get).toList());
                    // Whoever rings 999 has rung the police, and the question that the lead settles now is answered.
                    if (then.contains("police999")) {
                        then.addAll(List.of("police101", "safeguardingLead"));
                    }
                    if (!then.containsAll(routes)) {
                        assertThat(then).as("%s -> %s", inputs, test).containsAll(routes);
                    }
                }
            }
        }
    }

    @Test
    void theEngineSaysTheSameAsTheColumns() {
        Random random = new Random(9);
        List<Object> answers = Arrays.asList("yes", "no", "no", "unsure", null, "perhaps");
        for (int i = 0; i < 300; i++) {
            Map<String, Object> inputs = new HashMap<>();
            TESTS.forEach(test -> inputs.put(test, answers.get(random.nextInt(answers.size()))));
            assertThat(TABLE.ask(inputs).rules()).as("%s", inputs).isEqualTo(COLUMNS.fitting(inputs));
        }
    }

    private static List<String> routes(Object... answers) {
        Map<String, Object> inputs = new HashMap<>();
        TESTS.forEach(test -> inputs.put(test, "no"));
        for (int i = 0; i < answers.length; i += 2) {
            inputs.put((String) answers[i], answers[i + 1]);
        }
        return said(inputs);
    }

    private static List<String> said(Map<String, Object> inputs) {
        DecisionFile.Said said = TABLE.ask(inputs);
        READ_IN_FULL.addAll(said.rules());
        return said.rows().stream()
                .map(row -> row.get("route") + " " + row.get("clock"))
                .toList();
    }
}
