package org.safecontact.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code device-restriction}: every rule and boundary, one rule for every set of answers, no doubt that lowers protection. */
class DeviceRestrictionTest {

    private static final DecisionFile TABLE = DecisionFile.of("device-restriction");
    private static final TableInColumns COLUMNS = new TableInColumns(DecisionFile.table("device-restriction"));
    private static final Map<String, List<Object>> ALL = all();
    private static final Set<String> READ_IN_FULL = new HashSet<>();

    @AfterAll
    static void everyRowWasRead() {
        assertThat(DecisionFile.rules("device-restriction"))
                .extracting(Rule::getId)
                .filteredOn(rule -> !READ_IN_FULL.contains(rule))
                .isEmpty();
    }

    /**
     * Answers as kind, purpose, force, risk, evidence, plan, status and level, with the rule that fits and what it says.
     * A dash is a question that nobody answered.
     */
    @ParameterizedTest
    @CsvSource({
        // Rule 1: never by force, whatever it is for.
        "removal safety yes yes no no careOrder HIGH, 01a, no, police registeredManager legalAdvice forceOnRecord,"
                + " now, none",
        "limit punishment - unsure yes yes remand LOW, 01a, no, police registeredManager legalAdvice forceOnRecord,"
                + " now, none",
        "removal safety unsure no yes no careOrder HIGH, 01b, no, police registeredManager legalAdvice forceOnRecord,"
                + " now, none",
        "removal safety yes no unsure no careOrder LOW, 01b, no, police registeredManager legalAdvice forceOnRecord,"
                + " now, none",
        "removal safety yes no no no careOrder HIGH, 01c, no, registeredManager legalAdvice forceOnRecord, now, none",
        // Rule 2: danger now, whatever it is for.
        "removal safety no yes yes no section20 HIGH, 02a, temporary, registeredManager childsSocialWorker"
                + " explainToChild policeDirection custodyNote authorityAgrees parentsAgree, PT24H, PT24H",
        "blockPerson punishment no unsure unsure no careOrder HIGH, 02b, temporary, registeredManager"
                + " childsSocialWorker explainToChild policeDirection custodyNote, PT24H, PT24H",
        "limit safety no yes no no unknown HIGH, 02c, temporary, registeredManager childsSocialWorker explainToChild"
                + " authorityAgrees parentsAgree, PT24H, PT24H",
        "removal safety no yes no no careOrder LOW, 02d, temporary, registeredManager childsSocialWorker"
                + " explainToChild, PT24H, PT24H",
        // Rule 3: evidence is kept as it is.
        "removal punishment no no yes no careOrder HIGH, 03a, temporary, policeDirection custodyNote"
                + " childsSocialWorker, PT24H, P7D",
        "removal safety no no unsure no section20 LOW, 03b, temporary, policeDirection custodyNote"
                + " childsSocialWorker, PT24H, P7D",
        "blockPerson safety no no yes yes careOrder LOW, 03c, no, policeDirection custodyNote childsSocialWorker,"
                + " PT24H, none",
        "monitoring safety no yes unsure yes careOrder LOW, 03d, no, policeDirection custodyNote childsSocialWorker,"
                + " PT24H, none",
        // Rules 4 and 10: taking the device away.
        "removal safety no no no yes careOrder HIGH, 04, no, milderMeans talkFirst childsSocialWorker"
                + " proportionalityNote, workingDays:1, P7D",
        "removal safety no no no no interimCareOrder MEDIUM, 04, no, milderMeans talkFirst childsSocialWorker"
                + " proportionalityNote, workingDays:1, P7D",
        "removal safety no no no no placementOrder IMMEDIATE, 04, no, milderMeans talkFirst childsSocialWorker"
                + " proportionalityNote, workingDays:1, P7D",
        "removal safety no no no no remand -, 04, no, milderMeans talkFirst childsSocialWorker proportionalityNote,"
                + " workingDays:1, P7D",
        "removal safety no no no no emergencyProtection LOW, 10, no, milderMeans guidance dailyLog, none, none",
        "removal safety no no no no section20 LOW, 10, no, milderMeans guidance dailyLog, none, none",
        // Rule 5: a person.
        "blockPerson safety no no no yes careOrder HIGH, 05a, yes, childsSocialWorker childsViews, PT24H, P28D",
        "blockPerson safety no no no no careOrder HIGH, 05b, no, childsSocialWorker childsViews authorityAgrees,"
                + " PT24H, P28D",
        "blockPerson safety no no no - careOrder LOW, 05b, no, childsSocialWorker childsViews authorityAgrees,"
                + " PT24H, P28D",
        // Rule 6: the parents keep what they may decide, whatever the plan says.
        "removal safety no no no yes section20 MEDIUM, 06a, no, milderMeans talkFirst childsSocialWorker"
                + " proportionalityNote authorityAgrees parentsAgree, PT24H, P7D",
        "blockPerson safety no no no yes unknown LOW, 06b, no, childsSocialWorker childsViews authorityAgrees"
                + " parentsAgree, PT24H, P28D",
        "limit safety no no no yes - HIGH, 06c, no, childsViews saferCarePlan authorityAgrees parentsAgree, PT24H,"
                + " P28D",
        "monitoring safety no no no yes section20 HIGH, 06d, no, writtenPlan childTold proportionalityNote"
                + " authorityAgrees parentsAgree, PT24H, P28D",
        // Rules 7 and 8: what goes on for longer.
        "limit safety no no no yes careOrder LOW, 07a, yes, childsViews saferCarePlan, workingDays:1, P28D",
        "limit safety no no no unsure careOrder LOW, 07b, no, childsViews saferCarePlan authorityAgrees,"
                + " workingDays:1, P28D",
        "monitoring safety no yes no yes careOrder HIGH, 08a, yes, writtenPlan childTold proportionalityNote,"
                + " workingDays:1, P28D",
        "monitoring safety no no no no careOrder HIGH, 08b, no, writtenPlan childTold proportionalityNote"
                + " authorityAgrees, workingDays:1, P28D",
        // Rule 9: no punishment.
        "removal punishment no no unsure no careOrder HIGH, 09a, no, noPunishment, none, none",
        "removal - no no no no careOrder LOW, 09a, no, noPunishment, none, none",
        "blockPerson punishment no no yes yes careOrder HIGH, 09b, no, noPunishment, none, none",
        "limit - no no no yes section20 HIGH, 09b, no, noPunishment, none, none",
        "monitoring punishment no yes no yes careOrder HIGH, 09c, no, noPunishment, none, none",
        // Nothing answered: nothing is done, and everybody hears.
        "- - - - - - - -, 01a, no, police registeredManager legalAdvice forceOnRecord, now, none"
    })
    void everyRule(String answers, String rule, String allowedNow, String needs, String tell, String review) {
        Map<String, Object> inputs = new HashMap<>();
        List<String> questions = List.copyOf(ALL.keySet());
        String[] given = answers.split(" ");
        for (int i = 0; i < given.length; i++) {
            if (!given[i].equals("-")) {
                inputs.put(questions.get(i), given[i]);
            }
        }
        DecisionFile.Said said = TABLE.ask(inputs);
        READ_IN_FULL.addAll(said.rules());
        assertThat(said.rules()).containsExactly("rule_" + rule);
        assertThat(said.row())
                .containsEntry("allowedNow", allowedNow)
                .containsEntry("tellWithin", tell)
                .containsEntry("reviewWithin", review);
        assertThat(((List<?>) said.row().get("needs")).stream().map(Object::toString))
                .containsExactly(needs.split(" "));
    }

