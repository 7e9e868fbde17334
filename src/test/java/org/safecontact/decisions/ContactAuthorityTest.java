package org.safecontact.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code contact-authority}: who may change contact, for every change and every legal status. */
class ContactAuthorityTest {

    private static final DecisionFile TABLE = DecisionFile.of("contact-authority");
    private static final List<Object> NOT_ANSWERED = Arrays.asList(null, "unknown", "odd", true, List.of("careOrder"));
    private static final List<Object> ORDERED =
            List.of("careOrder", "interimCareOrder", "placementOrder", "emergencyProtection", "remand");

    /** The change, who decides where there is an order, who under section 20, and the rule that says so. */
    @ParameterizedTest
    @CsvSource({
        "withinPlan, carer, carer, rule_withinPlan, rule_withinPlan",
        "extraContact, childsSocialWorker, parentsThroughAuthority, rule_extraContact, rule_extraContact_section20",
        "emergencyRestriction, carerOrSupervisingSocialWorker, carerOrSupervisingSocialWorker,"
                + " rule_emergencyRestriction, rule_emergencyRestriction",
        "refusal, placingAuthority, parentsThroughAuthority, rule_refusal, rule_refusal_section20",
        "longerRefusal, courtOrAgreement, parentsThroughAuthority, rule_longerRefusal, rule_longerRefusal_section20",
        "againstOrder, nobody, nobody, rule_againstOrder, rule_againstOrder"
    })
    void everyChangeUnderEveryStatus(String change, String ordered, String section20, String rule, String ruleOf20) {
        boolean blocked = change.equals("againstOrder");
        ORDERED.forEach(status -> decides(change, status, ordered, blocked, rule));
        decides(change, "section20", section20, blocked, ruleOf20);
        NOT_ANSWERED.forEach(status -> decides(change, status, section20, blocked, ruleOf20));
    }

    @Test
    void whatNobodyNamedIsAllowedByNobody() {
        List<Object> statuses = new ArrayList<>(ORDERED);
        statuses.add("section20");
        statuses.addAll(NOT_ANSWERED);
        for (Object change : NOT_ANSWERED) {
            statuses.forEach(status -> decides(change, status, "nobody", true, "rule_unknown"));
        }
        assertThat(TABLE.ask(Map.of()).rules()).containsExactly("rule_unknown");
    }

    private static void decides(Object change, Object status, String authoriser, boolean blocked, String rule) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("change", change);
        inputs.put("legalStatus", status);
        DecisionFile.Said said = TABLE.ask(inputs);
        assertThat(said.rules()).as("%s", inputs).containsExactly(rule);
        assertThat(said.row())
                .as("%s", inputs)
                .containsOnly(Map.entry("authoriser", authoriser), Map.entry("blocked", blocked));
    }
}
