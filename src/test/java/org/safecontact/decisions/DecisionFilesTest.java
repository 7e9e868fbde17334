package org.safecontact.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.NamedElement;
import org.camunda.bpm.model.dmn.instance.Output;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What others rely on in the tables: columns, hit policies, and that nothing overlaps or is missing where it must not. */
class DecisionFilesTest {

    record Pinned(String key, HitPolicy hitPolicy, List<String> asks, List<String> answers) {
        @Override
        public String toString() {
            return key;
        }
    }

    static Stream<Pinned> tables() {
        return Stream.of(
                new Pinned(
                        "risk-level",
                        HitPolicy.FIRST,
                        List.of(
                                "immediateDanger",
                                "nearOrMeeting",
                                "threatToLife",
                                "concerns",
                                "imagesAggravated",
                                "personRisk",
                                "disclosed",
                                "contactKind",
                                "childReplied",
                                "distress",
                                "namedPerson",
                                "contactBarred",
                                "planCheck",
                                "childAge",
                                "contactsInLast30Days"),
                        List.of("riskLevel", "policeNow", "reason", "failSafe")),
                new Pinned(
                        "who-to-tell",
                        HitPolicy.COLLECT,
                        List.of(
                                "purpose",
                                "namedPerson",
                                "riskLevel",
                                "hours",
                                "canWait",
                                "failSafe",
                                "sswAvailable",
                                "excluded"),
                        List.of("rung", "role", "acknowledgeWithin", "mustAcknowledge")),
                new Pinned(
                        "evidence-handling",
                        HitPolicy.UNIQUE,
                        List.of("evidenceKind"),
                        List.of("filesAllowed", "doThis", "doNot")),
                new Pinned(
                        "wellbeing-schedule",
                        HitPolicy.UNIQUE,
                        List.of("riskLevel", "presentation"),
                        List.of("observeOn", "observeAt", "touchpoint", "escalateWhen")),
                new Pinned(
                        "notifiable-events",
                        HitPolicy.COLLECT,
                        List.of("trigger", "providerType", "areaAuthorityDiffers"),
                        List.of("scheduleRow", "recipient", "due", "basis")),
                new Pinned(
                        "device-restriction",
                        HitPolicy.UNIQUE,
                        List.of(
                                "kind",
                                "purpose",
                                "forceNeeded",
                                "immediateRisk",
                                "holdsEvidence",
                                "planDelegates",
                                "legalStatus",
                                "riskLevel"),
                        List.of("allowedNow", "needs", "tellWithin", "reviewWithin")),
                new Pinned(
                        "external-referral",
                        HitPolicy.COLLECT,
                        List.of(
                                "immediateDanger",
                                "crime",
                                "onlineSexualAbuse",
                                "illegalImagery",
                                "ownImageShared",
                                "significantHarm",
                                "personOfTrust",
                                "exploitation",
                                "dataBreach",
                                "radicalisation"),
                        List.of("route", "clock")),
                new Pinned(
                        "contact-authority",
                        HitPolicy.UNIQUE,
                        List.of("change", "legalStatus"),
                        List.of("authoriser", "blocked")),
                new Pinned("retention", HitPolicy.UNIQUE, List.of("recordKind"), List.of("keepUntil", "basis")));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void columnsAndHitPolicyArePinned(Pinned pinned) throws Exception {
        DecisionTable table = DecisionFile.table(pinned.key());
        assertThat(table.getHitPolicy()).isEqualTo(pinned.hitPolicy());
        assertThat(table.getOutputs()).extracting(Output::getName).containsExactlyElementsOf(pinned.answers());
        String heads =
                String.join(" ", table.getInputs().stream().map(Input::getLabel).toList());
        assertThat(pinned.asks()).allSatisfy(input -> assertThat(heads).contains(input));
        String file = Files.readString(DecisionFile.path(pinned.key()));
        assertThat(pinned.asks())
                .allSatisfy(input -> assertThat(file).containsPattern("<text>[^<]*\\b" + input + "\\b"));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyRuleIsNumberedAndSaysOnWhatBasis(Pinned pinned) {
        assertThat(DecisionFile.rules(pinned.key())).allSatisfy(rule -> {
            assertThat(rule.getId()).startsWith("rule_");
            String description = rule.getDescription().getTextContent();
            assertThat(description).containsPattern("Basis: (policy|regulation|standard|house default)");
            if (pinned.key().equals("risk-level")) {
                int number = Integer.parseInt(rule.getId().substring(5, 7));
                assertThat(description).startsWith("Rule " + number + ":");
            }
        });
    }

    /** UNIQUE refuses an overlap when asked, so asking everything finds every overlap and every gap. */
    @Test
    void evidenceHandlingAnswersEverythingOnce() {
        DecisionFile table = DecisionFile.of("evidence-handling");
        List<String> allowed = List.of("textMessages", "identifyingPost", "other");
        List<String> refused = List.of("possibleIndecentImage", "liveChat", "disappearing");
        allowed.forEach(kind ->
                assertThat(table.ask(Map.of("evidenceKind", kind)).row()).containsEntry("filesAllowed", true));
        refused.forEach(kind ->
                assertThat(table.ask(Map.of("evidenceKind", kind)).row()).containsEntry("filesAllowed", false));
        for (Object junk : Arrays.asList(null, "video", true, 1, List.of("textMessages"))) {
            Map<String, Object> inputs = new HashMap<>();
            inputs.put("evidenceKind", junk);
            assertThat(table.ask(inputs).rules()).containsExactly("rule_unknown");
            assertThat(table.ask(inputs).row()).containsEntry("filesAllowed", false);
        }
        assertThat(table.ask(Map.of()).rules()).containsExactly("rule_unknown");
        Stream.concat(allowed.stream(), refused.stream())
                .forEach(kind -> assertThat(
                                table.ask(Map.of("evidenceKind", kind)).rules())
                        .containsExactly("rule_" + kind));
    }

    @Test
    void wellbeingScheduleAnswersEverythingOnce() {
        DecisionFile table = DecisionFile.of("wellbeing-schedule");
        for (Object presentation : Arrays.asList("settled", "unsettled", "marked", null, "odd", true)) {
            List<Integer> low = "settled".equals(presentation) || "unsettled".equals(presentation)
                    ? List.of(0, 1)
                    : List.of(0, 1, 2, 7);
            schedule(table, "LOW", presentation, low, low.size() == 2 ? "none" : "workingDays:2");
            schedule(table, "MEDIUM", presentation, List.of(0, 1, 2, 7), "workingDays:2");
            schedule(table, "HIGH", presentation, List.of(0, 1, 2, 3, 4, 7, 14), "workingDays:1");
            schedule(table, "IMMEDIATE", presentation, List.of(0, 1, 2, 3, 4, 5, 6, 10, 14), "endOfWorkingDay");
            schedule(table, null, presentation, List.of(0, 1, 2, 3, 4, 7, 14), "workingDays:1");
            schedule(table, "odd", presentation, List.of(0, 1, 2, 3, 4, 7, 14), "workingDays:1");
        }
    }

    private static void schedule(DecisionFile table, Object level, Object presentation, List<Integer> days, String by) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("riskLevel", level);
        inputs.put("presentation", presentation);
        DecisionFile.Said said = table.ask(inputs);
        assertThat(said.rules()).hasSize(1);
        assertThat((List<?>) said.row().get("observeOn"))
                .extracting(day -> ((Number) day).intValue())
                .isEqualTo(days);
        assertThat(said.row()).containsEntry("observeAt", "20:00").containsEntry("touchpoint", by);
        assertThat((List<?>) said.row().get("escalateWhen"))
                .map(Object::toString)
                .containsExactly("twoWorseInARow", "selfHarmTalk", "missing", "newContact");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyDecisionIsDrawn(Pinned pinned) throws Exception {
        String key = pinned.key();
        String file = Files.readString(DecisionFile.path(key));
        assertThat(DecisionFile.model(key).getModelElementsByType(org.camunda.bpm.model.dmn.instance.Decision.class))
                .extracting(NamedElement::getId)
                .allSatisfy(id -> assertThat(file).contains("<dmndi:DMNShape id=\"shape_" + id + "\""));
    }
}