    @Test
    void whatIsNoAnswerCountsAsTheMoreCareful() {
        Map<String, Object> careful = new HashMap<>(Map.of(
                "kind", "removal",
                "purpose", "punishment",
                "legalStatus", "section20",
                "riskLevel", "HIGH"));
        ALL.keySet().forEach(question -> careful.putIfAbsent(question, "unsure"));
        everySet(inputs -> {
            for (String question : ALL.keySet()) {
                if (inputs.get(question) == null || inputs.get(question).equals("odd")) {
                    Map<String, Object> answered = new HashMap<>(inputs);
                    answered.put(question, careful.get(question));
                    if (!COLUMNS.fitting(inputs).equals(COLUMNS.fitting(answered))) {
                        assertThat(COLUMNS.fitting(inputs)).as("%s", inputs).isEqualTo(COLUMNS.fitting(answered));
                    }
                }
            }
        });
    }

    @Test
    void exactlyOneRuleForEverySetOfAnswers() {
        everySet(inputs -> {
            List<String> rules = COLUMNS.fitting(inputs);
            if (rules.size() != 1) {
                assertThat(rules).as("%s", inputs).hasSize(1);
            }
        });
    }

    @Test
    void theEngineSaysTheSameAsTheColumns() {
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            Map<String, Object> inputs = new HashMap<>();
            ALL.forEach((question, values) -> inputs.put(question, values.get(random.nextInt(values.size()))));
            assertThat(TABLE.ask(inputs).rules()).as("%s", inputs).isEqualTo(COLUMNS.fitting(inputs));
        }
    }

    @Test
    void forcePunishmentAndAPlanThatIsSilentNeverAllowMore() {
        worse("forceNeeded", List.of("no", "unsure", "yes"), (before, after) -> !mayAct(after) && after.told());
        worse("purpose", List.of("safety", "punishment"), (before, after) -> mayAct(before) || !mayAct(after));
        worse(
                "planDelegates",
                List.of("yes", "unsure", "no"),
                (before, after) -> (mayAct(before) || !mayAct(after))
                        && after.needs().containsAll(before.needs())
                        && !after.laterThan(before));
    }

    @Test
    void moreDangerNeverTakesTheMeansAwayAndIsNeverToldLater() {
        worse(
                "immediateRisk",
                List.of("no", "unsure", "yes"),
                (before, after) -> (mayAct(after) || !mayAct(before)) && !after.laterThan(before));
        worse(
                "riskLevel",
                List.of("LOW", "MEDIUM", "HIGH", "IMMEDIATE"),
                (before, after) -> (mayAct(after) || !mayAct(before)) && !after.laterThan(before));
    }

    @Test
    void whereTheParentsMayDecideNothingMoreIsAllowedAndNothingLessNeeded() {
        for (String status :
                List.of("careOrder", "interimCareOrder", "placementOrder", "emergencyProtection", "remand")) {
            for (String parents : List.of("section20", "unknown")) {
                worse(
                        "legalStatus",
                        List.of(status, parents),
                        (before, after) -> (mayAct(before) || !mayAct(after))
                                && after.needs().containsAll(before.needs())
                                && !after.laterThan(before));
            }
        }
    }

    /** As soon as evidence is possible, nothing on the device changes, unless danger is nearer, and the police are asked. */
    @Test
    void possibleEvidenceStaysAsItIs() {
        worse(
                "holdsEvidence",
                List.of("no", "unsure", "yes"),
                (before, after) -> after.needs().contains("police")
                        || after.needs().contains("policeDirection")
                        || after.needs().contains("noPunishment"));
    }

    /** What a rule says, as it is written. */
    private record Written(String allowedNow, List<String> needs, String tell) {

        boolean told() {
            return tell.equals("now");
        }

        boolean laterThan(Written other) {
            List<String> soonestFirst = List.of("now", "PT24H", "workingDays:1", "none");
            return soonestFirst.indexOf(tell) > soonestFirst.indexOf(other.tell);
        }
    }

    private static boolean mayAct(Written said) {
        return !said.allowedNow().equals("no");
    }

    private static Written written(Map<String, Object> inputs) {
        return new Written(
                COLUMNS.output(inputs, 0).replace("\"", ""),
                Arrays.asList(
                        COLUMNS.output(inputs, 1).replaceAll("[\\[\\]\"]", "").split(", ")),
                COLUMNS.output(inputs, 2).replace("\"", ""));
    }

    /** Compares every set of answers with the same set and the next worse answer to one question. */
    private static void worse(String question, List<String> fromBest, BiPredicate<Written, Written> kept) {
        List<String> broken = new ArrayList<>();
        everySet(inputs -> {
            int at = inputs.get(question) == null ? -1 : fromBest.indexOf(inputs.get(question));
            if (at >= 0 && at < fromBest.size() - 1) {
                Map<String, Object> more = new HashMap<>(inputs);
                more.put(question, fromBest.get(at + 1));
                if (broken.size() < 5 && !kept.test(written(inputs), written(more))) {
                    broken.add(inputs + " -> " + fromBest.get(at + 1));
                }
            }
        });
        assertThat(broken).isEmpty();
    }

    private static void everySet(Consumer<Map<String, Object>> each) {
        fill(List.copyOf(ALL.keySet()), 0, new HashMap<>(), each);
    }

    private static void fill(
            List<String> questions, int at, Map<String, Object> inputs, Consumer<Map<String, Object>> each) {
        if (at == questions.size()) {
            each.accept(inputs);
            return;
        }
        for (Object value : ALL.get(questions.get(at))) {
            inputs.put(questions.get(at), value);
            fill(questions, at + 1, inputs, each);
        }
    }

    private static Map<String, List<Object>> all() {
        Map<String, List<Object>> all = new LinkedHashMap<>();
        all.put("kind", Arrays.asList("removal", "blockPerson", "limit", "monitoring", null));
        all.put("purpose", Arrays.asList("safety", "punishment", null));
        for (String question : List.of("forceNeeded", "immediateRisk", "holdsEvidence", "planDelegates")) {
            all.put(question, Arrays.asList("no", "unsure", "yes", null));
        }
        all.put(
                "legalStatus",
                Arrays.asList(
                        "careOrder",
                        "interimCareOrder",
                        "placementOrder",
                        "emergencyProtection",
                        "section20",
                        "remand",
                        "unknown",
                        null));
        all.put("riskLevel", Arrays.asList("LOW", "MEDIUM", "HIGH", "IMMEDIATE", "odd"));
        return all;
    }
}
