package org.safecontact.wellbeing;

import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safecontact.engine.Decision;
import org.safecontact.engine.DecisionSignatures;
import org.safecontact.engine.Decisions;
import org.springframework.stereotype.Component;

/** Asks the table {@code wellbeing-schedule}. */
@Component
class WellbeingTable {

    private static final String TABLE = "wellbeing-schedule";

    /**
     * What the table asks for.
     *
     * @param days days after the first evening
     * @param at the house's hour
     * @param touchpoint by when a worker sees the child, as a deadline of the house; empty when none has to
     * @param ruleId which rule said so
     * @param version of which version of the table
     * @param signed who signed that version
     */
    record Asked(
            List<Integer> days,
            LocalTime at,
            Optional<String> touchpoint,
            String ruleId,
            String version,
            String signed) {}

    private final Decisions decisions;
    private final DecisionSignatures signatures;

    WellbeingTable(Decisions decisions, DecisionSignatures signatures) {
        this.decisions = decisions;
        this.signatures = signatures;
    }

    Asked ask(String riskLevel, Object distress) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("riskLevel", riskLevel);
        inputs.put("presentation", distress);
        Decision decision = decisions.decide(TABLE, inputs);
        Map<String, Object> row = decision.row();
        return new Asked(
                ((List<?>) row.get("observeOn"))
                        .stream().map(day -> ((Number) day).intValue()).toList(),
                LocalTime.parse((String) row.get("observeAt")),
                Optional.of((String) row.get("touchpoint")).filter(by -> !by.equals("none")),
                decision.rules().get(0),
                decision.versionTag().orElse("version " + decision.version()),
                signatures.of(decision).sentence());
    }
}
