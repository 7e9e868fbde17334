package org.safecontact.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.safecontact.decisions.RiskAnswers.calmBut;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code risk-level}: reports as carers make them, every rule, every boundary, and answers that are none. */
class RiskLevelTest {

    private static final DecisionFile TABLE = DecisionFile.of("risk-level");

    record Story(String name, String story, Map<String, Object> answers, Map<String, Object> expect) {}

    static List<Story> stories() throws IOException {
        try (InputStream file = RiskLevelTest.class.getResourceAsStream("/cases/risk-level.yaml")) {
            return YAMLMapper.builder().build().readValue(file, new TypeReference<>() {});
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void reportsAsCarersMakeThem(Story story) {
        assertThat(TABLE.ask(story.answers()).row()).containsAllEntriesOf(story.expect());
    }

    /** Rule, level, police, fail-safe, and what differs from a calm report. */
    static Stream<Arguments> rules() {
        List<String> images = List.of("images");
        return Stream.of(
                says("rule_01", "IMMEDIATE", true, false, "immediateDanger", "yes"),
                says("rule_02a", "IMMEDIATE", true, false, "nearOrMeeting", "yes", "personRisk", "unknown"),
                says("rule_02a", "IMMEDIATE", true, false, "nearOrMeeting", "yes", "personRisk", null),
                says("rule_02b", "IMMEDIATE", true, false, "nearOrMeeting", "yes", "contactBarred", "unsure"),
                says("rule_02b", "IMMEDIATE", true, false, "nearOrMeeting", "yes", "contactBarred", "yes"),
                says("rule_02c", "IMMEDIATE", true, false, "nearOrMeeting", "yes", "concerns", List.of("unsure")),
                says("rule_02c", "IMMEDIATE", true, false, "nearOrMeeting", "yes", "concerns", null),
                says("rule_03", "IMMEDIATE", true, false, "threatToLife", "yes"),
                says("rule_04a", "HIGH", true, false, "concerns", images, "imagesAggravated", "yes"),
                says(
                        "rule_04b",
                        "HIGH",
                        true,
                        false,
                        "concerns",
                        List.of("images", "coercion"),
                        "imagesAggravated",
                        "no"),
                says(
                        "rule_04b",
                        "HIGH",
                        true,
                        false,
                        "concerns",
                        List.of("images", "grooming"),
                        "imagesAggravated",
                        "no"),
                says("rule_04b", "HIGH", true, false, "concerns", List.of("exploitation", "images")),
                says("rule_04b", "HIGH", true, false, "concerns", List.of("threats", "images")),
                says("rule_04c", "HIGH", true, false, "concerns", images, "imagesAggravated", "no", "childAge", 12),
                says("rule_10", "HIGH", false, false, "concerns", images, "imagesAggravated", "no", "childAge", 13),
                says("rule_05", "HIGH", true, true, "concerns", images),
                says("rule_05", "HIGH", true, true, "concerns", images, "imagesAggravated", "unsure", "childAge", 13),
                says("rule_06a", "HIGH", true, false, "concerns", List.of("threats"), "contactBarred", "yes"),
                says("rule_06b", "HIGH", true, false, "concerns", List.of("threats"), "personRisk", "risky"),
                says("rule_06b", "HIGH", true, false, "concerns", List.of("threats"), "personRisk", "dangerous"),
                says("rule_11", "HIGH", false, false, "concerns", List.of("threats"), "personRisk", "unknown"),
                says("rule_11", "HIGH", false, false, "concerns", List.of("threats"), "contactBarred", "unsure"),
                says("rule_06c", "HIGH", true, false, "concerns", List.of("grooming"), "nearOrMeeting", "unsure"),
                says("rule_06c", "HIGH", true, false, "concerns", List.of("coercion"), "nearOrMeeting", null),
                says("rule_06d", "HIGH", true, false, "concerns", List.of("exploitation"), "immediateDanger", "unsure"),
                says("rule_07", "HIGH", false, false, "namedPerson", "household"),
                says("rule_07", "HIGH", false, false, "namedPerson", "worker", "immediateDanger", "unsure"),
                says("rule_08", "HIGH", false, false, "nearOrMeeting", "yes"),
                says("rule_09", "HIGH", false, false, "concerns", List.of("grooming")),
                says("rule_09", "HIGH", false, false, "concerns", List.of("exploitation")),
                says("rule_09", "HIGH", false, false, "concerns", List.of("coercion")),
                says("rule_09", "HIGH", false, false, "concerns", List.of("extremism")),
                says("rule_09", "HIGH", false, false, "concerns", List.of("selfHarm", "crime")),
                says("rule_10", "HIGH", false, false, "concerns", images, "imagesAggravated", "no"),
                says("rule_11", "HIGH", false, false, "concerns", List.of("threats")),
                says("rule_11", "HIGH", false, false, "concerns", List.of("crime")),
                says("rule_12a", "HIGH", false, false, "contactBarred", "yes"),
                says("rule_12b", "HIGH", false, false, "planCheck", "barred"),
                says("rule_13", "HIGH", false, false, "personRisk", "dangerous"),
                says("rule_14a", "HIGH", false, false, "disclosed", List.of("address"), "personRisk", "risky"),
                says("rule_14a", "HIGH", false, false, "disclosed", List.of("school"), "personRisk", "unknown"),
                says("rule_14a", "HIGH", false, false, "disclosed", List.of("liveLocation"), "personRisk", null),
                says("rule_14b", "HIGH", false, false, "disclosed", List.of("homePhoto"), "personRisk", "risky"),
                says("rule_14b", "HIGH", false, false, "disclosed", List.of("carerDetails"), "personRisk", "risky"),
                says("rule_19a", "MEDIUM", false, false, "disclosed", List.of("homePhoto"), "personRisk", "unknown"),
                says(
                        "rule_14c",
                        "HIGH",
                        false,
                        false,
                        "disclosed",
                        List.of("careStatus", "homePhoto"),
                        "personRisk",
                        "unknown"),
                says(
                        "rule_19a",
                        "MEDIUM",
                        false,
                        false,
                        "disclosed",
                        List.of("careStatus", "careStatus"),
                        "personRisk",
                        "unknown"),
                says(
                        "rule_19a",
                        "MEDIUM",
                        false,
                        false,
                        "disclosed",
                        List.of("address", "school"),
                        "personRisk",
                        "safe"),
                says("rule_15", "HIGH", false, true, "contactBarred", "unsure", "personRisk", "risky"),
                says("rule_15", "HIGH", false, true, "contactBarred", null, "personRisk", "risky"),
                says("rule_16a", "HIGH", false, true, "immediateDanger", "unsure"),
                says("rule_16b", "HIGH", false, true, "nearOrMeeting", null),
                says("rule_16c", "HIGH", false, true, "threatToLife", "unsure"),
                says("rule_16d", "HIGH", false, true, "namedPerson", "unsure"),
                says("rule_16d", "HIGH", false, true, "namedPerson", null),
                says("rule_17", "HIGH", false, true, "concerns", List.of("unsure"), "personRisk", "unknown"),
                says("rule_17", "HIGH", false, true, "concerns", null, "personRisk", "risky"),
                says("rule_18", "LOW", false, false, stranger()),
                says(
                        "rule_18",
                        "LOW",
                        false,
                        false,
                        stranger("personRisk", "safe", "distress", "unsettled", "contactsInLast30Days", 2)),
                says("rule_19b", "MEDIUM", false, false, stranger("contactsInLast30Days", 3)),
                says("rule_19b", "MEDIUM", false, false, stranger("contactsInLast30Days", null)),
                says("rule_19b", "MEDIUM", false, false, stranger("childReplied", "unsure")),
                says("rule_19b", "MEDIUM", false, false, stranger("childReplied", null)),
                says("rule_19b", "MEDIUM", false, false, stranger("contactBarred", "unsure")),
                says("rule_19b", "MEDIUM", false, false, stranger("planCheck", "outside")),
                says("rule_19b", "MEDIUM", false, false, stranger("distress", "marked")),
                says("rule_19b", "MEDIUM", false, false, stranger("distress", null)),
                says("rule_19b", "MEDIUM", false, false, stranger("disclosed", null)),
                says("rule_19a", "MEDIUM", false, false, "disclosed", List.of("careStatus")),
                says("rule_19b", "MEDIUM", false, false, "contactKind", "secretAccount"),
                says("rule_19b", "MEDIUM", false, false, "contactKind", "hiddenApp"),
                says("rule_19c", "MEDIUM", false, false, "contactsInLast30Days", 3),
                says("rule_20", "LOW", false, false, "contactsInLast30Days", 2),
                says("rule_19d", "MEDIUM", false, false, "distress", "marked"),
                says("rule_19e", "MEDIUM", false, false, "personRisk", "risky"),
                says("rule_19f", "MEDIUM", false, false, "planCheck", "outside"),
                says("rule_20", "LOW", false, false, "planCheck", "silent"),
                says("rule_20", "LOW", false, false, "contactKind", "sharedInformation", "distress", "unsettled"),
                says("rule_21", "MEDIUM", false, true, "disclosed", null),
                says("rule_21", "MEDIUM", false, true, "contactKind", null),
                says("rule_21", "MEDIUM", false, true, "distress", null),
                says("rule_21", "MEDIUM", false, true, "contactsInLast30Days", null),
                says("rule_21", "MEDIUM", false, true, "contactBarred", null),
                says("rule_21", "MEDIUM", false, true, "personRisk", "unknown"),
                says("rule_21", "MEDIUM", false, true, "concerns", List.of("unsure")));
    }

    @ParameterizedTest(name = "{0} {4}")
    @MethodSource("rules")
    void everyRuleAndBoundary(
            String rule, String level, boolean police, boolean failSafe, Map<String, Object> answers) {
        DecisionFile.Said said = TABLE.ask(answers);
        assertThat(said.rules()).containsExactly(rule);
        assertThat(said.row())
                .containsEntry("riskLevel", level)
                .containsEntry("policeNow", police)
                .containsEntry("failSafe", failSafe)
                .containsEntry("reason", REASONS.get(rule.substring(0, 7)));
    }

    @Test
    void everyRuleHasATest() {
        assertThat(rules().map(test -> test.get()[0]).distinct().toList())
                .containsAll(DecisionFile.rules("risk-level").stream()
                        .map(rule -> rule.getId())
                        .toList());
    }

    /** Not answered, whatever arrives: too serious rather than too mild, and never an exception. */
    static Stream<Arguments> answersThatAreNone() {
        List<Object> junk = Arrays.asList(
                null,
                true,
                false,
                1,
                "YES",
                "ja",
                "",
                List.of("yes"),
                Map.of("value", "yes"),
                new Date(0),
                2.5,
                Spin.JSON("{\"a\":1}"),
                Spin.JSON("true"));
        return RiskAnswers.calm().keySet().stream()
                .filter(input -> !input.equals("contactsInLast30Days") && !input.equals("concerns"))
                .flatMap(input -> junk.stream().map(value -> arguments(input, value)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("answersThatAreNone")
    void whatIsNoAnswerCountsAsNotAnswered(String input, Object value) {
        Map<String, Object> junk = RiskAnswers.calm();
        junk.put(input, value);
        assertThat(TABLE.ask(junk)).isEqualTo(TABLE.ask(calmBut(input, null)));
        assertThat(TABLE.ask(junk).row())
                .doesNotContainEntry("riskLevel", "LOW")
                .containsEntry("failSafe", true);
    }

    static Stream<Object> listsThatAreNone() {
        return Stream.of(
                "grooming",
                true,
                1,
                List.of("none"),
                List.of("whisper"),
                Map.of(),
                Spin.JSON("\"images\""),
                Arrays.asList("whisper", null),
                List.of(List.of("images")));
    }

    @ParameterizedTest
    @MethodSource("listsThatAreNone")
    void worriesThatTheTableDoesNotKnowCountAsUnsure(Object concerns) {
        assertThat(TABLE.ask(calmBut("concerns", concerns)))
                .isEqualTo(TABLE.ask(calmBut("concerns", List.of("unsure"))));
        assertThat(TABLE.ask(calmBut("concerns", concerns, "personRisk", "unknown"))
                        .rule())
                .isEqualTo("rule_17");
    }

    @Test
    void aKnownWorryCountsBesideAnUnknownOne() {
        assertThat(TABLE.ask(calmBut("concerns", List.of("whisper", "grooming")))
                        .rule())
                .isEqualTo("rule_09");
        assertThat(TABLE.ask(calmBut("disclosed", List.of("whisper", "address"), "personRisk", "unknown"))
                        .rule())
                .isEqualTo("rule_14a");
        assertThat(TABLE.ask(calmBut("disclosed", List.of("whisper"))).rule()).isEqualTo("rule_21");
    }

    @Test
    void numbersThatAreNoneCountAsNotAnswered() {
        for (Object count : Arrays.asList("0", true, -1, 0.5, List.of(0), Map.of())) {
            assertThat(TABLE.ask(calmBut("contactsInLast30Days", count)).rule()).isEqualTo("rule_21");
        }
        for (Object count : Arrays.asList(0, 2L, 2.0d, (short) 1, Spin.JSON("2"))) {
            assertThat(TABLE.ask(calmBut("contactsInLast30Days", count)).rule()).isEqualTo("rule_20");
        }
        assertThat(TABLE.ask(calmBut("contactsInLast30Days", Long.MAX_VALUE)).rule())
                .isEqualTo("rule_19c");
        for (Object age : Arrays.asList("12", -1, true, List.of(12))) {
            assertThat(TABLE.ask(calmBut("concerns", List.of("images"), "imagesAggravated", "no", "childAge", age))
                            .rule())
                    .isEqualTo("rule_10");
        }
    }

    @Test
    void listsMayComeAsJsonOrAsJavaLists() {
        for (Object concerns : List.of(
                List.of("images", "grooming"),
                Spin.JSON("[\"images\",\"grooming\"]"),
                Variables.objectValue(List.of("images", "grooming")).create())) {
            Map<String, Object> answers = new HashMap<>(RiskAnswers.calm());
            answers.put("concerns", concerns);
            assertThat(TABLE.ask(answers).rule()).isEqualTo("rule_04b");
        }
        assertThat(TABLE.ask(calmBut("concerns", Spin.JSON("[]"), "disclosed", Spin.JSON("[]")))
                        .rule())
                .isEqualTo("rule_20");
    }

    private static Object[] stranger(Object... changes) {
        Object[] left = {"contactKind", "unknownRequest", "childReplied", "no", "personRisk", "unknown"};
        return Stream.concat(Arrays.stream(left), Arrays.stream(changes)).toArray();
    }

    private static Arguments says(String rule, String level, boolean police, boolean failSafe, Object... changes) {
        return arguments(rule, level, police, failSafe, calmBut(changes));
    }

    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("rule_01", "Somebody may be in danger now."),
            Map.entry("rule_02", "A meeting, or somebody close by, that nobody agreed."),
            Map.entry("rule_03", "Somebody's life or safety was threatened."),
            Map.entry(
                    "rule_04",
                    "Pictures that may be sexual: the safeguarding lead and the police decide, nobody looks."),
            Map.entry(
                    "rule_05",
                    "Pictures that may be sexual: the safeguarding lead and the police decide, nobody looks."),
            Map.entry("rule_06", "A threat, or somebody using the child, and we cannot rule out danger."),
            Map.entry("rule_07", "The worry is about somebody who looks after children."),
            Map.entry("rule_08", "A meeting that nobody has agreed yet."),
            Map.entry(
                    "rule_09",
                    "Signs that somebody is using, frightening or hurting the child, or the child is hurting."),
            Map.entry("rule_10", "Pictures between young people: the safeguarding lead decides."),
            Map.entry("rule_11", "A threat, or something against the law."),
            Map.entry("rule_12", "A court or the plan says no contact with this person."),
            Map.entry("rule_13", "This person is known to be dangerous."),
            Map.entry("rule_14", "Somebody who should not know may know where the child lives, learns or with whom."),
            Map.entry("rule_15", "There are worries about this person, and we do not know yet if contact is allowed."),
            Map.entry("rule_16", "We do not know yet if anyone is in danger, so we ring now."),
            Map.entry("rule_17", "Something feels wrong and we do not know the person."),
            Map.entry("rule_18", "A request from a stranger that was left alone: good."),
            Map.entry("rule_19", "Outside what was agreed, or new to us."),
            Map.entry("rule_20", "One contact, known person, nothing worrying."),
            Map.entry("rule_21", "Something important is still open."));
}
