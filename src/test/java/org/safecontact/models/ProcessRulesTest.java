package org.safecontact.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safecontact.models.ModelFiles.Diagram;

/** Every process under {@code processes/} keeps to the rules of the house, and the rules notice what they should. */
class ProcessRulesTest {

    private static final Set<String> PROCESSES =
            ModelFiles.diagrams().stream().map(Diagram::name).collect(Collectors.toSet());
    private static final Pattern REQUIRED = Pattern.compile("coverage\\.requireAll\\(([^)]*)\\)");
    /** In quotes, or as the constant of that name. */
    private static final Pattern KEY = Pattern.compile("\"([^\"]+)\"|\\.([A-Z_]+)");

    private static final Set<String> BEANS = Expressions.beansOfTheProduct();

    static Stream<Diagram> diagrams() {
        return ModelFiles.diagrams().stream();
    }

    @Test
    void theProcessesOfTheMainJobAreThere() {
        assertThat(PROCESSES)
                .contains(
                        "unplanned-contact",
                        "safeguarding-escalation",
                        "inform-and-acknowledge",
                        "wellbeing-monitoring");
    }

    @Test
    void everyElementOfEveryProcessIsGoneThroughByTheTestsOfSomeClass() throws IOException {
        Set<String> required = new TreeSet<>();
        try (Stream<Path> tests = Files.walk(Path.of("src/test/java"))) {
            for (Path test :
                    tests.filter(file -> file.toString().endsWith("Test.java")).toList()) {
                Matcher calls = REQUIRED.matcher(Files.readString(test));
                while (calls.find()) {
                    KEY.matcher(calls.group(1))
                            .results()
                            .forEach(key -> required.add(
                                    key.group(1) != null
                                            ? key.group(1)
                                            : key.group(2)
                                                    .toLowerCase(Locale.ROOT)
                                                    .replace('_', '-')));
                }
            }
        }

        assertThat(required)
                .as("processes that some test asks of Coverage.requireAll")
                .isEqualTo(PROCESSES);
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void keepsToTheRules(Diagram diagram) {
        assertThat(new ProcessRules(diagram, PROCESSES, BEANS, ModelFiles.FORMS).broken())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void isCompletelyAndTidilyDrawn(Diagram diagram) {
        assertThat(new DrawingRules(diagram).broken()).isEmpty();
    }

    @Test
    void aBadDiagramIsNoticedAtEveryPoint() {
        Diagram bad = ModelFiles.diagrams(Path.of("src/test/resources/models/processes"))
                .get(0);

        List<String> broken = new ProcessRules(bad, PROCESSES, Set.of("deadlines"), ModelFiles.FORMS).broken();

        assertThat(broken)
                .containsExactlyInAnyOrder(
                        "bad-example: its key is somethingElse, not its file name",
                        "bad-example: has no name",
                        "bad-example: has no version tag",
                        "bad-example: has no time to live for its history",
                        "bad-example: has no documentation that says what it promises",
                        "bad-example: StartEvent_1x8kd0z is not named <type>_<businessName>",
                        "bad-example: task_decide does not begin with its type, exclusivegateway",
                        "bad-example: StartEvent_1x8kd0z has no name",
                        "bad-example: doIt says a word of the machine: Do the task",
                        "bad-example: task_decide does not ask a question",
                        "bad-example: flow_right leaves a question without saying which answer it is",
                        "bad-example: doIt has no documentation: why, and on what basis",
                        "bad-example: doIt is due at 'null', which asks no bean of the house",
                        "bad-example: timerEventDefinition_twoHours comes at 'PT2H', which asks no bean of the house",
                        "bad-example: doIt has form other, not do-it",
                        "bad-example: doIt does not take the form deployed with it",
                        "bad-example: doIt has no file forms/do-it.form",
                        "bad-example: doIt is not as urgent as its case: its priority is 70",
                        "bad-example: doIt is offered to 'everybody', no group of the contract",
                        "bad-example: callActivity_elsewhere calls 'elsewhere', which no file under processes/ is",
                        "bad-example: callActivity_elsewhere hands over all variables instead of naming them",
                        "bad-example: callActivity_elsewhere does not hand over the business key",
                        "bad-example: message_shout is named 'Shout', not <area>.<pastTense>",
                        "bad-example: gateway_wait is an event-based gateway: draw the wait as a task",
                        "bad-example: a retry cycle is computed: ${retries}",
                        "bad-example: a step that fails may be tried in silence for more than a minute: ${retries}",
                        "bad-example: somethingElse has a script task",
                        "bad-example: has a condition in a script language",
                        "bad-example: names a Java class at serviceTask",
                        "bad-example: calls [runtimeService] at serviceTask_reach, which no bean of ours is");
    }

    @Test
    void aBadDrawingIsNoticed() {
        Diagram bad = ModelFiles.diagrams(Path.of("src/test/resources/models/processes"))
                .get(0);

        assertThat(new DrawingRules(bad).broken())
                .contains(
                        "bad-example: scriptTask_now lies on doIt",
                        "bad-example: callActivity_elsewhere is not drawn",
                        "bad-example: flow_right runs askew",
                        "bad-example: flow_left is not drawn");
    }

    @Test
    void beansAreFoundInExpressions() {
        assertThat(Expressions.beansCalledIn("${deadlines.urgency(execution)} and ${riskLevel == 'a.b'}"))
                .containsExactly("deadlines");
        assertThat(Expressions.delegateIn("${decideRisk}")).containsExactly("decideRisk");
        assertThat(Expressions.beansCalledIn("${execution.processBusinessKey}")).isEmpty();
    }
}
