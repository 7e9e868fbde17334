package org.safecontact.wellbeing;

import java.time.LocalTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.safecontact.engine.CaseDecisions;
import org.safecontact.engine.Decided;
import org.safecontact.engine.Decision;
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
     * @param escalateWhen what makes a look go back to the risk decision
     */
    record Asked(List<Integer> days, LocalTime at, Optional<String> touchpoint, Set<EscalateWhen> escalateWhen) {

        /** Without the table as for HIGH, which is what it takes an unknown level for. */
        static final Asked CAREFUL = new Asked(
                List.of(0, 1, 2, 3, 4, 7, 14),
                LocalTime.of(20, 0),
                Optional.of("workingDays:1"),
                EnumSet.allOf(EscalateWhen.class));

        static Asked of(Decision decision) {
            Map<String, Object> row = decision.row();
            return new Asked(
                    ((List<?>) row.get("observeOn"))
                            .stream().map(day -> ((Number) day).intValue()).toList(),
                    LocalTime.parse((String) row.get("observeAt")),
                    Optional.of((String) row.get("touchpoint")).filter(by -> !by.equals("none")),
                    ((List<?>) row.get("escalateWhen"))
                            .stream()
                                    .map(EscalateWhen::of)
                                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(EscalateWhen.class))));
        }
    }

    private final CaseDecisions decisions;

    WellbeingTable(CaseDecisions decisions) {
        this.decisions = decisions;
    }

    Decided<Asked> ask(String reference, String riskLevel, Object distress) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("riskLevel", riskLevel);
        inputs.put("presentation", distress);
        return decisions.decide(reference, TABLE, inputs, Asked::of, () -> Asked.CAREFUL);
    }
}
