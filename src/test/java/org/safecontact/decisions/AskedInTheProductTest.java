package org.safecontact.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safecontact.SafeContactTest;
import org.safecontact.engine.Decision;
import org.safecontact.engine.Decisions;
import org.safecontact.journey.Visitor;
import org.safecontact.journey.Visitor.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The tables in the running product: asked by its own code, and over the door by whoever may try them. */
@SafeContactTest
class AskedInTheProductTest {

    private static final String TABLES = "/camunda/api/engine/engine/default/decision-definition/key/";

    /** One question to a table, the rules that fit, and what the answers' first column says. */
    record Question(String key, Map<String, Object> inputs, List<String> rules, String column, List<String> answers) {
        @Override
        public String toString() {
            return key;
        }
    }

    @LocalServerPort
    private int port;

    @Autowired
    private Decisions decisions;

    @Autowired
    private HistoryService history;

    static Stream<Question> questions() {
        return Stream.of(
                new Question(
                        "notifiable-events",
                        Map.of("trigger", "missing", "providerType", "localAuthority", "areaAuthorityDiffers", false),
                        List.of("rule_08_placingAuthority", "rule_08_police"),
                        "basis",
                        List.of("house", "house")),
                new Question(
                        "device-restriction",
                        Map.of("kind", "removal", "purpose", "safety", "forceNeeded", "no", "immediateRisk", "yes"),
                        List.of("rule_02a"),
                        "allowedNow",
                        List.of("temporary")),
                new Question(
                        "external-referral",
                        Map.of(
                                "immediateDanger", "yes",
                                "crime", "yes",
                                "onlineSexualAbuse", "no",
                                "illegalImagery", "no",
                                "ownImageShared", "no",
                                "significantHarm", "no",
                                "personOfTrust", "no",
                                "exploitation", "no",
                                "dataBreach", "no",
                                "radicalisation", "no"),
                        List.of("rule_police999"),
                        "route",
                        List.of("police999")),
                new Question(
                        "contact-authority",
                        Map.of("change", "extraContact"),
                        List.of("rule_extraContact_section20"),
                        "authoriser",
                        List.of("parentsThroughAuthority")),
                new Question(
                        "retention",
                        Map.of("recordKind", "complaint"),
                        List.of("rule_complaint"),
                        "basis",
                        List.of("house default")));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void theProductAsksAndNothingStays(Question question) {
        Decision decision = decisions.decide(question.key(), question.inputs());

        assertThat(decision.rules()).isEqualTo(question.rules());
        assertThat(decision.rows())
                .extracting(row -> row.get(question.column()))
                .isEqualTo(question.answers());
        assertThat(decision.versionTag()).contains("1.0.0");
        assertThat(history.createHistoricDecisionInstanceQuery()
                        .decisionDefinitionKey(question.key())
                        .count())
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void theAdministratorAndTheRegisteredManagersMayTryIt(Question question) {
        for (Visitor visitor : List.of(
                Visitor.loggedIn(port, "manager1"),
                Visitor.loggedIn(port, "manager2"),
                Visitor.loggedIn(port, "admin", "cockpit"))) {
            Answer answer = visitor.post(TABLES + question.key() + "/evaluate", asked(question));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().findPath(question.column()).path("value").asText())
                    .isEqualTo(question.answers().get(0));
            assertThat(answer.body()).hasSameSizeAs(question.answers());
        }
    }

    @Test
    void nobodyElseMay() {
        for (String person : List.of("carer1", "ssw1", "duty1", "teammanager1", "director1", "childsw1")) {
            Visitor visitor = Visitor.loggedIn(port, person);
            questions()
                    .forEach(question -> assertThat(visitor.post(TABLES + question.key() + "/evaluate", asked(question))
                                    .status())
                            .as("%s asks %s", person, question)
                            .isEqualTo(403));
        }
        questions()
                .forEach(question -> assertThat(Visitor.stranger(port)
                                .post(TABLES + question.key() + "/evaluate", asked(question))
                                .accepted())
                        .isFalse());
    }

    private static Map<String, Object> asked(Question question) {
        return Map.of(
                "variables",
                question.inputs().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, input -> Map.of("value", input.getValue()))));
    }
}
