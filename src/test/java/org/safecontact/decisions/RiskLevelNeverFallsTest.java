package org.safecontact.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No worse answer lowers the level or calls off the police. */
class RiskLevelNeverFallsTest {

    private static final List<String> LEVELS = List.of("LOW", "MEDIUM", "HIGH", "IMMEDIATE");
    private static final TableInColumns TABLE = new TableInColumns(DecisionFile.table("risk-level"));
    private static final List<String> INPUTS = List.copyOf(RiskAnswers.ALL.keySet());

    /** Reports around which every pair of answers is varied; together they rest on every rule. */
    static Stream<Arguments> reports() {
        return Stream.of(
                Arguments.of("calm", RiskAnswers.calm()),
                Arguments.of("nothing answered", Map.of()),
                Arguments.of(
                        "a stranger's request left alone",
                        RiskAnswers.calmBut(
                                "contactKind", "unknownRequest", "childReplied", "no", "personRisk", "unknown")),
                Arguments.of(
                        "pictures between young people",
                        RiskAnswers.calmBut("concerns", List.of("images"), "imagesAggravated", "no", "childAge", 15)),
                Arguments.of("a safe person wants to meet", RiskAnswers.calmBut("nearOrMeeting", "yes")),
                Arguments.of(
                        "worries about the person, nobody knows if it is forbidden",
                        RiskAnswers.calmBut("personRisk", "risky", "contactBarred", "unsure")),
                Arguments.of(
                        "a threat, danger not ruled out",
                        RiskAnswers.calmBut("concerns", List.of("threats"), "nearOrMeeting", "unsure")),
                Arguments.of(
                        "address out to somebody nobody knows",
                        RiskAnswers.calmBut("disclosed", List.of("address"), "personRisk", "unknown")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void everyPairOfInputsOverAllTheirValues(String name, Map<String, Object> report) {
        List<String> fallen = new ArrayList<>();
        for (String varied : INPUTS) {
            List<Object> values = RiskAnswers.ALL.get(varied);
            List<int[]> steps = steps(varied, values);
            for (String other : INPUTS) {
                if (!other.equals(varied)) {
                    for (Object beside : RiskAnswers.ALL.get(other)) {
                        int[] weight = weights(report, varied, values, other, beside);
                        for (int[] step : steps) {
                            if (falls(weight[step[0]], weight[step[1]])) {
                                fallen.add("%s %s -> %s beside %s %s"
                                        .formatted(varied, values.get(step[0]), values.get(step[1]), other, beside));
                            }
                        }
                    }
                }
            }
        }
        assertThat(fallen).isEmpty();
    }

    @Test
    void aHundredThousandNeighbours() {
        Random random = new Random(20261123);
        List<String> fallen = new ArrayList<>();
        for (int compared = 0; compared < 100_000; ) {
            Map<String, Object> better = new HashMap<>();
            INPUTS.forEach(input -> better.put(input, anyOf(RiskAnswers.ALL.get(input), random)));
            // Danger and pictures decide most reports alone; half of the neighbours leave the milder rules a word.
            if (random.nextBoolean()) {
                List.of("immediateDanger", "nearOrMeeting", "threatToLife").forEach(input -> better.put(input, "no"));
                better.put("namedPerson", "none");
                better.put("concerns", random.nextBoolean() ? List.of() : better.get("concerns"));
            }
            Map<String, Object> worse = new HashMap<>(better);
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                String input = anyOf(INPUTS, random);
                Object value = anyOf(RiskAnswers.ALL.get(input), random);
                if (RiskAnswers.ordered(input, worse.get(input), value)) {
                    worse.put(input, value);
                }
            }
            if (!worse.equals(better)) {
                compared++;
                if (falls(weight(better), weight(worse))) {
                    fallen.add(better + " -> " + worse);
                }
            }
        }
        assertThat(fallen).isEmpty();
    }

    /** The quick evaluation by columns is only worth something as long as the engine says the same. */
    @Test
    void theEngineSaysTheSameAsTheColumns() {
        DecisionFile file = DecisionFile.of("risk-level");
        Random random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            Map<String, Object> answers = new HashMap<>();
            INPUTS.forEach(input -> {
                if (random.nextInt(4) > 0) {
                    answers.put(input, anyOf(RiskAnswers.ALL.get(input), random));
                } else {
                    answers.put(input, RiskAnswers.calm().get(input));
                }
            });
            assertThat(file.ask(answers).rule()).as("%s", answers).isEqualTo(TABLE.rule(answers));
        }
    }

    /** A cell that looked at another column would make the quick evaluation blind to it. */
    @Test
    void noCellLooksAtAnotherColumn() {
        assertThat(DecisionFile.rules("risk-level"))
                .allSatisfy(rule -> assertThat(rule.getInputEntries())
                        .allSatisfy(cell -> assertThat(cell.getText().getTextContent())
                                .doesNotContainPattern("\\b(" + String.join("|", INPUTS) + ")\\b")));
    }

    private static List<int[]> steps(String input, List<Object> values) {
        List<int[]> steps = new ArrayList<>();
        for (int better = 0; better < values.size(); better++) {
            for (int worse = 0; worse < values.size(); worse++) {
                if (better != worse && RiskAnswers.ordered(input, values.get(better), values.get(worse))) {
                    steps.add(new int[] {better, worse});
                }
            }
        }
        return steps;
    }

    private static int[] weights(
            Map<String, Object> report, String varied, List<Object> values, String other, Object beside) {
        Map<String, Object> answers = new HashMap<>(report);
        answers.put(other, beside);
        return values.stream()
                .mapToInt(value -> {
                    answers.put(varied, value);
                    return weight(answers);
                })
                .toArray();
    }

    /** Level and police in one number: twice the level, one more with police. */
    private static int weight(Map<String, Object> answers) {
        int level = LEVELS.indexOf(TABLE.output(answers, 0).replace("\"", ""));
        return 2 * level + (TABLE.output(answers, 1).equals("true") ? 1 : 0);
    }

    private static boolean falls(int better, int worse) {
        return worse / 2 < better / 2 || worse % 2 < better % 2;
    }

    private static <T> T anyOf(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
