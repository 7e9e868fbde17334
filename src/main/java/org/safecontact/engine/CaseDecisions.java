package org.safecontact.engine;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks a decision table for a case. A table that gives no answer, or none that can be used, makes nobody wait: the careful answer
 * stands, and people learn of it (contract, section 4; fail safe).
 */
@Component
public class CaseDecisions {

    private static final Logger LOG = LoggerFactory.getLogger(CaseDecisions.class);

    private final Decisions decisions;
    private final DecisionSignatures signatures;
    private final TableWithoutAnswer withoutAnswer;

    public CaseDecisions(Decisions decisions, DecisionSignatures signatures, TableWithoutAnswer withoutAnswer) {
        this.decisions = decisions;
        this.signatures = signatures;
        this.withoutAnswer = withoutAnswer;
    }

    /**
     * In the caller's transaction, which must be one that may write.
     *
     * @param reference the case
     * @param table the table's key
     * @param inputs by the names that the table uses; what is missing counts as not known
     * @param read makes the answer of what the table said; throws whatever it likes when that cannot be used
     * @param careful the answer without the table; the most careful one
     * @return the answer and what decided it; never an error because of the table
     */
    public <T> Decided<T> decide(
            String reference,
            String table,
            Map<String, Object> inputs,
            Function<Decision, T> read,
            Supplier<T> careful) {
        try {
            Decision decision = decisions.decide(table, inputs);
            if (decision.rules().isEmpty()) {
                throw new IllegalStateException("No rule of it applies");
            }
            return new Decided<>(
                    read.apply(decision),
                    new DecidedBy(
                            table,
                            decision.rules(),
                            decision.words(),
                            decision.versionName(),
                            signatures.of(decision).sentence()));
        } catch (RuntimeException broken) {
            // Without its message, which may quote what somebody answered.
            LOG.error(
                    "The decision {} gave no answer for {}: {}",
                    table,
                    reference,
                    broken.getClass().getName());
            withoutAnswer.happened(reference, table);
            return new Decided<>(careful.get(), DecidedBy.nobody(table));
        }
    }
}
