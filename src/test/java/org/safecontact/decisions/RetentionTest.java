package org.safecontact.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code retention}: every kind of record, on what basis, and nothing that goes because nobody knew what it was. */
class RetentionTest {

    private static final DecisionFile TABLE = DecisionFile.of("retention");

    @ParameterizedTest
    @CsvSource({
        "incident, childsRecord, birth+P75Y deathUnder18+P15Y, 'Care Planning Regulations 2010, reg 50 (to be"
                + " confirmed); house default'",
        "contact, childsRecord, birth+P75Y deathUnder18+P15Y, 'Care Planning Regulations 2010, reg 50 (to be"
                + " confirmed); house default'",
        "observation, childsRecord, birth+P75Y deathUnder18+P15Y, 'Care Planning Regulations 2010, reg 50 (to be"
                + " confirmed); house default'",
        "restriction, childsRecord, birth+P75Y deathUnder18+P15Y, 'Care Planning Regulations 2010, reg 50 (to be"
                + " confirmed); house default'",
        "carerRecord, carerRecord, approvalEnd+P10Y, 'Fostering Services Regulations 2011, reg 32'",
        "refusedApplicant, refusedApplicant, decision+P3Y, 'Fostering Services Regulations 2011, reg 32'",
        "allegation, allegation, retirementAge conclusion+P10Y, NMS 22 (to be confirmed); house default",
        "complaint, complaint, closed+P6Y, house default",
        "seriousIncident, seriousIncident, closed+P25Y, house default",
        "notice, seriousIncident, closed+P25Y, house default",
        "dataBreach, dataBreach, logged+P6Y, house default",
        "workflowHistory, workflowHistory, closed+P180D, house default",
        "accessLog, accessLog, birth+P75Y deathUnder18+P15Y, house default",
        "possibleIndecentImage, possibleIndecentImage, neverStored, 'Protection of Children Act 1978, section 1'",
        "sealedFile, sealedFile, policeDirection, 'Protection of Children Act 1978, section 1; house default'",
        "underHold, underHold, holdLifted, house default"
    })
    void everyKind(String kind, String rule, String until, String basis) {
        kept(kind, rule, until, basis);
    }

    @Test
    void whatNobodyKnowsTheKindOfStays() {
        for (Object unknown : Arrays.asList(null, "unknown", "odd", true, 1, List.of("complaint"))) {
            kept(unknown, "unknown", "kindIsKnown", "house default");
        }
        assertThat(TABLE.ask(Map.of()).rules()).containsExactly("rule_unknown");
    }

    private static void kept(Object kind, String rule, String until, String basis) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("recordKind", kind);
        DecisionFile.Said said = TABLE.ask(inputs);
        assertThat(said.rules()).containsExactly("rule_" + rule);
        assertThat(((List<?>) said.row().get("keepUntil")).stream().map(Object::toString))
                .containsExactly(until.split(" "));
        assertThat(said.row()).containsEntry("basis", basis).hasSize(2);
    }
}
